"""What is kept, by subject: each file reads and writes one kind of thing."""
