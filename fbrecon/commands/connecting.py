"""`connect` and `disconnect`. Keys come from the environment; the code from the standard input."""

from __future__ import annotations

import argparse
import json
import sys

from fbrecon.app import as_json
from fbrecon.app.sign_in import Verdict
from fbrecon.app.views import SignInResult
from fbrecon.commands.call import Call
from fbrecon.errors import ChooseBusiness, NeedsPerson, SignInFailed

SERVICES = ("freshbooks", "platform")


def add_connect(parser: argparse.ArgumentParser) -> None:
    """The words of `connect`."""
    parser.add_argument("service", choices=SERVICES)
    parser.add_argument("--business", metavar="ID", help="which business of the sign-in")
    parser.add_argument("--share", action="store_true", help="another company has this key too")


def connect(call: Call) -> int:
    """Connect one service."""
    if call.arguments.service == "platform":
        return _connect_platform(call)
    key = call.environment.key
    client_id = key("FBRECON_FRESHBOOKS_CLIENT_ID")
    if client_id:
        call.desk_to_connect.save_app_keys(
            client_id,
            key("FBRECON_FRESHBOOKS_CLIENT_SECRET"),
            key("FBRECON_FRESHBOOKS_REDIRECT_URI"),
        )
    business_id = call.arguments.business
    if business_id is not None and _is_kept(call):
        return _tell(call, call.desk_to_connect.choose_business(business_id))
    attempt = call.desk_to_connect.begin_sign_in()
    call.line(json.dumps({"authorize_url": attempt.authorize_url}))
    if sys.stdin.isatty():
        call.aside("Open that address, sign in, and paste the address it leads to:")
    url = sys.stdin.readline().strip()
    if not url:
        raise SignInFailed(
            "The sign-in was given up", "No address was entered.", "Run the command again."
        )
    judgement = attempt.judge(url)
    if judgement.verdict is not Verdict.FINISH:
        raise SignInFailed(
            "The sign-in did not finish",
            judgement.reason or "That is not the address that the sign-in leads to at its end.",
            "Begin the sign-in again.",
        )
    return _tell(call, call.desk_to_connect.finish_sign_in(attempt, url, business_id))


def _is_kept(call: Call) -> bool:
    """Whether a sign-in waits for its business to be chosen, or is this company's already."""
    company = call.desk_to_connect.find_company()
    pending = call.program.shelf.secrets().find("freshbooks/pending") is not None
    return pending or (company is not None and company.identity_id is not None)


def _tell(call: Call, result: SignInResult) -> int:
    if result.business is not None:
        business = as_json.business(result.business)
        call.line(json.dumps({"connected": True, "business": business}, ensure_ascii=False))
        return 0
    choices = [as_json.business(business) for business in result.choose_from]
    call.line(json.dumps({"choose_business": choices}, ensure_ascii=False))
    call.aside("Several businesses: run again with --business ID.")
    return ChooseBusiness.exit_code


def _connect_platform(call: Call) -> int:
    key = call.environment.key
    client_id = key("FBRECON_PLATFORM_CLIENT_ID")
    if not client_id:
        raise NeedsPerson(
            "The platform key is missing",
            "FBRECON_PLATFORM_CLIENT_ID and FBRECON_PLATFORM_CLIENT_SECRET are not set.",
            "Set both for this one command.",
        )
    call.desk.connect_platform(
        client_id, key("FBRECON_PLATFORM_CLIENT_SECRET"), share=call.arguments.share
    )
    call.answer({"connected": True}, "The platform is connected.")
    return 0


def add_disconnect(parser: argparse.ArgumentParser) -> None:
    """The words of `disconnect`."""
    parser.add_argument("service", choices=SERVICES)


def disconnect(call: Call) -> int:
    """Forget one service."""
    call.desk.disconnect(call.arguments.service)
    call.answer({"connected": False}, "Disconnected; the company file stays.")
    return 0
