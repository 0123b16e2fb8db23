"""Benchmarks. `python -m bench` runs them all and prints figures, each bounded in count and time."""
