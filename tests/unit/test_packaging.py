"""What is made of the program for Linux, Windows and macOS says the same of it everywhere."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import struct
import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from fbrecon import __version__
from fbrecon.cli import build_parser
from fbrecon.own_process import PARTS
from fbrecon.store.database import APPLICATION_ID

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
METAINFO = PACKAGING / "linux" / "io.github.fbrecon.fbrecon.metainfo.xml"
SPEC = (PACKAGING / "bundle" / "fbrecon.spec").read_text(encoding="utf-8")
INNO = (PACKAGING / "windows" / "fbrecon.iss").read_text(encoding="utf-8")


def _plist(name: str) -> dict[str, object]:
    return dict(plistlib.loads((PACKAGING / "macos" / name).read_bytes()))


def _xml(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_text(encoding="utf-8"))


def test_all_of_them_tell_the_same_version() -> None:
    (release, *_) = _xml(METAINFO).iter("release")
    told = _plist("Info.plist")
    (inno,) = re.findall(r'#define Version "([^"]+)"', INNO)
    versions = {
        release.get("version"),
        told["CFBundleVersion"],
        told["CFBundleShortVersionString"],
        inno,
    }
    assert versions == {__version__}
    date.fromisoformat(str(release.get("date")))


def test_all_of_them_have_the_same_name_by_which_a_system_knows_the_program() -> None:
    name = _xml(METAINFO).findtext("id")
    assert name == _plist("Info.plist")["CFBundleIdentifier"]
    assert f'bundle_identifier="{name}"' in SPEC
    assert f"{name}.metainfo.xml" == METAINFO.name


def test_the_entry_of_the_menu_opens_the_window() -> None:
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str  # type: ignore[assignment,method-assign] # its keys have capitals
    file.read(PACKAGING / "linux" / "fbrecon.desktop", encoding="utf-8")
    entry = file["Desktop Entry"]
    program, *words = entry["Exec"].split()
    assert program == entry["TryExec"] == "fbrecon"
    assert build_parser().parse_args(words).command == "gui"
    assert (entry["Type"], entry["Terminal"]) == ("Application", "false")
    assert all(entry[key].endswith(";") for key in ("Categories", "Keywords"))
    (launch,) = _xml(METAINFO).iter("launchable")
    assert launch.text == "fbrecon.desktop"
    assert f'setDesktopFileName("{entry["Icon"]}")' in (ROOT / "ui/app.py").read_text("utf-8")


def test_a_company_file_is_known_by_its_header() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = _xml(PACKAGING / "linux" / "fbrecon-mime.xml").find(f"{space}mime-type")
    assert kind is not None
    (outer, inner) = kind.iter(f"{space}match")
    assert outer.get("value") == "SQLite format 3\\000"
    assert inner.get("offset") == "68"
    assert int(str(inner.get("value")), 16) == APPLICATION_ID
    assert kind.get("type") in [it.text for it in _xml(METAINFO).iter("mediatype")]


def test_the_description_for_software_centres_is_valid() -> None:
    tool = shutil.which("appstreamcli")
    if tool is None:
        pytest.skip("there is no appstreamcli")
    found = subprocess.run(
        [tool, "validate", "--no-net", str(METAINFO)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


def test_the_installer_for_windows_takes_what_is_built() -> None:
    sections = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", INNO, re.M | re.S))
    assert {"Setup", "Files", "Icons", "Registry", "Code"} <= sections.keys()
    assert r"build\dist\fbrecon\*" in sections["Files"]
    assert re.search(r"^AppId=\{\{[0-9A-F-]{36}\}$", sections["Setup"], re.M)
    programs = set(re.findall(r"\{app\}\\([\w-]+)\.exe", INNO))
    assert programs == {"fbrecon-window"}
    assert all(f'"{name}"' in SPEC for name in programs)
    licence = re.findall(r"^LicenseFile=(.*)$", INNO, re.M)
    assert [PACKAGING.joinpath("windows", *it.split("\\")).is_file() for it in licence] == [True]
    assert INNO.count("begin") == INNO.count("end;")


def test_the_app_for_macos_asks_for_what_the_browser_needs_and_no_more() -> None:
    assert _plist("entitlements.plist") == {
        "com.apple.security.cs.allow-jit": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }
    script = (PACKAGING / "macos" / "sign-and-notarise").read_text(encoding="utf-8")
    steps = ["--options runtime", "--verify", "notarytool submit", "stapler staple"]
    places = [script.index(step) for step in steps]
    assert places == sorted(places)
    for path in re.findall(r"packaging/[\w./-]+", script + SPEC):
        assert (ROOT / path).exists(), path


def test_every_script_is_one_that_its_shell_understands() -> None:
    scripts = [
        path
        for path in PACKAGING.rglob("*")
        if path.is_file() and re.match(rb"#!.*\b(ba)?sh\b", path.read_bytes())
    ]
    assert len(scripts) >= 9
    for script in scripts:
        shell = "bash" if b"bash" in script.read_bytes()[:40] else "sh"
        found = subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stderr


def test_the_parts_that_a_bundle_starts_are_in_it() -> None:
    assert '*collect_submodules("fbrecon")' in SPEC
    assert '*collect_submodules("fbrecon_ui")' in SPEC
    assert all(part.split(".")[0] == "fbrecon" for part in PARTS)


def test_the_icons_for_windows_and_macos_hold_pictures_at_the_places_that_they_name() -> None:
    space: dict[str, object] = {"__name__": "icons", "__file__": str(PACKAGING / "bundle/icons.py")}
    text = (PACKAGING / "bundle" / "icons.py").read_text(encoding="utf-8")
    exec(compile(text, "icons.py", "exec"), space)
    pictures = {size: b"\x89PNG" + bytes([size % 251]) * size for size in (16, 128, 256, 512)}
    data = space["ico"](pictures)  # type: ignore[operator]
    (_, kind, count) = struct.unpack("<HHH", data[:6])
    assert (kind, count) == (1, 3)
    for row, size in enumerate((16, 128, 256)):
        head = struct.unpack("<BBBBHHII", data[6 + 16 * row : 22 + 16 * row])
        assert head[0] == size % 256
        assert data[head[7] : head[7] + head[6]] == pictures[size]
    whole = space["icns"](pictures)  # type: ignore[operator]
    assert struct.unpack(">I", whole[4:8])[0] == len(whole)
