"""The command `import`: words in, the counts and problems of one file out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from fbrecon.app import as_json
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import ImportResult
from fbrecon.commands.call import Call
from fbrecon.commands.reconciling import in_words
from fbrecon.errors import WrongUsage
from fbrecon.table_files.amounts import Mark
from fbrecon.table_files.days import DayOrder

_MARKS: Final[dict[str, Mark]] = {"point": ".", "comma": ","}
_SHOWN: Final = 20


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `import`."""
    parser.add_argument("kind", choices=[kind.value for kind in ImportKind])
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--mapping", metavar="NAME", default="", help="which columns are which")
    parser.add_argument("--dry-run", action="store_true", help="say what it would do, do nothing")
    parser.add_argument(
        "--column",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="the file's column for a field; kept under the name of --mapping",
    )
    parser.add_argument(
        "--value",
        metavar="FIELD=VALUE",
        action="append",
        default=[],
        help="what a field is in every row, where the file has no column for it",
    )
    parser.add_argument(
        "--word",
        metavar="FIELD:WORD=OURS",
        action="append",
        default=[],
        help="what a word of the file means, such as status:Paid=succeeded",
    )
    parser.add_argument("--currency", metavar="CODE", help="short for --value currency=CODE")
    parser.add_argument("--dates", choices=[order.value for order in DayOrder])
    parser.add_argument("--decimal", choices=list(_MARKS))


def run(call: Call) -> int:
    """Bring in one file."""
    words = call.arguments
    values = [_pair(text, "--value") for text in words.value]
    if words.currency:
        values.append(("currency", words.currency.upper()))
    wishes = Wishes(
        words.mapping,
        tuple(_pair(text, "--column") for text in words.column),
        tuple(values),
        tuple(_word(text) for text in words.word),
        _MARKS.get(words.decimal),
        None if words.dates is None else DayOrder(words.dates),
        words.dry_run,
    )
    result = call.desk.import_file(ImportKind(words.kind), words.file, wishes)
    told = _told(result)
    if result.kind != ImportKind.PAYMENTS and not result.dry_run and not call.wants_json:
        told = f"{told}\n{in_words(call.desk.reconcile())}"
    call.answer(as_json.imported(result), told)
    return 0


def _pair(text: str, option: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise WrongUsage(
            "That says nothing about a field",
            f"“{text}” has no name, or no sign =.",
            f"Write it as {option} FIELD=TEXT.",
        )
    return name.strip(), value.strip()


def _word(text: str) -> tuple[str, str, str]:
    left, ours = _pair(text, "--word")
    field, sign, word = left.partition(":")
    if not sign:
        raise WrongUsage(
            "That says nothing about a word",
            f"“{text}” does not say of which field the word is.",
            "Write it as --word status:Paid=succeeded.",
        )
    return field.strip(), word.strip(), ours


def _told(result: ImportResult) -> str:
    begin = "It would bring in" if result.dry_run else "Brought in"
    counts = (
        f"{begin} {result.new:,} new and {result.changed:,} changed of {result.seen:,}; "
        f"{result.unchanged:,} were here already, {result.skipped:,} are left out, "
        f"{result.failed:,} could not be read."
    )
    lines = [counts]
    if result.mapping:
        lines.append(f"Read with the mapping “{result.mapping}”.")
    for problem in result.problems[:_SHOWN]:
        field = f", {problem.field}" if problem.field else ""
        lines.append(f"Row {problem.row}{field}: {problem.problem}")
    if len(result.problems) > _SHOWN:
        lines.append(f"… and {len(result.problems) - _SHOWN:,} more; --json lists them all.")
    return "\n".join(lines)
