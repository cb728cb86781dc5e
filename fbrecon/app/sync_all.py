"""One sync of each company, one after the other; what fails in one stops none of the others.

They share a sign-in and so FreshBooks' limits: side by side they would only wait for each other,
and the first of them would be finished later.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fbrecon.app.company_table import name_of
from fbrecon.app.views import CompanySummary, ConnectionState, SyncReport
from fbrecon.errors import FbreconError
from fbrecon.sync.progress import Cancelled, CancelToken, Progress, ProgressFn

log = logging.getLogger(__name__)

# What is worst first: something failed, somebody is needed, a service is out of reach.
_WORST_FIRST = (1, 2, 3, 4, 0)


@dataclass(frozen=True, slots=True)
class TurnProgress(Progress):
    """How far the company has come whose turn it is: `name`, the `place`-th of `of`."""

    name: str = ""
    place: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class CompanyOutcome:
    """How one company's turn went: a report, an error, or neither.

    `left_out` says why it had no turn; that is nobody's fault where it is not connected.
    """

    slug: str
    name: str
    report: SyncReport | None = None
    error: FbreconError | None = None
    left_out: str = ""
    was_stopped: bool = False

    @property
    def outcome(self) -> str:
        """In a word: ok, partial, failed, cancelled or left_out."""
        if self.was_stopped:
            return "cancelled"
        if self.error is not None:
            return "failed"
        return self.report.outcome if self.report is not None else "left_out"

    @property
    def exit_code(self) -> int:
        """As of a sync of this company alone."""
        if self.was_stopped:
            return 1
        if self.error is not None:
            return self.error.exit_code
        return 0 if self.report is None else self.report.exit_code

    @property
    def sentence(self) -> str:
        """What became of it, for a person."""
        if self.error is not None:
            return self.error.sentence
        return self.report.sentence if self.report is not None else self.left_out


def worst(codes: Iterable[int]) -> int:
    """The exit code of several: the worst of theirs, 0 of none."""
    return min(codes, key=_WORST_FIRST.index, default=0)


Turn = Callable[[str, ProgressFn], SyncReport]


def sync_all(
    companies: list[CompanySummary],
    turn: Turn,
    cancel: CancelToken,
    report: ProgressFn,
    tell: Callable[[CompanyOutcome], None],
) -> list[CompanyOutcome]:
    """Sync each by name, and `tell` of each as it ends; `turn` syncs the company of a slug.

    Cancelled, it stops at the next safe point of the one whose turn it is, and tells the others as
    not begun.
    """
    ordered = sorted(companies, key=lambda company: (name_of(company).casefold(), company.slug))
    found = []
    for place, company in enumerate(ordered, start=1):
        outcome = _one(company, turn, cancel, _whose(report, company, place, len(ordered)))
        tell(outcome)
        found.append(outcome)
    return found


def _one(
    company: CompanySummary, turn: Turn, cancel: CancelToken, report: ProgressFn
) -> CompanyOutcome:
    slug, name = company.slug, name_of(company)
    if cancel.is_cancelled:
        told = "Not begun: it was stopped before."
        return CompanyOutcome(slug, name, left_out=told, was_stopped=True)
    if not company.problem and company.state is ConnectionState.NOT_CONNECTED:
        return CompanyOutcome(slug, name, left_out="Left out: FreshBooks is not connected.")
    try:
        done = turn(slug, report)
    except Cancelled:
        told = "The sync was stopped. What was finished stays finished."
        return CompanyOutcome(slug, name, left_out=told, was_stopped=True)
    except FbreconError as error:
        return CompanyOutcome(slug, name, error=error)
    except Exception:
        # A mistake of ours in one company is no reason to leave the others behind.
        log.exception("the sync of “%s” broke off", slug)
        return CompanyOutcome(slug, name, error=_broke_off())
    return CompanyOutcome(slug, name, done)


def _broke_off() -> FbreconError:
    return FbreconError(
        "The sync broke off",
        "Something in fbrecon itself went wrong; the log says what.",
        "Nothing is lost: sync this company again, and report it if it stays.",
    )


def _whose(report: ProgressFn, company: CompanySummary, place: int, of: int) -> ProgressFn:
    """Progress says whose it is; the first of it says that its turn begins."""

    def tell(progress: Progress) -> None:
        report(
            TurnProgress(
                progress.stage,
                progress.done,
                progress.total,
                progress.rate,
                progress.seconds_left,
                name_of(company),
                place,
                of,
            )
        )

    tell(Progress(""))
    return tell
