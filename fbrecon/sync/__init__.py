"""Keeping both services and the company file in step, and posting exactly once."""
