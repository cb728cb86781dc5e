"""Connections to a real server with a wrong certificate, and what the environment can do."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from fbrecon import http_rules
from fbrecon.bootstrap import DANGEROUS_VARIABLES, Environment
from fbrecon.errors import SignInAgain, Unreachable
from fbrecon.freshbooks.api import get_identity
from fbrecon.freshbooks.exchange import open_session
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.transport import FreshBooksTransport
from tests.fakes.freshbooks_bench import FixedTokens, HandClock
from tests.fakes.tls_server import Issuer, serving_tls

OpenSession = Callable[[], requests.Session]


def watched() -> requests.Session:
    """As for a write."""
    session = http_rules.new_session()
    http_rules.Witness().watch(session)
    return session


SESSIONS: list[OpenSession] = [
    http_rules.new_session,
    watched,
    open_session,
    lambda: open_session(http_rules.Witness()),
]


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    return Issuer(tmp_path_factory.mktemp("issuer"))


@pytest.fixture(autouse=True)
def fresh_store() -> Iterator[None]:
    """Whom to trust is read once for the whole program; here for each test."""
    http_rules.tls_context.cache_clear()
    yield
    http_rules.tls_context.cache_clear()


@pytest.fixture
def told_to_trust(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    """The environment asks to trust the issuer, to ask nobody, and to write the keys down.

    The program takes such variables out of its environment when it starts.
    """
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(issuer.root))
    monkeypatch.setenv("SSL_CERT_DIR", str(issuer.root.parent))
    monkeypatch.setenv("PYTHONHTTPSVERIFY", "0")
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    Environment.take(os.environ, tmp_path)
    yield
    assert not (tmp_path / "keys").exists()


@pytest.mark.usefixtures("told_to_trust")
@pytest.mark.parametrize("opened", SESSIONS, ids=["read", "write", "books read", "books write"])
@pytest.mark.parametrize("fault", ["unknown issuer", "expired", "another host", "self-signed"])
def test_a_certificate_that_proves_nothing_ends_the_connection_before_anything_is_sent(
    issuer: Issuer, opened: OpenSession, fault: str, tmp_path: Path
) -> None:
    certificate = {
        "unknown issuer": lambda: issuer.issue("good"),
        "expired": lambda: issuer.issue("old", expired=True),
        "another host": lambda: issuer.issue("other", "127.0.0.2"),
        "self-signed": lambda: Issuer(tmp_path).issue("self"),
    }[fault]()
    with serving_tls(certificate) as server:
        with opened() as session, pytest.raises(requests.exceptions.SSLError):
            session.post(f"{server.base}/x", data=b"secret", timeout=5, verify=False)
        assert server.requests == []


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.parametrize("opened", SESSIONS, ids=["read", "write", "books read", "books write"])
def test_an_old_version_of_tls_is_not_spoken(
    issuer: Issuer, opened: OpenSession, version: ssl.TLSVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(issuer.root))  # as if the computer trusted it
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that such a server is made at all
        with serving_tls(issuer.issue("good"), version) as server:
            with opened() as session, pytest.raises(requests.exceptions.SSLError):
                session.get(f"{server.base}/x", timeout=5)
            assert server.requests == []


@pytest.mark.parametrize("opened", SESSIONS, ids=["read", "write", "books read", "books write"])
def test_what_the_computers_own_store_trusts_is_trusted_so_an_inspecting_proxy_works(
    issuer: Issuer, opened: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Linux the variable names the store; it stands in for one with the firm's own root."""
    monkeypatch.setenv("SSL_CERT_FILE", str(issuer.root))
    with serving_tls(issuer.issue("good")) as server:
        with opened() as session:
            assert session.get(f"{server.base}/x", timeout=5).status_code == 200
        assert len(server.requests) == 1
        monkeypatch.setenv("SSL_CERT_FILE", os.devnull)
        http_rules.tls_context.cache_clear()
        with opened() as session, pytest.raises(requests.exceptions.SSLError):
            session.get(f"{server.base}/x", timeout=5)


def test_a_refused_certificate_is_told_as_such_and_names_the_proxy_that_may_be_behind_it(
    issuer: Issuer,
) -> None:
    with serving_tls(issuer.issue("good")) as server:
        endpoints = Endpoints(server.base, server.base)
        transport = FreshBooksTransport(endpoints, "client", FixedTokens(), HandClock())
        with pytest.raises(Unreachable) as told:
            get_identity(transport)
        transport.close()
    assert "certificate was refused" in told.value.message
    assert "proxy" in told.value.hint
    assert not isinstance(told.value, SignInAgain)


def test_the_keys_of_a_connection_are_written_nowhere(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Even where something sets the variable after the program's start."""
    monkeypatch.setenv("SSL_CERT_FILE", str(issuer.root))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    with serving_tls(issuer.issue("good")) as server, http_rules.new_session() as session:
        assert session.get(f"{server.base}/x", timeout=5).status_code == 200
    assert not (tmp_path / "keys").exists()


def test_every_way_to_the_network_is_checked_and_nothing_can_switch_that_off() -> None:
    context = http_rules.tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    for opened in SESSIONS:
        with opened() as session:
            assert session.verify is True
            assert not session.trust_env
            for adapter in session.adapters.values():
                assert isinstance(adapter, http_rules.SafeAdapter)
    for path in (Path(__file__).parents[2] / "fbrecon").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "verify=False" not in text, path
        assert "CERT_NONE" not in text, path


def test_a_program_that_has_started_has_no_dangerous_variable_left() -> None:
    program = (
        "import os, pathlib, sys\n"
        "from fbrecon.bootstrap import Environment\n"
        "Environment.take(os.environ, pathlib.Path('.'))\n"
        "print(*sorted(set(sys.argv[1:]) & set(os.environ)))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, *DANGEROUS_VARIABLES],
        env={**os.environ, **dict.fromkeys(DANGEROUS_VARIABLES, "x")},
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert result.stdout.split() == []
