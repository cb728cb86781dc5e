"""The pages beside the navigation."""
