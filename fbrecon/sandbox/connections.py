"""Loopback servers that keep connections alive, and can break them as networks do.

werkzeug's own handler closes after every answer; this one reads each body to its end, so that
the connection stays usable, and sends header and body in one piece.
"""

from __future__ import annotations

import contextlib
import io
import os
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, cast

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from fbrecon.sandbox.service import Answer, Service

if TYPE_CHECKING:
    from socketserver import _RequestType

_HOST = "127.0.0.1"


class _Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def run_wsgi(self) -> None:
        """Answers one request of the connection."""
        server = cast("LoopbackServer", self.server)
        if self.headers.get("Expect", "").lower().strip() == "100-continue":
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.environ = environ = self.make_environ()
        length = int(environ.get("CONTENT_LENGTH") or 0)
        chunked = environ.get("wsgi.input_terminated", False)
        body = environ["wsgi.input"].read() if chunked else self.rfile.read(length)
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        answer = server.service.answer(environ)
        if answer.status:
            self._send(answer)
        if answer.ending == "reset":
            server.resets.add(self.connection)
            # With a linger time of zero, closing sends RST instead of FIN.
            form = "hh" if os.name == "nt" else "ii"
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(form, 1, 0))
        if answer.ending != "keep":
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        lines = [f"{self.protocol_version} {answer.status}"]
        lines += [f"{name}: {value}" for name, value in answer.headers]
        if self.close_connection:
            lines.append("Connection: close")
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        with contextlib.suppress(ConnectionError):
            self.wfile.write(head + answer.body[: answer.sent])

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Says nothing: the request log is part of the state."""


class LoopbackServer(ThreadedWSGIServer):
    """One service on one port, in threads that end with it."""

    daemon_threads = True

    def __init__(self, service: Service, port: int) -> None:
        self.service = service
        self.resets: set[socket.socket] = set()
        self._open: set[socket.socket] = set()
        self._guard = threading.Condition()
        if port:
            socket.create_server((_HOST, port)).close()  # raises; werkzeug would end the process
        super().__init__(_HOST, port, service.app, handler=_Handler)
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def url(self) -> str:
        """The base address, without a slash at the end."""
        return f"http://{_HOST}:{self.server_address[1]}"

    def start(self) -> None:
        """Serves in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Stops, closing every connection that is still open."""
        self.shutdown()
        self._thread.join()
        self.server_close()
        with self._guard:
            left = list(self._open)
        for connection in left:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        with self._guard:
            self._guard.wait_for(lambda: not self._open, timeout=2)

    def process_request(self, request: _RequestType, client_address: object) -> None:
        """Remembers the connection, so that it can be closed from outside."""
        with self._guard:
            self._open.add(cast("socket.socket", request))
        super().process_request(request, client_address)

    def shutdown_request(self, request: _RequestType) -> None:
        """Closes a connection; one to be reset gets no orderly goodbye first."""
        connection = cast("socket.socket", request)
        if connection in self.resets:
            self.resets.discard(connection)
            self.close_request(request)
        else:
            super().shutdown_request(request)
        with self._guard:
            self._open.discard(connection)
            self._guard.notify_all()

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Says nothing on stderr: a sandbox is quiet."""


assert issubclass(_Handler, BaseHTTPRequestHandler)
