"""What of all that is written can be taken back, and how; and why not, where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fbrecon.domain.posting import WriteKind


class Undo(StrEnum):
    """Whether a write can be taken back."""

    YES = "yes"
    REVERSING_ENTRY = "reversing entry"
    NO = "no"


@dataclass(frozen=True, slots=True)
class WayBack:
    """Whether a kind of write can be taken back, and what that means in a person's words."""

    undo: Undo
    words: str


_WAYS = {
    WriteKind.PAYMENT: WayBack(
        Undo.YES, "The payment will be deleted in FreshBooks; its invoice is open again then."
    ),
    WriteKind.PAYMENT_REMOVAL: WayBack(
        Undo.NO,
        "A deleted payment stays deleted. If it was right, record it in FreshBooks by hand.",
    ),
    WriteKind.LEDGER_ACCOUNT: WayBack(
        Undo.NO, "FreshBooks deletes no ledger account. Archive it there if it is not needed."
    ),
    WriteKind.JOURNAL_ENTRY: WayBack(
        Undo.REVERSING_ENTRY, "FreshBooks deletes no journal entry; a second one reverses it."
    ),
    WriteKind.EXPENSE: WayBack(Undo.YES, "The expense will be deleted in FreshBooks."),
    WriteKind.EXPENSE_REMOVAL: WayBack(
        Undo.NO, "A deleted expense stays deleted. If it was right, record it by hand."
    ),
    WriteKind.PLATFORM_CUSTOMER: WayBack(
        Undo.NO, "A customer stays on the platform. Archive it in the platform's dashboard."
    ),
    WriteKind.PLATFORM_INVOICE: WayBack(
        Undo.YES, "The platform deletes no invoice; its copy is archived instead."
    ),
    WriteKind.ARCHIVE_COPY: WayBack(
        Undo.NO, "What is archived on the platform stays so; an open invoice is put there anew."
    ),
}
_NO_WAY = WayBack(Undo.NO, "It cannot be taken back.")


def find_way_back(kind: WriteKind) -> WayBack:
    """How a write of that kind is taken back."""
    return _WAYS.get(kind, _NO_WAY)
