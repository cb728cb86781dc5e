"""Copies of a company file: before each migration, and one for each day of use, seven kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fbrecon.store.database import CompanyFile

KEPT_DAYS = 7


def back_up_before_migration(file: CompanyFile) -> None:
    """A copy named after the version that the file still has."""
    folder = _folder(file)
    file.back_up(folder / f"{file.path.stem}-version-{file.version}.db")


def back_up_daily(file: CompanyFile, today: date) -> Path | None:
    """A copy for today if there is none yet; older daily ones beyond the newest seven go."""
    folder = _folder(file)
    target = folder / f"{file.path.stem}-{today.isoformat()}.db"
    if target.exists():
        return None
    file.back_up(target)
    daily = sorted(folder.glob(f"{file.path.stem}-[0-9][0-9][0-9][0-9]-*.db"))
    for old in daily[:-KEPT_DAYS]:
        old.unlink()
    return target


def _folder(file: CompanyFile) -> Path:
    folder = file.path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
