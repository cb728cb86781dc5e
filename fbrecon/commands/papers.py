"""`preview`, `receipt` and `undo`: what will be written, what was, and the way back."""

from __future__ import annotations

import argparse
from pathlib import Path

from fbrecon.app import as_json, receipt_files
from fbrecon.app.papers import Preview
from fbrecon.clock import rfc3339
from fbrecon.commands.call import Call


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
