"""The desk's counter for files: bringing them in, and the bank lines that came with them."""

from __future__ import annotations

from pathlib import Path

from fbrecon.app.desk_base import DeskBase
from fbrecon.app.imports import Importer, ImportKind, Wishes
from fbrecon.app.reconcile import deposit_rows, reconcile
from fbrecon.app.views import DepositRow, ImportResult, Reconciliation


class FilesDesk(DeskBase):
    """Needs a company, and no service."""

    def import_file(self, kind: ImportKind, path: Path, wishes: Wishes) -> ImportResult:
        """Bring in a file, or say what that would do; see `Importer.bring_in`."""
        return Importer(self.company, self._doors.files).bring_in(kind, path, wishes)

    def list_deposits(self) -> list[DepositRow]:
        """Lines of bank statements, newest first, each with the payout that it shows and why."""
        if self.find_company() is None:
            return []
        return deposit_rows(self.company)

    def reconcile(self) -> Reconciliation:
        """Match bank lines with payouts now, and count them."""
        return reconcile(self.company)
