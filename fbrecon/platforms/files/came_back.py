"""What rows beside the payments say: what was given back of one, and whose payments they are."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from fbrecon.domain.documents import PayoutLineKind
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.imports import CameBack
from fbrecon.table_files.mapping import normal
from fbrecon.table_files.sheet import Row


class CameBackRows:
    """Gathers what was given back; rows without an id of their own are counted, not merged."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], CameBack] = {}
        self._twins: Counter[tuple[str, ...]] = Counter()

    def take(self, row: Row, kind: PayoutLineKind, amount: Decimal) -> None:
        """One row; `amount` is as the file signs it, below zero for what was given back."""
        payment_id = PlatformPaymentId(row.text("payment_id"))
        line_id = row.text("line_id")
        if not line_id:
            same = (payment_id, kind.value, str(amount))
            self._twins[same] += 1
            line_id = f"{kind.value} {amount} {self._twins[same]}"
        self._found[(payment_id, line_id)] = CameBack(payment_id, line_id, kind, -amount)

    def found(self) -> tuple[CameBack, ...]:
        """All of them, in the order of the file."""
        return tuple(self._found.values())


def source_of(row: Row) -> str:
    """The platform of a row as it stands in keys: small letters with _ between; "" if not told."""
    return normal(row.text("platform")).replace(" ", "_").replace("-", "_").replace(":", "_")
