"""`pause` and `resume`: whether an open window goes on with its schedule."""

from __future__ import annotations

import argparse

from fbrecon.app import as_json
from fbrecon.app.views import Pause, PauseFor
from fbrecon.commands.call import Call
from fbrecon.commands.showing import pause_in_words


def add_pause(parser: argparse.ArgumentParser) -> None:
    """The words of `pause`."""
    parser.add_argument(
        "--for",
        dest="wanted",
        choices=[str(PauseFor.HOUR), str(PauseFor.TOMORROW)],
        default=str(PauseFor.RESUMED),
        help="an hour, or to the end of the business's day; without it until you resume",
    )
    _add_everywhere(parser)


def pause(call: Call) -> int:
    """Have the timetable rest."""
    wanted = PauseFor(call.arguments.wanted)
    if call.arguments.all:
        call.program.desk(None).pause_everywhere(wanted)
        call.answer({"paused": True, "everywhere": True}, "Syncing is paused in all companies.")
        return 0
    _tell(call, call.desk.pause_syncing(wanted))
    return 0


def add_resume(parser: argparse.ArgumentParser) -> None:
    """The words of `resume`."""
    _add_everywhere(parser)


def resume(call: Call) -> int:
    """End the pause."""
    if call.arguments.all:
        call.program.desk(None).pause_everywhere(None)
        call.answer({"paused": False, "everywhere": True}, "Syncing goes on in all companies.")
        return 0
    call.desk.resume_syncing()
    _tell(call, None)
    return 0


def _add_everywhere(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="all companies, not one")


def _tell(call: Call, made: Pause | None) -> None:
    if made is None:
        call.answer({"paused": False, "until": None}, "Syncing goes on.")
        return
    value = {"paused": True, **(as_json.pause(made) or {})}
    call.answer(value, f"Syncing is paused {pause_in_words(made)}.")
