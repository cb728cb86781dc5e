"""Alternative Payments as a source of payments: everything shaped like its API stays in here."""

from __future__ import annotations

from fbrecon.platforms.alternative_payments.api import AlternativePayments

__all__ = ["AlternativePayments"]
