"""Puts a hostile text in the place of every text that a desk could have from somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tests.fakes.fake_desk import FakeDesk

# What the program itself gives out and asks back, or has a fixed set of words for.
_OUR_OWN = re.compile(
    r"(^|_)(id|ids|key|slug|link|uuid|token|currency|account|code|marker|resource)$"
)
_KEPT = frozenset({"environment", "scenario", "outcome", "mode", "slug", "keys"})


def poison(desk: FakeDesk, text: str) -> FakeDesk:
    """The desk with that text in every row, whatever kinds of rows it has."""
    for name, value in vars(desk).items():
        if not name.startswith("_") and name not in _KEPT:
            setattr(desk, name, poisoned(value, text))
    return desk


def poisoned(value: Any, text: str, name: str = "") -> Any:
    """A record, or a group of records, with that text in each field that holds a text."""
    if type(value) is str:
        return value if _OUR_OWN.search(name) or not name else text
    if isinstance(value, dict):
        return {key: poisoned(inner, text) for key, inner in value.items()}
    if type(value) in (list, tuple):
        return type(value)(_each(value, text, name))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: poisoned(getattr(value, field.name), text, field.name)
            for field in fields(value)
            if field.init
        }
        changed = {key: new for key, new in changed.items() if new is not getattr(value, key)}
        return replace(value, **changed) if changed else value
    return value


def _each(values: Iterable[Any], text: str, name: str) -> list[Any]:
    return [poisoned(value, text, name) for value in values]
