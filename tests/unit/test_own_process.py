"""How parts of the program are started, from source and from a bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fbrecon.own_process import PARTS, own_command, run_bundled, start_command


def test_from_source_a_part_is_started_by_this_python_which_passes_by_the_working_folder() -> None:
    assert own_command("fbrecon", "demo") == (sys.executable, "-P", "-m", "fbrecon", "demo")


def test_a_bundle_starts_its_parts_by_its_own_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("/opt/fbrecon/fbrecon-window")))
    assert own_command("fbrecon.sync_process")[0] == str(Path("/opt/fbrecon/fbrecon"))
    assert own_command("fbrecon.sync_process")[1:] == ("-m", "fbrecon.sync_process")
    assert start_command() == (str(Path("/opt/fbrecon/fbrecon-window")),)


def test_what_a_bundle_is_asked_to_start_is_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fbrecon", "-m", "fbrecon.sandbox", "--help"])
    with pytest.raises(SystemExit) as stop:
        run_bundled(sys.argv[1:])
    assert stop.value.code == 0
    assert "--until-eof" in capsys.readouterr().out


def test_a_bundle_runs_no_module_but_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert "http.server" not in PARTS
    assert run_bundled(["-m", "http.server"]) == 2
    assert "usage: fbrecon" in capsys.readouterr().err
    with pytest.raises(ValueError, match="no part"):
        own_command("http.server")


@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_part_is_a_program(part: str) -> None:
    root = Path(__file__).parents[2]
    assert root.joinpath(*part.split("."), "__main__.py").is_file()
