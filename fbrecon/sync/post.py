"""Driving intents through the posting machine: look, send once, settle by reading, read back.

An intent is durable before the first byte leaves. No answer, or a strange one, makes it uncertain;
an uncertain one is settled by reading: found → posted; twice not found after the settling delay →
may be sent again, three times at the most. Nothing here retries a send.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta

from fbrecon.clock import SESSION, Clock
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import (
    POSTED_TO_THE_LEDGER,
    SETTLED,
    IntentKey,
    OutcomeClass,
    PostingState,
    WriteKind,
)
from fbrecon.errors import (
    FbreconError,
    Overtaken,
    Refused,
    SignInAgain,
    Unreachable,
    Unreadable,
)
from fbrecon.sync import crash_points as at
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.preflights import READ_BACK_AT_ONCE, Ahead, NothingAhead
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.send_watch import NoWatch, Watch
from fbrecon.sync.settling import Clocks, Settler, SettleRules
from fbrecon.sync.stores import OutboxStore
from fbrecon.sync.writers import Look, Sight, Writer

log = logging.getLogger(__name__)

_BACK_OFF_SECONDS = 60.0
_LONGEST_BACK_OFF_SECONDS = 3600.0


class Poster:
    """Sends what is approved and settles what is uncertain, one write at a time."""

    def __init__(
        self,
        outbox: OutboxStore,
        writers: Mapping[WriteKind, Writer],
        clock: Clock,
        settle: SettleRules,
        crash: CrashPoint = no_crash,
        *,
        watch: Watch = NoWatch(),  # noqa: B008 - it has no state
        ahead: Ahead = NothingAhead(),  # noqa: B008 - it has no state
        session: str = SESSION,
    ) -> None:
        """`watch` says whether sending waits; `session` names this life of the program.

        Clocks that end with the program compare within one session only.
        """
        self._outbox = outbox
        self._writers = writers
        self._clock = clock
        self._settle = settle
        self._crash = crash
        self._watch = watch
        self._ahead = ahead
        self._clocks = Clocks(clock, session)
        self._settler = Settler(outbox, writers, self._clocks, settle, crash)
        self._moved: list[Intent] = []
        self._touched: dict[str, Intent] = {}
        self.has_sent = False  # whether anything was sent that the ledger shows

    def recover(self) -> int:
        """What was being sent when the program ended may have arrived. Returns how many."""
        sending = self._outbox.list_intents(states=[PostingState.SENDING])
        for intent in sending:
            self._crash(at.RECOVERING)
            self._outbox.move(
                intent,
                PostingState.UNCERTAIN,
                "The program ended while this was being sent; it may have arrived.",
                mark=self._clocks.mark(),
            )
            self._crash(at.RECOVERED)
        return len(sending)

    def run(
        self,
        kinds: tuple[WriteKind, ...],
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: Iterable[IntentKey] = (),
    ) -> list[Intent]:
        """Settle and send everything of these kinds; returns the intents that moved.

        `only` names the intents it is about, where it is not about all of them.

        Stops at the first sign that nothing more can be sent now (`SignInAgain`, `Unreachable`).
        What cannot be read is left out, and its error raised at the end; what a person decided
        about meanwhile is left alone.
        """
        self._keep_moved()
        known = [kind for kind in kinds if kind in self._writers]
        wanted = {key.text for key in only}
        self._settle_all(self._list(known, PostingState.UNCERTAIN, wanted), cancel)
        approved = self._list(known, PostingState.APPROVED, wanted)
        approved.sort(key=lambda intent: known.index(intent.kind))
        blocked = {_target(i) for i in self._outbox.list_intents(states=[PostingState.UNCERTAIN])}
        free = [i for i in approved if _target(i) not in blocked and not self._is_put_off(i)]
        with self._ahead.expecting(free, cancel):
            odd = self._post_all(free, blocked, cancel, report)
        for state in (PostingState.POSTED, PostingState.ADOPTED):
            self._verify_all(self._list(known, state, wanted), cancel)
        if odd is not None:
            raise odd
        return self.list_moved()

    def _settle_all(self, uncertain: Sequence[Intent], cancel: CancelToken) -> None:
        for intent in uncertain:
            cancel.raise_if_cancelled()
            with suppress(Overtaken):
                self._moved.append(self._settler.settle(intent, cancel))

    def _post_all(
        self,
        approved: Sequence[Intent],
        blocked: set[tuple[str, str]],
        cancel: CancelToken,
        report: ProgressFn,
    ) -> Unreadable | Refused | None:
        """Send these, one after the other; what could not be read is told at the end."""
        odd: Unreadable | Refused | None = None
        for place, intent in enumerate(approved):
            cancel.raise_if_cancelled()
            report(Progress(_STAGES[intent.kind], place, len(approved)))
            if _target(intent) in blocked:
                continue  # it may still receive another write
            try:
                self._ahead.wait_to_send(intent, cancel)
                if not self._watch.lets_through(intent.kind):
                    self._only_look(intent, cancel)
                    continue
                result = self._post(intent, cancel)
            except Overtaken:
                continue
            except (Unreadable, Refused) as error:
                with suppress(Overtaken):
                    self._settler.note(intent, f"It could not be looked up: {error.message}")
                odd = odd or error
                continue
            if result.state is PostingState.UNCERTAIN:
                blocked.add(_target(result))
            self._moved.append(result)
        return odd

    def _verify_all(self, recorded: Sequence[Intent], cancel: CancelToken) -> None:
        """Read back, a hundred at a time: what could not be read together is read alone."""
        for start in range(0, len(recorded), READ_BACK_AT_ONCE):
            some = recorded[start : start + READ_BACK_AT_ONCE]
            with suppress(FbreconError):
                self._ahead.read_back(some, cancel)
            for intent in some:
                cancel.raise_if_cancelled()
                with suppress(Overtaken):
                    self._verify(intent, cancel)

    def _list(
        self, kinds: Sequence[WriteKind], state: PostingState, only: Collection[str]
    ) -> list[Intent]:
        found = self._outbox.list_intents(kinds, [state]) if kinds else []
        return [intent for intent in found if not only or intent.key.text in only]

    def _keep_moved(self) -> None:
        self._touched |= {intent.key.text: intent for intent in self._moved}
        self._moved = []

    def take_written(self) -> list[Intent]:
        """What was sent and is there, of all that moved since this was asked the last time."""
        self._keep_moved()
        touched, self._touched = self._touched, {}
        now = (self._outbox.find(intent.key) for intent in touched.values())
        return [i for i in now if i is not None and i.attempts and i.state in SETTLED]

    def list_moved(self) -> list[Intent]:
        """The intents that the last run moved, as they stand now, also where it broke off."""
        return [self._outbox.find(intent.key) or intent for intent in self._moved]

    # ---- one intent

    def _is_put_off(self, intent: Intent) -> bool:
        if intent.not_before is None:
            return False
        left = (intent.not_before - self._clock.now()).total_seconds()
        # More than was ever asked for: the clock was set back.
        return 0 < left <= _LONGEST_BACK_OFF_SECONDS

    def _post(self, intent: Intent, cancel: CancelToken, *, renewed: bool = False) -> Intent:
        """Look, send once, keep the answer. `renewed`: this is the try after a renewed sign-in."""
        writer = self._writers[intent.kind]
        look = writer.look(intent, cancel)
        self._crash(at.LOOKED)
        if look.sight is not Sight.CLEAR:
            return self._not_clear(intent, look)
        intent = self._outbox.note(intent, look.text)
        intent = self._outbox.begin_send(intent)
        self.has_sent = self.has_sent or intent.kind in POSTED_TO_THE_LEDGER
        self._crash(at.INTENT_DURABLE)
        self._watch.count_send()
        self._crash(at.COUNTED)
        outcome = writer.send(intent)
        self._ahead.touched(intent)
        self._crash(at.ANSWERED)
        after, reason = _MEANING[outcome.kind]
        not_before = None
        again = outcome.kind is OutcomeClass.NOT_APPLIED and outcome.at_once and not renewed
        if outcome.kind is OutcomeClass.NOT_APPLIED and not again:
            wait = min(outcome.retry_after or _BACK_OFF_SECONDS, _LONGEST_BACK_OFF_SECONDS)
            not_before = self._clock.now() + timedelta(seconds=wait)
        text = f"{reason} {outcome.summary}".strip()
        intent = self._outbox.end_send(
            intent, outcome, after, text, not_before=not_before, mark=self._clocks.mark()
        )
        self._crash(at.ANSWER_KEPT)
        log.info("%s %s: %s", intent.kind, intent.marker, after.value)
        if outcome.sign_in_again:
            raise SignInAgain(
                "Sign in again", "The service no longer accepts the sign-in.", _NOTHING_LOST
            )
        if again:
            return self._post(intent, cancel, renewed=True)
        if outcome.kind is OutcomeClass.NOT_APPLIED:
            raise Unreachable("Sending was put off", outcome.summary, _NOTHING_LOST)
        if after is PostingState.UNCERTAIN:
            return self._settler.settle(intent, cancel)
        return intent

    def _only_look(self, intent: Intent, cancel: CancelToken) -> None:
        """While sending waits: what is there already is found, the rest stays as it is."""
        look = self._writers[intent.kind].look(intent, cancel)
        if look.sight is not Sight.CLEAR:
            self._moved.append(self._not_clear(intent, look))

    def _not_clear(self, intent: Intent, look: Look) -> Intent:
        if look.sight is Sight.FOUND:
            return self._outbox.move(
                intent, PostingState.ADOPTED, look.text, remote_id=look.remote_id
            )
        if look.sight is Sight.FOUND_DIFFERENT:
            return self._outbox.move(
                intent, PostingState.DISCREPANCY, look.text, remote_id=look.remote_id
            )
        if look.sight is Sight.LATER:
            return self._settler.note(intent, look.text)
        if look.sight is Sight.ASK or not intent.attempts:
            return self._outbox.move(intent, PostingState.HELD, look.text, hold=look.hold)
        return self._settler.unclear(intent, look)

    def _verify(self, intent: Intent, cancel: CancelToken) -> None:
        try:
            found = self._writers[intent.kind].confirm(intent, cancel)
        except FbreconError as error:
            self._settler.note(intent, f"It could not be read back yet: {error.message}")
            return
        self._crash(at.READING_BACK)
        if found.equal is None:
            intent = self._settler.note(intent, found.text)
            if self._clock.now() - intent.changed_at >= self._settle.patience:
                self._outbox.move(intent, PostingState.DISCREPANCY, found.text)
        elif found.equal:
            self._outbox.move(intent, PostingState.VERIFIED, found.text)
        else:
            self._outbox.move(intent, PostingState.DISCREPANCY, found.text)
        self._crash(at.READ_BACK)


def _target(intent: Intent) -> tuple[str, str]:
    """What a write changes: while one may still arrive there, nothing else goes there."""
    of_invoice = intent.kind in (WriteKind.PAYMENT, WriteKind.PAYMENT_REMOVAL)
    if intent.kind in (WriteKind.EXPENSE, WriteKind.EXPENSE_REMOVAL):
        return (intent.kind.value, intent.target)  # each payout has one leg of the same name
    return ("payments" if of_invoice else intent.kind.value, intent.key.leg)


_NOTHING_LOST = "Nothing is lost; it is sent with the next sync."
_MEANING = {
    OutcomeClass.APPLIED: (PostingState.POSTED, "Recorded."),
    OutcomeClass.APPLIED_DIFFERENT: (PostingState.DISCREPANCY, "Recorded, but not as written."),
    OutcomeClass.REFUSED: (PostingState.REFUSED, "Refused."),
    OutcomeClass.NOT_APPLIED: (PostingState.APPROVED, "Not accepted for now."),
    OutcomeClass.AMBIGUOUS: (PostingState.UNCERTAIN, "No clear answer; it may have arrived."),
}
_STAGES = {
    WriteKind.PAYMENT: "Recording payments in FreshBooks",
    WriteKind.PAYMENT_REMOVAL: "Taking payments back in FreshBooks",
    WriteKind.JOURNAL_ENTRY: "Entering payouts in FreshBooks",
    WriteKind.EXPENSE: "Recording fees in FreshBooks",
    WriteKind.EXPENSE_REMOVAL: "Taking expenses back in FreshBooks",
    WriteKind.LEDGER_ACCOUNT: "Making accounts in FreshBooks",
    WriteKind.PLATFORM_CUSTOMER: "Customers to the platform",
    WriteKind.PLATFORM_INVOICE: "Invoices to the platform",
    WriteKind.ARCHIVE_COPY: "Archiving copies on the platform",
}
