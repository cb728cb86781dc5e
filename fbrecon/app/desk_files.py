"""The desk's counter for files: bringing them in."""

from __future__ import annotations

from pathlib import Path

from fbrecon.app.desk_base import DeskBase
from fbrecon.app.import_preview import FilePreview, preview_file
from fbrecon.app.imports import Importer, ImportKind, Wishes
from fbrecon.app.views import ImportResult


class FilesDesk(DeskBase):
    """Needs a company, and no service."""

    def preview_file(self, path: Path, kind: ImportKind | None, wishes: Wishes) -> FilePreview:
        """What importing it would do, as that kind or as what it seems to be; changes nothing."""
        return preview_file(self.company, self._doors.files, path, kind, wishes)

    def import_file(self, kind: ImportKind, path: Path, wishes: Wishes) -> ImportResult:
        """Bring in a file, or say what that would do; see `Importer.bring_in`."""
        return Importer(self.company, self._doors.files).bring_in(kind, path, wishes)
