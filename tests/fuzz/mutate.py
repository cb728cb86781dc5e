"""Breaks bytes as a bad line, a bad proxy or a bad mind would; one seed each."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

# Values that parsers stumble over, as JSON texts.
ODD_VALUES = (
    "null", "true", "false", "0", "-0", "1", "-1", "0.1", "1e400", "-1e400", "1e-400", "1e7",
    "1E+6", "123456789012345678901234567890", "9" * 400, "-9223372036854775809",
    "9223372036854775807", "1.005", "1e2", '""', '" "', '"0"', '"-0.00"', '"NaN"', '"sNaN"',
    '"Infinity"', '"-Infinity"', '"1e400"', '"1E+1000000"', '"٣"', '"1_000"', '"0x10"', '" 1"',
    '"100.005"', '"USD"', '"usd"', '"XXX"', '"0001-01-01"', '"9999-12-31"', '"2026-02-30"',
    '"0001-01-01T00:00:00+14:00"', '"9999-12-31T23:59:59-14:00"', '"0001-01-01 00:00:00"',
    '"9999-12-31 23:59:59"', '"2026-11-01 01:30:00"', '"\\u0000"', '"\\ud800"', '"\\u202eabc"',
    '"<b>x</b>"', '"' + "x" * 20_000 + '"', "[]", "{}", "[[]]", '[null]', '{"id":1}',
    "[" * 50 + "]" * 50, '{"a":' * 50 + "1" + "}" * 50,
)  # fmt: skip
ODD_BYTES = (
    b"", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"[" * 100_000, b'{"a":' * 20_000,
    b'"', b"\\", b"{", b"}", b"]", b",", b":", b"1e999", b"<html>", b"\r\n", b"\xf4\x90\x80\x80",
)  # fmt: skip


LARGEST = 400_000


class Mutator:
    """Mutations from one seed; `other` are payloads to take pieces from."""

    def __init__(self, seed: str, other: list[bytes]) -> None:
        self._chance = random.Random(seed)
        self._other = other
        self._ways: tuple[Callable[[bytes], bytes], ...] = (
            self._inside, self._inside, self._inside, self._inside, self._flip, self._cut,
            self._insert, self._double, self._splice, self._drop,
        )  # fmt: skip

    def mutate(self, payload: bytes) -> bytes:
        """The payload after one to three accidents."""
        for _ in range(self._chance.choice((1, 1, 1, 2, 3))):
            payload = self._chance.choice(self._ways)(payload)
        return payload[:LARGEST]

    def choose(self, among: list[Any]) -> Any:
        """One of them."""
        return self._chance.choice(among)

    def _place(self, payload: bytes) -> int:
        return self._chance.randrange(len(payload) + 1)

    def _flip(self, payload: bytes) -> bytes:
        changed = bytearray(payload)
        for _ in range(self._chance.randint(1, 8) if changed else 0):
            changed[self._chance.randrange(len(changed))] = self._chance.randrange(256)
        return bytes(changed)

    def _cut(self, payload: bytes) -> bytes:
        return payload[: self._place(payload)]

    def _drop(self, payload: bytes) -> bytes:
        first, last = sorted((self._place(payload), self._place(payload)))
        return payload[:first] + payload[min(last, first + 200) :]

    def _insert(self, payload: bytes) -> bytes:
        at = self._place(payload)
        return payload[:at] + self._chance.choice(ODD_BYTES) + payload[at:]

    def _double(self, payload: bytes) -> bytes:
        first, last = sorted((self._place(payload), self._place(payload)))
        return payload[:last] + payload[first:last][:5000] + payload[last:]

    def _splice(self, payload: bytes) -> bytes:
        other = self._chance.choice(self._other)
        return payload[: self._place(payload)] + other[self._place(other) :]

    def _inside(self, payload: bytes) -> bytes:
        """JSON that stays JSON: one value becomes an odd one, a list, nothing, or a neighbour."""
        try:
            told = json.loads(payload)
        except (ValueError, RecursionError):
            return self._flip(payload)
        places = list(_iter_places(told))
        if not places:
            return self._chance.choice(ODD_VALUES).encode()
        holder, key = self._chance.choice(places)
        way = self._chance.randrange(10)
        if way < 6:
            holder[key] = "\0here"
            odd = self._chance.choice(ODD_VALUES)
            return json.dumps(told).replace('"\\u0000here"', odd).encode()
        if way == 6:
            del holder[key]
        elif way == 7 and isinstance(holder, dict):
            holder[self._chance.choice(("id", "data", "error", "errors", "amount", ""))] = (
                holder.pop(key)
            )
        elif way == 8:
            holder[key] = [holder[key]] * self._chance.choice((1, 2, 300))
        else:
            other_holder, other_key = self._chance.choice(places)
            holder[key] = json.loads(json.dumps(other_holder[other_key]))
        return json.dumps(told).encode()


def _iter_places(told: Any) -> Any:
    """Every place in nested lists and objects, as holder and key."""
    waiting = [told] if isinstance(told, dict | list) else []
    while waiting:
        here = waiting.pop()
        for key in list(here) if isinstance(here, dict) else range(len(here)):
            yield here, key
            if isinstance(here[key], dict | list):
                waiting.append(here[key])
