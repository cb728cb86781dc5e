"""The desk's counter for papers about writes: the preview before, the receipt after."""

from __future__ import annotations

from pathlib import Path

from fbrecon.app import receipt_files, receipts
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.papers import Preview, Receipt
from fbrecon.app.preview import make_preview


class PapersDesk(DeskBase):
    """What will be written, and how what was written came about."""

    def preview(self) -> Preview:
        """What the next sync would write."""
        return make_preview(self.company)

    def receipts(self, public_id: str) -> list[Receipt]:
        """How a payment or another write came about."""
        return receipts.receipts_of(self.company, public_id)

    def save_receipts(self, public_id: str, path: Path) -> None:
        """The receipts as a file."""
        receipt_files.save(self.receipts(public_id), path)
