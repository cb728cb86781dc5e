"""Whether this system opens the window when its person signs in: one entry, made and removed here.

Nothing else is changed for it. The entry names the program by its path, so it is made again by
whoever moves the program.
"""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from fbrecon.errors import FileError
from fbrecon.own_process import start_command

NAME: Final = "io.github.fbrecon.fbrecon"
_WINDOWS_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
# What the keys of a desktop entry's command must not hold bare.
_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")


class LoginEntry(Protocol):
    """The one entry of this person."""

    @property
    def place(self) -> str:
        """Where it is, for people."""
        ...

    def is_there(self) -> bool:
        """Whether the window opens at login."""
        ...

    def make(self) -> None:
        """Make it, or make it anew. Raises `FileError`."""
        ...

    def remove(self) -> None:
        """Remove it, if it is there. Raises `FileError`."""
        ...


class FileEntry:
    """A file that says what to start: a desktop entry (XDG autostart) or a launch agent (macOS)."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path, self._content = path, content

    @property
    def place(self) -> str:
        """The file's path."""
        return str(self._path)

    def is_there(self) -> bool:
        """Whether there is one, and it was not switched off by the desktop's own settings."""
        try:
            return b"Hidden=true" not in self._path.read_bytes()
        except OSError:
            return False

    def make(self) -> None:
        """Write the file."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(self._content)
        except OSError as error:
            raise self._failed(error) from error

    def remove(self) -> None:
        """Delete the file."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise self._failed(error) from error

    def _failed(self, error: OSError) -> FileError:
        return FileError(
            "The start at login cannot be changed",
            f"{self._path}: {error.strerror}.",
            "Change it in the settings of your system instead.",
        )


class RegistryEntry:
    """A value of this person's part of Windows' registry."""

    def __init__(self, command: str) -> None:
        self._command = command

    @property
    def place(self) -> str:
        """The key and the value."""
        return rf"HKEY_CURRENT_USER\{_WINDOWS_KEY}\fbrecon"

    def is_there(self) -> bool:
        """Whether the value is there."""
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
                winreg.QueryValueEx(key, "fbrecon")  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def make(self) -> None:
        """Set the value."""
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
            winreg.SetValueEx(key, "fbrecon", 0, winreg.REG_SZ, self._command)  # type: ignore[attr-defined,unused-ignore]

    def remove(self) -> None:
        """Delete the value."""
        import winreg

        if self.is_there():
            access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined,unused-ignore]
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY, 0, access) as key:  # type: ignore[attr-defined,unused-ignore]
                winreg.DeleteValue(key, "fbrecon")  # type: ignore[attr-defined,unused-ignore]


def login_entry(
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    command: Sequence[str] | None = None,
    home: Path | None = None,
) -> LoginEntry:
    """The entry of this system; `command` opens the window, in the tray where there is one.

    `home` is the folder of this user where it is not the usual one.
    """
    folder_words = ["--home", str(home)] if home is not None else []
    words = [*(command or start_command()), *folder_words, "gui", "--hidden"]
    if platform == "win32":
        return RegistryEntry(" ".join(f'"{word}"' if " " in word else word for word in words))
    person = Path(environment.get("HOME") or Path.home())
    if platform == "darwin":
        agent = {
            "Label": NAME,
            "ProgramArguments": words,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        path = person / "Library" / "LaunchAgents" / f"{NAME}.plist"
        return FileEntry(path, plistlib.dumps(agent))
    folder = Path(environment.get("XDG_CONFIG_HOME") or person / ".config")
    return FileEntry(folder / "autostart" / "fbrecon.desktop", _desktop_entry(words))


def _desktop_entry(words: Sequence[str]) -> bytes:
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=fbrecon",
        "Comment=Keeps FreshBooks and Alternative Payments in step",
        f"Exec={' '.join(map(_quoted, words))}",
        "Icon=fbrecon",
        "Terminal=false",
        "X-GNOME-Autostart-Delay=10",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _quoted(word: str) -> str:
    """A word of `Exec` as the desktop entry specification wants it, `%` among it."""
    word = word.replace("%", "%%")
    if not _RESERVED & set(word):
        return word
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, "\\" + sign)
    # The value itself is a string in which a backslash is written twice.
    return '"' + word.replace("\\", "\\\\") + '"'
