"""The lock files as they stand: which versions, for which computers, with which hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "packaging" / "requirements.txt"

_PIN = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>[^\s;]+)(?:\s*;\s*(?P<marker>[^\\]*))?")


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked version; an empty marker is for every computer."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its name in the language of package URLs."""
        return f"pkg:pypi/{self.name}@{self.version}"


def read_lock(path: Path = RUNTIME) -> list[Pin]:
    """Every pin of a lock file, in its order. Raises `ValueError` for a line that is no pin."""
    pins = []
    for block in re.split(r"^(?=[a-z])", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        found = _PIN.match(block)
        if found is None:
            raise ValueError(f"not a pin: {block[:60]!r}")
        hashes = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
        pins.append(Pin(found["name"], found["version"], (found["marker"] or "").strip(), hashes))
    return pins


def plain_name(name: str) -> str:
    """A package's name as lock files spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()
