"""The use cases: what a front end can ask for, one a file."""
