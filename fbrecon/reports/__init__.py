"""Reports in the forms that a bookkeeper files: JSON, CSV, XLSX, and pages to be printed.

Each form is made of the same `fbrecon.domain.reports.Report`; none reckons anything.
"""
