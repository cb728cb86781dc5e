"""Pictures of the whole window, to be looked at: `make pictures`."""
