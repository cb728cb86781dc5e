"""Pages that try to lead the sign-in astray, in the real browser, judged by the real attempt.

One view stays open for many of them. Whatever a page tries, the view stays on the sign-in host,
nothing is taken for the callback, and nobody connects to the callback's host or to the foreign one:
both listen, and remember.
"""

from __future__ import annotations

import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fbrecon.domain.sign_in import Verdict
from fbrecon.errors import SignInFailed
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.sign_in import begin_sign_in
from tests.fakes.freshbooks_bench import HandClock
from tests.fakes.tls_server import Issuer, serving_tls
from ui.environment import SignInSandbox

from .web_servers import Site, serving

STATE = "{state}"  # stands for the attempt's own in the targets below


class Listener:
    """A host that answers nothing and counts who connects."""

    def __init__(self) -> None:
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            peer, _ = self._socket.accept()
            with peer:
                if peer.recv(4) == b"stop":
                    return
                self.connections += 1

    def close(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            last.sendall(b"stop")
        self._thread.join()
        self._socket.close()


class Scene:
    """The view, the attempt behind it, the sign-in site, and the two hosts nobody may reach."""

    def __init__(self, qtbot: QtBot, login: Site, foreign: Site, callback: Listener) -> None:
        from ui.sign_in.browser import Browser

        self.qtbot, self.login, self.foreign, self.callback = qtbot, login, foreign, callback
        app = RegisteredApp("id", "secret", f"https://localhost:{callback.port}/callback")
        self.attempt = begin_sign_in(app, Endpoints(login.base, login.base), HandClock())
        SignInSandbox(allow_unsandboxed=True).prepare(self.attempt.authorize_url)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.browser = Browser(self.attempt, self.window)
        self.refused: list[str] = []
        self.finished: list[str] = []
        self.browser.refused.connect(self.refused.append)
        self.browser.failed.connect(self.refused.append)
        self.browser.finished.connect(self.finished.append)
        self.browser.page.loadFinished.connect(self._note_end)
        self.window.show()
        self._cases = 0
        self._broke_off = False

    def _note_end(self, well: bool) -> None:
        self._broke_off = not well

    @property
    def state(self) -> str:
        return parse_qs(urlsplit(self.attempt.authorize_url).query)["state"][0]

    def address(self, pattern: str) -> str:
        """A target with this run's hosts and state in it."""
        foreign = urlsplit(self.foreign.base).port
        return (
            pattern.replace("{foreign}", f"127.0.0.1:{foreign}")
            .replace("{callback}", f"localhost:{self.callback.port}")
            .replace("{port}", str(self.callback.port))
            .replace("{login}", urlsplit(self.login.base).netloc)
            .replace(STATE, self.state)
        )

    def open(self, html: str, status: int = 200, **headers: str) -> str:
        """Serve a page under an address of its own and go there; its path."""
        self._cases += 1
        path = f"/case/{self._cases}"
        self.login.page(path, html.replace("{done}", f"/done{path}"), status=status, **headers)
        self.refused.clear()
        self._broke_off = False
        self.browser.open(f"{self.login.base}{path}")
        return path

    def wait(self, path: str) -> None:
        """Until something was refused or broke off, or the page says that it is still there."""
        done = f"/done{path}"
        self.qtbot.waitUntil(
            lambda: self._broke_off or bool(self.refused) or done in self.login.requests,
            timeout=20_000,
        )

    def check(self) -> None:
        assert self.finished == []
        assert self.callback.connections == 0
        assert self.foreign.requests == []
        shown = self.browser.page.url()
        assert shown.host() in ("127.0.0.1", ""), shown
        assert shown.port() in (urlsplit(self.login.base).port, -1), shown


@pytest.fixture(scope="module")
def hosts() -> Iterator[tuple[Site, Site, Listener]]:
    listener = Listener()
    try:
        with serving(Site()) as login, serving(Site()) as foreign:
            yield login, foreign, listener
    finally:
        listener.close()


@pytest.fixture
def scene(qtbot: QtBot, hosts: tuple[Site, Site, Listener]) -> Iterator[Scene]:
    login, foreign, listener = hosts
    foreign.requests.clear()
    listener.connections = 0
    made = Scene(qtbot, login, foreign, listener)
    profile = made.browser.page.profile()
    yield made
    made.browser.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(profile), timeout=10_000)


# Where a page may try to lead, by a redirect of the server and by its own script.
TARGETS = {
    "plain http": "http://{foreign}/",
    "a foreign host": "https://{foreign}/authorize",
    "a longer host": "https://auth.freshbooks.com.evil.example/oauth/authorize",
    "a host that ends alike": "https://evilauth.freshbooks.com.example/",
    "letters of another script": "https://\u0430uth.freshbooks.com/oauth/authorize",
    "letters in punycode": "https://xn--uth-7cd.freshbooks.com/",
    "a name before the host": "https://auth.freshbooks.com@{foreign}/",
    "the sign-in host as a name": "http://{login}@{foreign}/",
    "the sign-in host in the path": "http://{foreign}/{login}/authorize",
    "backslashes": "http:\\\\{foreign}\\{login}",
    "no scheme": "//{foreign}/authorize",
    "another port": "http://127.0.0.1:1/authorize",
    "the callback over http": "http://{callback}/callback?code=c&state={state}",
    "the callback's host, another path": "https://{callback}/callback/x?code=c&state={state}",
    "the callback's host, an encoded path": "https://{callback}/%63allback2?code=c&state={state}",
    "the callback's name with a dot": "https://localhost.:{port}/callback?code=c&state={state}",
    "the callback's host by number": "https://127.0.0.1:{port}/callback?code=c&state={state}",
    "a callback without a state": "https://{callback}/callback?code=c",
    "a callback with another state": "https://{callback}/callback?code=c&state=other",
    "a callback with two states": "https://{callback}/callback?code=c&state={state}&state={state}",
    "a callback with two codes": "https://{callback}/callback?code=c&code=d&state={state}",
    "a callback without a code": "https://{callback}/callback?state={state}",
    "a callback with an empty code": "https://{callback}/callback?code=&state={state}",
    "a callback with an error, too": (
        "https://{callback}/callback?code=c&state={state}&error=access_denied"
    ),
    "a callback with everything in the fragment": "https://{callback}/callback#code=c&state={state}",
    "a name before the callback": "https://x@{callback}/callback?code=c&state={state}",
    "a file": Path(__file__).as_uri(),  # one that is there
    "data": "data:text/html,<h1>Sign in</h1>",
    "a script": "javascript:void(document.title='taken')",
    "the source of a page": "view-source:http://{foreign}/",
    "an inner page": "chrome://version",
    "another program": "fbrecon-other://open",
    "mail": "mailto:a@b.example",
    "ftp": "ftp://{foreign}/x",
    "a blob": "blob:http://{foreign}/0000",
}  # fmt: skip


@pytest.mark.parametrize("way", ["redirect", "script"])
def test_no_page_leads_anywhere_but_to_the_sign_in_host(scene: Scene, way: str) -> None:
    for pattern in TARGETS.values():
        target = scene.address(pattern)
        if way == "redirect":
            safe = quote(target, safe=":/?&=#%@\\<>,'")
            path = scene.open("", 302, Location=safe)
        else:
            written = target.replace("\\", "\\\\").replace('"', '\\"')
            path = scene.open(
                f'<script>setTimeout(()=>fetch("{{done}}"),150);location.href="{written}"</script>'
            )
        scene.wait(path)
        scene.check()


FOREIGN_FORM = (
    "<form id=f method=post action='http://{foreign}/'><input name=password value=x></form>"
    "<script>setTimeout(()=>fetch('{done}'),150);f.submit()</script>"
)
OTHER_WAYS = {
    "a form to a foreign host": FOREIGN_FORM,
    "a refresh": "<meta http-equiv=refresh content='0;url=http://{foreign}/'>{later}",
    "a frame": "<iframe src='http://{foreign}/'></iframe>{later}",
    "a frame at the callback": (
        "<iframe src='https://{callback}/callback?code=c&state={state}'></iframe>{later}"
    ),
    "a frame that leads its page away": (
        "<iframe srcdoc=\"<script>top.location='http://{foreign}/'</script>\"></iframe>{later}"
    ),
    "a pop-up": "<script>window.open('http://{foreign}/')</script>{later}",
    "a link into another window": (
        "<a id=a target=_blank href='http://{foreign}/'>x</a><script>a.click()</script>{later}"
    ),
    "a link that downloads": (
        "<a id=a download=x.exe href='data:application/octet-stream,x'>x</a>"
        "<script>a.click()</script>{later}"
    ),
    "a ping": (
        "<a id=a ping='http://{foreign}/ping' href='#x'>x</a><script>a.click()</script>{later}"
    ),
    "history": "<script>history.pushState(0,'','/x');history.back()</script>{later}",
    "a changed base": "<base href='http://{foreign}/'><script>location='x'</script>{later}",
    "a question that holds on": "<script>alert(1);confirm(1);prompt(1)</script>{later}",
    "a question before leaving": (
        "<script>onbeforeunload=()=>'stay';location='http://{foreign}/'</script>{later}"
    ),
}
_LATER = "<script>setTimeout(()=>fetch('{done}'),150)</script>"


def test_no_other_way_leads_there_either(scene: Scene, tmp_path: Path) -> None:
    for html in OTHER_WAYS.values():
        path = scene.open(scene.address(html).replace("{later}", _LATER))
        scene.wait(path)
        scene.check()
    path = scene.open("x", Content_Disposition="attachment; filename=a.exe")
    scene.wait(path)
    scene.check()
    assert "file" in scene.refused[0]


def test_well_over_forty_ways_are_tried() -> None:
    assert 2 * len(TARGETS) + len(OTHER_WAYS) + 1 + 5 >= 80


def test_a_second_callback_is_refused_and_the_first_counts_once(scene: Scene) -> None:
    target = scene.address("https://{callback}/callback?code=first&state={state}")
    again = target.replace("first", "second")
    scene.open(f"<script>location='{target}';setTimeout(()=>location='{again}',50)</script>")
    scene.qtbot.waitUntil(lambda: bool(scene.finished), timeout=20_000)
    scene.open("", 302, Location=again)
    scene.qtbot.wait(100)
    assert scene.finished == [target]
    assert scene.attempt.take_code(target) == "first"
    for late in (target, again):
        with pytest.raises(SignInFailed):
            scene.attempt.take_code(late)
    assert scene.callback.connections == 0


CertificateFault = Callable[[Path], tuple[Path, ssl.TLSVersion]]
NEW, OLD = ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_1
FAULTS: dict[str, CertificateFault] = {
    "an unknown issuer": lambda folder: (Issuer(folder).issue("good"), NEW),
    "expired": lambda folder: (Issuer(folder).issue("old", expired=True), NEW),
    "another host": lambda folder: (Issuer(folder).issue("other", "127.0.0.2"), NEW),
    "self-signed": lambda folder: (Issuer(folder).issue("Inspecting proxy"), NEW),
    "an old version of TLS": lambda folder: (Issuer(folder).issue("good"), OLD),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_that_cannot_prove_who_it_is_is_not_opened(
    scene: Scene, fault: str, tmp_path: Path
) -> None:
    certificate, version = FAULTS[fault](tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that such a server is made at all
        with serving_tls(certificate, version) as server:
            scene.attempt._allowed.add(place_of(server.base))
            assert scene.attempt.judge(f"{server.base}/x").verdict is Verdict.OPEN
            scene.browser.open(f"{server.base}/x")
            scene.qtbot.waitUntil(lambda: bool(scene.refused), timeout=20_000)
            assert server.requests == []
    assert scene.finished == []


def place_of(base: str) -> tuple[str, str, int | None]:
    parts = urlsplit(base)
    return (parts.scheme, parts.hostname or "", parts.port)
