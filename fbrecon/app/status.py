"""Where everything stands, from the company file alone; no service is asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from fbrecon.app.company import Company
from fbrecon.app.deposits import clearing
from fbrecon.app.views import (
    ConnectionState,
    HistoryState,
    Mode,
    RoleChoice,
    RunView,
    ScheduledItem,
    StatusView,
)
from fbrecon.clock import LOOPBACK_HOSTS
from fbrecon.domain.ledger import Role
from fbrecon.domain.runs import Cursor, Phase
from fbrecon.sync.pull import BOOKS_RESOURCES

_SCHEDULE = (
    ("invoices", "Invoices", "invoices"),
    ("customers", "Customers", "invoices"),
    ("lines", "Invoice lines", "invoices"),
    ("payments", "Payments", "payments"),
)


def status_of(company: Company) -> StatusView:
    """Where one company stands."""
    decisions = company.stores.decisions
    accounts = {account.id: account for account in company.stores.books.list_ledger_accounts()}
    chosen = decisions.roles()
    recent, history = history_of(company)
    run = company.stores.journal.find_run()
    return StatusView(
        company=company.slug,
        business=company.business,
        freshbooks=_freshbooks(company, history),
        freshbooks_problem=decisions.fact("freshbooks_problem") or "",
        last_12_months=recent,
        all_history=history,
        platform=_platform(company),
        platform_problem=decisions.fact("platform_problem") or "",
        mode=Mode(company.setting("mode")),
        schedule=tuple(_scheduled(company, *entry) for entry in _SCHEDULE),
        counts={
            **company.stores.books.row_counts(),
            **company.stores.listing.count_platform_only(),
        },
        roles=tuple(
            RoleChoice(role, accounts.get(chosen[role]) if role in chosen else None)
            for role in Role
        ),
        clearing=clearing(company),
        attention=len(decisions.list_attention()),
        last_run=None
        if run is None
        else RunView(
            f"run_{run.number}", run.outcome, run.started_at, run.finished_at, run.sentence
        ),
        environment=environment_of(company.doors.freshbooks_api),
        closed_until=company.stores.periods.closed_until(),
        paused=company.find_pause(),
    )


def nothing_yet(freshbooks_api: str) -> StatusView:
    """The status before there is a company."""
    return StatusView(
        company="",
        business=None,
        freshbooks=ConnectionState.NOT_CONNECTED,
        freshbooks_problem="",
        last_12_months=HistoryState.WAITING,
        all_history=HistoryState.WAITING,
        platform=ConnectionState.NOT_CONNECTED,
        platform_problem="",
        mode=Mode.READ,
        schedule=tuple(
            ScheduledItem(key, title, 60 if job == "invoices" else 5, None, None)
            for key, title, job in _SCHEDULE
        ),
        counts=dict.fromkeys(
            (
                "invoices",
                "lines",
                "customers",
                "freshbooks_payments",
                "platform_payments",
                "payouts",
                "platform_only_invoices",
                "platform_only_customers",
            ),
            0,
        ),
        roles=tuple(RoleChoice(role, None) for role in Role),
        clearing=(),
        attention=0,
        last_run=None,
        environment=environment_of(freshbooks_api),
    )


def environment_of(base_url: str) -> str:
    """A word for other places than the real services, so that nobody takes one for the other."""
    host = urlsplit(base_url).hostname or ""
    if host in LOOPBACK_HOSTS:
        return "Sandbox"
    return "" if host == "api.freshbooks.com" else host


def history_of(company: Company) -> tuple[HistoryState, HistoryState]:
    """How far the first copy is: the last 12 months, and all of it."""
    cursors = [company.stores.journal.cursor(name) for name in BOOKS_RESOURCES]
    run = company.stores.journal.find_run()
    is_running = run is not None and run.outcome == "running"

    def state(done: bool, begun: bool) -> HistoryState:  # noqa: FBT001 - two facts
        if done:
            return HistoryState.DONE
        return HistoryState.RUNNING if begun and is_running else HistoryState.WAITING

    def is_complete(cursor: Cursor) -> bool:
        # Reading everything once more does not make the copy incomplete meanwhile.
        return cursor.phase is Phase.LIVE or cursor.complete_at is not None

    def passed(cursor: Cursor) -> bool:
        return cursor.phase is not Phase.RECENT or cursor.complete_at is not None

    recent_done = all(passed(cursor) for cursor in cursors)
    all_done = all(is_complete(cursor) for cursor in cursors)
    return state(recent_done, begun=True), state(all_done, begun=recent_done)


def freshbooks_state(
    identity_id: str | None, problem: str | None, *, done: bool
) -> ConnectionState:
    """How FreshBooks stands; `done`: the first copy is complete."""
    if identity_id is None:
        return ConnectionState.NOT_CONNECTED
    if problem:
        return ConnectionState.RECONNECT
    return ConnectionState.CONNECTED if done else ConnectionState.PENDING


def platform_state(since: str | None, problem: str | None) -> ConnectionState:
    """How the platform stands; `since` when it is connected."""
    if since is None:
        return ConnectionState.NOT_CONNECTED
    return ConnectionState.RECONNECT if problem else ConnectionState.CONNECTED


def _freshbooks(company: Company, history: HistoryState) -> ConnectionState:
    problem = company.stores.decisions.fact("freshbooks_problem")
    return freshbooks_state(company.identity_id, problem, done=history is HistoryState.DONE)


def _platform(company: Company) -> ConnectionState:
    fact = company.stores.decisions.fact
    return platform_state(fact("platform_since"), fact("platform_problem"))


def _scheduled(company: Company, key: str, title: str, job: str) -> ScheduledItem:
    every = company.every(job)
    last = company.stores.journal.cursor(f"schedule:{key}").last_success_at
    connected = company.identity_id is not None
    following = None if not connected else company.clock.now() if last is None else last + every
    pause = company.find_pause()
    if pause is not None and following is not None:
        following = None if pause.until is None else max(following, pause.until)
    return ScheduledItem(key, title, int(every.total_seconds() // 60), last, following)
