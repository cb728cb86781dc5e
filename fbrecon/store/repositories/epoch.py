"""Which file this is, how far its log of sends goes, and whether sending waits."""

from __future__ import annotations

import secrets
from typing import Any

from fbrecon.domain.sends import Frozen, Sends
from fbrecon.domain.waiting import TimeMark
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.tables import EpochRow


class Epoch:
    """The one row of the file about itself."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def sends(self) -> Sends:
        """The file's name and the number of its last entry in the log of sends."""
        row = self._row()
        [(last,)] = self._file.sql("SELECT COALESCE(MAX(id), 0) FROM attempt")
        return Sends(row.id, int(last))

    def rename(self) -> None:
        """From now on it is another file."""
        self._file.run(EpochRow.update(id=secrets.token_hex(16)))

    def find_frozen(self) -> Frozen | None:
        """Why sending waits, None where it does not."""
        row = self._row()
        return Frozen(row.frozen_why, TimeMark.load(row.frozen_mark)) if row.frozen_why else None

    def freeze(self, frozen: Frozen) -> None:
        """Let sending wait, from now on or as it did before."""
        mark = "" if frozen.since is None else frozen.since.dump()
        self._file.run(EpochRow.update(frozen_why=frozen.why, frozen_mark=mark))

    def thaw(self) -> None:
        """Let sending go on."""
        self._file.run(EpochRow.update(frozen_why="", frozen_mark=""))

    def _row(self) -> EpochRow:
        row: EpochRow | None = self._file.find(_the_row())
        assert row is not None  # its migration made it
        return row


@composed
def _the_row() -> Any:
    return EpochRow.select()
