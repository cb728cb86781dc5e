"""What is wrong with a row, where, and why; such a row changes nothing."""

from __future__ import annotations

from fbrecon.domain.imports import RowProblem as RowProblem


class FieldError(Exception):
    """A field that cannot be read; whoever reads the row makes a problem of it."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field = field
        self.problem = problem


def shown(value: str) -> str:
    """A value as it may stand in a sentence: one line, not long, in quotation marks."""
    text = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"
