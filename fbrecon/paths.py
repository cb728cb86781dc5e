"""Where everything of this user lies: one home folder, readable by nobody else."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from fbrecon.errors import FileError


def default_home() -> Path:
    """The platform's user-data folder for fbrecon."""
    return Path(platformdirs.user_data_dir("fbrecon", appauthor=False))


def make_private(folder: Path) -> Path:
    """Make the folder if need be, and let only its owner in. Raises `FileError`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise FileError(
            "The folder of fbrecon cannot be used",
            f"{folder}: {error.strerror}.",
            "Free that place, or name another folder with --home or FBRECON_HOME.",
        ) from error
    return folder
