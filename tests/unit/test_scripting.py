"""What the command line tells shells, `man` and people about itself."""

from __future__ import annotations

import shlex
import shutil
import subprocess

import pytest

from fbrecon.cli import build_parser, main
from fbrecon.commands.examples import EXAMPLES
from fbrecon.commands.registry import REGISTRY
from fbrecon.commands.scripting import SHELLS, manual_page


def test_every_command_has_an_example() -> None:
    assert set(EXAMPLES) == set(REGISTRY)


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_every_example_is_understood(line: str) -> None:
    program, *words = shlex.split(line.split(" > ")[0])
    assert program == "fbrecon"
    build_parser().parse_args(words)


def test_the_help_of_a_command_shows_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    for name, lines in EXAMPLES.items():
        assert main([name, "--help"]) == 0
        told = capsys.readouterr().out
        assert all(line in told for line in lines), name


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert [name for name in REGISTRY if name not in script] == []
    if shutil.which(shell) is not None:
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


def test_the_manual_names_every_command_option_and_exit_code() -> None:
    page = manual_page(build_parser())
    for name in REGISTRY:
        assert f".SS fbrecon {name}" in page
    assert r"\-\-settle" not in page
    assert r"\-\-dry\-run" in page
    assert all(rf"\fB{code}\fR" in page for code in range(5))


def test_nothing_in_the_manual_is_taken_for_a_command_of_troff() -> None:
    known = {".TH", ".SH", ".SS", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi"}
    for line in manual_page(build_parser()).splitlines():
        assert not line.startswith("'"), line
        assert not line.startswith(".") or line.split()[0] in known, line
