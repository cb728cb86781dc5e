"""What the environment may tell Qt and Chromium, and when the sign-in view may start at all."""

from __future__ import annotations

import pytest

from fbrecon.errors import SignInFailed
from ui.environment import SignInSandbox, remove_dangerous_variables

_LOCAL = "http://127.0.0.1:8000/oauth/authorize?client_id=x"
_REAL = "https://auth.freshbooks.com/oauth/authorize?client_id=x"


def test_variables_that_open_the_view_to_others_are_removed() -> None:
    environment = {
        "QTWEBENGINE_REMOTE_DEBUGGING": "9222",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "SSLKEYLOGFILE": "/tmp/keys",
        "REQUESTS_CA_BUNDLE": "x",
        "CURL_CA_BUNDLE": "x",
        "SSL_CERT_FILE": "x",
        "SSL_CERT_DIR": "x",
        "OAUTHLIB_INSECURE_TRANSPORT": "1",
        "OAUTHLIB_RELAX_TOKEN_SCOPE": "1",
        "PYTHON_KEYRING_BACKEND": "x",
        "HOME": "/home/me",
        "QT_QPA_PLATFORM": "offscreen",
    }
    removed = remove_dangerous_variables(environment)
    assert environment == {"HOME": "/home/me", "QT_QPA_PLATFORM": "offscreen"}
    assert len(removed) == 11


def test_an_ordinary_user_signs_in_with_the_sandbox_on() -> None:
    environment: dict[str, str] = {}
    SignInSandbox(allow_unsandboxed=False, is_root=False, environment=environment).prepare(_REAL)
    assert environment == {}


def test_root_is_refused_without_the_switch_and_for_a_real_host_with_it() -> None:
    for allow, url in ((False, _LOCAL), (False, _REAL), (True, _REAL)):
        environment: dict[str, str] = {}
        sandbox = SignInSandbox(allow_unsandboxed=allow, is_root=True, environment=environment)
        with pytest.raises(SignInFailed, match="as root"):
            sandbox.prepare(url)
        assert environment == {}


def test_the_switch_counts_on_this_computer_only() -> None:
    environment: dict[str, str] = {}
    SignInSandbox(allow_unsandboxed=True, is_root=True, environment=environment).prepare(_LOCAL)
    assert environment == {"QTWEBENGINE_DISABLE_SANDBOX": "1"}


def test_a_host_that_only_looks_local_is_not() -> None:
    for url in ("http://127.0.0.1.evil.example/", "http://localhost@evil.example/"):
        sandbox = SignInSandbox(allow_unsandboxed=True, is_root=True, environment={})
        with pytest.raises(SignInFailed):
            sandbox.prepare(url)


def test_after_a_rehearsal_without_the_sandbox_no_real_host_is_opened() -> None:
    environment: dict[str, str] = {}
    sandbox = SignInSandbox(allow_unsandboxed=True, is_root=False, environment=environment)
    sandbox.prepare(_LOCAL)
    with pytest.raises(SignInFailed, match="Start fbrecon again"):
        sandbox.prepare(_REAL)
