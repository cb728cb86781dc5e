"""The entry that opens the window at login: made, told, removed, and never more than one file."""

from __future__ import annotations

import configparser
import plistlib
from pathlib import Path

import pytest

from fbrecon.cli import build_parser
from fbrecon.errors import FileError
from fbrecon.start_at_login import LoginEntry, login_entry

PROGRAM = ["/opt/our programs/100% fb$recon"]


def _entry(home: Path, platform: str = "linux") -> LoginEntry:
    return login_entry(platform=platform, environment={"HOME": str(home)}, command=PROGRAM)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_what_is_switched_on_is_there_until_it_is_switched_off(
    tmp_path: Path, platform: str
) -> None:
    entry = _entry(tmp_path, platform)
    assert not entry.is_there()
    entry.make()
    entry.make()
    assert entry.is_there()
    assert [str(path) for path in tmp_path.rglob("*") if path.is_file()] == [entry.place]
    entry.remove()
    entry.remove()
    assert not entry.is_there()


def test_the_desktops_file_starts_the_program_whatever_its_path(tmp_path: Path) -> None:
    entry = _entry(tmp_path)
    entry.make()
    assert entry.place == str(tmp_path / ".config" / "autostart" / "fbrecon.desktop")
    file = configparser.ConfigParser(interpolation=None)
    file.read(entry.place, encoding="utf-8")
    told = file["Desktop Entry"]["Exec"]
    assert told == '"/opt/our programs/100%% fb\\\\$recon" gui --hidden'
    words = build_parser().parse_args(told.split()[-2:])
    assert (words.command, words.hidden) == ("gui", True)


def test_a_folder_of_its_own_is_started_with_it(tmp_path: Path) -> None:
    entry = login_entry(
        platform="darwin",
        environment={"HOME": str(tmp_path)},
        command=PROGRAM,
        home=tmp_path / "books",
    )
    entry.make()
    started = plistlib.loads(Path(entry.place).read_bytes())["ProgramArguments"]
    words = build_parser().parse_args(started[1:])
    assert (words.home, words.command, words.hidden) == (tmp_path / "books", "gui", True)


def test_the_folder_of_settings_is_the_one_that_the_desktop_names(tmp_path: Path) -> None:
    places = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "elsewhere")}
    entry = login_entry(platform="linux", environment=places, command=PROGRAM)
    assert Path(entry.place).is_relative_to(tmp_path / "elsewhere")


def test_what_the_desktop_switched_off_is_off(tmp_path: Path) -> None:
    entry = _entry(tmp_path)
    entry.make()
    with Path(entry.place).open("a", encoding="utf-8") as file:
        file.write("Hidden=true\n")
    assert not entry.is_there()
    entry.make()
    assert entry.is_there()


def test_the_mac_starts_the_same_words(tmp_path: Path) -> None:
    entry = _entry(tmp_path, "darwin")
    entry.make()
    agent = plistlib.loads(Path(entry.place).read_bytes())
    assert agent["ProgramArguments"] == [*PROGRAM, "gui", "--hidden"]
    assert Path(entry.place).stem == agent["Label"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("in the way")
    with pytest.raises(FileError, match="cannot be changed"):
        _entry(tmp_path).make()
