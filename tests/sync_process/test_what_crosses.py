"""What crosses between the window and its syncing process arrives as it was sent."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from fbrecon.app.papers import BalanceChange, InvoiceChange, Preview, PreviewedWrite, Waiting
from fbrecon.app.preview import PreviewChanged
from fbrecon.domain.money import Money
from fbrecon.errors import FbreconError, RateLimited, SecretsError, SignInAgain
from fbrecon.store.session_vault import SessionVault
from fbrecon.sync.progress import CancelToken, Progress
from fbrecon.sync_process.lent_vault import Lender, LentVault
from fbrecon.sync_process.messages import (
    Cancel,
    End,
    Failed,
    Message,
    Moved,
    Secret,
    SecretAsk,
    Speaker,
    hear_from_process,
    hear_in_process,
)
from fbrecon.sync_process.told_errors import FaultElsewhere, pack_error, unpack_error

PREVIEW = Preview(
    token="abc",
    as_of=datetime(2026, 3, 1, tzinfo=UTC),
    writes=(
        PreviewedWrite(
            "payment", "pay_1", "Payment of 10.00", "new", Money(1000, "USD"), "yes", "deletes it",
            InvoiceChange(
                "7", "inv_7", "Anna", Money(1000, "USD"), Money(0, "USD"), "open", "paid"
            ),
        ),
    ),
    waiting=(Waiting("pay_2", "Payment of 5.00", "held"),),
    balances=(BalanceChange("Bank", "bank", Money(1, "JPY"), Money(-2, "JPY"), "copy"),),
    note="",
)  # fmt: skip


def crossed(error: FbreconError) -> FbreconError:
    """The error as it arrives."""
    pipe = io.BytesIO()
    Speaker(pipe).say(pack_error(3, error))
    pipe.seek(0)
    told = hear_from_process(pipe)
    assert isinstance(told, Failed)
    assert told.number == 3
    return unpack_error(told)


def all_kinds(kind: type[FbreconError]) -> Iterator[type[FbreconError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from all_kinds(narrower)


@pytest.mark.parametrize("kind", sorted(set(all_kinds(FbreconError)), key=str))
def test_an_error_arrives_as_the_kind_it_is_with_all_it_says(kind: type[FbreconError]) -> None:
    error = kind.__new__(kind)
    told = {"title": "A title", "message": "What and why.", "hint": "Do this.", "detail": "d"}
    vars(error).update(told)
    arrived = crossed(error)
    assert type(arrived) is kind
    assert vars(arrived) == told
    assert arrived.exit_code == kind.exit_code
    assert arrived.sentence == "A title. What and why. Do this."


def test_figures_of_an_error_and_a_new_preview_arrive_too() -> None:
    limited = crossed(RateLimited("Wait", "Too many.", retry_after=12.5))
    assert isinstance(limited, RateLimited)
    assert limited.retry_after == 12.5
    changed = crossed(PreviewChanged(PREVIEW, 2))
    assert isinstance(changed, PreviewChanged)
    assert changed.preview == PREVIEW
    assert str(crossed(SignInAgain("Over", "It ended."))) == "Over: It ended."


def test_a_mistake_of_ours_shows_the_trace_of_the_other_side() -> None:
    fault = FaultElsewhere("Traceback…\n  File x\nKeyError: 'a'\n")
    assert str(fault) == "KeyError: 'a'"
    assert "File x" in fault.__notes__[0]


def test_messages_arrive_one_by_one_and_a_cut_one_is_the_end() -> None:
    pipe = io.BytesIO()
    speaker = Speaker(pipe)
    speaker.say(Cancel(4))
    speaker.say(End())
    whole = pipe.getvalue()
    for cut in range(len(whole)):
        ears = io.BytesIO(whole[:cut])
        heard: list[Message] = []
        while (message := hear_in_process(ears)) is not None:
            heard.append(message)
        assert heard == [Cancel(4), End()][: len(heard)]
        assert len(heard) < 2
    pipe = io.BytesIO()
    Speaker(pipe).say(Moved(1, Progress("Invoices", 3, None, 1.5)))
    pipe.seek(0)
    assert hear_from_process(pipe) == Moved(1, Progress("Invoices", 3, None, 1.5))


# ---- secrets of this session only


class Joined:
    """A vault of the window, and the same as the other process sees it."""

    def __init__(self) -> None:
        self.vault = SessionVault()
        self.asked: list[SecretAsk] = []
        self.lent = LentVault(self._ask)
        self.lender = Lender(self.vault, self._answer)

    def _ask(self, message: Message) -> None:
        assert isinstance(message, SecretAsk)
        self.asked.append(message)
        self.lender.answer(message)

    def _answer(self, message: Message) -> None:
        assert isinstance(message, Secret)
        self.lent.take(message)


@pytest.fixture
def joined() -> Joined:
    return Joined()


def test_a_lent_vault_has_what_the_windows_vault_has(joined: Joined) -> None:
    joined.vault.put("a/1", b"one")
    assert joined.lent.find("a/1") == b"one"
    assert joined.lent.find("a/2") is None
    joined.lent.put("a/2", b"\0two")
    assert joined.vault.find("a/2") == b"\0two"
    assert joined.lent.list_names("a/") == ["a/1", "a/2"]
    joined.lent.forget("a/1")
    assert joined.vault.find("a/1") is None


def test_a_lock_keeps_both_sides_out_and_may_be_taken_again_by_its_holder(joined: Joined) -> None:
    order: list[str] = []
    entered = threading.Event()

    def window() -> None:
        entered.wait()
        with joined.vault.locked("tokens"):
            order.append("window")

    other = threading.Thread(target=window)
    other.start()
    with joined.lent.locked("tokens"), joined.lent.locked("tokens"):
        entered.set()
        other.join(0.05)
        order.append("sync")
    other.join()
    assert order == ["sync", "window"]
    assert [ask.what for ask in joined.asked] == ["lock", "unlock"]


def test_what_the_process_locked_is_free_once_it_ended(joined: Joined) -> None:
    with joined.lent.locked("tokens"):
        joined.lender.free_all()
        taken = threading.Event()

        def window() -> None:
            with joined.vault.locked("tokens"):
                taken.set()

        other = threading.Thread(target=window)
        other.start()
        other.join()
        assert taken.is_set()


def test_a_secret_that_cannot_be_read_is_told_in_words(joined: Joined) -> None:
    class Broken(SessionVault):
        def find(self, name: str) -> bytes | None:
            raise SecretsError("No", f"{name} is damaged.")

    joined.lender = Lender(Broken(), joined._answer)
    with pytest.raises(SecretsError, match=r"a/1 is damaged"):
        joined.lent.find("a/1")


def test_who_waits_for_a_secret_hears_that_the_window_has_ended() -> None:
    lent = LentVault(lambda _message: lent.is_gone())
    with pytest.raises(SecretsError, match="gone with it"):
        lent.find("a/1")
    with pytest.raises(SecretsError, match="gone with it"):
        lent.find("a/1")


# ---- being told to stop


def test_who_listens_hears_of_a_stop_once_and_only_while_listening() -> None:
    cancel, heard = CancelToken(), list[str]()
    with cancel.telling(lambda: heard.append("before")):
        pass
    with cancel.telling(lambda: heard.append("while")):
        cancel.cancel()
    with cancel.telling(lambda: heard.append("late")):
        pass
    assert heard == ["while", "late"]
