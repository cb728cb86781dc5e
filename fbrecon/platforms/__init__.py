"""Sources of payments behind one port."""
