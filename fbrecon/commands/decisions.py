"""`accounts`, `approve`, `dismiss` and `settings`: what a person decides."""

from __future__ import annotations

import argparse
from datetime import date
from decimal import Decimal

from fbrecon.app import as_json, review
from fbrecon.app.set_up_facts import Answers, SetUpFacts, tell_set_up
from fbrecon.app.settings import SETTINGS, get_setting
from fbrecon.app.views import AccountsView
from fbrecon.commands.call import Call
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.posting import WriteKind
from fbrecon.errors import WrongUsage

_ROLES = {
    "undeposited_funds": "undeposited_funds",
    "bank": "bank",
    "fees": "fees",
    "refunds": "refunds",
}


def add_accounts(parser: argparse.ArgumentParser) -> None:
    """The words of `accounts`."""
    parser.add_argument(
        "--categories", action="store_true", help="what expenses can be filed under, instead"
    )
    actions = parser.add_subparsers(dest="action", metavar="set")
    setting = actions.add_parser("set", help="choose accounts for the roles")
    setting.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    funds = setting.add_mutually_exclusive_group()
    funds.add_argument("--undeposited-funds", metavar="ID")
    funds.add_argument("--create-undeposited-funds", metavar="NAME")
    setting.add_argument("--bank", metavar="ID")
    fees = setting.add_mutually_exclusive_group()
    fees.add_argument("--fees", metavar="ID")
    fees.add_argument("--create-fees", metavar="NAME")
    setting.add_argument("--refunds", metavar="ID")


def accounts(call: Call) -> int:
    """Show the chart of accounts, or choose the roles."""
    words = vars(call.arguments)
    if words.get("categories"):
        for category in call.desk.list_categories():
            shown = {"id": str(category.id), "name": category.name}
            call.answer(shown, f"{category.id}  {category.name}")
        return 0
    if words.get("action") == "set":
        chosen = {role: words[role] for role in _ROLES if words.get(role) is not None}
        named = {role: words.get(f"create_{role}") for role in _ROLES}
        create = {role: name for role, name in named.items() if name is not None}
        view = call.desk.set_accounts(chosen, create)
    else:
        view = call.desk.accounts()
    facts = call.desk.set_up_facts()
    told = tell_set_up(facts, _answers(view, facts))
    value = {
        **as_json.accounts(view),
        "observed": [
            {"id": seen.account_id, "name": seen.name, "payments": seen.payments}
            for seen in facts.observed
        ],
        "settings": dict(facts.settings),
        "summary": told,
    }
    call.answer(value, "\n".join([_in_words(view), *_observed(view, facts), *told]))
    return 0


def _answers(view: AccountsView, facts: SetUpFacts) -> Answers:
    """What is set now, as the wizard's answers."""
    funds = view.roles.get(Role.UNDEPOSITED_FUNDS)
    seen = facts.find_elsewhere(None if funds is None else funds.id)
    return Answers(
        {role: account.name for role, account in view.roles.items() if account is not None},
        facts.settings["bank_feed"] == "yes",
        facts.settings["record_deposits"] == "on",
        seen.name if seen is not None and facts.passes_through else "",
    )


def _observed(view: AccountsView, facts: SetUpFacts) -> list[str]:
    """What to choose where FreshBooks keeps payments elsewhere."""
    funds = view.roles.get(Role.UNDEPOSITED_FUNDS)
    seen = facts.find_elsewhere(None if funds is None else funds.id)
    if seen is None or facts.passes_through:
        return []
    text = (
        f"FreshBooks keeps payments in {seen.name} ({seen.account_id}): choose that one as "
        "undeposited funds, or have them pass through: fbrecon settings pass_through on"
    )
    return [text]


def _in_words(view: AccountsView) -> str:
    lines = [f"{a.id}  {a.number:<8} {a.name} ({a.type}, {a.sub_type})" for a in view.accounts]
    for role, account in view.roles.items():
        suggested = view.suggestions.get(role)
        text = account.name if account else "not chosen"
        if account is None and suggested is not None:
            text += f"; suggested {suggested.account_id}: {suggested.reason}"
        lines.append(f"{ROLE_LABELS[role]}: {text}")
    return "\n".join(lines)


def add_approve(parser: argparse.ArgumentParser) -> None:
    """The words of `approve`."""
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument(
        "--with",
        dest="with_ids",
        action="append",
        default=[],
        metavar="ID",
        help="it is this payment already; the invoice it is for; what a word means; the "
        "payout of bank lines, more than once where a line shows several",
    )
    parser.add_argument(
        "--difference",
        metavar="SUM",
        help="what bank lines show more (or less) than their payouts, and nothing explains",
    )
    parser.add_argument("--all", action="store_true", help="everything that waits for approval")
    parser.add_argument("--before", type=date.fromisoformat, metavar="DATE")


def approve(call: Call) -> int:
    """Say yes to ids, or to everything that waits."""
    words = call.arguments
    if bool(words.ids) == bool(words.all):
        raise WrongUsage("Say what to approve", "Name ids, or --all.", "Nothing was changed.")
    lines = [public_id for public_id in words.ids if public_id.startswith("line_")]
    together = bool(words.with_ids) and len(lines) == len(words.ids) > 0
    if (
        (words.before and not words.all)
        or (words.with_ids and not together and len(words.ids) + len(words.with_ids) != 2)
        or (words.difference is not None and not together)
    ):
        raise WrongUsage(
            "Those words do not go together",
            "--before narrows --all, --with is about one id or about bank lines, and --difference "
            "about bank lines with their payouts.",
            "Nothing was changed.",
        )
    if together and (len(lines) + len(words.with_ids) > 2 or words.difference is not None):
        _match_together(call, lines, words.with_ids, words.difference)
        return 0
    ids = list(words.ids)
    if words.all:
        ids = [
            f"pay_{intent.source_id}" if intent.kind is WriteKind.PAYMENT else f"act_{intent.row}"
            for intent in review.list_approvable(call.desk.company)
            if words.before is None or (intent.on_date and intent.on_date < words.before)
        ]
    for public_id in dict.fromkeys(ids):
        call.desk.approve(public_id, *words.with_ids)
        show(call, public_id)
    if not ids:
        call.aside("Nothing waits for an approval.")
    return 0


def _match_together(call: Call, lines: list[str], payouts: list[str], told: str | None) -> None:
    """Bank lines with their payouts, in one decision."""
    rows = [row for row in call.desk.list_deposits() if row.id in lines]
    difference = None
    if told is not None and rows:
        try:
            difference = Money.from_decimal(Decimal(told), rows[0].amount.currency)
        except (ArithmeticError, MoneyError) as error:
            raise WrongUsage(
                "That is no sum", f"“{told}” is not one.", "Write it as the refusal did."
            ) from error
    call.desk.match_lines(lines, payouts, difference)
    for public_id in dict.fromkeys(lines):
        show(call, public_id)


def add_dismiss(parser: argparse.ArgumentParser) -> None:
    """The words of `dismiss`."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument(
        "--always", action="store_true", help="no bank line with this text is a payout"
    )
    parser.add_argument(
        "--not-ours", action="store_true", help="this bank line shows no payout at all"
    )


def dismiss(call: Call) -> int:
    """Say no."""
    words = call.arguments
    if words.not_ours and (words.always or not words.id.startswith("line_")):
        raise WrongUsage(
            "Those words do not go together",
            "--not-ours is about one bank line, --always about all with its text.",
            "Nothing was changed.",
        )
    if words.not_ours:
        call.desk.leave_out(words.id)
    else:
        call.desk.dismiss(words.id, always=words.always)
    show(call, words.id)
    return 0


def show(call: Call, public_id: str) -> None:
    """Print the item as it stands after the decision."""
    desk = call.desk
    if public_id.startswith("pay_"):
        for row in desk.payment_rows([public_id]):
            value = as_json.payment(row)
            call.answer(value, f"{public_id}: {row.posting_state.replace('_', ' ')}. {row.reason}")
            return
    if public_id.startswith("line_"):
        for line in desk.list_deposits():
            if line.id == public_id:
                shown = f" {', '.join(line.payouts)}." if line.payouts else ""
                call.answer(as_json.deposit(line), f"{line.id}: {line.state}.{shown} {line.reason}")
        return
    written = [as_json.activity(row) for row in desk.list_activity() if row.id == public_id]
    call.answer(written[0] if written else {"id": public_id}, f"{public_id}: done.")


def add_settings(parser: argparse.ArgumentParser) -> None:
    """The words of `settings`."""
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("value", nargs="?", metavar="VALUE")


def settings(call: Call) -> int:
    """Show all settings or one, or change one."""
    name, value = call.arguments.name, call.arguments.value
    if name is not None:
        get_setting(name)  # a wrong word is told before anything else
    if value is not None:
        call.desk.change_setting(name, value)
        if (name, value, call.desk.setting("bank_feed")) == ("record_deposits", "on", "unknown"):
            call.aside(
                "Does FreshBooks import the bank account by itself? Then its line and the entry "
                "book the same money twice: switch record_deposits off, and set bank_feed to yes."
            )
    for each in sorted(SETTINGS) if name is None else [name]:
        current = call.desk.setting(each)
        default = call.desk.company.default_of(each)
        call.answer({"name": each, "value": current, "default": default}, f"{each} = {current}")
    return 0
