"""Fees of payouts as expenses: switching that on, and how it is set.

For books without journal entries, or with a bank feed that already books what arrives. Never
together with payout entries: no payout has its fees twice.
"""

from __future__ import annotations

from fbrecon.app.company import Company, not_connected
from fbrecon.app.deposits import CURRENCY, entry_rules
from fbrecon.domain.intents import Intent
from fbrecon.domain.postings import ExpenseCategory
from fbrecon.errors import ChooseAccounts, FbreconError, WrongUsage
from fbrecon.sync.expense_writer import order_expense_removal
from fbrecon.sync.fee_stage import FeePlan
from fbrecon.sync.ports import Ledger
from fbrecon.sync.progress import CancelToken

_NAME = "fee_category_name"


def list_categories(company: Company) -> list[ExpenseCategory]:
    """What an expense can be filed under, by name (talks to FreshBooks, by reading)."""
    return sorted(_ledger(company).list_categories(CancelToken()), key=lambda c: c.name.casefold())


def choose_category(company: Company, category_id: str) -> None:
    """Check a category, and remember its name. Raises `WrongUsage` where there is none."""
    found = {str(category.id): category for category in list_categories(company)}
    if category_id not in found:
        raise WrongUsage(
            "There is no such category of expenses",
            f"FreshBooks has none with the id {category_id}.",
            "Copy one from “fbrecon accounts --categories”.",
        )
    with company.stores.write():
        company.stores.decisions.keep_fact(_NAME, found[category_id].name)


def category_name(company: Company) -> str:
    """The category that fees are recorded in; "" before one was chosen."""
    chosen = company.setting("fee_category")
    return (company.stores.decisions.fact(_NAME) or "") if chosen else ""


def switch_fees_on(company: Company) -> None:
    """Check that fees can be recorded here (talks to FreshBooks, by reading).

    Raises `ChooseAccounts` without a category, `FbreconError` where it cannot be; then nothing was
    changed.
    """
    if company.setting("record_deposits") == "on":
        raise FbreconError(
            "Payout entries are switched on",
            "An entry holds the fees, too: no payout may have both.",
            "Switch record_deposits off first.",
        )
    category = company.setting("fee_category")
    if not category:
        raise ChooseAccounts(
            "No category is chosen for the fees",
            "An expense needs a category, “Bank Fees” for example.",
            "See “fbrecon accounts --categories”, then set fee_category to the id of one.",
        )
    choose_category(company, category)
    currency = _ledger(company).find_base_currency()
    if currency is None:
        raise FbreconError(
            "Fees cannot be recorded as expenses here",
            "FreshBooks does not say in which currency the books are kept.",
            "Record them in FreshBooks by hand.",
        )
    with company.stores.write():
        company.stores.decisions.keep_fact(CURRENCY, currency)


def fee_plan(company: Company) -> FeePlan | None:
    """How fees are recorded, as it is set now; None while they are not."""
    currency = company.stores.decisions.fact(CURRENCY)
    category = company.setting("fee_category")
    if company.setting("record_fees") != "on" or currency is None or not category:
        return None
    return FeePlan(entry_rules(company, currency), int(category))


def remove_expense(company: Company, intent: Intent, why: str) -> Intent:
    """Keep a person's order to delete an expense of ours; raises `Refused` where there is none."""
    return order_expense_removal(_ledger(company), company.stores, intent, why)


def _ledger(company: Company) -> Ledger:
    books = company.find_books()
    if books is None or books.ledger is None:
        raise not_connected("FreshBooks")
    return books.ledger
