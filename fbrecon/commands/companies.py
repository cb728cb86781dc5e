"""`companies`: list them, add a further business of the same sign-in, restore or remove one."""

from __future__ import annotations

import argparse

from fbrecon.app import companies_json
from fbrecon.commands.call import Call
from fbrecon.errors import WrongUsage


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `companies`."""
    actions = parser.add_subparsers(dest="action", metavar="add|remove|restore")
    adding = actions.add_parser("add", help="add a business of a sign-in that is kept")
    adding.add_argument("--business", required=True, metavar="ID")
    removing = actions.add_parser("remove", help="delete a company's file and backups")
    removing.add_argument("slug", metavar="SLUG")
    restoring = actions.add_parser("restore", help="put a copy back in the place of its file")
    restoring.add_argument("slug", metavar="SLUG")
    restoring.add_argument("--copy", metavar="NAME", help="which one; the newest without")
    for action in (adding, removing, restoring):
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def run(call: Call) -> int:
    """List, add, remove or restore."""
    program, action = call.program, call.arguments.action
    if action == "add":
        program.desk(None).choose_business(call.arguments.business)
    elif action == "remove":
        program.desks.remove(_known(call))
    elif action == "restore":
        _restore(call, _known(call))
    companies = [companies_json.company(summary) for summary in program.desk(None).list_companies()]
    words = "\n".join(
        f"{c['slug']}: {c['business'].get('name', '')}, {c['state'].replace('_', ' ')}, "
        f"{c['attention']} to look at"
        for c in companies
    )
    call.answer({"companies": companies}, words or "There are no companies yet.")
    return 0


def _known(call: Call) -> str:
    slug = str(call.arguments.slug)
    if slug not in call.program.shelf.list_slugs():
        raise WrongUsage("There is no such company", f"“{slug}” is not here.", "List them.")
    return slug


def _restore(call: Call, slug: str) -> None:
    shelf = call.program.shelf
    copies = shelf.list_copies(slug)
    name = call.arguments.copy or (copies[0].name if copies else "")
    aside = call.program.desks.restore(slug, name)
    made_on = next(copy.made_on for copy in copies if copy.name == name)
    call.aside(
        f"{name} of {made_on} is in place; what was there before lies in {aside}. The next sync"
        " reads everything again, and records nothing until that is done and the settling delay"
        " has passed."
    )
