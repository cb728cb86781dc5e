"""Payments and payouts from CSV files: a source of payments that can only be read."""
