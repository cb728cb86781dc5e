"""Pure facts and rules: no I/O, no clock, the standard library only."""
