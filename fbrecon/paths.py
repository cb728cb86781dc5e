"""Where everything of this user lies: one home folder, readable by nobody else."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def default_home() -> Path:
    """The platform's user-data folder for fbrecon."""
    return Path(platformdirs.user_data_dir("fbrecon", appauthor=False))


def make_private(folder: Path) -> Path:
    """Make the folder if need be, and let only its owner in."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder
