"""The benchmark runs, small: nothing here judges time."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import PARTS, _print, main
from tests.bench.part import Figure, Part
from tests.conftest import scaled


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_each_part_names_what_it_is_compared_with(part: Part) -> None:
    figures = part.run(0.002 * scaled(1))
    assert figures
    for figure in figures:
        assert figure.name
        assert figure.reference
        assert figure.seconds > 0
        assert figure.reference_seconds > 0


def test_each_part_runs_in_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--scale", "0.0005", "--only", "link ids"]) == 0
    assert "500 payments against 500 by id" in capsys.readouterr().out


def test_a_limit_that_is_exceeded_is_said_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert not _print(Figure("slow", 3.0, "quick", 1.0, most_seconds=2, most_ratio=2), 10)
    assert "3.00 times quick (1.00 s) – over 2 s – over 2 times" in capsys.readouterr().out
    assert _print(Figure("well", 1.0, "quick", 1.0, most_seconds=2, most_ratio=2), 10)
