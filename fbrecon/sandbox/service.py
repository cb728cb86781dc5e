"""One service on loopback: takes a request through latency, faults, limits and the app.

Owns the order in which these come and what a fault does to an answer. How bytes get on the wire
is `connections`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
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
    "400": "Bad Request", "401": "Unauthorized", "403": "Forbidden", "404": "Not Found",
    "408": "Request Timeout", "429": "Too Many Requests", "500": "Internal Server Error",
    "502": "Bad Gateway", "503": "Service Unavailable", "504": "Gateway Timeout",
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

    def answer(self, environ: WSGIEnvironment) -> Answer:
        """The answer to a request, after everything that was scripted for it."""
        state = self._state
        method = environ["REQUEST_METHOD"]
        path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
        with state.lock:
            visit = state.log(self.name, method, path, query)
            fault = state.faults.take(method, path, query)
        if state.options.latency_ms:
            state.closing.wait(state.options.latency_ms / 1000)
        answer = self._before(fault, environ) if fault is not None else None
        if answer is None:
            answer = self._work(environ)
            if fault is not None and fault.after_work:
                answer = self._after(fault, answer)
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
        return self._failed(fault, environ)

    def _after(self, fault: Fault, answer: Answer) -> Answer:
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
            answer.sent, answer.ending = len(answer.body) // 2, "close"
            return answer
        if kind == "error_200":
            error = {"errno": 1100, "message": "An unexpected error occurred."}
            return _replaced(answer, json_bytes({"response": {"errors": [error]}}), "200 OK")
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


def _replaced(answer: Answer, body: bytes, status: str) -> Answer:
    headers = [(name, value) for name, value in answer.headers if name != "Content-Length"]
    return Answer(status, [*headers, ("Content-Length", str(len(body)))], body)


def _list_in(body: Any) -> list[dict[str, Any]]:
    """The rows of a list answer of either service."""
    if not isinstance(body, dict):
        return []
    result = body.get("response", {}).get("result", body)
    for value in result.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return value
    return []
