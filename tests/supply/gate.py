"""What a release must not fall below, and whether it does: `packaging/release.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.supply.lock import ROOT
from tests.supply.natives import Native

FILE = ROOT / "packaging" / "release.toml"


@dataclass(frozen=True, slots=True)
class Floor:
    """The oldest versions that a release may carry, and until when that was looked up for."""

    sqlite: str
    chromium_patch: str
    looked_at: date
    good_for: timedelta


def read_floor(path: Path = FILE) -> Floor:
    """The floor as the file states it. Raises `KeyError` where it leaves something out."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    chromium = told["chromium"]
    return Floor(
        told["sqlite"]["at_least"],
        chromium["security_patch_at_least"],
        chromium["looked_at"],
        timedelta(days=chromium["good_for_days"]),
    )


def list_problems(floor: Floor, natives: list[Native], today: date) -> list[str]:
    """Why this must not be released; empty where it may."""
    found = {native.name: native for native in natives}
    problems = []
    sqlite, chromium = found["sqlite"], found["chromium"]
    if parts(sqlite.version) < parts(floor.sqlite):
        problems.append(f"SQLite is {sqlite.version}; {floor.sqlite} is the oldest that will do.")
    if parts(chromium.patched_to) < parts(floor.chromium_patch):
        problems.append(
            f"Chromium is patched to {chromium.patched_to};"
            f" {floor.chromium_patch} is the oldest that will do."
        )
    over = floor.looked_at + floor.good_for
    if not floor.looked_at <= today <= over:
        problems.append(
            f"Chromium's patch level was looked up on {floor.looked_at}, which counts until {over}."
            " Take the newest Qt and look again."
        )
    return problems


def parts(version: str) -> tuple[int, ...]:
    """A version for comparing. Raises `ValueError` where it is not made of numbers."""
    return tuple(int(part) for part in version.split("."))
