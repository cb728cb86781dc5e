"""Starts the sandbox: four loopback servers over one state.

In a test::

    with Sandbox(SandboxOptions(seed=7)) as sandbox:
        sandbox.announcement["freshbooks_api"]
        sandbox.control("pay", invoice=...)
"""

from __future__ import annotations

import json
import signal
import threading
from decimal import Decimal
from types import FrameType, TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from fbrecon.sandbox import controls, freshbooks_api, freshbooks_sign_in, platform_api, scenario
from fbrecon.sandbox.connections import LoopbackServer
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.platform_http import KeyDesk
from fbrecon.sandbox.service import Service
from fbrecon.sandbox.state import SandboxState

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_LOOK_EVERY_SECONDS = 0.5


class Sandbox:
    """FreshBooks and the payments platform on this machine, until closed."""

    def __init__(self, options: SandboxOptions | None = None) -> None:
        self.options = options or SandboxOptions()
        self.state = SandboxState(self.options)
        scenario.fill(self.state)
        self._servers: list[LoopbackServer] = []
        self._closed = False

    def start(self) -> Self:
        """Binds the ports and serves in background threads."""
        first = self.options.port
        for number, service in enumerate(self._services()):
            server = LoopbackServer(service, first + number if first else 0)
            self._servers.append(server)
            server.start()
        return self

    def close(self) -> None:
        """Stops serving, ends hanging answers; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self.state.closing.set()
        for server in self._servers:
            server.stop()

    def __enter__(self) -> Self:
        return self if self._servers else self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def announcement(self) -> dict[str, Any]:
        """What a user needs to reach the sandbox: the first line that it prints."""
        api, auth, platform, control = (server.url for server in self._servers)
        state = self.state
        return {
            "freshbooks_api": api,
            "freshbooks_auth": auth,
            "platform_api": platform,
            "freshbooks": {
                "client_id": state.tokens.client_id,
                "client_secret": state.tokens.client_secret,
                "redirect_uri": state.tokens.redirect_uri,
                "email": state.email,
                "password": state.password,
            },
            "platform": {
                "client_id": state.platform.client_id,
                "client_secret": state.platform.client_secret,
            },
            "controls": f"{control}/controls",
        }

    def control(self, name: str, /, **body: Any) -> dict[str, Any]:
        """A control without the way over HTTP; raises ValueError where that would answer 400."""
        answer: dict[str, Any] = json.loads(
            controls.run(self.state, name, body), parse_float=Decimal
        )
        return answer

    def _services(self) -> list[Service]:
        state = self.state

        def by_minute(environ: WSGIEnvironment) -> tuple[bool, dict[str, str]]:
            caller = environ.get("HTTP_AUTHORIZATION", "")
            path = environ["PATH_INFO"]
            post = environ["REQUEST_METHOD"] == "POST" and path.startswith("/accounting/")
            return state.freshbooks_limit.take(caller, post=post)

        def by_second(environ: WSGIEnvironment) -> tuple[bool, dict[str, str]]:
            if environ["PATH_INFO"] == "/oauth/token":
                return True, {}
            allowed = state.platform_limit.take(state.platform.client_id)
            return allowed, {} if allowed else {"Retry-After": "1"}

        def unlimited(_: WSGIEnvironment) -> tuple[bool, dict[str, str]]:
            return True, {}

        platform = platform_api.create_app(state)
        keys: KeyDesk = platform.extensions["platform_keys"]
        return [
            Service(
                "freshbooks",
                freshbooks_api.create_app(state),
                state,
                by_minute,
                state.tokens.expire,
            ),
            Service(
                "freshbooks_auth",
                freshbooks_sign_in.create_app(state),
                state,
                unlimited,
                state.tokens.expire,
            ),
            Service("platform", platform, state, by_second, keys.expire),
            controls.ControlService(state),
        ]


def _until_end(leash: IO[str], stopped: threading.Event) -> None:
    for _ in leash:
        pass
    stopped.set()


def serve(options: SandboxOptions, out: IO[str], leash: IO[str] | None = None) -> None:
    """Prints the announcement as one line of JSON and serves until SIGTERM or SIGINT.

    Where a ``leash`` is given it also ends with it: whoever holds the other end may be killed
    before it can say goodbye, and then nobody would stop a sandbox that it started.
    """
    stopped = threading.Event()
    if leash is not None:
        threading.Thread(target=_until_end, args=(leash, stopped), daemon=True).start()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    if hasattr(signal, "pthread_sigmask"):
        # A parent that shows web pages may have these blocked, and children inherit that.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})
    former = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        with Sandbox(options) as sandbox:
            print(json.dumps(sandbox.announcement), file=out, flush=True)
            # A signal may reach another thread first; only a waking main thread looks for it.
            while not stopped.wait(_LOOK_EVERY_SECONDS):
                pass
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
