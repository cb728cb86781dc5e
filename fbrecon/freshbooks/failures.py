"""Reading FreshBooks' error answers: nine shapes, one `Failure`, one error a bookkeeper can use.

A success is a 2xx status *and* the expected key; an error body counts whatever the status is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from fbrecon.clock import Clock
from fbrecon.errors import (
    FbreconError,
    NotFound,
    RateLimited,
    Refused,
    SignInAgain,
    Unreachable,
    Unreadable,
)
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.pacing import DEFAULT_WAIT, retry_after
from fbrecon.freshbooks.wire import decode

UNKNOWN_RESOURCE = "1012"
_DENIED_CODES = frozenset({"1003", "1038", "insufficient_scope", "access_denied", "forbidden"})
_PLAN_CODES = frozenset({"12001", "31001", "41001", "41101"})
_MISSING_CODES = frozenset({UNKNOWN_RESOURCE, "404", "not_found", "grpc.5"})


class Shape(StrEnum):
    """Which family's error body it is."""

    CLASSIC = "classic"
    VERSIONED = "versioned"
    LEDGER = "ledger"
    SIGN_IN = "sign_in"
    PLAIN = "plain"
    PAYMENTS = "payments"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Failure:
    """What an error body says. `code` is the service's own number or word, may be empty."""

    shape: Shape
    code: str
    message: str
    field: str = ""


class NotJson(Unreadable):
    """A 2xx answer that is no JSON at all: cut short on its way, worth another try for a read."""


def find_failure(body: bytes) -> Failure | None:
    """The failure an error body states; None if the body has none of the documented shapes."""
    try:
        told = decode(body, dict[str, Any])
    except msgspec.DecodeError:
        return None
    for find in (_classic, _ledger, _payments, _versioned, _plain, _events):
        failure = find(told)
        if failure is not None:
            return failure
    return None


def _classic(told: dict[str, Any]) -> Failure | None:
    response = told.get("response")
    errors = response.get("errors") if isinstance(response, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else errors
    if not isinstance(first, dict):
        return None
    return Failure(
        Shape.CLASSIC, _text(first, "errno"), _text(first, "message"), _text(first, "field")
    )


def _versioned(told: dict[str, Any]) -> Failure | None:
    code, details = told.get("code"), told.get("details")
    if not isinstance(code, int) or not isinstance(details, list):
        return None
    for detail in details:
        if not isinstance(detail, dict):
            continue
        metadata = detail.get("metadata")
        if isinstance(metadata, dict) and _text(detail, "reason"):
            message = _text(metadata, "message") or _text(told, "message")
            reason = _text(detail, "reason")
            return Failure(Shape.VERSIONED, reason, message, _text(metadata, "field"))
        violations = detail.get("fieldViolations")
        if isinstance(violations, list) and violations and isinstance(violations[0], dict):
            first = violations[0]
            message = _text(first, "description") or _text(told, "message")
            return Failure(Shape.VERSIONED, f"grpc.{code}", message, _text(first, "field"))
    return Failure(Shape.VERSIONED, f"grpc.{code}", _text(told, "message"))


def _ledger(told: dict[str, Any]) -> Failure | None:
    errors = told.get("errors")
    if not isinstance(errors, dict) or not isinstance(errors.get("message"), str):
        return None
    details = errors.get("details")
    reasons = [
        _text(detail, "reason")
        for detail in (details if isinstance(details, list) else [])
        if isinstance(detail, dict)
    ]
    message = "; ".join(reason for reason in reasons if reason) or errors["message"]
    return Failure(Shape.LEDGER, "", message)


def _payments(told: dict[str, Any]) -> Failure | None:
    if not isinstance(told.get("error_type"), str):
        return None
    errors = told.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else {}
    field = _text(first, "field") if isinstance(first, dict) else ""
    return Failure(Shape.PAYMENTS, told["error_type"], _text(told, "message"), field)


def _plain(told: dict[str, Any]) -> Failure | None:
    error = told.get("error")
    if isinstance(error, str):
        described = told.get("error_description")
        if isinstance(described, str):
            return Failure(Shape.SIGN_IN, error, described)
        return Failure(Shape.PLAIN, "", error)
    if isinstance(error, dict) and error:
        field, message = next(iter(error.items()))
        return Failure(Shape.PLAIN, _text(told, "errno"), str(message), str(field))
    return None


def _events(told: dict[str, Any]) -> Failure | None:
    if not isinstance(told.get("message"), str):
        return None
    shape = Shape.EVENTS if "errno" in told else Shape.PLAIN
    return Failure(shape, _text(told, "errno"), told["message"])


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def said(failure: Failure | None, status: int) -> str:
    """One sentence that quotes the service, without line breaks and of bounded length."""
    if failure is None:
        return f"FreshBooks answered with status {status} and no explanation."
    words = re.sub(r"\s+", " ", re.sub(r"[^\x20-\x7e\xa0-\ufffd]", " ", failure.message)).strip()
    where = [part for part in (failure.code[:40], failure.field[:40]) if part]
    beside = f" ({', '.join(where)})" if where else ""
    return f"FreshBooks answered: “{words[:240].rstrip('.') or 'no reason given'}”{beside}."


def error_for(answer: Answer, clock: Clock) -> FbreconError:
    """The error that an answer other than a success means."""
    failure = find_failure(answer.body)
    status = answer.status
    if status == 401:
        return sign_in_again("FreshBooks no longer accepts the sign-in that this computer keeps.")
    if status == 429:
        return RateLimited(
            "FreshBooks asks us to wait",
            "It takes only so many requests a minute, and this minute's are used up.",
            "Run it again in a few minutes; nothing is lost.",
            retry_after=retry_after(answer, clock) or DEFAULT_WAIT,
        )
    if status >= 500 or status < 200 or status == 408:
        return Unreachable(
            "FreshBooks has a problem of its own",
            f"It answered with status {status} instead of what was asked for.",
            "Run it again later; nothing is lost.",
        )
    if 300 <= status < 400 or (failure is None and answer.is_html):
        return Unreachable(
            "Something answers in FreshBooks' place",
            "A web page or a detour came back where FreshBooks' data was expected.",
            "If this network has a log-in page of its own, open it first; then run it again.",
        )
    if failure is None and answer.is_success:
        return unreadable("")
    return _refused(status, failure)


def _refused(status: int, failure: Failure | None) -> Refused:
    sentence = said(failure, status)
    code = failure.code if failure else ""
    if code in _PLAN_CODES:
        hint = "This part of FreshBooks is not in the plan of this business."
    elif status == 403 or code in _DENIED_CODES or code == "grpc.7":
        hint = (
            "Check three things: the role of the person who signed in, the FreshBooks plan, and "
            "the permissions ticked for the app in FreshBooks' developer settings. After a change "
            "of permissions sign in again."
        )
    elif status == 404 or code in _MISSING_CODES:
        return NotFound(
            "FreshBooks does not have that",
            sentence,
            "It may have been removed, or belong to another business.",
            status=status,
            code=code,
        )
    else:
        hint = "Correct what it names, in FreshBooks or here, and try again."
    return Refused("FreshBooks said no", sentence, hint, status=status, code=code)


def sign_in_again(reason: str) -> SignInAgain:
    """The one error for every sign-in that has come to its end."""
    return SignInAgain(
        "Sign in to FreshBooks again",
        reason,
        "Sign in once more; nothing that was read or decided is lost.",
    )


def unreadable(path: str, why: str = "") -> Unreadable:
    """A success that lacks what it must have. An empty path means: no JSON at all."""
    kind = Unreadable if path else NotJson
    what = f"The answer has no readable “{path}”." if path else "The answer is cut short."
    what = f"{what} {why}".strip()
    return kind(
        "FreshBooks' answer cannot be read",
        what,
        "Run it again; if it happens every time, the service has changed.",
        path=path,
    )
