"""The benchmark: `python -m tests.bench`. docs/performance.md says how to read it."""
