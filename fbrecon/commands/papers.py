"""`preview`, `receipt` and `undo`: what will be written, what was, and the way back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from fbrecon.app import as_json, receipt_files, story_words
from fbrecon.app.papers import Preview, UndoPlan
from fbrecon.app.undo import UndoStopped
from fbrecon.clock import rfc3339
from fbrecon.commands.call import Call
from fbrecon.commands.decisions import show
from fbrecon.errors import WrongUsage
from fbrecon.sync.progress import CancelToken, silent


def add_nothing(parser: argparse.ArgumentParser) -> None:
    """A command without words of its own."""
    del parser


def preview(call: Call) -> int:
    """What the next sync would write."""
    found = call.desk.preview()
    call.answer(as_json.preview(found), preview_in_words(found))
    return 0


def add_receipt(parser: argparse.ArgumentParser) -> None:
    """The words of `receipt`."""
    parser.add_argument("id", metavar="ID", help="of a payment (pay_…) or of a write (act_…)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="a .txt, .html or .json file")


def receipt(call: Call) -> int:
    """How a payment came into the books; printed, or written to a file."""
    words = call.arguments
    if words.output is not None:
        call.desk.save_receipts(words.id, words.output)
        call.answer({"file": str(words.output)}, f"Written to {words.output}.")
        return 0
    found = call.desk.receipts(words.id)
    value = {"receipts": [receipt_files.as_json(one) for one in found]}
    call.answer(value, receipt_files.as_text(found))
    return 0


def add_show(parser: argparse.ArgumentParser) -> None:
    """The words of `show`."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="an invoice (inv_…), customer (cus_…), payment (pay_…), payout (out_…) or bank line "
        "(line_…)",
    )


def show_story(call: Call) -> int:
    """Both sides of one record, and what happened to it."""
    found = call.desk.story(call.arguments.id)
    call.answer(story_words.as_json(found), story_words.in_words(found))
    return 0


def add_undo(parser: argparse.ArgumentParser) -> None:
    """The words of `undo`."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="a payment (pay_…), a write (act_…), a whole sync (run_…), what was said of a bank "
        "line (line_…) or of a text (rule_…)",
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what would be taken back")


def undo(call: Call) -> int:
    """Take back what still is as it was written."""
    words, cancel = call.arguments, CancelToken()
    if words.id.startswith(("line_", "rule_")):
        _undo_at_bank(call, words.id, dry_run=words.dry_run)
        return 0
    if words.dry_run:
        found = call.desk.plan_undo(words.id, cancel)
    else:
        try:
            found = call.desk.undo(words.id, cancel, silent)
        except UndoStopped as stopped:
            call.answer(as_json.undo(stopped.plan), undo_in_words(stopped.plan))
            raise
    call.answer({**_item(call, words.id), **as_json.undo(found)}, undo_in_words(found))
    return 0


def _undo_at_bank(call: Call, public_id: str, *, dry_run: bool) -> None:
    """Take back what a person said of a bank line or of a text; nothing was written because of it.

    Raises `WrongUsage` for a dry run: there is nothing to compare with.
    """
    if dry_run:
        raise WrongUsage(
            "That is no write", "What is said of bank lines is said here only.", "Leave it out."
        )
    if public_id.startswith("line_"):
        call.desk.reopen_line(public_id)
        show(call, public_id)
        return
    call.desk.forget_bank_rule(public_id)
    call.answer({"id": public_id}, f"{public_id}: lines with that text may be payouts again.")


def _item(call: Call, public_id: str) -> dict[str, Any]:
    """The payment or the write as it stands now; nothing for a whole run."""
    if public_id.startswith("pay_"):
        return next((as_json.payment(row) for row in call.desk.payment_rows([public_id])), {})
    rows = (row for row in call.desk.list_activity() if row.id == public_id)
    return next((as_json.activity(row) for row in rows), {})


def undo_in_words(found: UndoPlan) -> str:
    """What is, or would be, taken back, for a person."""
    marks = {True: "would be taken back", False: "changed since"}
    lines = []
    for item in found.items:
        state = item.state.replace("_", " ")
        if item.possible or item.changed:
            state = marks[item.possible]
        lines.append(f"{item.item}  {item.subject}: {state}. {item.words}")
    return "\n".join(lines)


def preview_in_words(found: Preview) -> str:
    """The preview for a person."""
    read = "never" if found.as_of is None else rfc3339(found.as_of)
    lines = [f"From what was read {read}:"]
    if found.note:
        lines.append(found.note)
    for write in found.writes:
        lines.append(f"- {write.subject}. {write.reason}")
        change = write.invoice
        if change is not None and change.outstanding_before != change.outstanding_after:
            lines.append(
                f"    invoice {change.number}: {change.outstanding_before} outstanding → "
                f"{change.outstanding_after} ({change.status_after})"
            )
        if write.undo != "yes":
            lines.append(f"    cannot simply be undone: {write.way_back}")
    if found.waiting:
        lines.append("Not written, because it waits:")
        lines += [f"- {row.subject}: {row.reason}" for row in found.waiting]
    for row in found.balances:
        lines.append(f"{row.account}: {row.before} → {row.after} ({row.basis})")
    if found.writes:
        lines.append(f"To write just this: fbrecon sync --preview {found.token}")
    return "\n".join(lines)
