"""Which journal entries a payout calls for, and why it has to wait where it does.

Three kinds and no others: the payout itself (bank and fees against clearing), a fee that belongs to
no payment of the payout, and a refund. None touches accounts receivable: what customers owe is
moved by payments and their removal alone. A payout waits whenever one of its lines is not a payment
proven to be in the books. Pure; the same facts give the same entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fbrecon.domain.documents import Payout, PayoutLine, PayoutLineKind, PayoutState
from fbrecon.domain.ids import LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.domain.money import Money, MoneyError, total
from fbrecon.domain.posting import PostingState
from fbrecon.domain.postings import EntryLine

_BACK = (PayoutLineKind.RETURN, PayoutLineKind.CHARGEBACK)
_NOT_TOLD = (
    "No file says what it is made of: import its breakdown, or the processor's payments with the "
    "payout that each came with."
)
_NEEDED = (Role.UNDEPOSITED_FUNDS, Role.BANK, Role.FEES)


class EntryKind(StrEnum):
    """What an entry states."""

    PAYOUT = "payout"
    FEE = "fee"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class BookedPayment:
    """A platform payment as the books have it.

    `written` is what was recorded, `standing` what its postings leave today on `account_id`, the
    account that FreshBooks debited (None while its postings were not read). `verified` says
    whether it was read back as written, or taken back since.
    """

    payment_id: PlatformPaymentId
    written: Money
    standing: Money
    account_id: LedgerAccountId | None
    verified: bool


@dataclass(frozen=True, slots=True)
class EntryRules:
    """What entries are made by, as it is set now.

    `transfers` says that what FreshBooks debits to another account than undeposited funds is
    passed through it; `line_accounts` are accounts that a person chose for lines of no payment, and
    `settled_outside` payouts that a person entered in another way.
    """

    roles: Mapping[Role, LedgerAccountId]
    base_currency: str
    post_since: date
    automatic: bool = False
    transfers: bool = False
    locked_until: date | None = None
    line_accounts: Mapping[str, LedgerAccountId] = field(default_factory=dict)
    account_names: Mapping[LedgerAccountId, str] = field(default_factory=dict)
    settled_outside: frozenset[PayoutId] = frozenset()
    closed_until: date | None = None


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """An entry as it should be written. `part` tells the entries of one payout apart."""

    payout_id: PayoutId
    kind: EntryKind
    part: str
    on: date
    lines: tuple[EntryLine, ...]
    state: PostingState
    reason: str

    @property
    def size(self) -> Money:
        """What the entry moves: the sum of its debits."""
        currency = self.lines[0].amount.currency
        return total((line.amount for line in self.lines if line.amount.minor > 0), currency)


@dataclass(frozen=True, slots=True)
class WaitingPayout:
    """A payout without entries now, and why. `line_id` names the line it waits for.

    `is_locked`: it arrived on a day up to which FreshBooks' books are locked.
    """

    payout_id: PayoutId
    reason: str
    line_id: str = ""
    needs_person: bool = True
    is_locked: bool = False


class Waits(Exception):  # noqa: N818 - a finding on the way, never an error
    """What a payout waits for, on the way to `WaitingPayout`."""

    def __init__(
        self,
        reason: str,
        line_id: str = "",
        *,
        needs_person: bool = True,
        is_locked: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason, self.line_id, self.needs_person = reason, line_id, needs_person
        self.is_locked = is_locked


def propose_entries(
    payout: Payout,
    currency: str | None,
    booked: Mapping[PlatformPaymentId, BookedPayment],
    rules: EntryRules,
) -> list[ProposedEntry] | WaitingPayout:
    """The entries of one payout, which together leave nothing of it in clearing; or why not.

    `currency` is that of its payments, None where they do not agree or are not known.
    """
    try:
        on = check_payout(payout, currency, rules)
        for role in _NEEDED:
            if role not in rules.roles:
                raise Waits(f"No account is chosen for {ROLE_LABELS[role].lower()}.")
        assert currency is not None
        return _Composition(payout, currency, on, booked, rules).entries()
    except Waits as waits:
        return WaitingPayout(
            payout.id, waits.reason, waits.line_id, waits.needs_person, waits.is_locked
        )
    except MoneyError as error:
        return WaitingPayout(payout.id, f"A sum of it cannot be read exactly: {error}.")


def check_payout(payout: Payout, currency: str | None, rules: EntryRules) -> date:
    """The day that it is recorded with; raises `Waits` with what it waits for."""
    if payout.id in rules.settled_outside:
        raise Waits("A person settled it outside of fbrecon.", needs_person=False)
    _check_state(payout)
    if payout.arrival_on is None:
        raise Waits("The platform does not say when it arrived.")
    if payout.arrival_on < rules.post_since:
        raise Waits(
            f"It arrived before {rules.post_since.isoformat()}, when recording began.",
            needs_person=False,
        )
    if rules.locked_until is not None and payout.arrival_on <= rules.locked_until:
        raise Waits(
            f"The books are locked up to {rules.locked_until.isoformat()}, and it arrived on "
            f"{payout.arrival_on.isoformat()}.",
            is_locked=True,
        )
    if rules.closed_until is not None and payout.arrival_on <= rules.closed_until:
        raise Waits(
            f"The period up to {rules.closed_until.isoformat()} is closed, and it arrived on "
            f"{payout.arrival_on.isoformat()}. Open the period again to have it recorded."
        )
    if payout.lines is None:
        text = "The platform does not show what it is made of."
        raise Waits(_NOT_TOLD if payout.only_in_file else text)
    if payout.gap:
        raise Waits(f"Its lines leave {payout.gap} of it unexplained.")
    if currency is None:
        raise Waits("The currency of its payments is not known, or they differ.")
    if currency != rules.base_currency:
        raise Waits(
            f"It is in {currency}; entries are written in {rules.base_currency} only. Export it "
            "and enter it by hand."
        )
    return payout.arrival_on


def _check_state(payout: Payout) -> None:
    if payout.state is PayoutState.PAID:
        return
    teller = "Its file" if payout.only_in_file else "The platform"
    if payout.state is PayoutState.UNKNOWN:
        raise Waits(f"{teller} calls it “{payout.raw_state}”, a word that fbrecon does not know.")
    word = payout.state.value.replace("_", " ")
    raise Waits(f"{teller} calls it {word}.", needs_person=False)


def decided_by_rules(payout: Payout, rules: EntryRules) -> tuple[PostingState, str]:
    """Approved by itself, or waiting for a person, and why, where nothing is in the way."""
    chosen = rules.line_accounts.keys() & {line.line_id for line in payout.lines or ()}
    # What only a file states is entered by nobody's word but a person's.
    if rules.automatic and not chosen and not payout.only_in_file:
        text = "Every line of it is a payment that is in the books, and the sums agree."
        return PostingState.APPROVED, text
    return PostingState.PROPOSED, "It waits for your approval."


class _Composition:
    """The lines of one payout, sorted into its entries."""

    def __init__(
        self,
        payout: Payout,
        currency: str,
        on: date,
        booked: Mapping[PlatformPaymentId, BookedPayment],
        rules: EntryRules,
    ) -> None:
        self._payout, self._currency, self._on = payout, currency, on
        self._booked, self._rules = booked, rules
        self._lines = payout.lines or ()
        self._paid = {
            line.payment_id for line in self._lines if line.kind is PayoutLineKind.PAYMENT
        }
        self._clearing = rules.roles[Role.UNDEPOSITED_FUNDS]
        self._credits: dict[LedgerAccountId, Money] = {}
        self._fees = Money.zero(currency)
        self._others: list[ProposedEntry] = []

    def entries(self) -> list[ProposedEntry]:
        for line in self._lines:
            self._take(line, self._money(line.amount))
        found = [entry for entry in (self._main(), *self._others) if entry.lines]
        if not found:
            raise Waits("Its lines cancel out: nothing moves.", needs_person=False)
        return found

    def _take(self, line: PayoutLine, amount: Money) -> None:
        if line.kind is PayoutLineKind.PAYMENT:
            self._credit(self._account_of(line, amount), amount)
        elif line.kind in _BACK:
            self._credit(self._account_taken_back(line, amount), amount)
        elif line.kind is PayoutLineKind.REFUND:
            self._refund(line, amount)
        elif line.kind is PayoutLineKind.FEE and line.payment_id in self._paid:
            self._fees = self._fees - amount
        elif line.kind is PayoutLineKind.FEE:
            self._credit(self._clearing, amount)
            self._other(EntryKind.FEE, line, self._rules.roles[Role.FEES], self._clearing, amount)
        elif line.line_id in self._rules.line_accounts:
            self._credit(self._rules.line_accounts[line.line_id], amount)
        elif amount.minor:
            raise Waits(
                f"“{line.description}” over {amount} belongs to no payment: choose an account for "
                "it, or mark the payout as settled outside.",
                line.line_id,
            )

    # ---- what each line needs of the books

    def _booked_for(self, line: PayoutLine) -> BookedPayment:
        found = self._booked.get(line.payment_id) if line.payment_id else None
        if found is None:
            raise Waits(
                f"Its {line.kind.value} of {self._money(line.amount)} is for a payment that is not "
                "in the books.",
                line.line_id,
            )
        if not found.verified or found.account_id is None:
            raise Waits(
                f"Payment {found.payment_id} was not read back from the books yet.",
                line.line_id,
                needs_person=False,
            )
        return found

    def _account_of(self, line: PayoutLine, amount: Money) -> LedgerAccountId:
        booked = self._booked_for(line)
        if booked.written != amount:
            raise Waits(
                f"Payment {booked.payment_id} is {amount} in the payout and {booked.written} in "
                "the books.",
                line.line_id,
            )
        return self._checked(booked, line)

    def _account_taken_back(self, line: PayoutLine, amount: Money) -> LedgerAccountId:
        """A return comes out of clearing in the books once its payment was taken back there."""
        booked = self._booked_for(line)
        if booked.standing != booked.written + amount:
            raise Waits(
                f"Payment {booked.payment_id} went back, and the books still have "
                f"{booked.standing} of it: take it back there first.",
                line.line_id,
            )
        return self._checked(booked, line)

    def _refund(self, line: PayoutLine, amount: Money) -> None:
        booked = self._booked_for(line)
        account = self._checked(booked, line)
        self._credit(account, amount)
        if booked.standing == booked.written + amount:
            return  # it was taken off the payment in the books: clearing has it already
        if booked.standing != booked.written:
            raise Waits(
                f"Of payment {booked.payment_id} {-amount} was refunded, and the books have "
                f"{booked.standing} of {booked.written}.",
                line.line_id,
            )
        chosen = self._rules.roles.get(Role.REFUNDS)
        if chosen is None:
            raise Waits(
                f"It holds a refund of {-amount}, and no account is chosen for refunds.",
                line.line_id,
            )
        self._other(EntryKind.REFUND, line, chosen, account, amount)

    def _checked(self, booked: BookedPayment, line: PayoutLine) -> LedgerAccountId:
        account = booked.account_id
        assert account is not None
        if account != self._clearing and not self._rules.transfers:
            name = self._rules.account_names.get(account, account)
            raise Waits(
                f"FreshBooks booked payment {booked.payment_id} to “{name}”, not to the account "
                "chosen as undeposited funds: say in the set-up of accounts which it shall be.",
                line.line_id,
            )
        return account

    # ---- making the entries

    def _main(self) -> ProposedEntry:
        lines = [EntryLine(self._rules.roles[Role.BANK], self._money(self._payout.net))]
        lines.append(EntryLine(self._rules.roles[Role.FEES], self._fees))
        for account, amount in sorted(self._credits.items()):
            lines.append(EntryLine(account, -amount))
            # A line that a person gave an account to is not passed through clearing.
            if account != self._clearing and account not in self._rules.line_accounts.values():
                lines += [EntryLine(self._clearing, amount), EntryLine(self._clearing, -amount)]
        return self._entry(EntryKind.PAYOUT, "payout", tuple(lines))

    def _other(
        self,
        kind: EntryKind,
        line: PayoutLine,
        debited: LedgerAccountId,
        credited: LedgerAccountId,
        amount: Money,
    ) -> None:
        """An entry for a negative line: what it cost, against what clearing is short of."""
        lines = (EntryLine(debited, -amount), EntryLine(credited, amount))
        self._others.append(self._entry(kind, f"{kind.value}:{line.line_id}", lines))

    def _entry(self, kind: EntryKind, part: str, lines: tuple[EntryLine, ...]) -> ProposedEntry:
        state, reason = decided_by_rules(self._payout, self._rules)
        kept = tuple(line for line in lines if line.amount.minor)
        return ProposedEntry(self._payout.id, kind, part, self._on, kept, state, reason)

    def _credit(self, account: LedgerAccountId, amount: Money) -> None:
        self._credits[account] = self._credits.get(account, Money.zero(self._currency)) + amount

    def _money(self, amount: Decimal) -> Money:
        return Money.from_decimal(amount, self._currency)
