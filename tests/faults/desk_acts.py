"""What the bookkeeper decides at the desk, how time passes, and which syncs there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from fbrecon.app.views import AttentionRow, Mode, SyncReport
from fbrecon.domain.attention import AttentionKind
from fbrecon.errors import NotFound, Refused
from tests.faults.acts import Act
from tests.faults.world import World

# The clocks of New York, where FreshBooks' days begin: spring forward, fall back.
CLOCK_CHANGES = (datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC))
_ALIKE = re.compile(r"FreshBooks already has payment (\d+)")


def _item(world: World, pick: int, *actions: str) -> AttentionRow | None:
    rows = [row for row in world.items() if set(actions) & set(row.actions)]
    return rows[-1 - pick % len(rows)] if rows else None


def approve(world: World, pick: int, much: int) -> None:
    row = _item(world, pick + much, "approve")
    if row is not None:
        with suppress(Refused, NotFound):
            world.desk.approve(row.id)
            world.approved_by_person.add(row.subject)


def say_it_is_the_same(world: World, pick: int, much: int) -> None:
    """The person says that the payment typed in by hand is the platform's."""
    for row in world.items()[(pick + much) % 3 :]:
        found = _ALIKE.search(row.message)
        if found is not None:
            with suppress(Refused, NotFound):
                world.desk.approve(row.id, f"pay_book_{found[1]}")
            return


def dismiss(world: World, pick: int, much: int) -> None:
    row = _item(world, pick + much, "dismiss")
    if row is not None:
        with suppress(Refused, NotFound):
            world.desk.dismiss(row.id)
            world.refused_by_person |= {row.subject, *_invoice_written_about(world, row.subject)}


def _invoice_written_about(world: World, subject: str) -> list[str]:
    """The invoice that a write is about: no copy of it is wanted, and nobody is asked again."""
    if not subject.startswith("act_"):
        return []
    intent = world.stores.outbox.find_by_row(int(subject.removeprefix("act_")))
    return [] if intent is None else [f"inv_{intent.key.leg}"]


def answer_word(world: World, pick: int, much: int) -> None:
    """Every second world says that it means collected."""
    row = _item(world, pick, "answer_word")
    if row is not None and row.kind == AttentionKind.UNKNOWN_WORD:
        world.desk.answer_word(row.id, ("succeeded", "failed", "pending")[much % 3])


def read_only(world: World, pick: int, much: int) -> None:
    world.desk.set_mode(Mode.READ if (pick + much) % 2 else Mode.WRITE)


def ask_first(world: World, pick: int, much: int) -> None:
    world.desk.change_setting("auto_post", "off" if (pick + much) % 2 else "certain")


AT_THE_DESK: dict[str, Act] = {
    act.__name__: act
    for act in (approve, say_it_is_the_same, dismiss, answer_word, read_only, ask_first)
}


# ---- time


def five_minutes(world: World, pick: int, much: int) -> None:
    world.advance(300 * (1 + pick % 3) + much)


def hours(world: World, pick: int, much: int) -> None:
    world.advance(3600 * (1 + pick % 14) + 60 * much)


def days(world: World, pick: int, much: int) -> None:
    world.advance(86_400 * (1 + pick % 4) + 3600 * much)


def to_the_clock_change(world: World, pick: int, much: int) -> None:
    """Up to the minutes before New York's clocks change, or a week nearer; then across."""
    now = world.clock.now()
    for change in CLOCK_CHANGES:
        if now < change:
            before = change - timedelta(minutes=10) - now
            step = before if before > timedelta(0) else timedelta(minutes=20 + pick + much)
            world.advance(min(step, timedelta(days=7)).total_seconds())
            return
    world.advance(86_400)


TIME_PASSES: dict[str, Act] = {
    act.__name__: act for act in (five_minutes, hours, days, to_the_clock_change)
}

# ---- syncs

SYNCS: dict[str, Callable[[World], SyncReport]] = {
    "payments": lambda world: world.sync("payments"),
    "hourly": lambda world: world.sync("accounts", "customers", "invoices", "lines"),
    "all": lambda world: world.sync(),
    "full": lambda world: world.sync(full=True),
}
