"""Syncs in a process of their own, so that the window's thread never waits for Python's lock."""
