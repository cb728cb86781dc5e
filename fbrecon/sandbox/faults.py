"""Scripted faults: what goes wrong, for which requests, how often.

A fault is chosen before a request is worked on and applied by `service` before or after that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus

# Nothing was done on the far side.
BEFORE = frozenset(
    {
        "refuse", "reset_before", "timeout", "html", "expire_token", "delay", "late",
        "error_200_before",
    }
)  # fmt: skip
# The work was done, but the caller does not get to know it, or not rightly.
AFTER = frozenset(
    {
        "reset_after", "timeout_after", "truncated", "error_200", "duplicate_row", "odd_row",
        "wrong_length", "another_answer",
    }
)  # fmt: skip
STATUSES = frozenset(
    {
        "307", "308", "400", "401", "403", "403_html", "404", "407_html", "408", "429", "500",
        "502_html", "503", "504",
    }
)  # fmt: skip


@dataclass(slots=True)
class Fault:
    """One fault; ``times`` counts down, below zero means for ever."""

    pattern: re.Pattern[str]
    kind: str
    method: str | None = None
    times: int = 1
    skip: int = 0
    after_work: bool = False
    details: dict[str, Any] = field(default_factory=dict)


class Faults:
    """The faults that are waiting for their request."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, body: dict[str, Any]) -> None:
        """Adds the fault that a control asks for; raises ValueError if it makes no sense.

        ``match`` is a regular expression, searched in ``METHOD path?query`` (the query decoded);
        ``after`` skips the first matches. A status may carry ``_after``: the work is done first.
        ``retry_after`` sets that header, ``location`` where a detour leads, ``seconds`` the
        length of a delay or of a hang, and how much later a ``late`` request is worked on, which
        gets no answer, or that of ``status``. ``bytes`` is where an answer is cut, ``by`` how
        much longer its Content-Length claims it to be, ``errno`` what stands in an error inside
        a 200, ``field`` and ``value`` what an odd row has in the place of the right value.
        """
        known = {"match", "method", "kind", "times", "after"}
        kind = str(body.get("kind", "")).removeprefix("status").lstrip("_ ")
        if not kind and "status" in body:
            kind = str(body["status"])
        after_work = kind.endswith("_after") and kind.removesuffix("_after") in STATUSES
        if after_work:
            kind = kind.removesuffix("_after")
        if kind not in BEFORE | AFTER | STATUSES:
            names = ", ".join(sorted(BEFORE | AFTER | STATUSES))
            raise ValueError(f"unknown fault kind {kind!r}; known: {names}")
        try:
            pattern = re.compile(str(body.get("match", "")))
        except re.error as problem:
            raise ValueError(f"match is no regular expression: {problem}") from problem
        method = str(body["method"]).upper() if body.get("method") else None
        details = {name: value for name, value in body.items() if name not in known}
        times, skip = int(body.get("times", 1)), int(body.get("after", 0))
        self._waiting.append(
            Fault(pattern, kind, method, times, skip, after_work or kind in AFTER, details)
        )

    def clear(self) -> None:
        """Forgets all faults that still wait."""
        self._waiting.clear()

    def take(self, method: str, path: str, query: str) -> Fault | None:
        """The first fault that is due for this request; it is one time fewer then."""
        line = f"{method} {path}?{unquote_plus(query)}" if query else f"{method} {path}"
        for fault in self._waiting:
            if fault.method not in (None, method) or not fault.pattern.search(line):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            if fault.times == 0:
                continue
            fault.times -= 1
            return fault
        return None
