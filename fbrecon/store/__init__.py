"""The company file and the vault. Nothing else touches the database; no row leaves this package."""
