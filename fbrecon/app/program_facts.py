"""What a program tells about itself: where its files lie, its versions, what it is made of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is handed on with the program, and its licence as an SPDX expression."""

    name: str
    licence: str
    home: str


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """`home` is None where the program keeps nothing; `versions` are names with their versions."""

    home: Path | None = None
    versions: tuple[tuple[str, str], ...] = ()


def list_libraries() -> list[Library]:
    """Every library with its licence, by name."""
    text = files("fbrecon").joinpath("licences.json").read_text(encoding="utf-8")
    return [Library(row["name"], row["licence"], row.get("home", "")) for row in json.loads(text)]
