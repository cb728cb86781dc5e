"""Checks of everything that can go wrong on this computer; no check prints a secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.deposits import clearing
from fbrecon.errors import FbreconError


@dataclass(frozen=True, slots=True)
class Check:
    """One check and what it found."""

    name: str
    ok: bool
    detail: str


def examine(desk: CompanyDesk) -> list[Check]:
    """All checks; the connections are tried for real."""
    company = desk.find_company()
    checks = [_try("secrets store", lambda: f"{len(desk.list_secret_names())} secrets kept")]
    if company is None:
        return [*checks, Check("company", ok=True, detail="No company is connected yet.")]
    stores = company.stores

    def file_is_sound() -> str:
        found = stores.check()
        if found:
            raise FbreconError("The company file is damaged", "; ".join(found[:3]), "")
        return "sound"

    def log_is_whole() -> str:
        verdict = company.witness.check(stores)
        if verdict.flaw:
            raise FbreconError("The activity log is not whole", verdict.flaw, "Ask who had access.")
        return verdict.detail

    def freshbooks() -> str:
        books = company.find_books()
        return "not connected" if books is None else f"signed in as {books.get_identity().email}"

    def platform() -> str:
        found = company.find_platform()
        if found is None:
            return "not connected"
        found.check_connection()
        return "the key works"

    def proof() -> str:
        rows = clearing(company)
        wrong = [row for row in rows if row.difference is not None and row.difference.minor]
        if wrong:
            raise FbreconError(
                "Undeposited funds are not what they should be",
                "; ".join(f"{r.proven} instead of {r.expected} in the ledger" for r in wrong),
                "See fbrecon list clearing.",
            )
        told = [
            f"{row.expected} expected, not checked against the ledger"
            if row.proven is None
            else f"{row.expected} expected, and the ledger shows it"
            for row in rows
        ]
        return "; ".join(told) or "nothing to prove yet"

    return [
        *checks,
        _try("company file", file_is_sound),
        _try("activity log", log_is_whole),
        _try("FreshBooks", freshbooks),
        _try("platform", platform),
        _try("clearing proof", proof),
    ]


def _try(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, detail=check())
    except FbreconError as error:
        return Check(name, ok=False, detail=error.sentence)
