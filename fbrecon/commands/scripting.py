"""`completion` and `manual`: the words of the command line for shells and for `man`.

Both are made of the parser, so that they say what it takes and nothing else.
"""

from __future__ import annotations

import argparse
from typing import Final

from fbrecon import __version__
from fbrecon.commands.call import Call
from fbrecon.commands.examples import EXAMPLES

SHELLS: Final = ("bash", "zsh", "fish")
_EXIT_CODES: Final = (
    ("0", "Done. Whether something waits for a person, status tells."),
    ("1", "Failed. A line on the standard error says what, why and what to do next."),
    ("2", "Wrong usage."),
    ("3", "Needs a person first: a sign-in, the choice of a business or of an account."),
    ("4", "A service is out of reach or refuses for now. Nothing is lost; run it again."),
)
_VARIABLES: Final = (
    ("FBRECON_HOME", "The folder that holds everything of this user."),
    ("FBRECON_SECRETS", "What opens the vault: keyring, file or session."),
    ("FBRECON_PASSPHRASE", "The passphrase of the vault, with FBRECON_SECRETS=file."),
)


def add_completion(parser: argparse.ArgumentParser) -> None:
    """The words of `completion`."""
    parser.add_argument("shell", choices=SHELLS, help="for which shell")


def completion(call: Call) -> int:
    """Print what the shell reads."""
    import shtab  # only here: nothing else needs it

    from fbrecon.cli import build_parser

    call.line(str(shtab.complete(build_parser(), shell=call.arguments.shell)))
    return 0


def manual(call: Call) -> int:
    """Print the manual page."""
    from fbrecon.cli import build_parser

    call.line(manual_page(build_parser()))
    return 0


def manual_page(parser: argparse.ArgumentParser) -> str:
    """The parser as a page for `man`, in the language of troff."""
    lines = [
        f'.TH FBRECON 1 "" "fbrecon {__version__}" "User Commands"',
        ".SH NAME",
        r"fbrecon \- " + _plain(parser.description or ""),
        ".SH SYNOPSIS",
        r"\fBfbrecon\fR [\fB\-\-home\fR DIR] [\fB\-\-company\fR SLUG] [COMMAND]",
        ".SH OPTIONS",
        *_options(parser),
        ".SH COMMANDS",
    ]
    for name, command in _commands(parser).items():
        lines += [f".SS {_plain(_usage(command))}", _plain(_sentence(command.description or ""))]
        lines += _options(command)
        for action in _commands(command).values():
            lines += [".TP", rf"\fB{_plain(_usage(action))}\fR", *_options(action)]
        for example in EXAMPLES.get(name, ()):
            lines += [".PP", ".RS 4", ".nf", _plain(example), ".fi", ".RE"]
    lines += [".SH EXIT STATUS", *_listed(_EXIT_CODES), ".SH ENVIRONMENT", *_listed(_VARIABLES)]
    return "\n".join(line for line in lines if line)


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001 - argparse shows them no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            return dict(action.choices)
    return {}


def _options(parser: argparse.ArgumentParser) -> list[str]:
    lines: list[str] = []
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):  # noqa: SLF001
            continue
        named = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        if action.option_strings and action.nargs != 0:
            named += f" {_word(action)}"
        told = str(action.help or "")
        if action.choices is not None:
            told = f"{told} ({', '.join(map(str, action.choices))})".strip()
        lines += [".TP", rf"\fB{_plain(named)}\fR", _plain(_sentence(told))]
    return lines


def _word(action: argparse.Action) -> str:
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    return str(action.metavar or action.dest.upper())


def _usage(parser: argparse.ArgumentParser) -> str:
    return " ".join(parser.format_usage().removeprefix("usage: ").split())


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{text[0].upper()}{text[1:]}." if text and text[-1] not in ".!?" else text


def _plain(text: str) -> str:
    """The text with nothing in it that troff would take for a command."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("%%", "%")
    return rf"\&{text}" if text.startswith((".", "'")) else text


def _listed(rows: tuple[tuple[str, str], ...]) -> list[str]:
    return [part for name, told in rows for part in (".TP", rf"\fB{name}\fR", _plain(told))]
