"""The desk's counter for papers about writes: the preview before, the receipt after."""

from __future__ import annotations

from pathlib import Path

from fbrecon.app import receipt_files, receipts, undo
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.papers import Preview, Receipt, UndoPlan
from fbrecon.app.preview import make_preview
from fbrecon.sync.progress import CancelToken, ProgressFn


class PapersDesk(DeskBase):
    """What will be written, and how what was written came about."""

    def preview(self) -> Preview:
        """What the next sync would write."""
        return make_preview(self.company)

    def receipts(self, public_id: str) -> list[Receipt]:
        """How a payment or another write came about."""
        return receipts.receipts_of(self.company, public_id)

    def plan_undo(self, public_id: str, cancel: CancelToken) -> UndoPlan:
        """What would be taken back, and whether it still is as it was written."""
        return undo.plan_undo(self.company, public_id, cancel)

    def undo(self, public_id: str, cancel: CancelToken, report: ProgressFn) -> UndoPlan:
        """Take it back."""
        with self.company.deciding():
            return undo.undo(self.company, public_id, cancel, report)

    def save_receipts(self, public_id: str, path: Path) -> None:
        """The receipts as a file."""
        receipt_files.save(self.receipts(public_id), path)
