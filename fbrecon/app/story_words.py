"""The story of a record for the command line: as JSON for scripts, as lines for people."""

from __future__ import annotations

from datetime import date
from typing import Any

from fbrecon.clock import rfc3339
from fbrecon.domain.money import Money
from fbrecon.domain.stories import Compared, Happening, Story

Cell = str | Money | date | None


def as_json(story: Story) -> dict[str, Any]:
    """For scripts."""
    return {
        "id": story.item,
        "sides": [
            {
                "what": row.what,
                "freshbooks": _value(row.in_books),
                "platform": _value(row.on_platform),
                "currency": _currency(row),
                "differs": row.differs,
            }
            for row in story.compared
        ],
        "history": [_happening(one) for one in story.happenings],
        "links": [
            {"where": link.where.value, "kind": link.kind, "address": link.address}
            for link in story.links
        ],
    }


def _happening(one: Happening) -> dict[str, Any]:
    return {
        "date": None if one.on is None else one.on.isoformat(),
        "at": None if one.at is None else rfc3339(one.at),
        "where": one.where.value,
        "kind": one.kind,
        "what": one.what,
        "amount": None if one.amount is None else one.amount.to_decimal_string(),
        "currency": None if one.amount is None else one.amount.currency,
        "about": one.about,
        "why": one.why,
        "who": one.who,
        "id": one.item or None,
    }


def _value(cell: Cell) -> str | None:
    if isinstance(cell, Money):
        return cell.to_decimal_string()
    return cell.isoformat() if isinstance(cell, date) else cell


def _currency(row: Compared) -> str | None:
    cells = (row.in_books, row.on_platform)
    return next((cell.currency for cell in cells if isinstance(cell, Money)), None)


def in_words(story: Story) -> str:
    """For a person: both sides beneath each other, then one line for each thing that happened."""
    lines = [story.item]
    if story.compared:
        lines.append(f"  {'':16}{'FreshBooks':28}Platform")
    for row in story.compared:
        mark = "  (differs)" if row.differs else ""
        name = row.what.replace("_", " ")
        lines.append(f"  {name:16}{_text(row.in_books):28}{_text(row.on_platform)}{mark}")
    for one in story.happenings:
        parts = [
            "day not told" if one.on is None else one.on.isoformat(),
            f"{one.where.value:10}",
            f"{one.kind.replace('_', ' ')}: {one.what.replace('_', ' ')}",
            "" if one.amount is None else str(one.amount),
            one.about,
            one.why,
        ]
        lines.append("  ".join(part for part in parts if part))
    lines += [f"{link.where.value}: {link.address}" for link in story.links]
    return "\n".join(lines)


def _text(cell: Cell) -> str:
    if cell is None:
        return "\N{EN DASH}"
    return cell.replace("_", " ") if isinstance(cell, str) else str(cell)
