"""A look at a company file from outside: few statements, no lock, no migration, any file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.glances import FileState
from fbrecon.domain.posting import PostingState
from fbrecon.domain.runs import Cursor, Phase
from fbrecon.store.backup import back_up_daily
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from fbrecon.store.glance import glance
from fbrecon.store.migrations import LATEST, STEPS
from tests.fakes.fake_clock import NOW
from tests.fakes.samples import a_key, a_new_intent
from tests.store.seeded_file import FILES


@pytest.fixture
def lived(stores: CompanyStores) -> CompanyStores:
    """A file with something of everything that a look tells."""
    stores.decisions.keep_fact("business", '{"id": "22"}')
    stores.decisions.keep_setting("mode", "write")
    stores.journal.keep_cursor(
        Cursor("invoices", Phase.HISTORY, 3, began_on=NOW.date(), complete_at=NOW)
    )
    stores.journal.keep_cursor(Cursor("schedule:payments", last_success_at=NOW))
    number = stores.journal.begin_run("asked for", NOW)
    stores.journal.end_run(number, "partial", NOW, "The platform was out of reach.", "{}")
    open_item = Finding("a", AttentionKind.MODE_QUESTION, "A?", "Why.", "Say.", "A")
    stores.decisions.refresh_attention(
        [open_item, Finding("b", AttentionKind.MODE_QUESTION, "B?", "Why.", "Say.", "B")], NOW
    )
    stores.decisions.refresh_attention([open_item], NOW)
    for name, state in (("p1", PostingState.APPROVED), ("p2", PostingState.PROPOSED)):
        stores.outbox.add(a_new_intent(a_key(name), state=state))
    return stores


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement of every connection that is opened from now on."""
    told: list[str] = []

    def hook(connection: apsw.Connection) -> None:
        def trace(_cursor: apsw.Cursor, statement: str, _values: object) -> bool:
            told.append(statement)
            return True

        connection.exec_trace = trace

    apsw.connection_hooks.append(hook)
    yield told
    apsw.connection_hooks.remove(hook)


def _damage(path: Path, begin: int = 0) -> None:
    """Spoil a sound file from there on, as a broken disk does."""
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    content = path.read_bytes()
    path.write_bytes(content[:begin] + b"\xa5" * (len(content) - begin))


def test_a_look_tells_what_the_file_holds(lived: CompanyStores, path: Path) -> None:
    seen = glance(path)
    assert (seen.file, seen.problem) == (FileState.SOUND, "")
    assert seen.facts["business"] == '{"id": "22"}'
    assert seen.settings == {"mode": "write"}
    for name in ("invoices", "schedule:payments"):
        assert seen.cursors[name] == lived.journal.cursor(name)
    assert seen.last_success_at == NOW
    assert seen.last_run is not None
    assert (seen.last_run.outcome, seen.last_run.finished_at) == ("partial", NOW)
    assert seen.attention == len(lived.decisions.list_attention()) == 1
    assert seen.writes == {PostingState.APPROVED: 1, PostingState.PROPOSED: 1}


def test_it_asks_eight_statements_and_none_walks_through_a_large_table(
    lived: CompanyStores, path: Path, statements: list[str]
) -> None:
    glance(path)
    assert len(statements) == 8
    steps: set[str] = set()
    for each in statements:
        if each.startswith("SELECT"):
            plan = lived.file.sql(f"EXPLAIN QUERY PLAN {each}", ["x"] * each.count("?"))
            steps.update(step[3] for step in plan)
    small = {"SCAN fact", "SCAN setting", "SCAN cursor", "SCAN attention"}
    assert steps == {
        *small,
        "SCAN run",  # from its end, and no further than the newest
        "SEARCH intent USING COVERING INDEX intent_by_state (state=?)",
    }


def test_while_somebody_writes_it_tells_what_was_there_before_and_keeps_nobody_waiting(
    lived: CompanyStores, path: Path
) -> None:
    with lived.write():
        lived.decisions.keep_fact("business", '{"id": "23"}')
        assert glance(path).facts["business"] == '{"id": "22"}'
    assert glance(path).facts["business"] == '{"id": "23"}'
    other = apsw.Connection(str(path))
    other.execute("BEGIN EXCLUSIVE")
    assert glance(path).file is FileState.SOUND
    other.execute("COMMIT")
    other.close()


@pytest.mark.parametrize("version", sorted(STEPS))
def test_a_file_of_any_version_is_told_and_stays_of_that_version(path: Path, version: int) -> None:
    path.parent.mkdir(parents=True)
    shutil.copy(FILES / f"v{version:03}.db", path)
    before = path.read_bytes()
    seen = glance(path)
    assert seen.file is (FileState.SOUND if version == LATEST else FileState.OLDER)
    assert "business" in seen.facts
    assert seen.cursors
    assert path.read_bytes() == before
    assert not (path.parent / "backups").exists()


def test_a_newer_file_is_told_with_its_business(lived: CompanyStores, path: Path) -> None:
    lived.file.sql(f"PRAGMA user_version = {LATEST + 1}")
    seen = glance(path)
    assert seen.file is FileState.NEWER
    assert "Install the newest fbrecon." in seen.problem
    assert seen.facts["business"] == '{"id": "22"}'


@pytest.mark.parametrize("begin", [0, 4096], ids=["all", "behind the first page"])
def test_a_damaged_file_is_told_and_its_copy_says_whose_it_is(
    lived: CompanyStores, path: Path, begin: int
) -> None:
    back_up_daily(lived.file, NOW.date())
    lived.close()
    _damage(path, begin)
    seen = glance(path)
    assert seen.file is FileState.DAMAGED
    assert "is no longer a sound database" in seen.problem
    assert seen.facts["business"] == '{"id": "22"}'
    assert seen.attention == 0


def test_a_missing_file_is_told_and_not_made(lived: CompanyStores, path: Path) -> None:
    back_up_daily(lived.file, NOW.date())
    lived.close()
    for left in path.parent.glob("company.db*"):
        left.unlink()
    seen = glance(path)
    assert seen.file is FileState.MISSING
    assert "fbrecon companies restore birch" in seen.problem
    assert seen.facts["business"] == '{"id": "22"}'
    assert not path.exists()


def test_where_no_copy_can_be_read_nobody_knows_whose_it_is(
    lived: CompanyStores, path: Path
) -> None:
    copy = back_up_daily(lived.file, NOW.date())
    assert copy is not None
    lived.close()
    _damage(path)
    copy.write_bytes(b"neither can this" * 500)
    assert glance(path).facts == {}


def test_the_database_of_another_program_is_no_company(tmp_path: Path) -> None:
    photos = tmp_path / "company.db"
    connection = apsw.Connection(str(photos))
    connection.execute("CREATE TABLE photo (id INTEGER)")
    connection.close()
    seen = glance(photos)
    assert seen.file is FileState.UNREADABLE
    assert "another program's database" in seen.problem


def test_a_file_that_nobody_wrote_to_yet_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "company.db"
    path.touch()
    assert glance(path).facts == {}
    CompanyFile(path).close()
    assert glance(path).facts == {}
    assert glance(path).file is FileState.SOUND
