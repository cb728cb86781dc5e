from __future__ import annotations

import json
import socket
from datetime import date
from typing import Any

import pytest

from fbrecon.domain.ids import PlatformCustomerId, PlatformInvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import OutcomeClass
from fbrecon.platforms.alternative_payments import AlternativePayments
from fbrecon.platforms.alternative_payments.render import render_customer, render_invoice
from fbrecon.platforms.port import CopyDraft, CopyLine, CustomerDraft
from tests.fakes.platform_bench import REFUSAL, FakeClock, Patience, bench
from tests.fakes.scripted_http import Asked, Say

INVOICE = render_invoice(
    CopyDraft(
        PlatformCustomerId("cus_1"),
        "",
        date(2026, 3, 10),
        (CopyLine("Work", Money(1000, "USD")), CopyLine("Credit", Money(-1, "USD"))),
    )
)
CUSTOMER = render_customer(CustomerDraft("fb-7", "Acme", "a@example.com"))
ECHO: dict[str, Any] = {"id": "inv_9", "total": 9.99, "currency": "USD", "customer_id": "cus_1"}
APPLIED, DIFFERENT = OutcomeClass.APPLIED, OutcomeClass.APPLIED_DIFFERENT
REFUSED, NOT_APPLIED = OutcomeClass.REFUSED, OutcomeClass.NOT_APPLIED
AMBIGUOUS = OutcomeClass.AMBIGUOUS


@pytest.mark.parametrize(
    ("say", "kind", "remote_id"),
    [
        (Say(201, ECHO), APPLIED, "inv_9"),
        (Say(200, {"data": ECHO}), APPLIED, "inv_9"),
        (Say(201, {**ECHO, "total": "9.99"}), APPLIED, "inv_9"),
        (Say(201, {"id": 9, "total": 9.990}), APPLIED, "9"),
        (Say(201, {**ECHO, "total": 999}), DIFFERENT, "inv_9"),
        (Say(201, {**ECHO, "total": 9.98}), DIFFERENT, "inv_9"),
        (Say(201, {**ECHO, "currency": "CAD"}), DIFFERENT, "inv_9"),
        (Say(201, {**ECHO, "customer_id": "cus_2"}), AMBIGUOUS, ""),
        (Say(201, {**ECHO, "total": None}), AMBIGUOUS, "inv_9"),
        (Say(201, {**ECHO, "id": ""}), AMBIGUOUS, ""),
        (Say(201, {**ECHO, "id": None}), AMBIGUOUS, ""),
        (Say(201, "{}"), AMBIGUOUS, ""),
        (Say(201, ""), AMBIGUOUS, ""),
        (Say(201, "nonsense"), AMBIGUOUS, ""),
        (Say(201, ECHO, cut=2), AMBIGUOUS, ""),
        (Say(200, "<html>", kind="text/html"), AMBIGUOUS, ""),
        (Say(drop=True), AMBIGUOUS, ""),
        (Say(302, REFUSAL, {"Location": "/invoices"}), AMBIGUOUS, ""),
        (Say(307, REFUSAL, {"Location": "/invoices"}), AMBIGUOUS, ""),
        (Say(408, REFUSAL), AMBIGUOUS, ""),
        (Say(500, REFUSAL), AMBIGUOUS, ""),
        (Say(503, REFUSAL, {"Retry-After": "1"}), AMBIGUOUS, ""),
        (Say(400, REFUSAL), REFUSED, ""),
        (Say(403, REFUSAL), REFUSED, ""),
        (Say(404, REFUSAL), REFUSED, ""),
        (Say(422, {"code": 422, "message": "No.", "validation_errors": None}), REFUSED, ""),
        (Say(400, "<html>", kind="text/html"), AMBIGUOUS, ""),
        (Say(403, {"error": "blocked by proxy"}), AMBIGUOUS, ""),
        (Say(404, ""), AMBIGUOUS, ""),
        (Say(418, REFUSAL), AMBIGUOUS, ""),
        (Say(401, REFUSAL), NOT_APPLIED, ""),
        (Say(401, "<html>", kind="text/html"), AMBIGUOUS, ""),
        (Say(429, ""), NOT_APPLIED, ""),
    ],
)
def test_what_each_answer_to_a_new_invoice_tells(
    say: Say, kind: OutcomeClass, remote_id: str
) -> None:
    with bench(lambda asked, n: say) as b:
        outcome = b.platform.send_invoice(INVOICE)
        assert (outcome.kind, outcome.remote_id) == (kind, remote_id), outcome.summary
        # Whatever it was, it was sent once, and as it was frozen.
        (sent,) = b.asked("/invoices")
        assert (sent.method, sent.body) == ("POST", INVOICE)
        assert sent.headers["Content-Type"] == "application/json"


def test_a_sum_a_hundred_times_too_large_is_seen() -> None:
    with bench(lambda asked, n: Say(201, {**ECHO, "total": 999})) as b:
        outcome = b.platform.send_invoice(INVOICE)
    assert "999 USD instead of 9.99 USD" in outcome.summary
    assert outcome.echo["total"] == "999"


def test_the_refusal_tells_why() -> None:
    with bench(lambda asked, n: Say(400, REFUSAL)) as b:
        assert "name: Required." in b.platform.send_customer(CUSTOMER).summary


def test_the_wait_before_the_next_try_is_passed_on() -> None:
    with bench(lambda asked, n: Say(429, REFUSAL, {"Retry-After": "42"})) as b:
        assert b.platform.send_invoice(INVOICE).retry_after == 42.0
    with bench(lambda asked, n: Say(429, REFUSAL)) as b:
        assert b.platform.send_invoice(INVOICE).retry_after == 60.0


def test_nobody_there_means_that_nothing_was_applied() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, never listening
        clock = FakeClock()
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        platform = AlternativePayments(url, "a", "b", clock, patience=Patience(clock))
        outcome = platform.send_invoice(INVOICE)
        platform.close()
    assert outcome.kind is NOT_APPLIED


def test_a_key_that_is_not_accepted_sends_nothing() -> None:
    with bench(token=Say(403, REFUSAL)) as b:
        outcome = b.platform.send_invoice(INVOICE)
        assert (outcome.kind, outcome.sign_in_again) == (NOT_APPLIED, True)
        assert b.asked("/invoices") == []


def test_an_old_token_that_is_turned_down_is_renewed_for_the_next_try() -> None:
    def script(asked: Asked, n: int) -> Say:
        return Say(401, REFUSAL) if n == 2 else Say(201, ECHO)

    with bench(script) as b:
        assert b.platform.send_invoice(INVOICE).kind is APPLIED
        second = b.platform.send_invoice(INVOICE)
        assert (second.kind, second.sign_in_again) == (NOT_APPLIED, False)
        assert b.platform.send_invoice(INVOICE).kind is APPLIED
        assert b.tokens == 2


def test_a_new_token_that_is_turned_down_asks_for_a_sign_in() -> None:
    with bench(lambda asked, n: Say(401, REFUSAL)) as b:
        assert b.platform.send_invoice(INVOICE).sign_in_again


@pytest.mark.parametrize(
    ("echo", "kind"),
    [
        ({"id": "c", "external_id": "fb-7"}, APPLIED),
        ({"id": "c", "external_id": None, "name": "Acme"}, APPLIED),
        ({"id": "c", "external_id": "fb-8", "name": "Acme"}, AMBIGUOUS),
        ({"id": "c", "name": "Other"}, AMBIGUOUS),
        ({"id": "c"}, AMBIGUOUS),
        ({"external_id": "fb-7"}, AMBIGUOUS),
    ],
)
def test_what_each_answer_to_a_new_customer_tells(echo: dict[str, Any], kind: OutcomeClass) -> None:
    with bench(lambda asked, n: Say(201, echo)) as b:
        assert b.platform.send_customer(CUSTOMER).kind is kind


@pytest.mark.parametrize(
    ("say", "kind"),
    [
        (Say(204), APPLIED),
        (Say(200, "", kind="text/html"), APPLIED),
        (Say(200, {"id": "i", "status": "archived"}), APPLIED),
        (Say(404, REFUSAL), APPLIED),
        (Say(404, ""), AMBIGUOUS),
        (Say(200, "<html>", kind="text/html"), AMBIGUOUS),
        (Say(200, "hello"), AMBIGUOUS),
        (Say(500), AMBIGUOUS),
        (Say(drop=True), AMBIGUOUS),
        (Say(403, REFUSAL), REFUSED),
        (Say(429, ""), NOT_APPLIED),
    ],
)
def test_what_each_answer_to_archiving_tells(say: Say, kind: OutcomeClass) -> None:
    with bench(lambda asked, n: say) as b:
        assert b.platform.archive_invoice(PlatformInvoiceId("i")).kind is kind
        assert len(b.asked("/invoices/i")) == 1


@pytest.mark.parametrize(
    ("state", "kind"), [("archived", APPLIED), ("open", REFUSED), ("strange", REFUSED)]
)
def test_a_refusal_to_archive_is_settled_by_reading_the_invoice(
    state: str, kind: OutcomeClass
) -> None:
    row = {**ECHO, "id": "i", "status": state}

    def script(asked: Asked, n: int) -> Say:
        return Say(422, REFUSAL) if asked.method == "DELETE" else Say(200, json.dumps(row))

    with bench(script) as b:
        assert b.platform.archive_invoice(PlatformInvoiceId("i")).kind is kind


def test_a_refusal_to_archive_stays_one_where_the_invoice_cannot_be_read() -> None:
    def script(asked: Asked, n: int) -> Say:
        return Say(422, REFUSAL) if asked.method == "DELETE" else Say(500)

    with bench(script) as b:
        assert b.platform.archive_invoice(PlatformInvoiceId("i")).kind is REFUSED
