"""A real TLS server on loopback with whatever certificate it is given, and who issued it."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
_LONG_AGO, _FAR_OFF = datetime(2020, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC)


class Issuer:
    """A root of its own; `root` is the file that whoever trusts it would keep."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Inspecting proxy")])
        builder = _builder(self._name, self._name, self._key, _LONG_AGO, _FAR_OFF)
        certificate = builder.add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        ).sign(self._key, hashes.SHA256())
        self.root = folder / "root.pem"
        self.root.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, name: str, address: str = "127.0.0.1", *, expired: bool = False) -> Path:
        """Key and certificate for an address, in one file."""
        key = ec.generate_private_key(ec.SECP256R1())
        until = _LONG_AGO + timedelta(days=1) if expired else _FAR_OFF
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        alternative = x509.IPAddress(ipaddress.ip_address(address))
        certificate = (
            _builder(subject, self._name, key, _LONG_AGO, until)
            .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        path = self._folder / f"{name}.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        return path


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    since: datetime,
    until: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
    )


class TlsServer:
    """`base` is its address; `requests` counts what came through a finished handshake."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.requests: list[bytes] = []


@contextmanager
def serving_tls(
    certificate: Path, newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3
) -> Iterator[TlsServer]:
    """Serve until the block ends; `newest` is the newest version of TLS that it speaks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if newest < ssl.TLSVersion.TLSv1_2:
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = newest
    context.maximum_version = newest
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = TlsServer(f"https://127.0.0.1:{listener.getsockname()[1]}")
        thread = threading.Thread(target=_serve, args=(listener, context, server))
        thread.start()
        try:
            yield server
        finally:
            with suppress(OSError), socket.create_connection(listener.getsockname()) as last:
                last.sendall(b"stop")
            thread.join()


def _serve(listener: socket.socket, context: ssl.SSLContext, server: TlsServer) -> None:
    while True:
        peer, _ = listener.accept()
        with peer:
            if peer.recv(4, socket.MSG_PEEK) == b"stop":
                return
            with suppress(OSError), context.wrap_socket(peer, server_side=True) as secured:
                asked = secured.recv(65536)
                if asked:
                    server.requests.append(asked)
                    secured.sendall(_ANSWER)
