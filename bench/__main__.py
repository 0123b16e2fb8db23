"""Runs all benchmarks, as `make bench` does. Under 90 seconds."""

import bench.importing
import bench.posting
import bench.turns
import bench.understanding

bench.turns.run()
bench.posting.run()
bench.importing.run()
bench.understanding.run()
