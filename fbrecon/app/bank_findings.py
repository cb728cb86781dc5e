"""What needs a person about bank lines: a confirmed payout that is not expected any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from fbrecon.app.company import Company
from fbrecon.app.reconcile import why_gone
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import Payout
from fbrecon.domain.ids import DepositId

_KIND = AttentionKind.BANK_MATCH_GONE


def bank_findings(company: Company, known: Mapping[str, Payout] | None = None) -> Iterator[Finding]:
    """Payouts that a person matched with bank lines and that failed, or went, later.

    `known` are all payouts, where they were read already.
    """
    confirmed = company.stores.bank.memory().confirmed
    if not confirmed:
        return
    if known is None:
        known = {p.id: p for p in company.stores.platform.list_payouts(from_files=True)}
    payouts = known
    gone = {
        name: why
        for name in sorted({name for _, name in confirmed})
        if (why := why_gone(payouts.get(name)))
    }
    if not gone:
        return
    of = {name: sorted(line for line, other in confirmed if other == name) for name in gone}
    ids = [DepositId(line_id) for lines in of.values() for line_id in lines]
    lines = {line.id: line for line in company.stores.files.find_deposits(ids)}
    for name, why in gone.items():
        here = [lines[DepositId(x)] for x in of[name] if x in lines]
        if not here:
            continue
        told = " and ".join(f"the line of {x.on.isoformat()} over {x.amount}" for x in here)
        payout = payouts.get(name)
        net = "" if payout is None else f" over {payout.net}"
        yield Finding(
            f"bank match {name}",
            _KIND,
            "A payout that you found at the bank is not expected there any more",
            f"You matched payout {name}{net} with {told}. Now {why}.",
            "See whether the bank took the money back. If that line shows another payout, take the "
            "match back under Reconcile and choose that one. It closes by itself once both agree.",
            f"line_{here[0].id}",
            actions=("show_reconcile", "dismiss"),
        )


def look_again(company: Company, known: Mapping[str, Payout] | None = None) -> None:
    """Open and close what is said about bank lines, once payouts or decisions changed."""
    decisions = company.stores.decisions
    found = list(bank_findings(company, known))
    if found or any(x.finding.kind is _KIND for x in decisions.list_attention()):
        decisions.refresh_attention(found, company.clock.now(), kinds=(_KIND,))


def close_decided(company: Company, line_ids: Collection[str]) -> None:
    """Close what was asked about these lines: a person decided on them."""
    decisions = company.stores.decisions
    subjects = {f"line_{line_id}" for line_id in line_ids}
    for item in decisions.list_attention():
        if item.finding.kind is _KIND and item.finding.subject in subjects:
            decisions.close_attention(item.number, company.clock.now())
