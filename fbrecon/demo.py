"""The demonstration: the whole job against the sandbox, in a home that is thrown away.

It uses the same desk as the window and the command line; only the customer who pays and the
platform that pays out are played by the sandbox's controls.
"""

from __future__ import annotations

import json
import os
import subprocess
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fbrecon.app import as_json
from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import Mode, SyncReport, TableQuery
from fbrecon.bootstrap import Environment, Program
from fbrecon.domain.ledger import DEFAULT_NAMES, Role, list_eligible
from fbrecon.errors import FbreconError, Unreachable
from fbrecon.own_process import own_command
from fbrecon.sandbox.visitor import sign_in
from fbrecon.sync.progress import CancelToken, silent

Say = Callable[[str], None]
PAYMENTS = 6
TRIES = 5
PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A program whose services are the sandbox's."""

    program: Program
    desk: CompanyDesk
    sandbox: dict[str, Any]

    def control(self, name: str, **body: Any) -> dict[str, Any]:
        """Ask the sandbox to let something happen."""
        request = urllib.request.Request(  # noqa: S310 - the sandbox on this computer
            f"{self.sandbox['controls']}/{name}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return dict(json.loads(answer.read()))

    def sync(self) -> SyncReport:
        """One sync, and again where a service asked to wait; the counts are of all of them."""
        cancel = CancelToken()
        posted = pushed = 0
        for _ in range(TRIES):
            report = self.desk.sync(cancel, silent)
            posted += report.postings["posted"]
            pushed += report.pushed["invoices"]
            if report.outcome == "ok":
                counts = {**report.postings, "posted": posted}
                return replace(
                    report, postings=counts, pushed={**report.pushed, "invoices": pushed}
                )
            if report.exit_code != Unreachable.exit_code:
                break
            self.control("advance", seconds=60)
            cancel.wait(PAUSE_SECONDS)
        raise FbreconError("The demonstration's sync failed", report.sentence, "")


@contextmanager
def rehearsal(
    allow_unsandboxed_sign_in: bool = False,  # noqa: FBT001, FBT002
    sandbox: Sequence[str] = (),
) -> Iterator[Rehearsal]:
    """A sandbox process, with these words of its command, and a home; both gone afterwards."""
    with TemporaryDirectory(prefix="fbrecon-demo-") as folder, _sandbox(sandbox) as told:
        environment = Environment(
            home=Path(folder),
            freshbooks_api=told["freshbooks_api"],
            freshbooks_auth=told["freshbooks_auth"],
            platform_api=told["platform_api"],
            secrets="session",
            test_clock=f"{told['controls']}/clock",
            allow_unsandboxed_sign_in=allow_unsandboxed_sign_in,
        )
        program = Program(environment)
        yield Rehearsal(program, program.desk(None), told)


@contextmanager
def _sandbox(words: Sequence[str]) -> Iterator[dict[str, Any]]:
    command = own_command("fbrecon.sandbox", "--until-eof", *words)
    with subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            if not line:
                raise FbreconError(
                    "The sandbox did not start", "It ended at once.", "Run “fbrecon sandbox”."
                )
            yield json.loads(line)
        finally:
            process.terminate()


def play(stage: Rehearsal, say: Say) -> dict[str, Any]:
    """The whole job, told step by step; returns status and reconciliation."""
    desk, told = stage.desk, stage.sandbox
    freshbooks, platform = told["freshbooks"], told["platform"]
    say("Signing in to FreshBooks (sandbox)…")
    desk.save_app_keys(
        freshbooks["client_id"], freshbooks["client_secret"], freshbooks["redirect_uri"]
    )
    attempt = desk.begin_sign_in()
    url = sign_in(attempt.authorize_url, freshbooks["email"], freshbooks["password"])
    result = desk.finish_sign_in(attempt, url)
    if result.business is None:
        result = desk.choose_business(result.choose_from[0].id)
    assert result.business is not None
    say(f"Connected to {result.business.name}.")
    desk.connect_platform(platform["client_id"], platform["client_secret"])
    say("Connected to the platform. Mirroring the books…")
    say(stage.sync().sentence)
    _choose_accounts(desk)
    say("Accounts chosen. The platform's own link is off, so fbrecon may write.")
    desk.set_mode(Mode.WRITE)
    report = stage.sync()
    say(f"{report.pushed['invoices']} open invoices are on the platform.")
    _collect(stage)
    say(f"{PAYMENTS} payments were collected on the platform. Recording them…")
    report = stage.sync()
    say(f"{report.postings['posted']} payments recorded in FreshBooks, each once.")
    stage.control("payout")
    stage.sync()
    again = stage.sync()
    say(f"Paid out and tied. One more sync records {again.postings['posted']} payments.")
    _import_statement(stage, say)
    payments = desk.payment_rows(desk.payment_keys(TableQuery("date", descending=True)))
    return {
        "status": as_json.status(desk.status()),
        "reconciliation": as_json.reconciliation(payments, desk.list_payouts()),
    }


def _choose_accounts(desk: CompanyDesk) -> None:
    view = desk.accounts(refresh=True)
    chosen: dict[str, str] = {}
    create = {Role.FEES.value: DEFAULT_NAMES[Role.FEES]}
    funds = view.suggestions.get(Role.UNDEPOSITED_FUNDS)
    if funds is None:
        create[Role.UNDEPOSITED_FUNDS.value] = DEFAULT_NAMES[Role.UNDEPOSITED_FUNDS]
    else:
        chosen[Role.UNDEPOSITED_FUNDS.value] = funds.account_id
    bank = view.suggestions.get(Role.BANK)
    eligible = list_eligible(view.accounts, Role.BANK)
    if bank is not None or eligible:
        chosen[Role.BANK.value] = bank.account_id if bank else eligible[0].id
    desk.set_accounts(chosen, create)


def _collect(stage: Rehearsal) -> None:
    """Customers pay: by card and from the bank, whole and in part, all in one currency."""
    keys = stage.desk.invoice_ids(TableQuery("outstanding", status="on_platform"))
    rows = [row for row in stage.desk.invoice_rows(keys) if row.total.currency == "USD"]
    for place, row in enumerate(rows[:PAYMENTS]):
        body: dict[str, Any] = {
            "invoice": row.platform_invoice_id,
            "method": "ach" if place % 3 == 1 else "card",
        }
        if place == PAYMENTS - 1:
            half = type(row.outstanding)(row.outstanding.minor // 2, row.outstanding.currency)
            body["amount"] = half.to_decimal_string()
        stage.control("pay", **body)


def _import_statement(stage: Rehearsal, say: Say) -> None:
    """The bank's statement arrives: the payout, and lines that are none of the platform's."""
    desk, (payout,) = stage.desk, stage.desk.list_payouts()
    assert payout.net is not None
    lines = [
        ("-1250.00", "RENT 14 HARBOR STREET"),
        (payout.net.to_decimal_string(), f"ALTERNATIVE PAYMENTS {payout.platform_payout_id}"),
        ("-64.20", "CARD 8841 OFFICE SUPPLY"),
    ]
    text = "".join(f"{payout.arrival_on},{amount},USD,{words}\n" for amount, words in lines)
    path = stage.program.environment.home / "statement.csv"
    path.write_text(f"date,amount,currency,description\n{text}", encoding="utf-8")
    desk.import_file(ImportKind.BANK, path, Wishes())
    (line,) = [line for line in desk.list_deposits() if line.amount == payout.net]
    say(f"A bank statement of {len(lines)} lines: the payout's is {line.state}. {line.reason}")


def in_words(value: dict[str, Any]) -> str:
    """The reconciliation for a person."""
    found = value["reconciliation"]
    lines = [
        f"Payments collected: {found['payments']}",
        f"Recorded in FreshBooks: {found['posted']}",
        f"Matched: {found['matched']}",
    ]
    for payout in found["payouts"]:
        lines.append(  # noqa: PERF401 - a line a payout reads better
            f"Payout {payout['net']} {found['currency']} = payments {payout['gross']} "
            f"- fees {payout['fees']}, unexplained {payout['difference']}"
        )
    for row in value["status"]["clearing"]:
        lines.append(f"Undeposited funds should hold {row['expected']} {row['currency']}")  # noqa: PERF401
    return "\n".join(lines)
