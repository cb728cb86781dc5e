"""Bank statements: CSV, OFX and QFX, CAMT.053. Reads files and knows nothing of who uses them."""
