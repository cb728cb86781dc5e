"""What the machine can do to a company file, told in words, with nothing half written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from peewee import IntegrityError, OperationalError

from fbrecon.errors import FileError
from fbrecon.store import tables
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from tests.fakes.samples import a_customer, a_key, a_new_intent

_HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def _held_by_another_process(path: Path) -> Iterator[None]:
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        yield
        assert child.stdin is not None
        child.stdin.close()


# ---- the disk is full


def _pages(file: CompanyFile) -> int:
    [(count,)] = file.sql("PRAGMA page_count")
    return int(count)


@pytest.mark.parametrize("spare", range(0, 12, 3))
def test_a_full_disk_is_told_in_words_and_nothing_of_the_page_is_kept(
    stores: CompanyStores, spare: int
) -> None:
    stores.books.save_customers([a_customer(1)])
    stores.file.sql(f"PRAGMA max_page_count = {_pages(stores.file) + spare}")
    many = [a_customer(number, "x" * 200) for number in range(2, 1000)]
    with pytest.raises(FileError) as caught:
        stores.books.save_customers(many)
    assert caught.value.title == "The disk is full"
    assert "company.db" in caught.value.message
    assert "Free some space" in caught.value.hint
    assert stores.books.row_counts()["customers"] == 1
    stores.file.sql("PRAGMA max_page_count = 1000000")
    assert stores.books.save_customers(many).new == 998
    assert stores.check() == []


def test_a_full_disk_lets_no_send_begin(stores: CompanyStores) -> None:
    intents = [
        stores.outbox.add(a_new_intent(a_key(f"p{number}"), body=b"x" * 2000))
        for number in range(3)
    ]
    stores.file.sql(f"PRAGMA max_page_count = {_pages(stores.file)}")
    with pytest.raises(FileError, match="disk is full"):
        stores.outbox.note(intents[0], "y" * 100_000)
    assert stores.outbox.get(intents[0].key) == intents[0]


# ---- another program holds it


def test_a_file_that_another_process_holds_is_told_in_words(path: Path) -> None:
    CompanyFile(path).close()
    with _held_by_another_process(path):
        file = CompanyFile(path, busy_seconds=0.05)
        with pytest.raises(FileError) as caught:
            file.run(tables.Fact.insert(name="a", value="b"))
        assert caught.value.title == "The company file is in use"
        assert "wait a moment" in caught.value.hint
        # reading goes on meanwhile
        assert file.sql("SELECT * FROM fact") == []
    file.run(tables.Fact.insert(name="a", value="b"))
    assert file.sql("SELECT * FROM fact") == [("a", "b")]
    file.close()


def test_a_write_waits_five_seconds_for_another_process_unless_told_otherwise(
    file: CompanyFile,
) -> None:
    assert file.sql("PRAGMA busy_timeout") == [(5000,)]


# ---- the file was harmed


def test_a_file_with_a_spoiled_head_is_told_as_damage(path: Path) -> None:
    CompanyFile(path).close()
    with path.open("r+b") as file:
        file.write(b"nothing to see")
    with pytest.raises(FileError, match="damaged"):
        CompanyFile(path)


def test_a_spoiled_page_is_told_as_damage_and_found_by_the_check(path: Path) -> None:
    file = CompanyFile(path)
    for number in range(200):
        file.put(tables.Fact, name=f"fact {number}", value="x" * 300)
    root = file.sql("SELECT rootpage FROM sqlite_master WHERE name = 'fact'")[0][0]
    size = file.sql("PRAGMA page_size")[0][0]
    file.close()
    with path.open("r+b") as raw:
        raw.seek((root - 1) * size)
        raw.write(b"\xff" * size)
    harmed = CompanyFile(path)
    with pytest.raises(FileError, match="damaged"):
        harmed.sql("SELECT * FROM fact")
    assert harmed.check()
    harmed.close()


def test_a_row_that_points_nowhere_is_found_by_the_check(file: CompanyFile) -> None:
    file.sql("PRAGMA foreign_keys = OFF")
    file.sql("INSERT INTO allocation VALUES ('gone', 'i1')")
    assert file.check() == ["a row of allocation points nowhere"]


def test_text_that_is_none_and_a_version_that_is_none_are_told_as_damage(path: Path) -> None:
    file = CompanyFile(path)
    file.sql("INSERT INTO fact VALUES ('a', CAST(x'92' AS TEXT))")
    with pytest.raises(FileError, match="damaged"):
        file.sql("SELECT * FROM fact")
    file.sql("PRAGMA user_version = -5")
    file.close()
    with pytest.raises(FileError, match="damaged"):
        CompanyFile(path)


# ---- our own mistakes stay what they are


def test_a_mistake_of_ours_is_not_dressed_up_as_the_machines(file: CompanyFile) -> None:
    with pytest.raises(OperationalError):
        file.sql("SELECT * FROM nowhere")
    with pytest.raises(IntegrityError):
        file.sql("INSERT INTO fact VALUES ('a', NULL)")
