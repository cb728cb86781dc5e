"""Dialogs that ask for one thing each, and the one that shows errors."""
