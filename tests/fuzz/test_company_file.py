"""Spoiled company files, a few; `make fuzz` tries very many."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import scaled
from tests.fuzz.company_file import spoil


def test_a_spoiled_company_file_opens_or_is_told_as_what_it_is(tmp_path: Path) -> None:
    tally = spoil(scaled(150), 7, tmp_path)
    assert tally.problems == []
    assert "The company file is damaged" in tally.outcomes
    assert "found by the check" in tally.outcomes
