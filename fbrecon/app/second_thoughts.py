"""Taking back a decision: a yes, a no or a match, as long as nothing was sent because of it.

Each desk remembers the decisions made at it. Taking one back puts the write where it stood before
and asks the question again; the activity log keeps the decision and its taking back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from fbrecon.app.company import Company
from fbrecon.app.review import list_decidable
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.ids import BookPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState
from fbrecon.errors import FbreconError, Refused

_WHY = "A person took the decision back."
_MOST = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything that a decision could touch stands at one moment."""

    about: frozenset[str]
    intents: tuple[Intent, ...]
    open_items: frozenset[int]
    matches: frozenset[BookPaymentId]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision was about, before and after it."""

    public_id: str
    before: Standing
    after: Standing

    def take_back(self, company: Company) -> str:
        """Put the writes where they stood, and ask again."""
        now = {i.key.text: i for i in stands_now(company, self.before).intents}
        moved = [
            (before, after)
            for before, after in zip(self.before.intents, self.after.intents, strict=True)
            if before.state is not after.state
        ]
        for _, after in moved:
            there = now.get(after.key.text)
            if there is None or (there.state, there.attempts) != (after.state, after.attempts):
                raise Refused(
                    "It is too late to take that back",
                    f"{after.subject}: something was done because of it already.",
                    "If it was written, take it back with Undo.",
                )
        with company.stores.write():
            for before, after in moved:
                _put_back(company, before, now[after.key.text])
            made = self.after.matches - self.before.matches
            company.stores.decisions.forget_matches(sorted(made))
            for number in sorted(self.before.open_items - self.after.open_items):
                company.stores.decisions.reopen_attention(number)
            subject = moved[0][1].subject if moved else self.public_id
            company.stores.activity.append(
                Deed(DeedKind.ATTENTION, subject, _WHY, self.public_id, "decided", "open")
            )
        return f"Taken back: {subject} waits for your decision again."


def standing(company: Company, public_id: str) -> Standing:
    """How the writes, questions and matches about that id stand now."""
    try:
        intents = tuple(list_decidable(company, public_id))
    except FbreconError:
        intents = ()
    about = frozenset({public_id, *(f"pay_{intent.source_id}" for intent in intents)})
    return _look(company, about, intents)


def stands_now(company: Company, before: Standing) -> Standing:
    """How the same things stand now; a question that was answered names nothing any more."""
    outbox = company.stores.outbox
    intents = tuple(outbox.find(intent.key) or intent for intent in before.intents)
    return _look(company, before.about, intents)


def _look(company: Company, about: frozenset[str], intents: tuple[Intent, ...]) -> Standing:
    items = company.stores.decisions.list_attention()
    return Standing(
        about,
        intents,
        frozenset(
            item.number
            for item in items
            if item.finding.subject in about or f"att_{item.number}" in about
        ),
        frozenset(
            match.book_payment_id
            for match in company.stores.decisions.matches()
            if f"pay_{match.payment_id}" in about  # a sync may match others at the same time
        ),
    )


class Reversible(Protocol):
    """A decision that can be taken back."""

    def take_back(self, company: Company) -> str:
        """Put everything back; returns what was done as a sentence. Raises `Refused`."""
        ...


class SecondThoughts:
    """The decisions made at one desk, the last one on top."""

    def __init__(self) -> None:
        self._decided: list[Reversible] = []

    def remember(self, decision: Reversible) -> None:
        """Keep a decision, so that it can be taken back."""
        self._decided.append(decision)
        del self._decided[:-_MOST]

    def take_back(self, company: Company) -> tuple[Reversible, str]:
        """Take back the last decision; returns it, and what was done as a sentence.

        Raises `Refused` where there is none, or something was done because of it already.
        """
        if not self._decided:
            raise Refused(
                "There is no decision to take back",
                "Nothing was decided in this window since it was opened.",
                "What was written is taken back with Undo, in Payments or Activity.",
            )
        decision = self._decided.pop()
        return decision, decision.take_back(company)


def _put_back(company: Company, before: Intent, now: Intent) -> None:
    """Along the machine's own edges, to where it waited before."""
    outbox = company.stores.outbox
    if now.state is not PostingState.PROPOSED:
        now = outbox.move(now, PostingState.PROPOSED, _WHY, unwaive=before.hold)
    if before.state is not PostingState.PROPOSED:
        # What was refused waits as held: it was never sent a second time.
        outbox.move(now, PostingState.HELD, before.reason, hold=before.hold)
