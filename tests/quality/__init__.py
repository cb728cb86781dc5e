"""How good matching is, measured: `python -m tests.quality`, or `make quality`."""
