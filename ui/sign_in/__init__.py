"""Signing in to FreshBooks inside the window, hardened."""
