"""Any sequence of moves: the outbox holds what a simple model of it says, and never two sends."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule
from peewee import IntegrityError, PeeweeException

from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import TRANSITIONS, OutcomeClass, PostingState, WriteOutcome
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from fbrecon.store.repositories.outbox import StaleIntentError
from tests.fakes.fake_clock import FakeClock
from tests.fakes.samples import a_key, a_new_intent

S = PostingState
_NEW = st.sampled_from([S.PROPOSED, S.APPROVED, S.HELD])
_AFTER_SEND = st.sampled_from(sorted(TRANSITIONS[S.SENDING]))


@dataclass
class _Facts:
    """What the model remembers of one intent."""

    account: str
    body: bytes
    state: PostingState
    attempts: int = 0
    ended: int = 0


class OutboxMachine(RuleBasedStateMachine):
    """Adds, moves, sends and reads back, sometimes with a view of yesterday."""

    blank: ClassVar[Path]
    views = Bundle("views")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "company.db"
        shutil.copy(self.blank, path)
        self.clock = FakeClock()
        self.stores = CompanyStores(path, self.clock)
        self.outbox = self.stores.outbox
        self.facts: dict[str, _Facts] = {}

    def teardown(self) -> None:
        self.stores.close()
        self.folder.cleanup()

    def _is_fresh(self, view: Intent) -> bool:
        facts = self.facts[view.key.text]
        return (view.state, view.attempts) == (facts.state, facts.attempts)

    @rule(
        target=views,
        payment=st.sampled_from(["p1", "p2", "p3", "p4"]),
        account=st.sampled_from(["acc-one", "acc-two"]),
        state=_NEW,
        body=st.binary(max_size=3),
    )
    def add(self, payment: str, account: str, state: PostingState, body: bytes) -> Intent:
        key = a_key(payment, account=account)
        self.facts.setdefault(key.text, _Facts(account, body, state))
        return self.outbox.add(a_new_intent(key, state, body=body))

    @rule(target=views, view=consumes(views), after=st.sampled_from(S))
    def move(self, view: Intent, after: PostingState) -> Intent:
        facts = self.facts[view.key.text]
        if after is S.SENDING:
            return view  # sends begin with their attempt only
        if not self._is_fresh(view):
            with pytest.raises(StaleIntentError):
                self.outbox.move(view, after, "x")
        elif after is not facts.state and after not in TRANSITIONS[facts.state]:
            with pytest.raises(PeeweeException, match="no such move"):
                self.outbox.move(view, after, "x")
        else:
            moved = self.outbox.move(view, after, "x")
            facts.state = after
            return moved
        return self.outbox.get(view.key)

    @rule(target=views, view=views)
    def begin_send(self, view: Intent) -> object:
        facts = self.facts[view.key.text]
        busy = any(
            other.state is S.SENDING and other is not facts and other.account == facts.account
            for other in self.facts.values()
        )
        if not self._is_fresh(view):
            with pytest.raises(StaleIntentError):
                self.outbox.begin_send(view)
        elif facts.state is S.SENDING or S.SENDING not in TRANSITIONS[facts.state]:
            if facts.state is not S.SENDING:
                with pytest.raises(PeeweeException, match="no such move"):
                    self.outbox.begin_send(view)
        elif busy:
            with pytest.raises(IntegrityError):
                self.outbox.begin_send(view)
        else:
            sending = self.outbox.begin_send(view)
            facts.state, facts.attempts = S.SENDING, facts.attempts + 1
            return sending
        return multiple()

    @rule(target=views, view=views, after=_AFTER_SEND)
    def end_send(self, view: Intent, after: PostingState) -> object:
        facts = self.facts[view.key.text]
        if view.state is not S.SENDING:
            return multiple()
        outcome = WriteOutcome(OutcomeClass.AMBIGUOUS, "?")
        if not self._is_fresh(view):
            with pytest.raises((StaleIntentError, IntegrityError)):
                self.outbox.end_send(view, outcome, after, "x")
            return multiple()
        ended = self.outbox.end_send(view, outcome, after, "x")
        facts.state, facts.ended = after, facts.ended + 1
        return ended

    @rule(view=views, body=st.binary(min_size=4, max_size=4))
    def refresh(self, view: Intent, body: bytes) -> None:
        facts = self.facts[view.key.text]
        new = a_new_intent(view.key, view.state, body=body)
        if facts.attempts or view.state is not facts.state:
            with pytest.raises(StaleIntentError):
                self.outbox.refresh_unsent(view, new)
        else:
            self.outbox.refresh_unsent(view, new)
            facts.body = body

    @invariant()
    def the_file_says_what_the_model_says(self) -> None:
        found = {intent.key.text: intent for intent in self.outbox.list_intents()}
        assert set(found) == set(self.facts)
        for key, intent in found.items():
            facts = self.facts[key]
            assert (intent.state, intent.attempts, intent.body) == (
                facts.state,
                facts.attempts,
                facts.body,
            )
            phases = [attempt.phase for attempt in self.outbox.list_attempts(intent.key)]
            assert phases.count("begin") == facts.attempts
            assert phases.count("end") == facts.ended

    @invariant()
    def one_send_is_in_flight_an_account(self) -> None:
        sending = [i.key.account for i in self.outbox.list_intents(states=[S.SENDING])]
        assert len(sending) == len(set(sending))


@pytest.fixture(scope="module", autouse=True)
def _blank(tmp_path_factory: pytest.TempPathFactory) -> None:
    OutboxMachine.blank = tmp_path_factory.mktemp("blank") / "company.db"
    CompanyFile(OutboxMachine.blank).close()


# Each example opens a file of its own, so that there are fewer of them.
OutboxMachine.TestCase.settings = settings(
    max_examples=max(5, settings().max_examples // 4), stateful_step_count=30
)
TestOutbox = OutboxMachine.TestCase
