"""ARCHITECTURE.md says what the code is: the posting machine's table, and every file it names."""

from __future__ import annotations

import re
from pathlib import Path

from fbrecon.domain.posting import TRANSITIONS, PostingState

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def _written_moves() -> dict[str, set[str]]:
    """The rows below `| from | to | when |`."""
    _, _, after = TEXT.partition("| from | to | when |\n")
    rows: dict[str, set[str]] = {}
    for line in after.splitlines()[1:]:
        if not line.startswith("|"):
            break
        before, to, _ = (cell.strip() for cell in line.strip("|").split("|"))
        assert before not in rows, f"{before} stands there twice"
        rows[before] = {word.strip() for word in to.split(",") if word.strip()}
    return rows


def test_the_table_of_moves_is_the_posting_machine() -> None:
    machine = {
        before.value: {state.value for state in after} for before, after in TRANSITIONS.items()
    }
    assert _written_moves() == machine


def test_the_machine_speaks_of_every_state() -> None:
    assert set(TRANSITIONS) == set(PostingState)


def test_every_file_that_is_named_is_there() -> None:
    named = re.findall(r"`((?:fbrecon|ui|tests|resources|packaging)/[\w./]+)`", TEXT)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_table_of_the_company_file_is_named() -> None:
    schema = (ROOT / "fbrecon/store/migrations").glob("v*.py")
    tables = {
        name
        for step in schema
        for name in re.findall(r"CREATE TABLE (\w+)", step.read_text(encoding="utf-8"))
    }
    assert tables
    assert {name for name in tables if f"`{name}`" not in TEXT} == set()
