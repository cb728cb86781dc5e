"""What happens again and again."""

from __future__ import annotations

from typing import Any

from tests.rules.stage import Stage


def paid(stage: Stage, total: str = "100.00", **how: Any) -> tuple[int, str]:
    """An invoice that its customer has just paid on the platform; nothing is synced since."""
    invoice = stage.invoice(total)
    stage.sync()
    return invoice, stage.pay(invoice, **how)
