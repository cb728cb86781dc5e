"""FreshBooks: all that is FreshBooks-shaped lives here and dies here.

`service.FreshBooksService` is the way in: it signs in, keeps the sign-ins alive and hands out the
books of one business (`api.FreshBooksBooks`). Wire shapes, Eastern times, error bodies and tokens
never leave this package.
"""
