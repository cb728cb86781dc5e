"""Texts of bank lines that are no payouts: the rules that a person made, one for each text."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict

from fbrecon.app import public_ids
from fbrecon.app.bank_decisions import NOT_OURS, find_line, tell_line
from fbrecon.app.company import Company
from fbrecon.app.reconcile import BankView, look_at_bank
from fbrecon.app.views import BankRuleRow
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.money import Money
from fbrecon.errors import NotFound, Refused


def rule_id(rule: str) -> str:
    """The public id of a rule."""
    return f"rule_{hashlib.sha256(rule.encode()).hexdigest()[:10]}"


def list_rules(company: Company) -> list[BankRuleRow]:
    """All rules by their text, each with the lines that it leaves out now."""
    rules = company.stores.bank.not_ours()
    counts: Counter[str] = Counter()
    sums: dict[str, dict[str, Money]] = defaultdict(dict)
    for line in company.stores.files.list_deposits() if rules else ():
        rule = rule_of(line.description)
        if rule in rules:
            counts[rule] += 1
            of, money = sums[rule], line.amount
            of[money.currency] = of.get(money.currency, Money.zero(money.currency)) + money
    return [
        BankRuleRow(
            rule_id(rule),
            rule,
            since,
            counts[rule],
            tuple(sums[rule][c] for c in sorted(sums[rule])),
        )
        for rule, since in rules.items()
    ]


def exclude(company: Company, public_id: str, view: BankView | None = None) -> str:
    """No line with the text of this one is a payout; returns the rule.

    Raises `NotFound`, and `Refused` where it has no text, or a matched line has the same.
    """
    with company.stores.write():
        view = view or look_at_bank(company)
        line = find_line(view, public_id)
        rule = rule_of(line.description)
        if not rule:
            raise Refused(
                "That line has no text",
                f"{public_id} says nothing by which others like it could be told.",
                "Leave out this line alone.",
            )
        covered = [x for x in view.deposits.values() if rule_of(x.description) == rule]
        for other in covered:
            found = view.finding(other.id)
            if found is not None and found.state is MatchState.MATCHED:
                raise Refused(
                    "Lines with that text are payouts",
                    f"“{rule}” also stands in line_{other.id}, which is matched.",
                    "If that match is wrong, dismiss it first; else leave out this line alone.",
                )
        company.stores.bank.keep_not_ours(rule, company.clock.now())
        count = "1 line" if len(covered) == 1 else f"{len(covered):,} lines"
        why = f"A person said that no line with “{rule}” is a payout; {count} so far."
        found = view.finding(line.id)
        tell_line(company, line, why, "" if found is None else found.state.value, NOT_OURS)
        return rule


def find_rule(company: Company, public_id: str) -> str:
    """The rule with that public id. Raises `NotFound`, `WrongUsage`."""
    public_ids.split(public_id)
    for rule in company.stores.bank.not_ours():
        if rule_id(rule) == public_id:
            return rule
    raise NotFound(
        "That rule is not here",
        f"Nothing here has the id {public_id}.",
        "Copy it from “fbrecon list rules”.",
    )


def forget_rule(company: Company, rule: str) -> None:
    """Lines with that text may be payouts after all."""
    with company.stores.write():
        company.stores.bank.forget_not_ours(rule)
        why = f"A person said that lines with “{rule}” may be payouts after all."
        company.stores.activity.append(
            Deed(DeedKind.MATCH, f"Bank lines with “{rule}”", why, rule_id(rule), NOT_OURS, "")
        )
