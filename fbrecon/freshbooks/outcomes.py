"""What became of a write: the one place where that is judged.

`not_applied` is claimed only where the service cannot have acted: no byte left, it asked us to
wait, or it did not accept the bearer. `refused` needs an error body of a known shape with a
reviewed reason. Whatever is unclear stays ambiguous, to be settled by reading.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.errors import FbreconError, SignInAgain
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import Failure, Shape, find_failure, said
from fbrecon.freshbooks.pacing import DEFAULT_WAIT, retry_after
from fbrecon.freshbooks.tokens import Tokens
from fbrecon.freshbooks.transport import FreshBooksTransport

log = logging.getLogger(__name__)

# Reads a 2xx body: the outcome it proves, or None if the expected record is not in it.
Judge = Callable[[bytes, int], WriteOutcome | None]

_CLIENT_STATUSES = frozenset({400, 402, 403, 404, 405, 409, 410, 413, 415, 422})

# Reasons that say the record was looked at and not taken. Left out on purpose: 500 and 1100-1108,
# faults inside FreshBooks, and 1020-1022, about files.
_REVIEWED_CODES = (
    frozenset({"404", "405", "409", "2001", "7012", "12001", "31001", "41001", "41101"})
    | frozenset(str(code) for code in range(1001, 1020))
    | frozenset(str(code) for code in range(1023, 1041))
    | frozenset({"1042"})
)
# Of the newer shape's own codes: invalid, not found, exists, denied, precondition, out of range.
_REVIEWED_GRPC = frozenset({"grpc.3", "grpc.5", "grpc.6", "grpc.7", "grpc.9", "grpc.11"})
_REVIEWED_WORDS = frozenset(
    {"insufficient_scope", "invalid_scope", "access_denied", "forbidden", "invalid_resource"}
)
_REVIEWED_PAYMENTS = frozenset({"validation", "not_found", "forbidden", "unauthorized"})


def send(
    transport: FreshBooksTransport,
    path: str,
    body: bytes,
    judge: Judge,
    *,
    method: str = "POST",
    version: str = "",
) -> WriteOutcome:
    """Send once and judge; `version` names one of the API where that is asked for. Never raises."""
    try:
        sent = transport.write(method, path, body, version=version)
        if sent.answer is None:
            return _unanswered(sent.problem, bytes_left=sent.bytes_left, wait=sent.wait)
        return _judge_answer(transport, sent.answer, sent.tokens, judge)
    except FbreconError as problem:
        return WriteOutcome(
            OutcomeClass.NOT_APPLIED,
            f"Nothing was sent. {problem.sentence}",
            sign_in_again=isinstance(problem, SignInAgain),
        )
    except Exception as problem:
        # A fault of ours must not hide that a payment may have been sent.
        log.exception("a write broke off")
        return WriteOutcome(
            OutcomeClass.AMBIGUOUS,
            f"A fault of this program ({type(problem).__name__}) hides what became of it.",
        )


def _judge_answer(
    transport: FreshBooksTransport, answer: Answer, tokens: Tokens | None, judge: Judge
) -> WriteOutcome:
    status = answer.status
    if status == 429:
        return WriteOutcome(
            OutcomeClass.NOT_APPLIED,
            "FreshBooks asked us to wait and took nothing.",
            http_status=status,
            retry_after=retry_after(answer, transport.clock) or DEFAULT_WAIT,
        )
    failure = find_failure(answer.body)
    if status == 401 and failure is not None:
        return _not_accepted(transport, tokens)
    if answer.is_success:
        judged = judge(answer.body, status)
        if judged is not None:
            return judged
    elif status not in _CLIENT_STATUSES:
        return _ambiguous(f"FreshBooks answered with status {status}.", status)
    if failure is not None and is_reviewed(failure):
        return WriteOutcome(OutcomeClass.REFUSED, said(failure, status), http_status=status)
    if failure is not None:
        return _ambiguous(f"{said(failure, status)} That does not say what was done.", status)
    return _ambiguous("The answer cannot be read.", status)


def is_reviewed(failure: Failure) -> bool:
    """Whether the reason is known to mean that nothing was written."""
    code = failure.code
    if failure.shape in (Shape.CLASSIC, Shape.EVENTS):
        return code in _REVIEWED_CODES
    if failure.shape is Shape.VERSIONED:
        return code in _REVIEWED_CODES or code in _REVIEWED_GRPC
    if failure.shape is Shape.SIGN_IN:
        return code in _REVIEWED_WORDS
    if failure.shape is Shape.PAYMENTS:
        return code in _REVIEWED_PAYMENTS
    # A bare {"error": "…"} may come from anything between here and there.
    return failure.shape is Shape.LEDGER or code in _REVIEWED_CODES


def _unanswered(problem: str, *, bytes_left: bool, wait: float | None) -> WriteOutcome:
    if bytes_left:
        return _ambiguous(f"It was sent, and no whole answer came. {problem}", 0)
    return WriteOutcome(OutcomeClass.NOT_APPLIED, f"Nothing was sent: {problem}", retry_after=wait)


def _not_accepted(transport: FreshBooksTransport, tokens: Tokens | None) -> WriteOutcome:
    summary = "FreshBooks did not accept the sign-in and took nothing."
    try:
        if tokens is not None:
            transport.renew_sign_in(tokens)
    except FbreconError as problem:
        return WriteOutcome(
            OutcomeClass.NOT_APPLIED,
            f"{summary} {problem.sentence}",
            http_status=401,
            sign_in_again=isinstance(problem, SignInAgain),
        )
    return WriteOutcome(
        OutcomeClass.NOT_APPLIED, f"{summary} It was renewed.", http_status=401, at_once=True
    )


def _ambiguous(summary: str, status: int) -> WriteOutcome:
    return WriteOutcome(OutcomeClass.AMBIGUOUS, summary, http_status=status)
