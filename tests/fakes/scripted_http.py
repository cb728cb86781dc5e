"""A loopback HTTP server that answers from a script and remembers what it was asked."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes
    peer: tuple[str, int]


@dataclass(frozen=True)
class Say:
    """One answer. `cut` sends fewer bytes than promised; `drop` resets the connection instead."""

    status: int = 200
    body: bytes | str | list[Any] | dict[str, Any] = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    drop: bool = False
    kind: str = "application/json"


Script = Callable[[Asked], Say]


class ScriptedServer:
    """Asks `script` for each answer; `asked` holds all requests in order."""

    def __init__(self, script: Script) -> None:
        self.asked: list[Asked] = []
        lock = threading.Lock()
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 30

            def _answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                parts = urlsplit(self.path)
                peer = (str(self.client_address[0]), int(self.client_address[1]))
                request = Asked(
                    self.command,
                    parts.path,
                    parse_qs(parts.query),
                    dict(self.headers),
                    body,
                    peer,
                )
                with lock:
                    asked.append(request)
                    say = script(request)
                if say.drop:
                    linger = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    self.close_connection = True
                    self.connection.close()
                    return
                content = say.body
                if isinstance(content, dict | list):
                    content = json.dumps(content)
                data = content.encode() if isinstance(content, str) else content
                self.send_response(say.status)
                self.send_header("Content-Type", say.kind)
                self.send_header("Content-Length", str(len(data)))
                for name, value in say.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data[: len(data) - say.cut])
                if say.cut:
                    self.close_connection = True

            do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815

            def finish(self) -> None:
                # A dropped connection has nothing left to flush.
                if self.connection.fileno() != -1:
                    super().finish()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
