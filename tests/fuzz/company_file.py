"""Company files with spoiled bytes, cut short, or with a log that was cut.

What must hold: the file opens and is read, or an error of ours says what is wrong; never another
exception, since that would be a traceback where a bookkeeper needs a sentence.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from peewee import DatabaseError

from fbrecon.errors import FbreconError
from fbrecon.store.database import CompanyFile
from tests.fuzz.wire import Tally
from tests.store.seeded_file import FILES

_Spoil = Callable[[random.Random, bytes], bytes]


def spoil(count: int, seed: int, folder: Path) -> Tally:
    """So many spoiled files, each opened, checked and read through."""
    tally = Tally()
    whole = max(FILES.glob("v*.db")).read_bytes()
    for number in range(count):
        chance = random.Random(f"{seed}:{number}")
        way = chance.choice(_WAYS)
        place = folder / str(number)
        place.mkdir()
        path = place / "company.db"
        path.write_bytes(way(chance, whole))
        if chance.random() < 0.2:
            path.with_name("company.db-wal").write_bytes(chance.randbytes(chance.randrange(9000)))
        _try(path, f"{way.__name__} {seed}:{number}", tally)
        for left in place.iterdir():
            left.unlink()
        place.rmdir()
    return tally


def _flip(chance: random.Random, whole: bytes) -> bytes:
    changed = bytearray(whole)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _flip_head(chance: random.Random, whole: bytes) -> bytes:
    changed = bytearray(whole)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(200)] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, whole: bytes) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _blank(chance: random.Random, whole: bytes) -> bytes:
    at = chance.randrange(0, len(whole), 4096)
    return whole[:at] + bytes(4096) + whole[at + 4096 :]


_WAYS: tuple[_Spoil, ...] = (_flip, _flip_head, _cut, _blank)


def _try(path: Path, what: str, tally: Tally) -> None:
    file: CompanyFile | None = None
    try:
        file = CompanyFile(path)
        flaws = file.check()
        for (name,) in file.sql("SELECT name FROM sqlite_master WHERE type = 'table'"):
            file.sql(f'SELECT * FROM "{name}"')
    except FbreconError as error:
        tally.note(error.title)
    except Exception as error:  # noqa: BLE001 - what is looked for
        kind = "crashed" if not isinstance(error, DatabaseError) else "database error"
        tally.note(kind, f"{type(error).__name__}: {error!s:.150}: {what}")
    else:
        tally.note("found by the check" if flaws else "read")
    finally:
        if file is not None:
            file.close()
