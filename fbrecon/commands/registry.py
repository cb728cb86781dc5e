"""All commands: their summary, their words, and what runs them."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from fbrecon.commands import (
    closings,
    companies,
    connecting,
    decisions,
    exporting,
    importing,
    login,
    papers,
    pausing,
    reconciling,
    reporting,
    running,
    scripting,
    showing,
)
from fbrecon.commands.call import Call

Add = Callable[[argparse.ArgumentParser], None]
Run = Callable[[Call], int]

REGISTRY: dict[str, tuple[str, Add, Run]] = {
    "gui": ("open the desktop window", running.add_gui, running.gui),
    "demo": ("rehearse everything against the sandbox", running.add_demo, running.demo),
    "sandbox": ("serve FreshBooks and the platform here", running.add_sandbox, running.sandbox),
    "companies": ("list, add or remove companies", companies.add, companies.run),
    "connect": ("connect FreshBooks or the platform", connecting.add_connect, connecting.connect),
    "disconnect": (
        "forget a service",
        connecting.add_disconnect,
        connecting.disconnect,
    ),
    "accounts": ("show or choose the ledger accounts", decisions.add_accounts, decisions.accounts),
    "sync": ("bring everything in step now", running.add_sync, running.sync),
    "pause": ("let the window's schedule rest", pausing.add_pause, pausing.pause),
    "resume": ("end a pause of the schedule", pausing.add_resume, pausing.resume),
    "status": ("show where everything stands", showing.add_status, showing.status),
    "list": ("list what the company file holds", showing.add_list, showing.list_rows),
    "approve": ("say yes to what waits", decisions.add_approve, decisions.approve),
    "dismiss": ("say no to what waits", decisions.add_dismiss, decisions.dismiss),
    "settings": ("show or change a setting", decisions.add_settings, decisions.settings),
    "doctor": ("check files, connections and secrets", showing.no_arguments, showing.doctor),
    "preview": ("show what the next sync would write", papers.add_nothing, papers.preview),
    "receipt": ("show how a payment came into the books", papers.add_receipt, papers.receipt),
    "show": ("show both sides of a record and what happened", papers.add_show, papers.show_story),
    "weeks": ("show what was collected and paid out by week", showing.add_weeks, showing.weeks),
    "undo": ("take back a write, or a whole sync", papers.add_undo, papers.undo),
    "import": ("bring in a file", importing.add, importing.run),
    "reconcile": ("match bank lines with payouts", reconciling.add_nothing, reconciling.run),
    "entries": ("save what is typed in for payouts", closings.add_entries, closings.entries),
    "periods": ("close a period, or open it again", closings.add, closings.run),
    "report": ("write a report", reporting.add, reporting.run),
    "export": ("write everything as open files", exporting.add, exporting.run),
    "login": ("open the window at login, or not", login.add, login.run),
    "completion": (
        "print what a shell needs to complete commands",
        scripting.add_completion,
        scripting.completion,
    ),
    "manual": ("print the manual page", showing.no_arguments, scripting.manual),
}
