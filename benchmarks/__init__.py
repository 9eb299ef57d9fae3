"""Benchmarks: each figure beside a named peer's, measured in one run."""
