"""What a company decided about writing, and the words for why something waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WritingRules:
    """The settings that decide what may be written.

    `writes` is false while the platform's own link may still be writing. `post_since` is a day in
    the business's zone: what was paid before it waits for a person.
    """

    account: str
    platform: str
    writes: bool
    auto_post: bool
    post_since: date
    timezone: str


LATE_FEES = frozenset({"late_payment", "interest"})
