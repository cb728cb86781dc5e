"""What each command of the command line asks of the desk, and how the answer is printed."""
