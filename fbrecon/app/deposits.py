"""Payout entries of one company: whether they can be written, how, and what clearing holds.

Whether is found by reading only, when they are switched on, and kept with the company.
"""

from __future__ import annotations

import json
from datetime import date

from fbrecon.app.company import Company, not_connected
from fbrecon.app.funds import read_funds
from fbrecon.app.views import ClearingView
from fbrecon.clock import day_in
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.clearing import ClearingProof
from fbrecon.domain.ids import LedgerAccountId, PayoutId
from fbrecon.domain.intents import Intent
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.domain.money import Money
from fbrecon.domain.payout_entries import EntryRules
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.domain.postings import EntryWay
from fbrecon.errors import FbreconError, NeedsPerson
from fbrecon.sync.entry_stage import EntryPlan
from fbrecon.sync.reversing import order_reversal

_NEEDED = (Role.UNDEPOSITED_FUNDS, Role.BANK, Role.FEES)
_WAY, CURRENCY, _LINES = "entry_way", "base_currency", "line_accounts"
_OUTSIDE = "settled_outside"


def can_record(company: Company) -> bool:
    """Whether journal entries can be written to these books (talks to FreshBooks, by reading)."""
    books = company.find_books()
    return books is not None and books.ledger is not None and books.ledger.read_ability().can_write


def switch_on(company: Company) -> None:
    """Find out how entries are written here, and keep it (talks to FreshBooks, by reading).

    Raises `NeedsPerson` where an account is not chosen yet, `FbreconError` where no entry can be
    written; then nothing was changed.
    """
    books = company.find_books()
    if books is None or books.ledger is None:
        raise not_connected("FreshBooks")
    if company.setting("record_fees") == "on":
        raise FbreconError(
            "The fees are recorded as expenses",
            "An entry holds the fees, too: no payout may have both.",
            "Switch record_fees off first.",
        )
    if company.setting("bank_feed") == "yes":
        raise FbreconError(
            "The bank feed already books the payouts",
            "FreshBooks imports this bank account by itself: an entry for the same payout would "
            "book the money twice.",
            "Match the feed's line in FreshBooks. If there is no feed any more, set bank_feed to "
            "no first.",
        )
    roles = company.stores.decisions.roles()
    for role in _NEEDED:
        if role not in roles:
            raise NeedsPerson(
                "An account is not chosen yet",
                f"Payout entries need an account for {ROLE_LABELS[role].lower()}.",
                "Set up the accounts first, then switch payout entries on.",
            )
    ability = books.ledger.read_ability()
    currency = books.ledger.find_base_currency()
    if not ability.can_write or currency is None:
        reason = ability.reason or "FreshBooks does not say in which currency the books are kept."
        raise FbreconError(
            "Payout entries cannot be written to these books",
            reason,
            "Enter the deposit in FreshBooks, or match the bank feed's line there.",
        )
    with company.stores.write():
        company.stores.decisions.keep_fact(_WAY, ability.way.value)
        company.stores.decisions.keep_fact(CURRENCY, currency)


def entry_plan(company: Company) -> EntryPlan | None:
    """How entries are made, as it is set now; None while they are off."""
    decisions = company.stores.decisions
    way, currency = decisions.fact(_WAY), decisions.fact(CURRENCY)
    if company.setting("record_deposits") != "on" or way is None or currency is None:
        return None
    return EntryPlan(entry_rules(company, currency), EntryWay(way))


def entry_rules(company: Company, currency: str) -> EntryRules:
    """What payouts are entered by, as it is set now; `currency` is the books' own."""
    decisions = company.stores.decisions
    locked = company.setting("books_locked_until")
    accounts = company.stores.books.list_ledger_accounts()
    return EntryRules(
        roles=decisions.roles(),
        base_currency=currency,
        post_since=date.fromisoformat(company.setting("post_since")),
        automatic=company.setting("auto_post") == "certain",
        transfers=company.setting("pass_through") == "on",
        locked_until=date.fromisoformat(locked) if locked else None,
        line_accounts={
            line: LedgerAccountId(account)
            for line, account in json.loads(decisions.fact(_LINES) or "{}").items()
        },
        account_names={account.id: account.name for account in accounts},
        settled_outside=frozenset(json.loads(decisions.fact(_OUTSIDE) or "[]")),
        closed_until=company.stores.periods.closed_until(),
    )


def choose_line_account(company: Company, line_id: str, account_id: LedgerAccountId) -> None:
    """Remember a person's account for a payout's line that belongs to no payment."""
    decisions = company.stores.decisions
    with company.stores.write():
        chosen = json.loads(decisions.fact(_LINES) or "{}")
        decisions.keep_fact(_LINES, json.dumps({**chosen, line_id: account_id}, sort_keys=True))
        why = "A person chose the account of a payout's line that belongs to no payment."
        deed = Deed(DeedKind.ACCOUNTS, f"Line {line_id}", why, after=account_id)
        company.stores.activity.append(deed)


def settle_outside(company: Company, payout_id: PayoutId) -> None:
    """Remember that a person entered this payout in another way: it is not asked about again."""
    decisions = company.stores.decisions
    with company.stores.write():
        known = json.loads(decisions.fact(_OUTSIDE) or "[]")
        decisions.keep_fact(_OUTSIDE, json.dumps(sorted({*known, payout_id})))
        why = "A person settled it outside of fbrecon."
        deed = Deed(DeedKind.ATTENTION, f"Payout {payout_id}", why, f"out_{payout_id}")
        company.stores.activity.append(deed)


def reverse_entry(company: Company, intent: Intent, why: str) -> Intent:
    """Keep a person's order to reverse an entry of ours; raises `Refused` where there is none."""
    books, way = company.find_books(), company.stores.decisions.fact(_WAY)
    if books is None or books.ledger is None or way is None:
        raise not_connected("FreshBooks")
    locked = company.setting("books_locked_until")
    closed = company.stores.periods.closed_until()
    days = [*([date.fromisoformat(locked)] if locked else []), *([closed] if closed else [])]
    return order_reversal(
        books.ledger,
        company.stores,
        intent,
        EntryWay(way),
        max(days) if days else None,
        day_in(company.clock.now(), company.business.timezone),
        why,
    )


def clearing(company: Company) -> tuple[ClearingView, ...]:
    """What undeposited funds should hold and, where the ledger is read, what it holds."""
    return tuple(
        ClearingView(
            proof.currency,
            proof.expected,
            proof.proven,
            proof.difference,
            proof.balance,
            proof.buckets,
        )
        for proof in clearing_proofs(company)
    )


def clearing_proofs(company: Company, until_on: date | None = None) -> list[ClearingProof]:
    """The proof of each currency with its items; the ledger counts only where it was read.

    With a day it is about how things stood at its end.
    """
    if until_on is not None:
        return _prove(company, until_on)
    today = day_in(company.clock.now(), company.business.timezone)
    return company.proofs.get(today, lambda: _prove(company, today))


def _prove(company: Company, day: date) -> list[ClearingProof]:
    return list(read_funds(company, entry_plan(company)).prove(day).values())


def entered_on(company: Company) -> list[tuple[Role, Money]]:
    """What our entries leave on the accounts of bank and fees, by role and currency."""
    books = company.find_books()
    ledger = None if books is None else books.ledger
    chosen = company.stores.decisions.roles()
    sums: dict[tuple[Role, str], Money] = {}
    there = (*SETTLED, PostingState.UNDONE)  # an entry that was reversed is in the ledger still
    entries = company.stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY], there)
    for intent in entries if ledger is not None else ():
        assert ledger is not None
        for account, amount in ledger.entry_accounts(intent.body):
            for role in (Role.BANK, Role.FEES):
                if chosen.get(role) == account:
                    key = (role, amount.currency)
                    sums[key] = sums[key] + amount if key in sums else amount
    return [(role, amount) for (role, _), amount in sums.items()]
