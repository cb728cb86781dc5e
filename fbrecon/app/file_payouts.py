"""Payouts of files: what several files say of one, taken together."""

from __future__ import annotations

from dataclasses import replace

from fbrecon.app.company import Company
from fbrecon.domain.documents import Payout, PlatformPayment
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.domain.imports import ImportedPayout, Read
from fbrecon.domain.payout_parts import parts_of


def beside_other_files(company: Company, read: Read[ImportedPayout]) -> Read[ImportedPayout]:
    """The payouts with what other files said of them and this one leaves open."""
    stores = company.stores
    found = stores.platform.find_payouts([payout.id for _, payout in read.rows])
    known = {payout.id: payout for payout in found if payout.only_in_file}
    references = stores.files.references("payout") if known else {}
    rows = tuple(
        (n, p.beside(known[p.id], references.get(p.id, "")) if p.id in known else p)
        for n, p in read.rows
    )
    return replace(read, rows=rows)


def make_up(company: Company) -> None:
    """Give payouts that only a list tells of the payments that name them, where the sums agree."""
    stores = company.stores
    named = stores.files.payments_of_payouts()
    found = stores.platform.find_payouts([PayoutId(id_) for id_ in sorted(named)])
    bare = [payout for payout in found if payout.only_in_file and payout.lines is None]
    if not bare:
        return
    payments = {p.id: p for p in stores.platform.list_payments(from_files=True) if p.only_in_file}
    references = stores.files.references("payout")
    for payout in bare:
        ids = [PlatformPaymentId(id_) for id_ in named[payout.id]]
        paid = [payments[id_] for id_ in ids if id_ in payments]
        lines = parts_of(payout, paid) if _one_currency(payout, paid) else None
        if lines is None or len(paid) != len(ids):
            continue
        assert payout.told is not None
        assert payout.arrival_on is not None
        made = ImportedPayout(
            payout.id,
            payout.arrival_on,
            payout.net,
            payout.gross,
            None,
            payout.told.currency,
            payout.state,
            payout.raw_state,
            references.get(payout.id, ""),
            lines,
            source=payout.told.source,
        ).beside(payout, "")
        stores.platform.save_payouts([made.as_payout(company.business.timezone)])
        stores.files.keep_notes("payout", [made.note()])


def _one_currency(payout: Payout, payments: list[PlatformPayment]) -> bool:
    told = [payout.told, *(payment.told for payment in payments)]
    return len({of.currency for of in told if of is not None and of.currency}) <= 1
