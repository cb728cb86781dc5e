"""FreshBooks' error answers, one function for each shape its families use.

A handler raises `WireError`; the app turns it into the answer.
"""

from __future__ import annotations

from typing import Any

UNAUTHENTICATED = "This action requires authentication to continue."

# Requests that name a later version than this one get the newer error shape.
BASE_VERSION = "2023-02-20"


class WireError(Exception):
    """An answer that is an error: HTTP status and JSON body."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body


def accounting_error(
    status: int,
    errno: int,
    message: str,
    *,
    field: str | None = None,
    name: str | None = None,
    value: Any = None,
) -> WireError:
    """The classic accounting shape; field, object and value only where they are known."""
    error: dict[str, Any] = {"errno": errno, "message": message}
    if field is not None:
        error["field"] = field
    if name is not None:
        error["object"] = name
    if value is not None:
        error["value"] = str(value)
    return WireError(status, {"response": {"errors": [error]}})


def not_found(name: str, field: str, value: Any) -> WireError:
    """No such row: errno 1012."""
    return accounting_error(
        404, 1012, f"{name.capitalize()} not found.", field=field, name=name, value=value
    )


def account_not_found() -> WireError:
    """The answer to an account id that is unknown or not this person's."""
    return accounting_error(404, 404, "Account not found")


def forbidden(message: str) -> WireError:
    """The person, or the token, may not do that."""
    return accounting_error(403, 1003, message)


def required(field: str, name: str) -> WireError:
    """A field that must be sent was not."""
    return accounting_error(422, 1001, f"{field} is required.", field=field, name=name)


def invalid(field: str, name: str, value: Any, message: str | None = None) -> WireError:
    """A field was sent that cannot be taken."""
    text = message or f"Invalid value for {field}."
    return accounting_error(422, 1004, text, field=field, name=name, value=value)


def ledger_error(status: int, problems: list[tuple[str, str]]) -> WireError:
    """The shape of the ledger accounts' answers; problems are (field, message)."""
    details = [
        {"reason": f"{field}: {message}", "metadata": {"message": message, "field": field}}
        for field, message in problems
    ]
    message = f"Request failed with status code {status}"
    return WireError(status, {"errors": {"message": message, "status": status, "details": details}})


def unauthenticated() -> WireError:
    """No token, a wrong one, an expired one or a revoked one."""
    return WireError(401, {"error": "unauthenticated", "error_description": UNAUTHENTICATED})


def token_error(status: int, error: str, description: str) -> WireError:
    """A refusal of the token endpoint."""
    return WireError(status, {"error": error, "error_description": description})


def in_newer_shape(error: WireError) -> WireError:
    """The same classic accounting error as later API versions word it."""
    errors = error.body.get("response", {}).get("errors") or [{}]
    first = errors[0]
    metadata = {key: first[key] for key in ("object", "message", "value", "field") if key in first}
    detail = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": str(first.get("errno", "")),
        "domain": "accounting.api.freshbooks.com",
        "metadata": metadata,
    }
    code = {401: 16, 403: 7, 404: 5, 422: 3, 400: 3}.get(error.status, 2)
    message = f"Request failed with status_code: {error.status}"
    return WireError(error.status, {"code": code, "message": message, "details": [detail]})
