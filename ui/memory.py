"""What the window remembers of itself: sizes, columns, filters that were saved under a name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowMemory:
    """Kept in the given file, or only for this run where there is none."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = (
            QSettings(str(file), QSettings.Format.IniFormat) if file is not None else None
        )
        self._here: dict[str, str] = {}

    def text(self, name: str) -> str:
        """What was kept under the name, or nothing."""
        if self._settings is None:
            return self._here.get(name, "")
        found = self._settings.value(name, "")
        return found if isinstance(found, str) else ""

    def keep(self, name: str, text: str) -> None:
        """Keep a short text."""
        if self._settings is None:
            self._here[name] = text
        else:
            self._settings.setValue(name, text)

    def close(self) -> None:
        """Write what was kept, and nothing later: the file's folder may be thrown away now."""
        if self._settings is not None:
            self._settings.sync()
            self._settings = None

    def forget_company(self, slug: str) -> None:
        """Forget what was kept for one company (`Context.company_key`): filters tell names."""
        if not slug:
            return
        names = list(self._here) if self._settings is None else self._settings.allKeys()
        for name in names:
            if slug in name.split("/"):
                self._here.pop(name, None)
                if self._settings is not None:
                    self._settings.remove(name)

    def state(self, name: str) -> QByteArray:
        """A state of a Qt widget, empty where none was kept."""
        return QByteArray.fromBase64(self.text(name).encode())

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep a state of a Qt widget."""
        self.keep(name, bytes(state.toBase64().data()).decode())
