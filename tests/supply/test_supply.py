"""What the program is made of: all of it named, licensed, and new enough to be released."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fbrecon.store.database import OLDEST_SQLITE
from tests.supply.gate import Floor, list_problems, parts, read_floor
from tests.supply.licences import find_distribution, fits, make_list, notices, read_list
from tests.supply.lock import ROOT, Pin, read_lock
from tests.supply.natives import Native, find_natives
from tests.supply.sbom import make_sbom

# Of Qt's modules those that the LGPL covers and the window needs; QtCharts, for one, is under the
# GPL alone and would take the whole program with it.
QT_UNDER_THE_LGPL = {
    "QtCore", "QtGui", "QtNetwork", "QtPdf", "QtPrintSupport", "QtSvg", "QtTest", "QtWebEngineCore",
    "QtWebEngineWidgets", "QtWidgets",
}  # fmt: skip


@pytest.fixture(scope="module")
def sbom() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(make_sbom())
    return document


def test_every_locked_library_has_a_licence_that_fits_ours() -> None:
    listed = read_list()
    assert set(listed) == {pin.name for pin in read_lock()}, "run `make licences`"
    assert {name: row["licence"] for name, row in listed.items() if not fits(row["licence"])} == {}


def test_the_list_says_what_the_installed_libraries_state_of_themselves() -> None:
    assert make_list(read_lock(), read_list()) == list(read_list().values()), "run `make licences`"


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("Apache-2.0 AND MIT", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_a_licence_fits_where_one_choice_of_it_lets_a_program_under_mit_go_with_it(
    licence: str, may: bool
) -> None:
    assert fits(licence) is may


def test_the_window_uses_no_part_of_qt_that_is_under_the_gpl_alone() -> None:
    used = {
        name
        for path in (ROOT / "ui").rglob("*.py")
        for name in re.findall(r"\bPySide6\.(Qt\w+)", path.read_text(encoding="utf-8"))
    }
    assert used
    assert used <= QT_UNDER_THE_LGPL


def test_the_notices_hold_the_text_of_every_installed_library() -> None:
    text = notices()
    for pin in read_lock():
        if find_distribution(pin.name):
            assert f"\n{pin.name} " in f"\n{text}"
    assert "Permission is hereby granted" in text


# ---- the bill of materials


def test_the_bill_of_materials_holds_every_locked_library_with_hashes_and_licence(
    sbom: dict[str, Any],
) -> None:
    assert (sbom["bomFormat"], sbom["specVersion"]) == ("CycloneDX", "1.6")
    libraries = {c["purl"]: c for c in sbom["components"] if "purl" in c}
    pins = {pin.purl: pin for pin in read_lock()}
    assert set(libraries) == set(pins)
    for purl, component in libraries.items():
        (source,) = component["externalReferences"]
        assert sorted(one["content"] for one in source["hashes"]) == list(pins[purl].hashes)
        assert component["licenses"][0]["expression"]


def test_it_names_what_the_wheels_bring_that_is_no_python(sbom: dict[str, Any]) -> None:
    found = {c["name"]: c for c in sbom["components"] if "purl" not in c}
    assert set(found) == {"sqlite", "openssl", "qt", "chromium"}
    (patched,) = found["chromium"]["properties"]
    assert parts(patched["value"])


def test_it_tells_what_needs_what(sbom: dict[str, Any]) -> None:
    needs = {one["ref"]: one.get("dependsOn", []) for one in sbom["dependencies"]}
    names = {ref.rpartition("/")[2].partition("@")[0]: on for ref, on in needs.items()}
    assert any("requests@" in ref for ref in names["fbrecon"])
    assert any("urllib3@" in ref for ref in names["requests"])
    assert any("sqlite@" in ref for ref in names["apsw"])


def test_the_same_lock_gives_the_same_bytes() -> None:
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    assert make_sbom(moment) == make_sbom(moment)


def test_a_line_of_a_lock_that_is_no_pin_is_an_error(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("requests>=2\n")
    with pytest.raises(ValueError, match="requests"):
        read_lock(lock)
    lock.write_text("a==1 ; python_version < '3' \\\n    --hash=sha256:" + "0" * 64 + "\n")
    assert read_lock(lock) == [Pin("a", "1", "python_version < '3'", ("0" * 64,))]


# ---- the gate

FLOOR = Floor("3.51.3", "155.0.8059.85", date(2026, 11, 25), timedelta(days=60))
GOOD = [
    Native("sqlite", "3.51.3", "blessing", "apsw"),
    Native("chromium", "140.0.1.2", "x", "pyside6", "155.0.8059.85"),
]


def changed(name: str, **values: str) -> list[Native]:
    return [replace(one, **values) if one.name == name else one for one in GOOD]


def test_the_gate_opens_for_what_is_new_enough() -> None:
    assert list_problems(FLOOR, GOOD, date(2026, 11, 25)) == []
    assert list_problems(FLOOR, changed("sqlite", version="3.100.0"), date(2027, 1, 24)) == []


@pytest.mark.parametrize("old", ["3.51.2", "3.9.9", "2.99.99"])
def test_the_gate_stays_shut_for_an_sqlite_that_can_damage_a_log(old: str) -> None:
    (problem,) = list_problems(FLOOR, changed("sqlite", version=old), date(2026, 12, 1))
    assert old in problem


@pytest.mark.parametrize("old", ["155.0.8059.84", "99.9.9.9", "154.9.9999.999"])
def test_the_gate_stays_shut_for_a_browser_without_the_latest_patches(old: str) -> None:
    (problem,) = list_problems(FLOOR, changed("chromium", patched_to=old), date(2026, 12, 1))
    assert old in problem


@pytest.mark.parametrize("day", [date(2027, 1, 25), date(2026, 11, 24)])
def test_the_gate_stays_shut_where_nobody_looked_lately(day: date) -> None:
    (problem,) = list_problems(FLOOR, GOOD, day)
    assert "look again" in problem


def test_what_is_installed_here_is_not_below_the_floor() -> None:
    floor = read_floor()
    assert list_problems(floor, find_natives(), floor.looked_at) == []
    assert parts(floor.sqlite) == OLDEST_SQLITE
