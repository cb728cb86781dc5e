"""The desk's counter for files: bringing them in, and the bank lines that came with them."""

from __future__ import annotations

from pathlib import Path

from fbrecon.app.desk_base import DeskBase
from fbrecon.app.imports import Importer, ImportKind, Wishes
from fbrecon.app.views import DepositRow, ImportResult


class FilesDesk(DeskBase):
    """Needs a company, and no service."""

    def import_file(self, kind: ImportKind, path: Path, wishes: Wishes) -> ImportResult:
        """Bring in a file, or say what that would do; see `Importer.bring_in`."""
        return Importer(self.company, self._doors.files).bring_in(kind, path, wishes)

    def list_deposits(self) -> list[DepositRow]:
        """Lines of bank statements, newest first."""
        if self.find_company() is None:
            return []
        return [
            DepositRow(
                f"line_{deposit.id}",
                deposit.id,
                deposit.on,
                deposit.amount,
                deposit.description,
                deposit.reference,
                deposit.account,
                "unmatched",
            )
            for deposit in self.company.stores.files.list_deposits()
        ]
