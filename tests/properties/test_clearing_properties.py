"""Whatever was paid, kept, returned and paid out: entries balance, and clearing ends at nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.clearing import Bucket, ClearedEntry, ClearedPayment, prove_clearing
from fbrecon.domain.documents import Payout, PayoutLine, PayoutLineKind, PayoutState
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.ledger import Role
from fbrecon.domain.money import Money, total
from fbrecon.domain.payout_entries import BookedPayment, EntryRules, propose_entries
from fbrecon.domain.posting import IntentKey, WriteKind
from fbrecon.domain.postings import Posting

K = PayoutLineKind
CLEARING, BANK, FEES, REFUNDS = (
    LedgerAccountId(name) for name in ("clearing", "bank", "fees", "refunds")
)
RULES = EntryRules(
    roles={
        Role.UNDEPOSITED_FUNDS: CLEARING,
        Role.BANK: BANK,
        Role.FEES: FEES,
        Role.REFUNDS: REFUNDS,
    },
    base_currency="USD",
    post_since=date(2026, 1, 1),
)
DAY = date(2026, 11, 18)

cents = st.integers(1, 10_000_00)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, int, str, int]]:
    """Payments: charged cents, merchant's fee, what became of it, its share that went back."""
    made = []
    for _ in range(draw(st.integers(1, 6))):
        charged = draw(cents)
        fee = draw(st.integers(0, charged // 10))
        fate = draw(st.sampled_from(["kept", "returned", "refunded", "waits"]))
        made.append((charged, fee, fate, draw(st.integers(1, charged))))
    return made


def _line(kind: PayoutLineKind, minor: int, number: int, part: str) -> PayoutLine:
    amount = Decimal(minor).scaleb(-2)
    return PayoutLine(f"{part}{number}", kind, amount, PlatformPaymentId(f"p{number}"), part)


def _payout(name: str, lines: list[PayoutLine]) -> Payout:
    net = sum((line.amount for line in lines), Decimal(0))
    at = datetime(2026, 11, 16, tzinfo=UTC)
    return Payout(PayoutId(name), PayoutState.PAID, "paid", at, DAY, net, net, (), tuple(lines))


@given(histories(), st.integers(0, 3000))
def test_entries_balance_and_what_is_left_in_clearing_is_what_was_not_paid_out(
    history: list[tuple[int, int, str, int]], charge: int
) -> None:
    first: list[PayoutLine] = []
    later: list[PayoutLine] = []
    booked: dict[PlatformPaymentId, BookedPayment] = {}
    cleared: list[ClearedPayment] = []
    postings: list[Posting] = []
    bank = waiting = 0

    def post(minor: int, number: int) -> None:
        postings.append(
            Posting(
                len(postings) + 1,
                f"e{len(postings)}",
                CLEARING,
                "Undeposited Funds",
                Money(minor, "USD"),
                DAY,
                "payment",
                "",
                "",
                BookPaymentId(number + 1),
            )
        )

    for number, (charged, fee, fate, back) in enumerate(history):
        key = PlatformPaymentId(f"p{number}")
        post(charged, number)
        standing = charged
        if fate != "waits":
            first += [_line(K.PAYMENT, charged, number, "payment")]
            if fee:
                first += [_line(K.FEE, -fee, number, "fee")]
            bank += charged - fee
        else:
            waiting += charged
        if fate == "returned":
            later += [_line(K.RETURN, -charged, number, "return")]
            post(-charged, number)
            bank, standing = bank - charged, 0
            if charge:
                later += [_line(K.FEE, -charge, number, "charge")]
                bank -= charge
        if fate == "refunded":
            later += [_line(K.REFUND, -back, number, "refund")]
            bank -= back
        booked[key] = BookedPayment(
            key, Money(charged, "USD"), Money(standing, "USD"), CLEARING, verified=True
        )
        cleared.append(
            ClearedPayment(
                f"pay_{key}",
                BookPaymentId(number + 1),
                Money(standing, "USD"),
                DAY,
                None if fate == "waits" else PayoutId("first"),
            )
        )
    written: list[ClearedEntry] = []
    moved = 0
    for payout in (_payout("first", first), _payout("later", later)):
        if not payout.lines:
            continue
        made = propose_entries(payout, "USD", booked, RULES)
        assert isinstance(made, list), made
        for entry in made:
            assert total((part.amount for part in entry.lines), "USD").is_zero
            marker = IntentKey("a", WriteKind.PAYMENT, payout.id, entry.part).marker
            effect = total(
                (part.amount for part in entry.lines if part.account_id == CLEARING), "USD"
            )
            moved += sum(part.amount.minor for part in entry.lines if part.account_id == BANK)
            written.append(ClearedEntry(payout.id, marker, effect, DAY))
            postings.append(
                Posting(
                    len(postings) + 1,
                    f"j{len(postings)}",
                    CLEARING,
                    "Undeposited Funds",
                    effect,
                    DAY,
                    "journal_entry",
                    "Payout",
                    marker,
                )
            )
    assert moved == bank  # the bank line, to the cent
    (proof,) = prove_clearing(cleared, written, postings, {CLEARING}, DAY)
    assert proof.difference is not None
    assert proof.difference.is_zero
    assert proof.balance == Money(waiting, "USD") == proof.sum_of(Bucket.NOT_PAID_OUT)
    assert proof.sum_of(Bucket.UNEXPLAINED).is_zero
    assert total((item.amount for item in proof.items), "USD") == proof.balance
