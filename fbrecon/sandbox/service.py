"""One service on loopback: takes a request through latency, faults, limits and the app.

Owns the order in which these come and what a fault does to an answer. How bytes get on the wire
is `connections`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any, Literal

from flask import Flask
from werkzeug.test import run_wsgi_app

from fbrecon.sandbox.amounts import json_bytes
from fbrecon.sandbox.faults import AFTER, STATUSES, Fault
from fbrecon.sandbox.freshbooks_errors import BASE_VERSION
from fbrecon.sandbox.state import SandboxState

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

HANG_SECONDS = 90.0
_HTML = b"<!doctype html><html><body><h1>We'll be right back</h1></body></html>"
_REASONS = {
    "307": "Temporary Redirect", "308": "Permanent Redirect", "400": "Bad Request",
    "401": "Unauthorized", "403": "Forbidden", "404": "Not Found",
    "407": "Proxy Authentication Required", "408": "Request Timeout",
    "429": "Too Many Requests", "500": "Internal Server Error", "502": "Bad Gateway",
    "503": "Service Unavailable", "504": "Gateway Timeout",
}  # fmt: skip

Ending = Literal["keep", "close", "reset"]


@dataclass(slots=True)
class Answer:
    """What goes back: nothing at all if ``status`` is empty, only a part if ``sent`` is set."""

    status: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    ending: Ending = "keep"
    sent: int | None = None


class Service:
    """One of the sandbox's services; ``answer`` is called by many threads at once."""

    def __init__(
        self,
        name: str,
        app: Flask,
        state: SandboxState,
        limit: Callable[[WSGIEnvironment], tuple[bool, dict[str, str]]],
        expire: Callable[[str], None],
    ) -> None:
        self.name = name
        self.app = app
        self._state = state
        self._limit = limit
        self._expire = expire
        self._last: Answer | None = None  # the last whole answer to a write

    def answer(self, environ: WSGIEnvironment) -> Answer:
        """The answer to a request, after everything that was scripted for it."""
        state = self._state
        method = environ["REQUEST_METHOD"]
        path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
        with state.lock:
            state.catch_up()
            visit = state.log(self.name, method, path, query)
            fault = state.faults.take(method, path, query)
        if state.options.latency_ms:
            state.closing.wait(state.options.latency_ms / 1000)
        answer = self._before(fault, environ) if fault is not None else None
        if answer is None:
            answer = self._work(environ)
            before, self._last = self._last, answer if method != "GET" else self._last
            if fault is not None and fault.after_work:
                answer = self._after(fault, answer, before)
        with state.lock:
            visit.status = int(answer.status[:3]) if answer.status else None
        return answer

    def _work(self, environ: WSGIEnvironment) -> Answer:
        """Limits, then the app, under the lock."""
        with self._state.lock:
            allowed, headers = self._limit(environ)
            if allowed:
                parts, status, sent = run_wsgi_app(self.app, environ, buffered=True)
                body = b"".join(parts)
                kept = [(name, value) for name, value in sent if name.lower() != "content-length"]
            else:
                status, kept = "429 Too Many Requests", [("Content-Type", "application/json")]
                body = json_bytes({"message": "Too many requests. Please try again later."})
        return self._dressed(status, [*kept, *headers.items()], body, environ)

    def _dressed(
        self,
        status: str,
        headers: Iterable[tuple[str, str]],
        body: bytes,
        environ: WSGIEnvironment,
    ) -> Answer:
        """Adds what every answer of these services carries."""
        dressed = [*headers, ("Date", format_datetime(self._state.clock.now(), usegmt=True))]
        if self.name == "freshbooks":
            version = environ.get("HTTP_X_API_VERSION", BASE_VERSION)
            dressed.append(("x-api-version", version))
        bodiless = status.startswith(("204", "304"))
        if not bodiless:
            dressed.append(("Content-Length", str(len(body))))
        shown = b"" if bodiless or environ["REQUEST_METHOD"] == "HEAD" else body
        return Answer(status, dressed, shown)

    def _before(self, fault: Fault, environ: WSGIEnvironment) -> Answer | None:
        """What happens instead of the work; None means the work goes on."""
        if fault.after_work:
            return None
        kind = fault.kind
        if kind == "delay":
            self._state.closing.wait(float(fault.details.get("seconds", 1)))
            return None
        if kind == "expire_token":
            kept = environ.get("HTTP_AUTHORIZATION", "").partition(" ")[2].strip()
            with self._state.lock:
                self._expire(kept)
            return None
        if kind == "refuse":
            return Answer(ending="close")
        if kind == "reset_before":
            return Answer(ending="reset")
        if kind == "timeout":
            return self._hang(fault)
        if kind == "html":
            return self._dressed("200 OK", [("Content-Type", "text/html")], _HTML, environ)
        if kind == "late":
            return self._work_later(fault, environ)
        if kind == "error_200_before":
            headers = [("Content-Type", "application/json")]
            return self._dressed("200 OK", headers, _error_inside(fault, 1004), environ)
        return self._failed(fault, environ)

    def _work_later(self, fault: Fault, environ: WSGIEnvironment) -> Answer:
        """The caller is told nothing, and the work is done all the same, once time has passed."""
        body = environ["wsgi.input"].read()

        def work() -> None:
            run_wsgi_app(self.app, {**environ, "wsgi.input": io.BytesIO(body)}, buffered=True)

        with self._state.lock:
            self._state.do_later(float(fault.details.get("seconds", 300)), work)
        if "status" not in fault.details:
            return Answer(ending="reset")
        told = replace(fault, kind=str(fault.details["status"]))
        return self._failed(told, environ)

    def _after(self, fault: Fault, answer: Answer, before: Answer | None) -> Answer:
        """What becomes of the answer to work that was done."""
        kind = fault.kind
        if kind in STATUSES:
            return self._failed(fault, {"REQUEST_METHOD": "GET"})
        assert kind in AFTER
        if kind == "reset_after":
            return Answer(ending="reset")
        if kind == "timeout_after":
            return self._hang(fault)
        if kind == "truncated":
            cut = int(fault.details.get("bytes", len(answer.body) // 2))
            return replace(answer, sent=min(cut, len(answer.body)), ending="close")
        if kind == "wrong_length":
            length = max(0, len(answer.body) + int(fault.details.get("by", 10)))
            return replace(_with_length(answer, length), ending="close")
        if kind == "another_answer":
            return before or answer
        if kind == "error_200":
            return _replaced(answer, _error_inside(fault, 1100), "200 OK")
        return self._spoilt(fault, answer)

    def _hang(self, fault: Fault) -> Answer:
        """Says nothing until the sandbox closes or a minute and a half has gone by."""
        self._state.closing.wait(float(fault.details.get("seconds", HANG_SECONDS)))
        return Answer(ending="close")

    def _failed(self, fault: Fault, environ: WSGIEnvironment) -> Answer:
        """An error status, as JSON or as a proxy's HTML page."""
        code, _, form = fault.kind.partition("_")
        headers = []
        if code in ("429", "503") or "retry_after" in fault.details:
            headers.append(("Retry-After", str(fault.details.get("retry_after", 1))))
        if code in ("307", "308"):
            headers.append(("Location", str(fault.details.get("location", "/elsewhere"))))
        if form == "html":
            return self._dressed(
                f"{code} {_REASONS[code]}",
                [*headers, ("Content-Type", "text/html")],
                _HTML,
                environ,
            )
        body = json_bytes({"message": f"{_REASONS[code]}."})
        headers.append(("Content-Type", "application/json"))
        return self._dressed(f"{code} {_REASONS[code]}", headers, body, environ)

    @staticmethod
    def _spoilt(fault: Fault, answer: Answer) -> Answer:
        """A list page with one row twice, or one row that is odd."""
        try:
            body = json.loads(answer.body, parse_float=Decimal)
        except ValueError:
            return answer
        rows = _list_in(body)
        if not rows:
            return answer
        place = int(fault.details.get("row", 0)) % len(rows)
        if fault.kind == "duplicate_row":
            rows.append(rows[place])
        else:
            name = fault.details.get("field") or ("amount" if "amount" in rows[place] else "total")
            rows[place] = {**rows[place], name: fault.details.get("value")}
        return _replaced(answer, json_bytes(body), answer.status)


def _error_inside(fault: Fault, errno: int) -> bytes:
    """An error body of the classic shape."""
    error = {
        "errno": int(fault.details.get("errno", errno)),
        "message": "An unexpected error occurred.",
    }
    return json_bytes({"response": {"errors": [error]}})


def _replaced(answer: Answer, body: bytes, status: str) -> Answer:
    return _with_length(Answer(status, answer.headers, body), len(body))


def _with_length(answer: Answer, length: int) -> Answer:
    headers = [(name, value) for name, value in answer.headers if name != "Content-Length"]
    return replace(answer, headers=[*headers, ("Content-Length", str(length))])


def _list_in(body: Any) -> list[dict[str, Any]]:
    """The rows of a list answer of either service."""
    if not isinstance(body, dict):
        return []
    result = body.get("response", {}).get("result", body)
    for value in result.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return value
    return []
