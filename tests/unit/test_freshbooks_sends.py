"""Writes: what an answer proves."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from fbrecon.domain.documents import Method
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import WriteOutcome
from tests.fakes.freshbooks_bench import BUSINESS, FixedTokens
from tests.fakes.freshbooks_sends import DRAFT, MARKER, books, error, send, wrapped
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

_REMOVAL = b'{"payment":{"vis_state":1}}'
ACCOUNT = LedgerAccountDraft("Undeposited Funds", "Current Asset", f"Made by fbrecon {MARKER}")


def test_the_body_is_exactly_this() -> None:
    to = books("https://api.freshbooks.com")
    assert to.render_payment(DRAFT) == (
        b'{"payment":{"invoiceid":7,"amount":{"amount":"100.00","code":"USD"},'
        b'"date":"2026-01-31","type":"Credit Card","note":"Card payment FBR-0123456789ABCDEF",'
        b'"send_client_notification":false}}'
    )
    assert to.render_ledger_account(ACCOUNT) == (
        b'{"name":"Undeposited Funds","sub_type":"Current Asset",'
        b'"description":"Made by fbrecon FBR-0123456789ABCDEF","parent_account":null}'
    )


@pytest.mark.parametrize(
    ("method", "kind"),
    [(Method.CARD, "Credit Card"), (Method.ACH, "ACH"), (Method.OTHER, "Other")],
)
def test_the_type_follows_the_method(method: Method, kind: str) -> None:
    draft = PaymentDraft(InvoiceId(7), Money(500, "JPY"), date(2026, 1, 31), method, "")
    told = json.loads(books("https://api.freshbooks.com").render_payment(draft))["payment"]
    assert told["type"] == kind
    assert told["amount"] == {"amount": "500", "code": "JPY"}


def test_a_payment_without_money_cannot_be_rendered() -> None:
    draft = PaymentDraft(InvoiceId(7), Money(1, "USD"), date(2026, 1, 31), Method.NONE, "")
    with pytest.raises(ValueError):
        books("https://api.freshbooks.com").render_payment(draft)


def _remove(say: Say) -> tuple[WriteOutcome, list[Asked]]:
    with ScriptedServer(lambda _: say) as server:
        to = books(server.url)
        outcome = to.send_payment_removal("312143", to.render_payment_removal())
        to.close()
    return outcome, server.asked


def test_a_removal_sends_the_state_and_nothing_beside_it() -> None:
    outcome, asked = _remove(Say(body=wrapped(vis_state=1)))
    assert (outcome.kind, outcome.remote_id) == ("applied", "312143")
    assert [(one.method, one.path, one.body) for one in asked] == [
        ("PUT", "/accounting/account/ACM123/payments/payments/312143", _REMOVAL)
    ]


@pytest.mark.parametrize(
    ("say", "kind"),
    [
        (Say(body=wrapped(vis_state=0)), "ambiguous"),
        (Say(body=wrapped(vis_state=1, id=7, logid=7)), "ambiguous"),
        (Say(body={"response": {"result": {}}}), "ambiguous"),
        (Say(502, "<html>"), "ambiguous"),
        (Say(429, {}), "not_applied"),
        (Say(404, error(1012)), "refused"),
        (Say(403, error(1003)), "refused"),
    ],
)
def test_what_an_answer_to_a_removal_proves(say: Say, kind: str) -> None:
    outcome, asked = _remove(say)
    assert outcome.kind == kind
    assert len(asked) == 1


def test_a_payment_that_came_back_as_sent_is_applied() -> None:
    outcome, asked = send(Say(body=wrapped()))
    assert (outcome.kind, outcome.remote_id, outcome.http_status) == ("applied", "312143", 200)
    assert outcome.echo == {
        "amount": "100.00",
        "currency": "USD",
        "invoice_id": "7",
        "date": "2026-01-31",
        "note": f"Card payment {MARKER}",
    }
    assert [(one.method, one.path) for one in asked] == [
        ("POST", "/accounting/account/ACM123/payments/payments")
    ]
    assert asked[0].headers["Content-Type"] == "application/json"
    assert asked[0].body == books("https://x").render_payment(DRAFT)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"amount": {"amount": "60.00", "code": "USD"}}, "60.00 USD"),
        ({"amount": {"amount": "0.00", "code": "USD"}, "overpaymentid": 5}, "credit"),
        ({"overpaymentid": 10320}, "credit"),
        ({"amount": {"amount": "100.00", "code": "CAD"}}, "CAD"),
        ({"invoiceid": 8}, "another invoice"),
        ({"date": "2026-02-01"}, "2026-02-01"),
        ({"note": ""}, "note"),
        ({"vis_state": 1}, "deleted"),
    ],
)
def test_a_payment_that_came_back_otherwise_is_there_but_different(
    changes: dict[str, Any], word: str
) -> None:
    outcome, _ = send(Say(body=wrapped(**changes)))
    assert (outcome.kind, outcome.remote_id) == ("applied_different", "312143")
    assert word in outcome.summary


def test_tidied_spaces_in_the_note_are_no_difference() -> None:
    outcome, _ = send(Say(body=wrapped(note=f"Card  payment\n{MARKER} ")))
    assert outcome.kind == "applied"


@pytest.mark.parametrize(
    "say",
    [
        Say(422, error(1004)),
        Say(400, error("1001")),
        Say(403, error(1003)),
        Say(404, error(404)),
        Say(404, error(1012)),
        Say(409, error(409)),
        Say(200, error(12001)),
        Say(400, {"code": 3, "message": "No.", "details": []}),
        Say(422, {"code": 3, "message": "No.", "details": [{"reason": "1004", "metadata": {}}]}),
        Say(400, {"errors": {"message": "No.", "status": 400, "details": []}}),
        Say(403, {"error": "insufficient_scope", "error_description": "No."}),
        Say(400, {"error_type": "validation", "message": "No.", "errors": []}),
    ],
)
def test_a_reviewed_reason_in_a_known_shape_is_a_refusal(say: Say) -> None:
    outcome, asked = send(say)
    assert outcome.kind == "refused"
    assert "No" in outcome.summary
    assert outcome.http_status == say.status
    assert len(asked) == 1


@pytest.mark.parametrize(
    "say",
    [
        Say(500, b"<html>"),
        Say(500, error(1004)),
        Say(502, b"<html>", kind="text/html"),
        Say(503, {"message": "later"}, {"Retry-After": "5"}),
        Say(504, b""),
        Say(408, {"message": "slow"}),
        Say(407, b"<html>"),
        Say(301, headers={"Location": "/elsewhere"}),
        Say(307, headers={"Location": "http://127.0.0.1:9/"}),
        Say(308, headers={"Location": "http://127.0.0.1:9/"}),
        Say(204, b""),
        Say(200, b""),
        Say(200, b"<html>log in to the hotel</html>", kind="text/html"),
        Say(200, {"response": {"result": {}}}),
        Say(200, {"response": {"result": {"payment": None}}}),
        Say(200, error(1100)),
        Say(200, wrapped(id=None, logid=None)),
        Say(200, wrapped(amount={"amount": "1.001", "code": "USD"})),
        Say(200, wrapped(invoiceid=8, note="somebody else's")),
        Say(200, wrapped(note="the answer to another send FBR-FEDCBA9876543210")),
        Say(200, wrapped(), cut=1),
        Say(200, drop=True),
        Say(400, error(1100)),
        Say(400, error(500)),
        Say(400, {"message": "Bad Request."}),
        Say(403, b"<html>blocked</html>", kind="text/html"),
        Say(403, {"message": "Forbidden"}),
        Say(404, {"error": "Requested resource could not be found."}),
        Say(401, b"<html>log in to the proxy</html>", kind="text/html"),
        Say(401, b""),
        Say(400, {"code": 13, "message": "internal", "details": []}),
    ],
)
def test_whatever_does_not_prove_its_end_is_ambiguous_and_sent_once(say: Say) -> None:
    outcome, asked = send(say)
    assert outcome.kind == "ambiguous", outcome.summary
    assert outcome.summary
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Fri, 20 Nov 2099 15:30:30 GMT"}, 3600.0),
        ({"Retry-After": "-3"}, 60.0),
        ({"Retry-After": "1000000000"}, 3600.0),
        ({}, 60.0),
    ],
)
def test_too_many_requests_means_nothing_was_taken(headers: dict[str, str], seconds: float) -> None:
    outcome, asked = send(Say(429, {"message": "slow down"}, headers))
    assert (outcome.kind, outcome.retry_after) == ("not_applied", seconds)
    assert not outcome.sign_in_again
    assert len(asked) == 1


def test_a_used_up_window_of_writes_holds_the_next_one_back() -> None:
    spent = {
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "4102444800",
        "Retry-After": "9",
    }
    with ScriptedServer(lambda _: Say(body=wrapped(), headers=spent)) as server:
        to = books(server.url)
        assert to.send_payment(to.render_payment(DRAFT)).kind == "applied"
        held = to.send_payment(to.render_payment(DRAFT))
        assert len(server.asked) == 1
    assert held.kind == "not_applied"
    assert held.retry_after is not None
    assert 0 < held.retry_after <= 120


def test_a_refused_bearer_means_nothing_was_taken_and_is_renewed_for_the_next_time() -> None:
    tokens = FixedTokens()
    refusal = Say(401, {"error": "unauthenticated", "error_description": "No."})
    outcome, asked = send(refusal, tokens)
    assert (outcome.kind, outcome.sign_in_again, outcome.at_once) == ("not_applied", False, True)
    assert tokens.refused == ["old-access"]
    assert len(asked) == 1


def ledger(**changes: Any) -> dict[str, Any]:
    made = {
        "uuid": "86b37b85",
        "name": ACCOUNT.name,
        "number": "1202",
        "description": ACCOUNT.description,
        "type": "asset",
        "sub_type": ACCOUNT.sub_type,
        "parent_account": None,
        "state": "active",
    }
    return {"data": {**made, **changes}}


@pytest.mark.parametrize(
    ("say", "kind", "remote_id"),
    [
        (Say(body=ledger()), "applied", "86b37b85"),
        (Say(body=ledger(sub_type="Equity")), "applied_different", "86b37b85"),
        (Say(body=ledger(description="")), "applied_different", "86b37b85"),
        (Say(body=ledger(name="Other", description="")), "ambiguous", ""),
        (Say(body={"data": None}), "ambiguous", ""),
        (Say(body=ledger(uuid=None)), "ambiguous", ""),
        (Say(400, {"errors": {"message": "No.", "status": 400, "details": []}}), "refused", ""),
    ],
)
def test_a_ledger_account_is_judged_by_what_came_back(say: Say, kind: str, remote_id: str) -> None:
    with ScriptedServer(lambda _: say) as server:
        to = books(server.url)
        outcome = to.send_ledger_account(to.render_ledger_account(ACCOUNT))
        paths = [asked.path for asked in server.asked]
    assert (outcome.kind, outcome.remote_id) == (kind, remote_id)
    assert paths == [f"/accounting/businesses/{BUSINESS.uuid}/ledger_accounts/accounts"]
