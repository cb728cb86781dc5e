"""Which addresses a sign-in may lead over, and how it ends."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from fbrecon.domain.sign_in import Verdict
from fbrecon.errors import SignInFailed
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.sign_in import DENIED, SCOPES, FreshBooksSignIn, begin_sign_in
from tests.fakes.freshbooks_bench import HandClock

APP = RegisteredApp("my id", "my-secret", "https://localhost:8443/callback")
LOCAL = Endpoints("http://127.0.0.1:8001", "http://127.0.0.1:8002")


def begin(clock: HandClock | None = None, endpoints: Endpoints | None = None) -> FreshBooksSignIn:
    return begin_sign_in(APP, endpoints or Endpoints(), clock or HandClock())


def state_of(attempt: FreshBooksSignIn) -> str:
    return parse_qs(urlsplit(attempt.authorize_url).query)["state"][0]


def back(attempt: FreshBooksSignIn, **fields: str) -> str:
    """The address FreshBooks leads back to, with this attempt's own state unless told otherwise."""
    query = {"code": "the-code", "state": state_of(attempt), **fields}
    return f"{APP.redirect_uri}?{urlencode(query)}"


def test_the_address_to_open_asks_for_no_more_than_is_needed() -> None:
    attempt = begin()
    parts = urlsplit(attempt.authorize_url)
    query = parse_qs(parts.query)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == (
        "https://auth.freshbooks.com/oauth/authorize"
    )
    assert query["response_type"] == ["code"]
    assert query["client_id"] == ["my id"]
    assert query["redirect_uri"] == [APP.redirect_uri]
    assert query["scope"][0].split() == list(SCOPES)
    assert query["code_challenge_method"] == ["S256"]
    assert "my-secret" not in attempt.authorize_url
    assert attempt.shown_host == "auth.freshbooks.com"
    assert "user:profile:write" not in SCOPES


def test_each_attempt_has_its_own_state_and_proof_key() -> None:
    one, other = begin(), begin()
    assert state_of(one) != state_of(other)
    assert one.verifier != other.verifier
    assert len(base64.urlsafe_b64decode(state_of(one) + "=")) == 32
    challenge = parse_qs(urlsplit(one.authorize_url).query)["code_challenge"][0]
    digest = hashlib.sha256(one.verifier.encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge


@pytest.mark.parametrize(
    "url",
    [
        "https://auth.freshbooks.com/oauth/authorize?x=1",
        "https://auth.freshbooks.com:443/sign_in",
        "https://my.freshbooks.com/#/login",
        "https://www.freshbooks.com/",
        "https://AUTH.freshbooks.com/",
    ],
)
def test_freshbooks_own_pages_open(url: str) -> None:
    assert begin().judge(url).verdict is Verdict.OPEN


@pytest.mark.parametrize(
    "url",
    [
        "http://auth.freshbooks.com/",
        "https://auth.freshbooks.com:8443/",
        "https://auth.freshbooks.com.evil.example/",
        "https://evil.example/auth.freshbooks.com",
        "https://auth.freshbooks.com@evil.example/",
        "https://user@auth.freshbooks.com/",
        "https://auth.freshbooks.com\\@evil.example/",
        "https://auth.freshbooks.com./",
        "https://auth.freshbo\u043eks.com/",
        "https://auth.freshbooks.com:99999/",
        "https://[::1/",
        "https://xn--fake.example/",
        "javascript:alert(1)",
        "data:text/html,hi",
        "file://localhost/etc/passwd",
        "about:blank",
        "",
        "https://accounts.google.com/signin",
        "http://127.0.0.1:8002/oauth/authorize",
        "https://localhost:8443/callback/elsewhere",
        "https://localhost:8444/callback?code=x&state=y",
        "http://localhost:8443/callback?code=x&state=y",
        "https://auth.freshbooks.com/\nx",
    ],
)
def test_everything_else_is_refused_with_a_sentence(url: str) -> None:
    judgement = begin().judge(url)
    assert judgement.verdict is Verdict.REFUSE
    assert judgement.reason.endswith(".")


def test_a_refusal_names_the_host() -> None:
    assert "accounts.google.com" in begin().judge("https://accounts.google.com/x").reason


def test_parts_of_a_page_may_be_blank_but_may_not_end_the_sign_in() -> None:
    attempt = begin()
    assert attempt.judge("about:blank", main_frame=False).verdict is Verdict.OPEN
    assert attempt.judge(back(attempt), main_frame=False).verdict is Verdict.REFUSE
    assert attempt.judge("https://evil.example/", main_frame=False).verdict is Verdict.REFUSE


def test_a_loopback_service_opens_its_own_place_only() -> None:
    attempt = begin(endpoints=LOCAL)
    assert attempt.authorize_url.startswith("http://127.0.0.1:8002/oauth/authorize?")
    assert attempt.shown_host == "127.0.0.1:8002"
    assert attempt.judge("http://127.0.0.1:8002/oauth/consent").verdict is Verdict.OPEN
    for url in (
        "http://127.0.0.1:8001/",
        "http://localhost:8002/",
        "https://127.0.0.1:8002/",
        "https://my.freshbooks.com/",
    ):
        assert attempt.judge(url).verdict is Verdict.REFUSE, url


def test_the_way_back_ends_the_sign_in_once() -> None:
    attempt = begin()
    url = back(attempt)
    assert attempt.judge(url).verdict is Verdict.FINISH
    assert attempt.judge(url).verdict is Verdict.FINISH
    assert attempt.take_code(f"  {url}\n") == "the-code"
    assert "once already" in attempt.judge(url).reason
    with pytest.raises(SignInFailed, match="once already"):
        attempt.take_code(url)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "code=x",
        "state={state}",
        "code=&state={state}",
        "code=x&state=",
        "code=x&state=wrong",
        "code=x&code=y&state={state}",
        "code=x&state={state}&state={state}",
        "code=x&state={state}&state=other",
        "code=x&state={state}&error=server_error",
        "code=x&state=%ff%fe",
        "&".join(f"a{number}=b" for number in range(60)),
    ],
)
def test_a_way_back_that_is_not_exactly_right_is_refused_and_stays_unused(query: str) -> None:
    attempt = begin()
    url = f"{APP.redirect_uri}?{query.format(state=state_of(attempt))}"
    assert attempt.judge(url).verdict is Verdict.REFUSE
    with pytest.raises(SignInFailed):
        attempt.take_code(url)
    assert attempt.take_code(back(attempt)) == "the-code"


def test_deny_is_told_as_what_it_is() -> None:
    attempt = begin()
    url = f"{APP.redirect_uri}?{urlencode({'error': 'access_denied', 'state': state_of(attempt)})}"
    judgement = attempt.judge(url)
    assert (judgement.verdict, judgement.reason) == (Verdict.REFUSE, DENIED)
    with pytest.raises(SignInFailed, match="Deny"):
        attempt.take_code(url)


def test_a_foreign_error_is_quoted_without_its_markup() -> None:
    attempt = begin()
    url = f"{APP.redirect_uri}?{urlencode({'error': '<b>bad</b>', 'state': state_of(attempt)})}"
    assert "<" not in attempt.judge(url).reason


@pytest.mark.parametrize("seconds", [601, -86_400])
def test_an_attempt_is_good_for_ten_minutes_by_either_clock(seconds: int) -> None:
    clock = HandClock()
    attempt = begin(clock)
    url = back(attempt)
    clock.move(599)
    assert attempt.judge(url).verdict is Verdict.FINISH
    if seconds < 0:
        clock.set_wall(clock.now().replace(year=2020))
        clock.move(2)
    else:
        clock.move(2)
    assert "ten minutes" in attempt.judge(url).reason


def test_a_page_that_is_not_the_way_back_gives_no_code() -> None:
    with pytest.raises(SignInFailed):
        begin().take_code("https://auth.freshbooks.com/oauth/authorize?code=x&state=y")


def test_a_way_back_without_a_path_is_the_root() -> None:
    app = RegisteredApp("id", "secret", "https://books.example")
    attempt = begin_sign_in(app, Endpoints(), HandClock())
    url = f"https://books.example:443/?code=c&state={state_of(attempt)}"
    assert attempt.judge(url).verdict is Verdict.FINISH
