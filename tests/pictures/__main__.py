"""`python -m tests.pictures FOLDER [VARIANT …]`: all pictures of a company that was much used.

With `readme` as a variant the README's pictures are made anew of those drawn.

The sandbox begins at a fixed day with a fixed seed, so that the same pictures come out each time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from fbrecon import demo
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import TableQuery
from tests.pictures.sheet import README, VARIANTS, draw, keep_for_readme

_KEPT = Path(__file__).parents[2] / "resources" / "screenshots"
_SANDBOX = ("--now", "2026-03-09T15:00:00Z", "--seed", "7", "--invoices", "500")


def main(words: list[str]) -> int:
    """Draw the named variants, or all of them; returns the exit code."""
    known = [variant.name for variant in VARIANTS]
    if not words or not set(words[1:]) <= {*known, "readme"}:
        names = " ".join([*known, "readme"])
        print(f"usage: python -m tests.pictures FOLDER [{names}]", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder, wanted = Path(words[0]), set(words[1:])
    keeps = "readme" in wanted
    if keeps:
        wanted = {path.partition("/")[0] for path in README}
    with demo.rehearsal(sandbox=_SANDBOX) as stage:
        demo.play(stage, print)
        use_much(stage)
        chosen = [v for v in VARIANTS if not wanted or v.name in wanted]
        index = draw(stage.desk, folder, chosen, stage.program.clock)
    if keeps:
        keep_for_readme(folder, _KEPT)
    print(index)
    return 0


def use_much(stage: demo.Rehearsal) -> None:
    """Weeks of work: payments and payouts, one that came back, and what needs a person."""
    desk = stage.desk
    desk.change_setting("record_deposits", "on")
    desk.change_setting("pass_through", "on")
    known = {row.invoice_number for row in desk.payment_rows(desk.payment_keys(TableQuery("date")))}
    for week in range(4):
        keys = desk.invoice_ids(TableQuery("outstanding", status="on_platform"))
        rows = [row for row in desk.invoice_rows(keys) if row.total.currency == "USD"]
        rows = [row for row in rows if row.number not in known][:4]
        known |= {row.number for row in rows}
        paid = [
            stage.control("pay", invoice=row.platform_invoice_id, method=method)["payment_id"]
            for row, method in zip(rows, ("card", "ach", "card", "ach"), strict=False)
        ]
        stage.sync()
        if week == 2 and paid:
            stage.control("return", payment_id=paid[-1])
        stage.control("payout")
        stage.control("advance", seconds=7 * 24 * 3600)
        stage.sync()
    frozen = desk.invoice_ids(TableQuery("number", status="paid"))
    for row in desk.invoice_rows(frozen)[:1]:
        stage.control("edit", kind="invoice", id=row.freshbooks_id, notes="Changed afterwards")
    lines = ["date,amount,currency,description"]
    for place, payout in enumerate(desk.list_payouts()):
        if payout.net is None or place == 0:
            continue  # the newest one has not arrived yet
        text = "ALT PAYMENTS" if place % 2 else f"ALTERNATIVE PAYMENTS {payout.platform_payout_id}"
        lines.append(f"{payout.arrival_on},{payout.net.to_decimal_string()},USD,{text}")
        lines.append(f"{payout.arrival_on},-{place * 37 + 18}.40,USD,CARD 8841 OFFICE SUPPLY")
    statement = stage.program.home / "statement-2.csv"
    statement.write_text("\n".join(lines) + "\n", encoding="utf-8")
    desk.import_file(ImportKind.BANK, statement, Wishes())
    stage.sync()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
