"""Two small web servers: the pages of a sign-in, and a callback that must never be asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """Serves fixed answers by path and remembers every request."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.pages: dict[str, tuple[int, dict[str, str], str]] = {}
        self.base = ""

    def page(self, path: str, html: str, *, status: int = 200, **headers: str) -> None:
        """Answer that path with this; `location="…"` becomes a header."""
        self.pages[path] = (status, {"Content-Type": "text/html", **headers}, html)


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve on loopback until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append(self.path)
            default = (404, {"Content-Type": "text/html"}, "not here")
            status, headers, body = site.pages.get(self.path.partition("?")[0], default)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            with suppress(OSError):  # a view that was closed meanwhile
                self.wfile.write(body.encode())

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
