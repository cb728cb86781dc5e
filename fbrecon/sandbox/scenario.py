"""Fills a fresh sandbox: the person's businesses, and the books of the chosen scenario.

Everything follows from the seed and the time at which the sandbox starts.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_rows import CategoryRow, LedgerRow
from fbrecon.sandbox.scenario_invoices import Storyteller
from fbrecon.sandbox.scenario_words import CATEGORIES, CUSTOMERS, LEDGER
from fbrecon.sandbox.state import Membership, SandboxState

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"

# Each: name, role, whether it has an account, how many invoices it starts with.
_BUSINESSES: tuple[tuple[str, str, bool, int], ...] = (
    ("Harborlight Technology Services", "owner", True, 400),
    ("Quayside Print Cooperative", "business_accountant", True, 25),
    ("Harborlight Holdings", "owner", False, 0),
    ("Meridian Office Supply", "client", True, 16),
)


# What a business of many years has: the main one's invoices in the scenario "large".
_MANY_INVOICES = 20_000


def fill(state: SandboxState) -> None:
    """Adds memberships and, for every account, a chart of accounts and rows."""
    for place, (name, role, has_account, invoices) in enumerate(_BUSINESSES):
        membership = _membership(state, name, role, has_account=has_account)
        state.memberships.append(membership)
        if membership.account_id is None:
            continue
        books = Books(membership.account_id, state.chance, "USD", 450_000 + 90_000 * place)
        state.books[membership.account_id] = books
        _add_ledger(state, books)
        _add_categories(state, books)
        if state.options.scenario == "empty":
            continue
        main = place == 0
        if main and state.options.scenario == "large":
            invoices = _MANY_INVOICES
        if main and state.options.invoices is not None:
            invoices = state.options.invoices
        # Each business tells its own story, in whatever order they are told.
        draw = state.chance.stream(f"story:{place}")
        story = Storyteller(books, draw, state.clock.started_at)
        story.tell(CUSTOMERS if main else CUSTOMERS[place * 7 : place * 7 + 6], invoices)
    if state.options.scenario != "empty":
        _add_customer_made_by_hand(state)


def _membership(state: SandboxState, name: str, role: str, *, has_account: bool) -> Membership:
    draw = state.chance.stream("memberships")
    account_id = "".join(draw.choice(_ALPHABET) for _ in range(6))
    return Membership(
        id=40_000_000 + draw.randrange(900_000),
        role=role,
        business_id=14_000_000 + draw.randrange(900_000),
        business_uuid=state.chance.uuid("memberships"),
        name=name,
        account_id=account_id if has_account else None,
        timezone="America/New_York",
        fasttrack_token=f"secret.{state.chance.hex('memberships', 120)}",
    )


def _add_ledger(state: SandboxState, books: Books) -> None:
    """The chart of accounts that a business has after some years."""
    draw = state.chance.stream("ledger")
    by_number: dict[str, LedgerRow] = {}
    at = datetime(2023, 2, 14, 15, 32, 10, 449_944, UTC)
    for place, (number, name, kind, sub_type, parent, system) in enumerate(LEDGER):
        row = LedgerRow(
            uuid=state.chance.uuid("ledger"),
            name=name,
            number=number,
            type=kind,
            sub_type=sub_type,
            updated_at=at + timedelta(seconds=place, microseconds=draw.randrange(900)),
            parent_uuid=by_number[parent].uuid if parent else None,
            system_name=name if system else None,
            auto_created=system,
            jea_id=None if parent else 4_550_400 + place,
            jesa_id=12_108_000 + place if parent else None,
        )
        by_number[number] = row
        books.ledger[row.uuid] = row


def _add_categories(state: SandboxState, books: Books) -> None:
    """The categories that every account has; those without an account of their own share one."""
    by_name = {row.name: row for row in books.ledger.values() if row.type == "expense"}
    at = datetime(2023, 2, 14, 15, 31, 51, tzinfo=UTC)
    first = 13_151_000 + state.chance.stream("categories").randrange(800)
    numbers = {name: first + 2 * place for place, (name, _) in enumerate(CATEGORIES)}
    for name, parent in CATEGORIES:
        is_cogs = "Cost of Goods Sold" in (name, parent)
        spare = "Cost of Goods Sold" if is_cogs else "Other Expenses"
        ledger = by_name.get(name) or by_name[spare]
        parent_id = None if parent is None else numbers[parent]
        row = CategoryRow(numbers[name], name, ledger.uuid, at, parent_id, is_cogs)
        books.categories[row.id] = row
        if ledger.name == name:
            ledger.category_id = row.id


def _add_customer_made_by_hand(state: SandboxState) -> None:
    """Someone typed one customer into the platform before: same name, no external id."""
    name, email, *_ = CUSTOMERS[0]
    state.platform.add_customer({"name": name, "email": email, "country": "US"})
