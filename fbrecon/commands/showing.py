"""`status`, `list` and `doctor`: what there is to see."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from fbrecon.app import as_json, money_by_week
from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.doctor import Check, examine
from fbrecon.app.funds_json import clearing_item
from fbrecon.app.views import Bucket, Pause, StatusView, TableQuery
from fbrecon.clock import rfc3339
from fbrecon.commands.all_companies import add_all, status_all
from fbrecon.commands.call import Call
from fbrecon.errors import FileError, WrongUsage


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """A command without words of its own."""
    del parser


def add_status(parser: argparse.ArgumentParser) -> None:
    """The words of `status`."""
    add_all(parser)


def status(call: Call) -> int:
    """Where everything stands."""
    if call.arguments.all:
        return status_all(call)
    view = call.desk.status()
    call.answer(as_json.status(view), _in_words(view))
    return 0


def _in_words(view: StatusView) -> str:
    name = view.business.name if view.business else "no business"
    lines = [
        f"FreshBooks: {view.freshbooks.value.replace('_', ' ')} ({name})",
        f"Platform: {view.platform.value.replace('_', ' ')}",
        f"Mode: {view.mode.value}",
        *(f"{key.replace('_', ' ')}: {count:,}" for key, count in view.counts.items()),
    ]
    for row in view.clearing:
        lines.append(
            f"Undeposited funds should hold {row.expected}; "
            + ("not checked against the ledger" if row.proven is None else f"proven {row.proven}")
        )
        lines += [
            f"  {_BUCKETS[bucket.bucket]}: {bucket.amount} ({bucket.count}), since "
            f"{bucket.oldest_on}"
            for bucket in row.buckets
            if bucket.count
        ]
    if view.paused is not None:
        lines.append(f"Syncing on schedule is paused {pause_in_words(view.paused)}")
    for item in view.schedule:
        last = "never" if item.last_success_at is None else rfc3339(item.last_success_at)
        lines.append(f"{item.title}: every {item.every_minutes} minutes, last {last}")
    if view.last_run is not None:
        lines.append(f"Last sync: {view.last_run.sentence}")
    lines.append(f"Needs you: {view.attention}")
    return "\n".join(lines)


def pause_in_words(pause: Pause) -> str:
    """Until when it lasts."""
    return "until you resume it" if pause.until is None else f"until {rfc3339(pause.until)}"


def add_weeks(parser: argparse.ArgumentParser) -> None:
    """The words of `weeks`."""
    parser.add_argument(
        "--last", type=int, default=13, metavar="N", help="how many weeks, this one among them"
    )


def weeks(call: Call) -> int:
    """What was collected and paid out, week by week, and the fees' share."""
    if call.arguments.last < 1:
        raise WrongUsage("That is no number of weeks", "One week is the least.", "Say --last 13.")
    found = call.desk.money_by_week(call.arguments.last)
    call.answer(money_by_week.as_json(found), money_by_week.in_words(found))
    return 0


def add_list(parser: argparse.ArgumentParser) -> None:
    """The words of `list`."""
    parser.add_argument("what", choices=sorted(set(_LISTS) - {"log"}))
    parser.add_argument("--search", metavar="TEXT", help="only rows in which this is found")
    parser.add_argument(
        "--all", action="store_true", help="activity: every step and every decision"
    )


def list_rows(call: Call) -> int:
    """What the company file holds."""
    words = call.arguments
    what = "log" if words.all and words.what == "activity" else words.what
    if words.all and what != "log":
        raise WrongUsage("--all is about activity", "Every other list is whole.", "Leave it out.")
    if words.search is not None and what not in _SEARCHED:
        raise WrongUsage(
            "That list is not searched", "invoices, payments and activity are.", "Leave it out."
        )
    read, columns = _LISTS[what]
    call.rows(read(call.desk, words.search or ""), columns)
    return 0


def _invoices(desk: CompanyDesk, text: str) -> list[dict[str, Any]]:
    keys = desk.invoice_ids(TableQuery("create_date", descending=True, text=text))
    return [as_json.invoice(row) for row in desk.invoice_rows(keys)]


def _payments(desk: CompanyDesk, text: str) -> list[dict[str, Any]]:
    keys = desk.payment_keys(TableQuery("date", descending=True, text=text))
    return [as_json.payment(row) for row in desk.payment_rows(keys)]


def _log(desk: CompanyDesk, text: str) -> list[dict[str, Any]]:
    keys = desk.log_keys(TableQuery("at", descending=True, text=text))
    return [as_json.log_entry(row) for row in desk.log_rows(keys)]


_BUCKETS = {
    Bucket.NOT_PAID_OUT: "not paid out yet",
    Bucket.NOT_ENTERED: "paid out, but no entry written",
    Bucket.OTHER_POSTINGS: "other postings on the account",
    Bucket.UNEXPLAINED: "unexplained",
}
_SEARCHED = ("invoices", "payments", "activity", "log")
_LISTS: dict[str, tuple[Callable[[CompanyDesk, str], list[dict[str, Any]]], tuple[str, ...]]] = {
    "invoices": (
        _invoices,
        ("number", "customer", "total", "outstanding", "currency", "status", "platform"),
    ),
    "customers": (
        lambda desk, _: [as_json.customer(row) for row in desk.list_customers()],
        ("name", "email", "currency", "vis_state", "platform_name"),
    ),
    "payments": (
        _payments,
        ("id", "date", "amount", "currency", "invoice_number", "state", "reason"),
    ),
    "payouts": (
        lambda desk, _: [as_json.payout(row) for row in desk.list_payouts()],
        ("id", "arrival_date", "gross", "fees", "net", "currency", "state", "difference"),
    ),
    "deposits": (
        lambda desk, _: [as_json.deposit(row) for row in desk.list_deposits()],
        ("id", "date", "amount", "currency", "description", "state", "payout_id", "reason"),
    ),
    "clearing": (
        lambda desk, _: [clearing_item(item) for item in desk.list_clearing()],
        ("id", "bucket", "date", "age_days", "amount", "currency", "text"),
    ),
    "rules": (
        lambda desk, _: [as_json.bank_rule(row) for row in desk.list_bank_rules()],
        ("id", "text", "lines", "since"),
    ),
    "attention": (
        lambda desk, _: [as_json.attention(row) for row in desk.list_attention()],
        ("id", "title", "message"),
    ),
    "activity": (
        lambda desk, text: [as_json.activity(row) for row in desk.list_activity(text)],
        ("id", "at", "kind", "subject", "outcome", "remote_id"),
    ),
    "log": (_log, ("id", "at", "who", "kind", "subject", "before", "after", "why")),
}


def doctor(call: Call) -> int:
    """Check everything that can be checked here."""
    try:
        checks = examine(call.desk)
    except FileError as error:
        checks = [Check("company file", ok=False, detail=error.sentence)]
    words = "\n".join(f"{'ok ' if c.ok else 'BAD'} {c.name}: {c.detail}" for c in checks)
    value = {"checks": [{"name": c.name, "ok": c.ok, "detail": c.detail} for c in checks]}
    call.answer(value, words)
    bad = [check for check in checks if not check.ok]
    if not bad:
        return 0
    call.aside(f"Not all is well. {bad[0].name[0].upper()}{bad[0].name[1:]}: {bad[0].detail}")
    return 1
