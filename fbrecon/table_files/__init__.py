"""Tables in text files: encodings, dialects, columns, amounts and days, read exactly or not at all.

Used by all that imports files; knows the domain and nothing of what a table is about. Whatever can
be read in two ways is decided by the whole column, or asked; never row by row.
"""
