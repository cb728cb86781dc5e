"""The command line: parses, asks the desk, prints. It holds no rule of its own."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from fbrecon import __version__
from fbrecon.bootstrap import Environment, Program
from fbrecon.commands.call import Call
from fbrecon.commands.examples import epilog
from fbrecon.commands.registry import REGISTRY
from fbrecon.errors import FbreconError
from fbrecon.sync.progress import Cancelled
from fbrecon.wording import language_of, said, speak

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    # Until a command opens the program and its log, nothing may fall through to the terminal.
    logging.getLogger("fbrecon").addHandler(logging.NullHandler())
    _speak_utf8()
    speak(language_of())
    parser = build_parser()
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0) if isinstance(stop.code, int | None) else 2
    try:
        return _run(parsed)
    except FbreconError as error:
        log.warning("%s %s", parsed.command, error.sentence)
        print(said(error.sentence), file=sys.stderr)
        return error.exit_code
    except Cancelled:
        print("Stopped. What was finished stays finished.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was finished stays finished.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command of the contract."""
    parser = argparse.ArgumentParser(
        prog="fbrecon", description="Keeps FreshBooks and Alternative Payments in step."
    )
    parser.add_argument("--version", action="version", version=f"fbrecon {__version__}")
    parser.add_argument("--home", type=Path, help="the folder that holds everything of this user")
    parser.add_argument("--company", metavar="SLUG", help="which company, where there are several")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (summary, add, _) in REGISTRY.items():
        command = commands.add_parser(
            name,
            help=summary,
            description=summary,
            epilog=epilog(name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_argument("--json", action="store_true", help="print JSON for scripts")
        add(command)
    return parser


def _speak_utf8() -> None:
    """JSON is UTF-8 wherever it goes, and no name in the books may end a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(parsed: argparse.Namespace) -> int:
    if parsed.command is None:
        parsed = argparse.Namespace(**{**vars(parsed), "command": "gui", "json": False})
    _, _, run = REGISTRY[parsed.command]
    environment = Environment.take(os.environ, parsed.home)
    call = Call(parsed, environment, Program)
    try:
        return run(call)
    finally:
        call.close()
