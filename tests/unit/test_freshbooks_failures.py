"""What FreshBooks' error answers mean to a person."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.errors import (
    NotFound,
    RateLimited,
    Refused,
    SignInAgain,
    Unreachable,
    Unreadable,
)
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import NotJson, Shape, error_for, find_failure
from fbrecon.freshbooks.pacing import retry_after
from fbrecon.http_rules import http_date
from tests.fakes.freshbooks_bench import HandClock

CLOCK = HandClock()
HTML = b"<!doctype html><html><body>Back soon</body></html>"
DATE = "Fri, 20 Nov 2026 15:30:00 GMT"


def answer(status: int, body: Any = b"", **headers: str) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, content)


@pytest.mark.parametrize(
    ("body", "shape", "code"),
    [
        ({"response": {"errors": [{"errno": 1012, "message": "No."}]}}, "classic", "1012"),
        ({"response": {"errors": {"errno": "1012", "message": "No."}}}, "classic", "1012"),
        ({"response": {"errors": [{"message": "No."}]}}, "classic", ""),
        ({"code": 16, "message": "No.", "details": []}, "versioned", "grpc.16"),
        (
            {"code": 3, "message": "No.", "details": [{"reason": "1001", "metadata": {}}]},
            "versioned",
            "1001",
        ),
        (
            {
                "code": 3,
                "message": "No.",
                "details": [{"fieldViolations": [{"field": "uri", "description": "bad"}]}],
            },
            "versioned",
            "grpc.3",
        ),
        ({"errors": {"message": "No.", "status": 400, "details": []}}, "ledger", ""),
        ({"error": "unauthenticated", "error_description": "No."}, "sign_in", "unauthenticated"),
        ({"error": "Not there."}, "plain", ""),
        ({"errno": 2001, "error": {"field": "bad"}}, "plain", "2001"),
        ({"message": "No."}, "plain", ""),
        ({"error_type": "validation", "message": "No.", "errors": []}, "payments", "validation"),
        ({"errno": 422, "message": "No.", "details": ["event: bad"]}, "events", "422"),
    ],
)
def test_each_documented_shape_is_recognised(body: Any, shape: str, code: str) -> None:
    failure = find_failure(json.dumps(body).encode())
    assert failure is not None
    assert (failure.shape, failure.code) == (Shape(shape), code)


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{}", HTML, b'{"response": {"result": {}}}', b'{"response": null}'],
)
def test_what_has_no_error_shape_is_no_failure(body: bytes) -> None:
    assert find_failure(body) is None


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reading_of_failures(body: bytes) -> None:
    find_failure(body)
    error_for(Answer(400, {}, body), CLOCK)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, {"message": "no"}, SignInAgain),
        (401, HTML, SignInAgain),
        (403, {"response": {"errors": [{"errno": 1003, "message": "Denied"}]}}, Refused),
        (404, {"error": "Requested resource could not be found."}, NotFound),
        (422, {"response": {"errors": [{"errno": 1001, "message": "Required"}]}}, Refused),
        (429, {}, RateLimited),
        (500, HTML, Unreachable),
        (503, {"message": "later"}, Unreachable),
        (408, {}, Unreachable),
        (302, b"", Unreachable),
        (200, HTML, Unreachable),
        (403, HTML, Unreachable),
        (400, b"no JSON", Refused),
        (200, b'{"response": {"res', NotJson),
        (200, {"response": {"errors": [{"errno": 12001, "message": "No access"}]}}, Refused),
    ],
)
def test_the_status_and_the_body_decide_the_error(status: int, body: Any, kind: type) -> None:
    assert type(error_for(answer(status, body), CLOCK)) is kind


def test_a_success_cut_short_is_unreadable_too() -> None:
    assert issubclass(NotJson, Unreadable)


def test_a_missing_permission_tells_where_to_look() -> None:
    body = {
        "response": {
            "errors": [
                {"errno": 1003, "message": "This action requires the scope user:payments:write."}
            ]
        }
    }
    error = error_for(answer(403, body), CLOCK)
    assert isinstance(error, Refused)
    assert error.code == "1003"
    assert "user:payments:write" in error.message
    assert "role" in error.hint
    assert "plan" in error.hint
    assert "permissions" in error.hint


def test_what_the_service_says_is_quoted_on_one_bounded_line() -> None:
    body = {"response": {"errors": [{"errno": 1, "message": "a\r\n\x1b[31mb " + "x" * 9000}]}}
    message = error_for(answer(422, body), CLOCK).message
    assert "\n" not in message
    assert "\x1b" not in message
    assert len(message) < 400


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (429, {"retry_after": "7"}, 7.0),
        (503, {"retry_after": "7"}, 7.0),
        (200, {"retry_after": "7"}, None),
        (500, {"retry_after": "7"}, None),
        (429, {"retry_after": "-5"}, None),
        (429, {"retry_after": "soon"}, None),
        (429, {}, None),
        (429, {"retry_after": "1000000000"}, 3600.0),
        (429, {"retry_after": "Fri, 20 Nov 2026 15:30:30 GMT", "date": DATE}, 30.0),
        (429, {"retry_after": "Fri, 20 Nov 2026 15:30:30 GMT"}, 30.0),
        (429, {"retry_after": "Fri, 20 Nov 2026 15:29:30 GMT", "date": DATE}, 0.0),
        (429, {"retry_after": "Fri, 20 Nov 2126 15:30:30 GMT", "date": DATE}, 3600.0),
    ],
)
def test_a_wait_is_read_where_it_is_meant_and_never_beyond_an_hour(
    status: int, headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(answer(status, b"", **headers), CLOCK) == seconds


def test_an_http_date_is_utc() -> None:
    found = http_date(DATE)
    assert found is not None
    assert found.isoformat() == "2026-11-20T15:30:00+00:00"
    assert http_date("no date") is None
