"""The wizard that sets up the ledger accounts."""
