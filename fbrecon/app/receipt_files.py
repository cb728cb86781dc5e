"""Receipts as a bookkeeper files them: text, a page that prints, or JSON. Nothing else is needed
to read one: the page has no script, no picture and no address that it fetches.
"""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fbrecon.app.papers import Receipt, ReceiptStep
from fbrecon.clock import rfc3339
from fbrecon.domain.money import Money
from fbrecon.errors import FileError, WrongUsage
from fbrecon.reports.cells import for_people
from fbrecon.wording import ENGLISH, Speech, speech_of

FORMATS = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json"}
_WHO = {
    "person": "by a person",
    "fbrecon": "by fbrecon itself",
    "schedule": "by the schedule",
    "not_recorded": "",
    "": "",
}
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; max-width: 46em; margin: 2em auto;
  padding: 0 1em; }
h1 { font-size: 1.35em; margin: 0 0 .2em; } .state { color: #57606a; margin: 0 0 1.2em; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.6em; }
th { text-align: left; font-weight: 600; padding: .3em 1.2em .3em 0; vertical-align: top;
  white-space: nowrap; }
td { padding: .3em 1em .3em 0; vertical-align: top; overflow-wrap: anywhere; }
tr + tr { border-top: 1px solid #d0d7de; } article + article { border-top: 2px solid #1b1f24;
  padding-top: 1.4em; break-before: page; } .time { white-space: nowrap; color: #57606a; }
"""


def as_json(receipt: Receipt) -> dict[str, Any]:
    """One receipt for scripts."""
    return {
        **asdict(receipt),
        "amount": None if receipt.amount is None else receipt.amount.to_decimal_string(),
        "currency": None if receipt.amount is None else receipt.amount.currency,
        "paid_on": None if receipt.paid_on is None else receipt.paid_on.isoformat(),
        "intended_at": rfc3339(receipt.intended_at),
        "steps": [{**asdict(step), "at": rfc3339(step.at)} for step in receipt.steps],
    }


def as_text(receipts: Sequence[Receipt], speech: Speech = ENGLISH) -> str:
    """The receipts to be read in a terminal."""
    return "\n\n".join(_text(receipt, speech) for receipt in receipts)


def as_html(receipts: Sequence[Receipt], speech: Speech = ENGLISH) -> str:
    """The receipts as one page that stands for itself."""
    title = html.escape(speech.say(receipts[0].subject if receipts else "Receipt"))
    body = "\n".join(_article(receipt, speech) for receipt in receipts)
    return (
        f'<!doctype html>\n<html lang="{speech.code}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def save(receipts: Sequence[Receipt], path: Path, language: str = "en") -> None:
    """Write the receipts to a file; its ending says how. The file is whole or not there.

    Text and page are in that language; JSON is the same for all. Raises `WrongUsage` for another
    ending, `FileError` where it cannot be written.
    """
    how = FORMATS.get(path.suffix.lower())
    if how is None:
        raise WrongUsage(
            "That is no form of a receipt",
            f"“{path.name}” ends with none of {', '.join(FORMATS)}.",
            "Choose one of those endings.",
        )
    if how == "html":
        text = as_html(receipts, speech_of(language))
    elif how == "json":
        values = [as_json(receipt) for receipt in receipts]
        text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(receipts, speech_of(language)) + "\n"
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise FileError(
            "The receipt cannot be written there",
            f"{path}: {error.strerror}.",
            "Choose another folder.",
        ) from error


# ---- what every form tells


def _facts(receipt: Receipt, speech: Speech) -> list[tuple[str, str]]:
    """Labels and values, empty ones left out."""
    say = speech.say
    facts = [
        ("Business", receipt.business),
        ("Customer", receipt.customer),
        ("Invoice", receipt.invoice_number),
        ("Amount", "" if receipt.amount is None else _sum(receipt.amount, speech.code)),
        ("Date", "" if receipt.paid_on is None else for_people(receipt.paid_on, speech.code)),
        ("State", say(receipt.state.replace("_", " "))),
        ("Reason", say(receipt.reason)),
        ("Payment on the platform", receipt.platform_payment_id),
        ("Payment in FreshBooks", receipt.freshbooks_payment_id),
        ("Marker", receipt.marker),
        ("Link", receipt.link),
        ("Sent", say(_times(receipt))),
        ("SHA-256 of what was sent", receipt.body_sha256 if receipt.attempts else ""),
        ("Intended", rfc3339(receipt.intended_at)),
    ]
    return [(say(label), value) for label, value in facts if value]


def _sum(money: Money, language: str) -> str:
    return str(money) if language == "en" else f"{for_people(money, language)} {money.currency}"


def _times(receipt: Receipt) -> str:
    if receipt.kind == "match":
        return "not by fbrecon"
    if not receipt.attempts:
        return "not sent from this company file"
    return "once" if receipt.attempts == 1 else f"{receipt.attempts} times"


def _remark(step: ReceiptStep, speech: Speech) -> str:
    parts = [_WHO.get(step.who, step.who), f"HTTP {step.http_status}" if step.http_status else ""]
    told = ", ".join(speech.say(part) for part in parts if part)
    return f" ({told})" if told else ""


def _text(receipt: Receipt, speech: Speech) -> str:
    facts, subject = _facts(receipt, speech), speech.say(receipt.subject)
    width = max(len(label) for label, _ in facts)
    lines = [subject, "=" * len(subject)]
    lines += [f"{label.ljust(width)}  {value}" for label, value in facts]
    lines.append("")
    lines += [
        f"{rfc3339(step.at)}  {speech.say(step.what).ljust(9)}  {speech.say(step.text)}"
        f"{_remark(step, speech)}"
        for step in receipt.steps
    ]
    return "\n".join(lines)


def _article(receipt: Receipt, speech: Speech) -> str:
    rows = []
    for label, value in _facts(receipt, speech):
        shown = html.escape(value)
        if value == receipt.link and value.startswith("https://"):
            shown = f'<a href="{html.escape(value, quote=True)}">{shown}</a>'
        rows.append(f"<tr><th>{html.escape(label)}</th><td>{shown}</td></tr>")
    steps = [
        f'<tr><td class="time">{rfc3339(step.at)}</td><th>'
        f"{html.escape(speech.say(step.what))}</th>"
        f"<td>{html.escape(speech.say(step.text) + _remark(step, speech))}</td></tr>"
        for step in receipt.steps
    ]
    state = html.escape(speech.say(receipt.state.replace("_", " ")))
    subject = html.escape(speech.say(receipt.subject))
    return (
        f'<article>\n<h1>{subject}</h1>\n<p class="state">{state}</p>\n'
        f"<table>{''.join(rows)}</table>\n<table>{''.join(steps)}</table>\n</article>"
    )
