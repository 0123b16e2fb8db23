"""Runs all benchmarks, as `make bench` does. Ten minutes: searching and the digests are longest."""

import bench.dictating
import bench.digest
import bench.documents
import bench.importing
import bench.posting
import bench.soek
import bench.turns
import bench.understanding
import bench.writing

bench.turns.run()
bench.writing.run()
bench.dictating.run()
bench.posting.run()
bench.digest.run()
bench.importing.run()
bench.documents.run()
bench.understanding.run()
bench.soek.run()
