from __future__ import annotations

import threading
from base64 import b64decode
from datetime import UTC, datetime
from typing import Any

import pytest

from fbrecon.domain.ids import PlatformInvoiceId, PlatformPaymentId
from fbrecon.errors import (
    NotFound,
    RateLimited,
    Refused,
    SignInAgain,
    Unreachable,
    Unreadable,
    WrongUsage,
)
from fbrecon.platforms.alternative_payments import AlternativePayments
from fbrecon.platforms.alternative_payments.transport import PACE
from fbrecon.platforms.port import Platform
from tests.fakes.platform_bench import (
    EMPTY,
    REFUSAL,
    Bench,
    FakeClock,
    Patience,
    StoppedError,
    bench,
)
from tests.fakes.scripted_http import Asked, Say


def _customers(b: Bench) -> None:
    for _ in b.platform.iter_customers(b.patience):
        pass


def test_the_adaptor_is_a_platform() -> None:
    platform: Platform = AlternativePayments("https://example.com", "a", "b", FakeClock())
    assert platform.name == "alternative_payments"
    assert platform.capabilities.currencies == {"USD", "CAD"}


def test_an_unsafe_address_is_refused_before_the_key_can_leave() -> None:
    with pytest.raises(WrongUsage):
        AlternativePayments("http://example.com", "a", "b", FakeClock())


def test_the_key_travels_by_basic_and_the_token_as_bearer() -> None:
    with bench() as b:
        _customers(b)
        (grant,) = b.asked("/oauth/token")
        assert grant.body == b"grant_type=client_credentials"
        scheme, _, pair = grant.headers["Authorization"].partition(" ")
        assert (scheme, b64decode(pair).decode()) == ("Basic", "id-ü:s:ecret")
        assert b.asked("/customers")[0].headers["Authorization"] == "Bearer t1"
        assert b.platform.requests_made == 1  # asking for a token is not counted


def test_the_variable_that_loosens_oauthlib_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with pytest.raises(WrongUsage):
        AlternativePayments("http://example.com", "a", "b", FakeClock())


def test_a_token_is_asked_anew_before_it_ends_and_not_earlier() -> None:
    with bench() as b:
        _customers(b)
        b.clock.seconds += 3600 - 301
        _customers(b)
        assert b.tokens == 1
        b.clock.seconds += 2
        _customers(b)
        assert b.tokens == 2


def test_a_token_that_is_turned_down_is_asked_anew_once() -> None:
    def script(asked: Asked, n: int) -> Say:
        good = asked.headers["Authorization"] == "Bearer t2"
        return Say(body=EMPTY) if good or n == 1 else Say(401, REFUSAL)

    with bench(script) as b:
        _customers(b)
        _customers(b)
        assert (b.tokens, b.calls) == (2, 3)


def test_a_new_token_that_is_turned_down_means_the_key_does_not_work() -> None:
    with bench(lambda asked, n: Say(401, REFUSAL)) as b:
        with pytest.raises(SignInAgain):
            _customers(b)
        assert (b.tokens, b.calls) == (1, 1)


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_key_that_is_not_accepted_is_said_in_plain_words(status: int) -> None:
    with bench(token=Say(status, {"code": "x", "message": "Invalid s:ecret"})) as b:
        with pytest.raises(SignInAgain) as refused:
            b.platform.check_connection()
        assert "does not accept this key" in refused.value.sentence
        assert "s:ecret" not in f"{refused.value!r} {refused.value.detail}"


@pytest.mark.parametrize(
    "body", ["[]", "{}", "oops", '{"access_token": 5, "token_type": "Bearer"}', '"x"', "", "null"]
)
def test_a_token_answer_of_another_shape_is_unreadable(body: str) -> None:
    with bench(token=Say(200, body)) as b, pytest.raises(Unreadable):
        b.platform.check_connection()


def test_many_threads_ask_for_one_token() -> None:
    with bench() as b:
        gate = threading.Barrier(4)
        failures: list[BaseException] = []

        def work() -> None:
            try:
                gate.wait()
                _customers(b)
            except BaseException as error:  # noqa: BLE001 - reported below
                failures.append(error)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert (b.tokens, b.calls) == (1, 4)


def test_reads_keep_their_connection() -> None:
    with bench() as b:
        _customers(b)
        _customers(b)
        assert len({asked.peer for asked in b.server.asked}) == 1


def test_each_write_has_a_connection_of_its_own() -> None:
    with bench(lambda asked, n: Say(204)) as b:
        b.platform.archive_invoice(PlatformInvoiceId("a"))
        b.platform.archive_invoice(PlatformInvoiceId("b"))
        assert len({asked.peer for asked in b.server.asked}) == 3


def test_five_requests_a_second_and_the_wait_can_be_cancelled() -> None:
    with bench() as b:
        for _ in range(9):
            _customers(b)
        # The token and nine reads: ten requests, so one wait between the fifth and the sixth.
        assert b.patience.waits == [pytest.approx(PACE)]
        with pytest.raises(StoppedError):
            for _ in b.platform.iter_customers(Patience(b.clock, stop_at=1)):
                pass
        assert b.calls == 9


@pytest.mark.parametrize(
    "trouble", [Say(500), Say(503, "x", kind="text/html"), Say(drop=True), Say(body=b"{}", cut=1)]
)
def test_a_read_is_tried_three_times_again_then_said_to_be_out_of_reach(trouble: Say) -> None:
    with bench(lambda asked, n: trouble) as b:
        with pytest.raises(Unreachable):
            _customers(b)
        assert b.calls == 4
        assert b.patience.waits[:3] == [0.5, 1.0, 2.0]


def test_a_read_that_works_at_last_is_a_success() -> None:
    with bench(lambda asked, n: Say(502) if n < 4 else Say(body=EMPTY)) as b:
        _customers(b)
        assert b.calls == 4


def test_the_wait_that_the_platform_asks_for_is_kept_by_everybody() -> None:
    busy = Say(429, REFUSAL, headers={"Retry-After": "7"})
    with bench(lambda asked, n: busy if n == 1 else Say(body=EMPTY)) as b:
        _customers(b)
        assert b.patience.waits == [7.0]


def test_a_long_wait_is_told_instead_of_waited_for() -> None:
    busy = Say(429, REFUSAL, headers={"Retry-After": "900"})
    with bench(lambda asked, n: busy) as b:
        with pytest.raises(RateLimited) as limited:
            _customers(b)
        assert (limited.value.retry_after, b.calls) == (900.0, 1)


@pytest.mark.parametrize("status", [400, 403, 404, 409, 422])
def test_a_refused_read_is_asked_once(status: int) -> None:
    with bench(lambda asked, n: Say(status, REFUSAL)) as b:
        with pytest.raises(Refused) as refused:
            _customers(b)
        assert (refused.value.status, refused.value.code, b.calls) == (status, "bad_request", 1)
        assert isinstance(refused.value, NotFound) == (status == 404)


def test_a_redirect_is_not_followed() -> None:
    with bench(lambda asked, n: Say(302, headers={"Location": "/elsewhere"})) as b:
        with pytest.raises(Unreachable):
            _customers(b)
        assert b.asked("/elsewhere") == []


def test_a_web_page_instead_of_data_is_a_network_in_between() -> None:
    page = Say(200, "<html>Hotel</html>", kind="text/html; charset=utf-8")
    with bench(lambda asked, n: page) as b, pytest.raises(Unreachable) as caught:
        _customers(b)
    assert "network" in caught.value.hint


@pytest.mark.parametrize("body", ["{}", '{"data": 3}', "[]", "nonsense", '{"data": [}', "\xff"])
def test_a_list_of_another_shape_is_unreadable(body: str) -> None:
    with bench(lambda asked, n: Say(200, body)) as b, pytest.raises(Unreadable):
        _customers(b)


def _row(identity: str) -> dict[str, Any]:
    return {"id": identity, "name": identity}


@pytest.mark.parametrize("shape", ["top", "nested", "silent"])
def test_all_pages_are_walked_wherever_the_flags_stand(shape: str) -> None:
    def script(asked: Asked, n: int) -> Say:
        after = asked.query.get("after", [""])[0]
        place = {"": 0, "c1": 1, "c2": 2}[after]
        rows = [[_row("a"), _row("b")], [_row("c")], []][place]
        page: dict[str, Any] = {
            "data": rows or None,
            "end_cursor": f"c{place + 1}" if rows else None,
        }
        flags = {"has_next_page": place < 2, "has_previous_page": place > 0}
        if shape == "top":
            page |= flags
        if shape == "nested":
            page["pagination"] = flags
        return Say(body=page)

    with bench(script) as b:
        pages = list(b.platform.iter_customers(b.patience))
        assert [row.id for page in pages for row in page.records] == ["a", "b", "c"]
        assert [page.number for page in pages] == [1, 2, 3]
        assert b.asked("/customers")[0].query == {"limit": ["100"]}


@pytest.mark.parametrize("cursor", ["same", None])
def test_a_list_without_an_end_is_an_error_and_not_a_whole_list(cursor: str | None) -> None:
    page = {"data": [_row("a")], "has_next_page": True, "end_cursor": cursor}
    with bench(lambda asked, n: Say(body=page)) as b, pytest.raises(Unreadable):
        _customers(b)


def test_cancelling_ends_the_walk_between_two_pages() -> None:
    page = {"data": [_row("a")], "has_next_page": True, "end_cursor": "c"}
    with bench(lambda asked, n: Say(body=page)) as b:
        patience = Patience(b.clock)
        pages = b.platform.iter_customers(patience)
        next(pages)
        patience._stop_at = 0
        with pytest.raises(StoppedError):
            next(pages)
        assert b.calls == 1


def test_the_window_of_payments_is_asked_for_in_whole_seconds_that_cover_it() -> None:
    with bench() as b:
        until = datetime(2026, 3, 1, 11, 0, 0, 1, tzinfo=UTC)
        list(b.platform.iter_payments(datetime(2026, 2, 27, tzinfo=UTC), until, b.patience))
        query = b.asked("/payments")[0].query
        assert query["created_at_start"] == ["2026-02-27T00:00:00Z"]
        assert query["created_at_end"] == ["2026-03-01T11:00:01Z"]


def test_one_record_comes_bare_or_wrapped_and_none_is_none() -> None:
    row = {"id": "i/1", "customer_id": "c", "currency": "USD", "total": "5.00", "status": "open"}
    answers = [Say(body=row), Say(body={"data": row}), Say(404, REFUSAL)]
    with bench(lambda asked, n: answers[n - 1]) as b:
        first = b.platform.find_invoice(PlatformInvoiceId("i/1"))
        assert first is not None
        assert b.platform.find_invoice(PlatformInvoiceId("i/1")) == first
        assert b.platform.find_invoice(PlatformInvoiceId("i/1")) is None
        assert b.server.asked[1].path == "/invoices/i%2F1"


@pytest.mark.parametrize("status", [404, 405])
def test_a_platform_that_answers_for_no_single_payment_has_none(status: int) -> None:
    with bench(lambda asked, n: Say(status, REFUSAL)) as b:
        assert b.platform.find_payment(PlatformPaymentId("p")) is None


def test_half_a_list_of_an_invoices_payments_never_passes_for_a_whole_one() -> None:
    page = {"data": [{"id": "p1", "status": "succeeded"}], "has_next_page": False}
    with bench(lambda asked, n: Say(body=page)) as b, pytest.raises(Unreadable) as caught:
        b.platform.list_payments_of_invoice(PlatformInvoiceId("i"), b.patience)
    assert "p1" in caught.value.path


def test_a_key_without_a_needed_permission_is_named() -> None:
    def script(asked: Asked, n: int) -> Say:
        return Say(403, REFUSAL) if asked.path == "/payments" else Say(body=EMPTY)

    with bench(script) as b, pytest.raises(Refused) as refused:
        b.platform.check_connection()
    assert "payments" in refused.value.message
