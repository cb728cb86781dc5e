"""The log file: what happened, without secrets, names or sums; five files of a megabyte at most."""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
from pathlib import Path

from fbrecon.errors import FileError
from fbrecon.paths import make_private

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LOUD = ("requests_oauthlib", "oauthlib", "urllib3", "keyring", "werkzeug", "schedule", "peewee")
# Last line of defence: records are written without secrets in the first place.
_SECRET = re.compile(
    r"(?i)(bearer|basic)\s+[a-z0-9._~+/=-]+"
    r"|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"
    r"|\b[0-9a-f]{64}\b"
    r"|(?<=code=)[^&\s]+|(?<=state=)[^&\s]+|(?<=secret=)[^&\s]+|(?<=token=)[^&\s]+"
)


def blot(text: str) -> str:
    """The text with whatever looks like a secret taken out."""
    return _SECRET.sub("[removed]", text)


def read_log(home: Path, most: int | None = None) -> str:
    """The log below a home, the oldest first, blotted once more; with `most` its last characters.

    Raises `FileError` where a file of it cannot be read.
    """
    found = sorted((home / "logs").glob("fbrecon.log*"), key=_age)
    parts: list[str] = []
    length = 0
    for path in found:  # the newest first: enough of it may be there soon
        try:
            parts.append(path.read_text(encoding="utf-8", errors="replace"))
        except OSError as error:
            raise FileError(
                "The log cannot be read",
                f"{path.name}: {error.strerror or type(error).__name__}.",
                "Check the folder of fbrecon.",
            ) from error
        length += len(parts[-1])
        if most is not None and length >= most:
            break
    text = "".join(reversed(parts))
    return blot(text if most is None or len(text) <= most else text[-most:].partition("\n")[2])


def _age(path: Path) -> int:
    """0 for the file that is written now, 1 for the one before it."""
    ending = path.suffix.removeprefix(".")
    return int(ending) if ending.isdigit() else 0


class Redacted(logging.Formatter):
    """Blots out whatever looks like a secret."""

    def format(self, record: logging.LogRecord) -> str:
        """The line with secrets replaced."""
        return blot(super().format(record))


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A log file that only its owner can read."""

    def _open(self):  # type: ignore[no-untyped-def]
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that cannot be written, on a full disk say, must not fill the terminal."""
        del record


def start_logging(home: Path) -> None:
    """Write the program's log below its home; other libraries are kept quiet."""
    folder = make_private(home / "logs")
    handler = _PrivateFile(folder / "fbrecon.log", maxBytes=1 << 20, backupCount=4, delay=True)
    handler.setFormatter(Redacted(_FORMAT))
    root = logging.getLogger("fbrecon")
    for old in list(root.handlers):
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
