"""`companies`: list them, add a further business of the same sign-in, remove one."""

from __future__ import annotations

import argparse

from fbrecon.app import as_json
from fbrecon.commands.call import Call
from fbrecon.errors import WrongUsage


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `companies`."""
    actions = parser.add_subparsers(dest="action", metavar="add|remove")
    adding = actions.add_parser("add", help="add a business of a sign-in that is kept")
    adding.add_argument("--business", required=True, metavar="ID")
    removing = actions.add_parser("remove", help="delete a company's file and backups")
    removing.add_argument("slug", metavar="SLUG")
    for action in (adding, removing):
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def run(call: Call) -> int:
    """List, add or remove."""
    program, action = call.program, call.arguments.action
    if action == "add":
        program.desk(None).choose_business(call.arguments.business)
    elif action == "remove":
        slug = call.arguments.slug
        if slug not in program.shelf.list_slugs():
            raise WrongUsage("There is no such company", f"“{slug}” is not here.", "List them.")
        program.desks.remove(slug)
    companies = [as_json.company(summary) for summary in program.desk(None).list_companies()]
    words = "\n".join(
        f"{c['slug']}: {c['business'].get('name', '')}, {c['state'].replace('_', ' ')}, "
        f"{c['attention']} to look at"
        for c in companies
    )
    call.answer({"companies": companies}, words or "There are no companies yet.")
    return 0
