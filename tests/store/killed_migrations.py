"""Ends a migration with SIGKILL at each of its statements in turn; run by `test_old_files.py`.

A process of its own, because it forks: `python -m tests.store.killed_migrations FOLDER [STRIDE]`,
at each STRIDEth statement. Prints how often it killed, then what was wrong.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from playhouse.apsw_ext import APSWDatabase

from fbrecon.store.backup import back_up_before_migration
from fbrecon.store.database import CompanyFile
from fbrecon.store.migrations import LATEST

FILES = Path(__file__).parent / "files"


def open_and_die(path: Path, at: int) -> bool:
    """Open the file in a child that is killed at that statement; whether it came to that."""
    child = os.fork()
    if child == 0:
        left = at
        plain = APSWDatabase.execute_sql

        def counted(self: Any, *words: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return plain(self, *words, **named)  # type: ignore[no-untyped-call]

        APSWDatabase.execute_sql = counted  # type: ignore[method-assign]
        CompanyFile(path, before_migration=back_up_before_migration).close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def content(path: Path) -> dict[str, Any]:
    """How many rows each table has, once the file is at the latest version and sound."""
    file = CompanyFile(path, before_migration=back_up_before_migration)
    try:
        assert (file.version, file.check()) == (LATEST, [])
        tables = file.sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return {name: file.sql(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in tables}
    finally:
        file.close()


def try_all(kept: Path, folder: Path, stride: int, first: int) -> tuple[int, list[str]]:
    """Kill the migration of one kept file again and again; how often, and what was wrong."""
    folder.mkdir(parents=True)
    wanted = content(Path(shutil.copy(kept, folder / "whole.db")))
    problems: list[str] = []
    kills, at = 0, first
    while True:
        place = folder / str(at)
        place.mkdir()
        path = Path(shutil.copy(kept, place / "company.db"))
        if not open_and_die(path, at):
            return kills, problems
        kills += 1
        try:
            if content(path) != wanted:
                problems.append(f"{kept.name}, statement {at}: rows are missing")
        except Exception as error:  # noqa: BLE001 - what is looked for
            problems.append(f"{kept.name}, statement {at}: {error}")
        shutil.rmtree(place)
        at += stride


def main(folder: Path, stride: int = 1) -> int:
    """Exits with 1 where a file was not what it should be."""
    kills, problems = 0, []
    for number, kept in enumerate(sorted(FILES.glob("*.db"))):
        killed, wrong = try_all(kept, folder / kept.stem, stride, number * 7 % stride)
        kills += killed
        problems += wrong
    print(kills, *problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
