"""Benchmarks: each module measures one part of the project beside its peers."""
