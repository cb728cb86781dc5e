"""Opening a company file: new, again, newer, strange; its schema and its permissions."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import apsw
import pytest
from peewee import IntegrityError

from fbrecon.domain.posting import TRANSITIONS
from fbrecon.errors import FileError
from fbrecon.store import database, tables
from fbrecon.store.all_tables import ALL
from fbrecon.store.backup import back_up_before_migration
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import APPLICATION_ID, CompanyFile
from fbrecon.store.migrations import LATEST, STEPS
from tests.fakes.fake_clock import FakeClock


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _set(path: Path, statement: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(statement)
    connection.close()


# ---- opening


def test_a_new_file_has_the_latest_version_and_says_what_it_is(file: CompanyFile) -> None:
    assert file.version == LATEST
    assert file.sql("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert file.check() == []


def test_an_opened_again_file_keeps_what_it_holds(path: Path, clock: FakeClock) -> None:
    first = CompanyStores(path, clock)
    first.decisions.keep_fact("business", "42")
    first.close()
    again = CompanyStores(path, clock)
    assert again.decisions.fact("business") == "42"
    assert again.file.version == LATEST
    again.close()


def test_opening_again_writes_nothing(path: Path) -> None:
    CompanyFile(path).close()
    before = path.read_bytes()
    CompanyFile(path).close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0)],
)
def test_every_connection_has_the_rules_that_keep_the_file_safe(
    file: CompanyFile, pragma: str, value: object
) -> None:
    assert file.sql(f"PRAGMA {pragma}") == [(value,)]


def test_a_newer_file_is_refused_and_not_changed(path: Path) -> None:
    CompanyFile(path).close()
    _set(path, f"PRAGMA user_version = {LATEST + 1}")
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        CompanyFile(path)
    assert caught.value.sentence == (
        "This company file is newer than this program. "
        f"The file company.db has version {LATEST + 1}; this fbrecon knows up to {LATEST}. "
        "Install the newest fbrecon. Nothing was changed."
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 1])
def test_the_database_of_another_program_is_refused_and_not_changed(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "photos.db"
    _set(path, f"CREATE TABLE photo (id INTEGER); PRAGMA user_version = {version}")
    with pytest.raises(FileError, match="not a company file"):
        CompanyFile(path)
    connection = apsw.Connection(str(path))
    assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["photo"]
    connection.close()


def test_a_file_of_no_length_is_taken_as_new(tmp_path: Path) -> None:
    path = tmp_path / "company.db"
    path.touch()
    file = CompanyFile(path)
    assert file.version == LATEST
    file.close()


def test_what_is_no_database_is_told_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "company.db"
    path.write_bytes(b"Dear Sir or Madam, " * 500)
    with pytest.raises(FileError, match="damaged"):
        CompanyFile(path)


def test_a_folder_in_the_files_place_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        CompanyFile(tmp_path)


def test_an_sqlite_that_can_damage_files_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: "3.51.2")
    with pytest.raises(FileError, match="too old"):
        CompanyFile(path)
    assert not path.exists()


# ---- permissions


def test_only_its_owner_may_read_the_file_and_its_folder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0)
    try:
        file = CompanyFile(path)
        file.run(tables.Fact.insert(name="a", value="b"))
        modes = {found.name: _mode(found) for found in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert _mode(path.parent) == 0o700
    assert set(modes) == {"company.db", "company.db-wal", "company.db-shm"}
    assert set(modes.values()) == {0o600}
    file.close()


# ---- schema


def test_the_migrations_make_exactly_the_tables_that_the_code_reads(file: CompanyFile) -> None:
    made = {
        name: {
            (column, kind, bool(required), bool(key))
            for _, column, kind, required, _, key in file.sql(f"PRAGMA table_info({name})")
        }
        for _, name, kind, *_ in file.sql("PRAGMA table_list")
        if kind == "table" and not name.startswith("sqlite_")  # the search keeps its own
    }
    read: dict[str, set[tuple[str, str, bool, bool]]] = {}
    for table in ALL:
        meta: Any = table._meta
        keys = {field.name for field in meta.get_primary_keys()}
        read[meta.table_name] = {
            (
                field.column_name,
                {"INT": "INTEGER"}.get(field.field_type, field.field_type),
                # a lone INTEGER key is the row's own number, and never null either way
                not field.null and not (field.field_type == "INT" and keys == {field.name}),
                field.name in keys,
            )
            for field in meta.sorted_fields
        }
    for name, columns in made.items():
        keys = {column for column in columns if column[3]}
        if len(keys) == 1 and next(iter(keys))[1] == "INTEGER":
            column, kind, _, key = keys.pop()
            made[name] = {c for c in columns if not c[3]} | {(column, kind, False, key)}
    assert made == read


def test_every_table_is_strict(file: CompanyFile) -> None:
    loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    assert file.sql(f"{loose} AND NOT strict AND name NOT LIKE 'sqlite_%'") == []


def test_the_file_knows_the_posting_machine(file: CompanyFile) -> None:
    edges = {(a.value, b.value) for a, after in TRANSITIONS.items() for b in after}
    assert set(file.sql("SELECT before, after FROM move")) == edges


def test_a_file_with_an_older_posting_machine_learns_the_new_one(path: Path) -> None:
    file = CompanyFile(path)
    file.sql("DELETE FROM move WHERE before = 'sending'")
    file.sql("INSERT INTO move VALUES ('posted', 'sending')")
    file.close()
    again = CompanyFile(path)
    edges = {(a.value, b.value) for a, after in TRANSITIONS.items() for b in after}
    assert set(again.sql("SELECT before, after FROM move")) == edges
    again.close()


_MONEY_COLUMNS = [
    ("invoice", "total_minor"),
    ("invoice", "outstanding_minor"),
    ("invoice", "paid_minor"),
    ("invoice", "discount_minor"),
    ("line", "amount_minor"),
    ("book_payment", "amount_minor"),
    ("bank_line", "amount_minor"),
    ("platform_invoice", "total_minor"),
    ("intent", "amount_minor"),
    ("posting", "amount_minor"),
    ("closed_row", "amount_minor"),
]


def test_the_list_of_money_columns_is_whole(file: CompanyFile) -> None:
    found = file.sql(
        "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
        "WHERE m.type = 'table' AND c.name LIKE '%\\_minor' ESCAPE '\\'"
    )
    assert set(found) == set(_MONEY_COLUMNS)


@pytest.mark.parametrize(("table", "column"), _MONEY_COLUMNS)
@pytest.mark.parametrize("value", ["'twelve'", "12.5", "x'00'"])
def test_a_money_column_refuses_text_and_fractions(
    file: CompanyFile, table: str, column: str, value: str
) -> None:
    values = {
        name: {"INTEGER": "1", "TEXT": "'x'", "BLOB": "x''"}[kind]
        for _, name, kind, *_ in file.sql(f"PRAGMA table_info({table})")
    }
    values[column] = value
    file.sql("PRAGMA foreign_keys = OFF")
    columns, marks = ", ".join(values), ", ".join(values.values())
    with pytest.raises(IntegrityError, match=f"cannot store .* in .*{column}"):
        file.sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})")
    values[column] = "12"
    file.sql(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(values.values())})")


# ---- migrations


def _more_steps(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    monkeypatch.setattr(database, "STEPS", {**STEPS, LATEST + 1: statements})
    monkeypatch.setattr(database, "LATEST", LATEST + 1)


def test_an_older_file_is_brought_up_step_by_step(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = CompanyFile(path)
    old.run(tables.Fact.insert(name="business", value="42"))
    old.close()
    _more_steps(monkeypatch, "ALTER TABLE fact ADD COLUMN since INTEGER", "CREATE TABLE extra (a)")
    file = CompanyFile(path)
    assert file.version == LATEST + 1
    assert file.sql("SELECT name, value, since FROM fact") == [("business", "42", None)]
    assert file.sql("SELECT * FROM extra") == []
    file.close()


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CompanyFile(path).close()
    with monkeypatch.context() as broken:
        _more_steps(broken, "CREATE TABLE extra (a)", "DROP TABLE word", "DROP TABLE nowhere")
        with pytest.raises(Exception, match="nowhere"):
            CompanyFile(path)
    file = CompanyFile(path)
    assert file.version == LATEST
    assert file.sql("SELECT name FROM sqlite_master WHERE name IN ('extra', 'word')") == [("word",)]
    assert file.check() == []
    file.close()


def test_a_first_migration_that_fails_leaves_an_empty_file_that_can_be_opened_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(database, "STEPS", {1: (*STEPS[1], "DROP TABLE nowhere")})
        with pytest.raises(Exception, match="nowhere"):
            CompanyFile(path)
    file = CompanyFile(path)
    assert file.version == LATEST
    file.close()


def test_before_a_migration_the_file_is_copied_as_it_was(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = CompanyStores(path, clock)
    old.decisions.keep_fact("business", "42")
    old.close()
    _more_steps(monkeypatch, "DROP TABLE fact", "CREATE TABLE fact (gone)")
    CompanyStores(path, clock).close()
    monkeypatch.undo()
    copy = path.parent / "backups" / f"company-version-{LATEST}.db"
    kept = CompanyFile(copy)
    assert kept.version == LATEST
    assert kept.sql("SELECT value FROM fact") == [("42",)]
    kept.close()


def test_a_file_of_today_is_not_copied_on_opening(path: Path) -> None:
    CompanyFile(path, before_migration=back_up_before_migration).close()
    CompanyFile(path, before_migration=back_up_before_migration).close()
    assert not (path.parent / "backups").exists()


def test_a_copy_that_fails_stops_the_migration(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CompanyFile(path).close()
    _more_steps(monkeypatch, "DROP TABLE word")
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(FileError):
        CompanyFile(path, before_migration=back_up_before_migration)
    monkeypatch.undo()
    file = CompanyFile(path)
    assert file.version == LATEST
    assert file.sql("SELECT * FROM word") == []
    file.close()
