from __future__ import annotations

import ipaddress
import os
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from fbrecon import http_rules
from fbrecon.errors import Unreadable, WrongUsage
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://api.example.com", "https://api.example.com"),
        ("https://api.example.com/", "https://api.example.com"),
        ("https://api.example.com:8443/base/", "https://api.example.com:8443/base"),
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
        ("http://127.8.4.2", "http://127.8.4.2"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://[::1]:5000/", "http://[::1]:5000"),
    ],
)
def test_https_and_this_computer_are_safe(url: str, kept: str) -> None:
    assert http_rules.require_safe_base_url(url) == kept


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "ftp://127.0.0.1",
        "file://localhost/etc/passwd",
        "https://user@api.example.com",
        "https://user:secret@api.example.com",
        "http://127.0.0.1@evil.example",
        "https://api.example.com?x=1",
        "https://api.example.com#x",
        "https://api.example.com:99999",
        "https://api.exa mple.com",
        "https://api.example.com\n",
        "https://[::1",
        "api.example.com",
        "https://",
        "",
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(WrongUsage):
        http_rules.require_safe_base_url(url)


def test_the_refusal_never_repeats_a_password() -> None:
    with pytest.raises(WrongUsage) as refused:
        http_rules.require_safe_base_url("http://user:hunter2@api.example.com")
    assert "hunter2" not in refused.value.sentence


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("5", 5.0),
        (" 0 ", 0.0),
        ("99999999", 3600.0),
        ("9" * 400, 3600.0),
        ("Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("Sun, 01 Mar 2026 23:00:00 GMT", 3600.0),
        ("-5", None),
        ("5.5", None),
        ("٥", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str | None, seconds: float) -> None:
    assert http_rules.parse_retry_after(value, NOW) == seconds


def test_a_retry_after_date_in_another_zone_is_the_same_moment() -> None:
    ahead = "Sun, 01 Mar 2026 14:00:10 +0200"
    assert http_rules.parse_retry_after(ahead, NOW + timedelta(0)) == 10.0


def test_a_session_ignores_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert "http_proxy" in os.environ
    with ScriptedServer(lambda _: Say(body=b"here")) as server:
        session = http_rules.new_session()
        assert session.get(server.url, timeout=5).content == b"here"
        session.close()


def test_a_body_up_to_the_cap_is_read_whole_and_one_byte_more_is_not() -> None:
    def script(asked: Asked) -> Say:
        return Say(body=b"x" * int(asked.query["size"][0]))

    with ScriptedServer(script) as server, http_rules.new_session() as session:
        whole = session.get(server.url, params={"size": "1000"}, stream=True, timeout=5)
        assert len(http_rules.read_capped(whole, 1000)) == 1000
        larger = session.get(server.url, params={"size": "1001"}, stream=True, timeout=5)
        with pytest.raises(Unreadable):
            http_rules.read_capped(larger, 1000)


def test_a_compressed_body_counts_decompressed() -> None:
    import gzip

    packed = gzip.compress(b"0" * 1_000_000)
    assert len(packed) < 5_000
    say = Say(body=packed, headers={"Content-Encoding": "gzip"})
    with ScriptedServer(lambda _: say) as server, http_rules.new_session() as session:
        answer = session.get(server.url, stream=True, timeout=5)
        with pytest.raises(Unreadable):
            http_rules.read_capped(answer, 100_000)


def _left(url: str, timeout: tuple[float, float] = (5, 5)) -> tuple[bool, Exception]:
    """Whether a byte of a write left, and what went wrong with it."""
    witness = http_rules.Witness()
    with http_rules.new_session() as session:
        witness.watch(session)
        with pytest.raises(requests.RequestException) as caught:
            http_rules.read_capped(session.post(url, data=b"{}", timeout=timeout, stream=True))
    return witness.bytes_left, caught.value


def test_before_anything_is_sent_nothing_has_left() -> None:
    assert not http_rules.Witness().bytes_left


def test_a_refused_connection_lets_nothing_leave() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, never listening
        left, _ = _left(f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert not left


def test_a_name_without_an_address_lets_nothing_leave() -> None:
    assert not _left("http://nowhere.invalid")[0]


def test_an_address_that_cannot_be_spoken_to_lets_nothing_leave() -> None:
    assert not _left("gopher://127.0.0.1")[0]


def test_a_reset_after_the_request_takes_nothing_back() -> None:
    with ScriptedServer(lambda _: Say(drop=True)) as server:
        assert _left(server.url)[0]
        assert len(server.asked) == 1


def test_a_body_that_breaks_off_takes_nothing_back() -> None:
    with ScriptedServer(lambda _: Say(body=b"0123456789", cut=3)) as server:
        assert _left(server.url)[0]


def test_silence_after_the_request_takes_nothing_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as quiet:
        left, error = _left(f"http://127.0.0.1:{quiet.getsockname()[1]}", (5, 0.05))
    assert isinstance(error, requests.exceptions.ReadTimeout)
    assert left


def _serve_tls_once(listener: socket.socket, context: ssl.SSLContext | None) -> None:
    peer, _ = listener.accept()
    try:
        if context is None:
            peer.recv(1024)
            peer.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        else:
            context.wrap_socket(peer, server_side=True).close()
    except (ssl.SSLError, OSError):
        peer.close()
    finally:
        peer.close()


@pytest.mark.parametrize("tls", [True, False], ids=["unknown certificate", "no TLS at all"])
def test_a_handshake_that_ends_early_lets_nothing_of_the_request_leave(
    tls: bool, tmp_path: Path
) -> None:
    context = _self_signed(tmp_path) if tls else None
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve_tls_once, args=(listener, context))
        thread.start()
        left, error = _left(f"https://127.0.0.1:{listener.getsockname()[1]}")
        thread.join()
    assert isinstance(error, requests.exceptions.SSLError)
    assert not left


def _self_signed(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2090, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


class _Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_sixth_request_waits_until_the_first_is_a_second_old() -> None:
    seconds = _Seconds()
    pacer = http_rules.Pacer(5, 1.0, seconds)
    assert [pacer.reserve() for _ in range(5)] == [0.0] * 5
    seconds.now += 0.25
    assert pacer.reserve() == 0.75


def test_no_window_of_a_second_ever_holds_more_than_the_limit() -> None:
    seconds = _Seconds()
    pacer = http_rules.Pacer(5, 1.0, seconds)
    starts = []
    for step in range(200):
        starts.append(seconds.now + pacer.reserve())
        seconds.now += (step * 7 % 11) / 40
    for first, sixth in zip(starts, starts[5:], strict=False):
        assert sixth - first >= 1.0 - 1e-9


def test_a_hold_delays_everybody_and_ends() -> None:
    seconds = _Seconds()
    pacer = http_rules.Pacer(5, 1.0, seconds)
    pacer.hold(3.0)
    pacer.hold(1.0)
    assert pacer.reserve() == 3.0
    seconds.now += 10
    assert pacer.reserve() == 0.0


def test_threads_share_one_pace() -> None:
    seconds = _Seconds()
    pacer = http_rules.Pacer(5, 1.0, seconds)
    waits: list[float] = []

    def ask() -> None:
        waits.extend(pacer.reserve() for _ in range(25))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits) == [float(n // 5) for n in range(100)]
