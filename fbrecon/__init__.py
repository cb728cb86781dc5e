"""fbrecon: keeps FreshBooks and Alternative Payments in step, and proves it."""

from __future__ import annotations

__version__ = "0.1.0"
