"""What must hold when the world or the program breaks at the worst moment."""
