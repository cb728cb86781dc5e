"""The same budget as the sandbox's request log shows it, through both adaptors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fbrecon.domain.rules import WritingRules
from fbrecon.platforms.alternative_payments.api import AlternativePayments
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import Sandbox
from fbrecon.store.company import CompanyStores
from fbrecon.sync.engine import SyncEngine
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport
from fbrecon.sync.request import ALL_PARTS, SCHEDULED, WITH_INVOICES, Services, SyncRequest
from fbrecon.sync.settling import SettleRules
from tests.fakes.freshbooks_connected import Connected, SandboxTime

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)


class Company:
    """One company file between both adaptors and the sandbox."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.sandbox = sandbox
        self.clock = SandboxTime(sandbox)
        self.person = Connected(sandbox)
        self.books = self.person.books()
        said = sandbox.announcement
        key = said["platform"]
        self.platform = AlternativePayments(
            said["platform_api"], key["client_id"], key["client_secret"], self.clock
        )
        self.stores = CompanyStores(folder / "company.db", self.clock)
        self.rules = WritingRules(
            account=self.books.business.account_id,
            platform=self.platform.name,
            writes=True,
            auto_post=True,
            post_since=self.clock.now().date(),
            timezone="UTC",
        )

    def sync(
        self, parts: frozenset[str] = ALL_PARTS, reason: str = "test", *, full: bool = False
    ) -> SyncReport:
        engine = SyncEngine(
            Services(self.books, self.platform),
            self.stores,
            self.rules,
            self.clock,
            SettleRules(900.0),
            lambda _: 0,
        )
        request = SyncRequest(parts, reason, full=full)
        return engine.run(request, CancelToken(), silent)

    def visits(self) -> list[str]:
        """The paths of all requests so far, those for a sign-in or a token left out."""
        requests: list[dict[str, Any]] = self.sandbox.control("state")["requests"]
        paths = [str(visit["path"]) for visit in requests]
        return [p for p in paths if "/oauth/" not in p and "/auth/" not in p]

    def close(self) -> None:
        self.platform.close()
        self.books.close()
        self.stores.close()


@pytest.fixture
def company(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Company]:
    now = getattr(request, "param", NOW)
    options = SandboxOptions(now=now, invoices=40, platform_rate_limit=1000)
    with Sandbox(options) as sandbox:
        made = Company(sandbox, tmp_path)
        yield made
        made.close()


def _last_parts(paths: list[str]) -> Counter[str]:
    return Counter(path.rstrip("/").rsplit("/", 1)[-1] for path in paths)


def test_the_request_log_shows_one_request_a_resource(company: Company) -> None:
    first = company.sync()
    assert first.outcome == "ok", first.problems
    for _ in range(3):  # until all that was put there was read back
        company.sandbox.control("advance", seconds=1200)
        company.sync()
    for parts, expected in (
        (frozenset({"payments"}), {"payments": 2, "payouts": 1}),
        (WITH_INVOICES, {"accounts": 1, "clients": 1, "customers": 1, "invoices": 2}),
    ):
        company.sandbox.control("advance", seconds=300)
        before = len(company.visits())
        report = company.sync(parts, SCHEDULED)
        paths = company.visits()[before:]
        assert report.outcome == "ok", report.problems
        assert _last_parts(paths) == expected, paths
        assert sum(report.requests.values()) == len(paths)
        assert report.daily_requests == {"freshbooks": 0, "platform": 0}


def test_a_row_that_left_the_books_for_good_is_marked_after_the_daily_check(
    company: Company,
) -> None:
    company.sync()
    state = company.sandbox.state
    with state.lock:
        books = next(iter(state.books.values()))
        lost = next(row for row in books.invoices.values() if not row.vis_state)
        del books.invoices[lost.id]
        books.changed()
    company.sandbox.control("advance", seconds=86_400)
    report = company.sync()
    assert report.outcome == "ok", report.problems
    assert list(company.stores.census.list_gone("invoices")) == [lost.id]
    assert report.checked["invoices"].gone == 1
    assert report.daily_requests["freshbooks"] > 0


def test_a_full_sync_finds_nothing_that_is_not_as_it_was(company: Company) -> None:
    company.sync()
    company.sandbox.control("advance", seconds=1200)
    company.sync()
    report = company.sync(full=True)
    assert report.outcome == "ok", report.problems
    for name in ("customers", "invoices", "lines", "freshbooks_payments"):
        counts = report.resources[name]
        assert (counts.new, counts.changed, counts.failed) == (0, 0, 0), name
        assert report.checked.get(name) is None or report.checked[name].read_again == 0


@pytest.mark.parametrize(
    "company",
    [datetime(2026, 3, 8, 5, 30, tzinfo=UTC), datetime(2026, 11, 1, 4, 30, tzinfo=UTC)],
    indirect=True,
    ids=["spring", "autumn"],
)
def test_over_a_clock_change_every_edit_is_read_once_and_nothing_seems_changed(
    company: Company,
) -> None:
    """FreshBooks' times have no zone: in autumn an hour of them comes twice."""
    company.sync()
    rows = company.sandbox.control("state")["freshbooks"]["invoices"]
    number = next(r["id"] for r in rows if r["vis_state"] == 0 and r["v3_status"] != "draft")
    for place in range(6):
        company.sandbox.control("advance", seconds=45 * 60)
        company.sandbox.control("edit", kind="invoice", id=number, notes=f"Edit {place}")
        company.sandbox.control("advance", seconds=60)
        counts = company.sync(WITH_INVOICES, SCHEDULED).resources["invoices"]
        assert (counts.new, counts.changed, counts.failed) == (0, 1, 0), place
        counts = company.sync(WITH_INVOICES, SCHEDULED).resources["invoices"]
        assert (counts.new, counts.changed, counts.failed) == (0, 0, 0), place
    company.sandbox.control("advance", seconds=86_400)
    report = company.sync()
    assert report.outcome == "ok", report.problems
    assert {name: c.read_again for name, c in report.checked.items()} == dict.fromkeys(
        ("customers", "invoices", "freshbooks_payments"), 0
    )
