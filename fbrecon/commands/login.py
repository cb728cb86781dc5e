"""`login`: whether the window opens when the person signs in to this computer."""

from __future__ import annotations

import argparse

from fbrecon.commands.call import Call
from fbrecon.start_at_login import login_entry


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `login`."""
    parser.add_argument("switch", nargs="?", choices=("on", "off"), help="without it, only say")


def run(call: Call) -> int:
    """Switch it, and say how it stands."""
    entry = login_entry(home=call.environment.named_home)
    if call.arguments.switch == "on":
        entry.make()
    elif call.arguments.switch == "off":
        entry.remove()
    is_on = entry.is_there()
    words = "fbrecon starts at login" if is_on else "fbrecon does not start at login"
    call.answer({"start_at_login": is_on, "entry": entry.place}, f"{words} ({entry.place}).")
    return 0
