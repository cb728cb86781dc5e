"""What the set-up of accounts asks about, and what the answers would make of a payout, in words.

The figures are those of the last payout where there is one. Where FreshBooks keeps payments is read
from the ledger's postings; that is the one thing that may talk to FreshBooks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fbrecon.app.company import Company
from fbrecon.app.fees import list_categories
from fbrecon.app.payouts import payout_rows
from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.domain.money import Money
from fbrecon.domain.posting import SETTLED, WriteKind
from fbrecon.domain.postings import ExpenseCategory, PostingQuery
from fbrecon.errors import FbreconError
from fbrecon.sync.booked import booked_payments, list_booked_parts
from fbrecon.sync.progress import CancelToken

_ON = "on"
_SETTINGS = ("record_deposits", "record_fees", "fee_category", "pass_through", "bank_feed")


@dataclass(frozen=True, slots=True)
class ObservedAccount:
    """An account that FreshBooks debited payments of the platform to, and how many."""

    account_id: LedgerAccountId
    name: str
    payments: int


@dataclass(frozen=True, slots=True)
class PayoutExample:
    """The figures of a payout; `arrival_on` is None where they are made up."""

    gross: Money
    fees: Money
    net: Money
    arrival_on: date | None = None


@dataclass(frozen=True, slots=True)
class SetUpFacts:
    """What is known before the first question. `settings` are those that the answers change."""

    can_record: bool
    settings: Mapping[str, str]
    observed: tuple[ObservedAccount, ...]
    example: PayoutExample
    entries_written: int
    roles: Mapping[Role, str]  # the names of the accounts that are chosen now
    categories: tuple[ExpenseCategory, ...] = ()  # what fees can be filed under as expenses

    @property
    def passes_through(self) -> bool:
        """Whether money that FreshBooks keeps elsewhere passes through undeposited funds now."""
        return self.settings["pass_through"] == _ON

    def find_elsewhere(self, account_id: LedgerAccountId | None) -> ObservedAccount | None:
        """Where FreshBooks keeps most payments, if that is not the account chosen for it."""
        if not self.observed or self.observed[0].account_id == account_id:
            return None
        return self.observed[0]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person would have. `names` are the accounts by role, `passes_from` the account whose
    money passes through undeposited funds, `fee_category` the name of that in which fees are
    recorded as expenses ("" for none).
    """

    names: Mapping[Role, str]
    bank_feed: bool
    record_deposits: bool
    passes_from: str = ""
    fee_category: str = ""


def set_up_facts(company: Company, *, refresh: bool = False) -> SetUpFacts:
    """Everything the set-up asks about; with `refresh` it may ask FreshBooks (by reading only)."""
    books = company.find_books()
    ledger = None if books is None else books.ledger
    can = company.setting("record_deposits") == "on"
    if refresh and ledger is not None:
        can = ledger.read_ability().can_write
        _read_last_payment(company)
    names = {a.id: a.name for a in company.stores.books.list_ledger_accounts()}
    seen = Counter(
        payment.account_id
        for payment in booked_payments(company.stores, list_booked_parts(company.stores)).values()
        if payment.account_id is not None
    )
    chosen = company.stores.decisions.roles()
    written = company.stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY], SETTLED)
    return SetUpFacts(
        can,
        {name: company.setting(name) for name in _SETTINGS},
        tuple(
            ObservedAccount(account, names.get(account, account), count)
            for account, count in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
        _example(company),
        len(written),
        {role: names.get(account, account) for role, account in chosen.items()},
        _categories(company) if refresh else (),
    )


def _categories(company: Company) -> tuple[ExpenseCategory, ...]:
    """None where this sign-in may not read them."""
    try:
        return tuple(list_categories(company))
    except FbreconError:
        return ()


def _read_last_payment(company: Company) -> None:
    """The postings of the day of the last payment, where it is not known yet to which account."""
    books = company.find_books()
    if books is None or books.ledger is None:
        return
    parts = list_booked_parts(company.stores)
    placed = booked_payments(company.stores, parts)
    if any(payment.account_id is not None for payment in placed.values()):
        return
    found = (company.stores.books.find_payment(part.book_payment_id) for part in parts)
    days = [payment.paid_on for payment in found if payment is not None]
    if not days:
        return
    try:
        query = PostingQuery(None, max(days), max(days))
        window = books.ledger.read_postings(query, CancelToken())
    except FbreconError:
        return  # not every sign-in may read the ledger; then it is not known
    with company.stores.write():
        company.stores.ledger.save_postings(window.postings)


def _example(company: Company) -> PayoutExample:
    for row in payout_rows(company):
        if row.state != "paid" or row.difference is None or row.difference.minor:
            continue
        if row.gross and row.fees is not None and row.net and row.net.minor > 0:
            return PayoutExample(row.gross, row.fees, row.net, row.arrival_on)
    return PayoutExample(
        Money.parse("1000.00", "USD"), Money.parse("29.10", "USD"), Money.parse("970.90", "USD")
    )


def tell_set_up(facts: SetUpFacts, answers: Answers) -> list[str]:
    """What these answers mean, in sentences: for the next payout, and for what is there already."""
    return [*_payout(facts.example, answers), *_changes(facts, answers)]


def _payout(example: PayoutExample, answers: Answers) -> Iterator[str]:
    names = {role: answers.names.get(role) or "?" for role in Role}
    of = "A payout" if example.arrival_on is None else "A payout like the last one,"
    what = f"{of} of {example.net} for {example.gross} of payments"
    if answers.record_deposits:
        fees = f" and {example.fees} to “{names[Role.FEES]}”" if example.fees.minor else ""
        yield (
            f"{what} will be written as one journal entry of the day it arrives: {example.net} to "
            f"“{names[Role.BANK]}”{fees}, out of “{names[Role.UNDEPOSITED_FUNDS]}” "
            f"{example.gross}."
        )
        if answers.passes_from:
            yield (
                f"FreshBooks keeps payments in “{answers.passes_from}”: the same entry takes the "
                f"{example.gross} from there through “{names[Role.UNDEPOSITED_FUNDS]}”."
            )
        yield "If a bank feed is added later, switch payout entries off first: both would book it."
        return
    if answers.bank_feed:
        yield (
            f"{what} comes into FreshBooks as the bank feed's line over {example.net}. Match that "
            "line there; fbrecon writes no entry, since the money would be booked twice."
        )
    else:
        yield (
            f"{what} is not written by fbrecon. Enter it in FreshBooks yourself: the page of "
            "payouts shows what to type in."
        )
    if answers.fee_category and example.fees.minor:
        yield (
            f"Its fees, {example.fees}, are recorded as an expense in “{answers.fee_category}” of "
            "the day it arrives."
        )


def _changes(facts: SetUpFacts, answers: Answers) -> Iterator[str]:
    changed = [
        f"{ROLE_LABELS[role]} from “{name}” to “{answers.names[role]}”"
        for role, name in facts.roles.items()
        if answers.names.get(role) not in (None, name)
    ]
    stays = ""
    if facts.entries_written == 1:
        stays = " The 1 entry written so far stays as it is."
    elif facts.entries_written:
        stays = f" The {facts.entries_written} entries written so far stay as they are."
    if changed:
        yield (
            f"This changes {', '.join(changed)}. What is not written yet is proposed anew with the "
            f"new accounts.{stays}"
        )
    was = facts.settings.get("record_deposits") == "on"
    if was and not answers.record_deposits:
        yield f"From now on no entry is written for a payout any more.{stays}"
    if answers.record_deposits and not was:
        yield (
            "Payouts that arrived since recording began, and have no entry yet, are entered, too. "
            "Look at the preview first."
        )
