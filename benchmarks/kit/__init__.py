"""What the benchmarks share: watched child processes, stores to measure on, results and their plot."""
