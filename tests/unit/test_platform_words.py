from __future__ import annotations

import pytest

from fbrecon.domain.documents import CopyState, Method, PayoutLineKind, PayoutState, PlatformState
from fbrecon.platforms.alternative_payments import words


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("succeeded", "succeeded"),
        ("SUCCEEDED", "succeeded"),
        ("PS_PARTIALLY_REFUNDED", "partially_refunded"),
        ("PAYMENT_STATUS_PARTIALLY-REFUNDED", "partially_refunded"),
        ("Partially Refunded", "partially_refunded"),
        ("partiallyRefunded", "partially_refunded"),
        ("IS_OVERDUE", "overdue"),
        ("FT_LATE_PAYMENT", "late_payment"),
        (" paid ", "paid"),
        ("PS_", "ps"),
    ],
)
def test_one_word_in_many_spellings_is_one_word(raw: str, word: str) -> None:
    assert words.normalise(raw) == word


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        ("succeeded", PlatformState.SUCCEEDED),
        ("PS_PAID", PlatformState.SUCCEEDED),
        ("Processing", PlatformState.PENDING),
        ("PAYMENT_STATUS_FAILED", PlatformState.FAILED),
        ("ach-return", PlatformState.RETURNED),
        ("CHARGED_BACK", PlatformState.DISPUTED),
        ("partially_refunded", PlatformState.REFUNDED_PART),
        ("REFUNDED", PlatformState.REFUNDED),
        ("canceled", PlatformState.CANCELLED),
        ("cancelled", PlatformState.CANCELLED),
    ],
)
def test_known_payment_words_have_one_meaning(raw: str, state: PlatformState) -> None:
    assert words.payment_state(raw, {}) is state


@pytest.mark.parametrize(
    "raw", ["", "approved", "PS_ON_HOLD", "unspecified", "succeeded?", "not paid"]
)
def test_a_word_that_nobody_explained_is_unknown(raw: str) -> None:
    assert words.payment_state(raw, {}) is PlatformState.UNKNOWN


def test_the_answer_of_the_person_explains_a_word_in_all_its_spellings() -> None:
    learned = {"PS_ON_HOLD": "pending"}
    assert words.payment_state("PS_ON_HOLD", learned) is PlatformState.PENDING
    assert words.payment_state("on-hold", learned) is PlatformState.PENDING


def test_an_answer_that_is_no_state_leaves_the_word_unknown() -> None:
    assert words.payment_state("PS_ON_HOLD", {"PS_ON_HOLD": "maybe"}) is PlatformState.UNKNOWN


def test_every_word_of_the_table_can_be_found() -> None:
    for table in (
        words.PAYMENT_STATES,
        words.COPY_STATES,
        words.PAYOUT_STATES,
        words.METHODS,
        words.LINE_KINDS,
    ):
        for word in table:
            assert words.normalise(word) == word, f"{word} can never be found"


@pytest.mark.parametrize("raw", ["creating", "analyzing", "scheduled", "approved", "pending"])
def test_a_payout_on_its_way_to_being_sent_is_pending(raw: str) -> None:
    assert words.payout_state(raw) is PayoutState.PENDING


def test_documented_payout_words_are_all_known_but_the_one_that_says_nothing() -> None:
    assert words.payout_state("processing") is PayoutState.IN_TRANSIT
    assert words.payout_state("succeeded") is PayoutState.PAID
    assert words.payout_state("canceled") is PayoutState.CANCELLED
    assert words.payout_state("failed") is PayoutState.FAILED
    assert words.payout_state("unspecified") is PayoutState.UNKNOWN


def test_invoice_words() -> None:
    assert words.copy_state("IS_OUTSTANDING") is CopyState.OPEN
    assert words.copy_state("partially_paid") is CopyState.OPEN
    assert words.copy_state("INVOICE_STATUS_PAID") is CopyState.PAID
    assert words.copy_state("archived") is CopyState.ARCHIVED
    assert words.copy_state("closed") is CopyState.UNKNOWN


@pytest.mark.parametrize("raw", ["manual", "PM_MARKED_AS_PAID", "none", "offline"])
def test_a_word_for_no_money_method_means_marked_by_hand(raw: str) -> None:
    assert words.payment_method(raw) is Method.NONE


@pytest.mark.parametrize("raw", [None, "", "  ", "PM_UNSPECIFIED"])
def test_a_method_that_is_left_out_proves_nothing(raw: str | None) -> None:
    assert words.payment_method(raw) is Method.UNKNOWN


def test_methods() -> None:
    assert words.payment_method("PM_CARD") is Method.CARD
    assert words.payment_method("ach") is Method.ACH
    assert words.payment_method("PAYMENT_METHOD_WIRE") is Method.OTHER


def test_line_kinds() -> None:
    assert words.line_kind("TT_PAYMENT") is PayoutLineKind.PAYMENT
    assert words.line_kind("ach_return") is PayoutLineKind.RETURN
    assert words.line_kind("surprise") is PayoutLineKind.OTHER


def test_no_word_can_stand_for_two_states() -> None:
    with pytest.raises(ValueError, match="twice"):
        words._spread({"paid": "paid done", "failed": "done"})
