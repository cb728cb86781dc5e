"""The sign-in dialog against real pages on loopback: nothing gets out, nothing gets in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fbrecon.errors import SignInFailed
from tests.fakes import sample_books
from tests.fakes.fake_attempt import FakeAttempt
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.environment import SignInSandbox
from ui.sign_in.dialog import SignInDialog

from .web_servers import Site, serving

_BUTTON = (
    "<button autofocus style='position:fixed;left:0;top:0;width:100%;height:100%'"
    ' onclick="{script}">go</button>'
)


@pytest.fixture
def login() -> Iterator[Site]:
    with serving(Site()) as site:
        site.page("/authorize", "<h1>Sign in</h1>")
        yield site


@pytest.fixture
def callback() -> Iterator[Site]:
    with serving(Site()) as site:
        site.page("/callback", "this page must never be asked for")
        yield site


@pytest.fixture
def attempt(desk: FakeDesk, login: Site, callback: Site) -> FakeAttempt:
    desk.attempt = FakeAttempt(
        f"{login.base}/authorize?state=s", f"{callback.base}/callback", f"{login.base}/"
    )
    return desk.attempt


def open_dialog(qtbot: QtBot, context: Context, **options: object) -> SignInDialog:
    dialog = SignInDialog(context, **options)  # type: ignore[arg-type] # passed on as they are
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def wait_for_web(qtbot: QtBot, dialog: SignInDialog) -> None:
    qtbot.waitUntil(lambda: dialog.browser is not None, timeout=10_000)
    browser = dialog.browser
    assert browser is not None
    with qtbot.waitSignal(browser.page.loadFinished, timeout=20_000):
        pass


def click_page(qtbot: QtBot, dialog: SignInDialog, until: Callable[[], bool]) -> None:
    """Click until it shows: a page takes clicks only a moment after it was loaded."""

    def click() -> bool:
        browser = dialog.browser
        target = browser.view.focusProxy() if browser is not None else None
        if target is not None and not until():
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
        return until()

    qtbot.waitUntil(click, timeout=20_000)


def test_a_redirect_to_the_callback_is_taken_and_never_sent(
    qtbot: QtBot,
    context: Context,
    desk: FakeDesk,
    attempt: FakeAttempt,
    login: Site,
    callback: Site,
) -> None:
    target = f"{callback.base}/callback?code=c0de&state=s"
    login.page("/authorize", "", status=302, Location=target)
    dialog = open_dialog(qtbot, context)
    with qtbot.waitSignal(dialog.signed_in, timeout=20_000) as signed_in:
        pass
    assert signed_in.args == [sample_books.BUSINESS]
    assert desk.asked("finish_sign_in") == [(target,)]
    assert callback.requests == []
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_callback_reached_by_a_click_of_the_person_is_taken_too(
    qtbot: QtBot,
    context: Context,
    desk: FakeDesk,
    attempt: FakeAttempt,
    login: Site,
    callback: Site,
) -> None:
    target = f"{callback.base}/callback?code=c0de&state=s"
    login.page("/authorize", _BUTTON.format(script=f"location='{target}'"))
    dialog = open_dialog(qtbot, context)
    wait_for_web(qtbot, dialog)
    click_page(qtbot, dialog, lambda: dialog.browser is None)
    qtbot.waitUntil(lambda: dialog.result() == dialog.DialogCode.Accepted, timeout=10_000)
    assert desk.asked("finish_sign_in") == [(target,)]
    assert callback.requests == []


def test_a_foreign_page_is_refused_with_its_reason_and_the_page_stays(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, login: Site
) -> None:
    with serving(Site()) as foreign:
        foreign.page("/", "elsewhere")
        login.page("/authorize", _BUTTON.format(script=f"location='{foreign.base}/'"))
        dialog = open_dialog(qtbot, context)
        wait_for_web(qtbot, dialog)
        click_page(qtbot, dialog, lambda: not dialog.banner.isHidden())
        assert "Only FreshBooks' own pages" in dialog.banner.message.text()
        assert dialog.stack.currentWidget() is dialog.web
        assert foreign.requests == []
    assert dialog.address.scheme.text() + dialog.address.host.text() == login.base


def test_a_pop_up_is_refused_and_makes_no_request(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, login: Site
) -> None:
    login.page("/popup", "never")
    script = "window.open('/popup');document.title='clicked'"
    login.page("/authorize", _BUTTON.format(script=script))
    dialog = open_dialog(qtbot, context)
    wait_for_web(qtbot, dialog)
    browser = dialog.browser
    assert browser is not None
    click_page(qtbot, dialog, lambda: browser.page.title() == "clicked")
    assert "/popup" not in login.requests


def test_a_link_into_a_new_window_is_refused_with_a_reason(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, login: Site
) -> None:
    style = "position:fixed;left:0;top:0;width:100%;height:100%;background:#eee"
    login.page("/authorize", f"<a href='/popup' target='_blank' style='{style}'>go</a>")
    dialog = open_dialog(qtbot, context)
    wait_for_web(qtbot, dialog)
    click_page(qtbot, dialog, lambda: not dialog.banner.isHidden())
    assert "another window" in dialog.banner.message.text()
    assert "/popup" not in login.requests


def test_a_download_is_cancelled_and_nothing_is_left_on_the_disk(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, login: Site
) -> None:
    login.page("/authorize", "x", Content_Disposition="attachment; filename=a.bin")
    dialog = open_dialog(qtbot, context)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.trouble, timeout=20_000)
    assert not dialog.trouble.button.isHidden()


def test_no_network_shows_a_message_and_try_again_starts_over(
    qtbot: QtBot, context: Context, desk: FakeDesk, attempt: FakeAttempt, login: Site
) -> None:
    with serving(Site()) as gone:
        pass
    good = attempt.authorize_url
    attempt.authorize_url, attempt.origin = f"{gone.base}/authorize", f"{gone.base}/"
    dialog = open_dialog(qtbot, context)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.trouble, timeout=20_000)
    assert "could not be reached" in dialog.trouble.message.text()
    attempt.authorize_url, attempt.origin = good, f"{login.base}/"
    dialog.trouble.button.click()
    wait_for_web(qtbot, dialog)
    assert dialog.stack.currentWidget() is dialog.web
    assert len(desk.asked("begin_sign_in")) == 2


def test_an_empty_error_answer_shows_a_message(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, login: Site
) -> None:
    login.page("/authorize", "", status=503)
    dialog = open_dialog(qtbot, context)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.trouble, timeout=20_000)
    assert "empty or broken" in dialog.trouble.message.text()


def test_the_profile_is_off_the_record_and_gone_after_the_dialog(
    qtbot: QtBot, context: Context, attempt: FakeAttempt
) -> None:
    dialog = open_dialog(qtbot, context)
    wait_for_web(qtbot, dialog)
    browser = dialog.browser
    assert browser is not None
    page = browser.page
    profile = page.profile()
    assert profile.isOffTheRecord()
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(profile), timeout=10_000)
    assert not shiboken6.isValid(page)


def test_each_attempt_has_a_profile_of_its_own_without_the_last_ones_cookies(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, login: Site
) -> None:
    login.page(
        "/authorize",
        "<script>if(document.cookie)location='/seen';else document.cookie='a=1'</script>",
    )
    for _ in range(2):
        dialog = open_dialog(qtbot, context)
        wait_for_web(qtbot, dialog)
        dialog.reject()
    assert "/seen" not in login.requests


def test_every_setting_that_could_open_a_door_is_off(
    qtbot: QtBot, context: Context, attempt: FakeAttempt
) -> None:
    dialog = open_dialog(qtbot, context)
    wait_for_web(qtbot, dialog)
    browser = dialog.browser
    assert browser is not None
    from ui.sign_in.page import SETTINGS

    for attribute, wanted in SETTINGS.items():
        assert browser.page.settings().testAttribute(attribute) is wanted, attribute
    assert browser.view.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not browser.view.acceptDrops()
    assert browser.page.webChannel() is None
    assert browser.page.scripts().count() == 0


def test_several_businesses_ask_which_and_the_choice_is_made_with_the_service(
    qtbot: QtBot,
    context: Context,
    desk: FakeDesk,
    attempt: FakeAttempt,
    login: Site,
    callback: Site,
) -> None:
    desk.offer_businesses(sample_books.BUSINESS, sample_books.OTHER_BUSINESS)
    login.page("/authorize", "", status=302, Location=f"{callback.base}/callback?code=c")
    dialog = open_dialog(qtbot, context)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.choose, timeout=20_000)
    assert not dialog.choose.use.isEnabled()
    dialog.choose.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.signed_in, timeout=10_000) as signed_in:
        dialog.choose.use.click()
    assert signed_in.args == [sample_books.OTHER_BUSINESS]


def test_a_failed_exchange_says_why_and_offers_another_try(
    qtbot: QtBot,
    context: Context,
    desk: FakeDesk,
    attempt: FakeAttempt,
    login: Site,
    callback: Site,
) -> None:
    desk.fail["finish_sign_in"] = SignInFailed("FreshBooks said no", "The code was too old.")
    login.page("/authorize", "", status=302, Location=f"{callback.base}/callback?code=c")
    dialog = open_dialog(qtbot, context)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.trouble, timeout=20_000)
    assert dialog.trouble.title.text() == "FreshBooks said no"


def test_an_attempt_that_takes_too_long_ends_with_an_explanation(
    qtbot: QtBot, context: Context, attempt: FakeAttempt
) -> None:
    dialog = open_dialog(qtbot, context, time_limit_ms=1)
    qtbot.waitUntil(lambda: "ten minutes" in dialog.trouble.title.text(), timeout=10_000)
    assert dialog.browser is None


def test_ones_own_browser_opens_the_address_and_takes_the_pasted_one(
    qtbot: QtBot,
    context: Context,
    desk: FakeDesk,
    attempt: FakeAttempt,
    callback: Site,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = open_dialog(qtbot, context)
    wait_for_web(qtbot, dialog)
    dialog.switch.click()
    assert dialog.stack.currentWidget() is dialog.own
    assert dialog.browser is None
    dialog.own.open.click()
    assert opened == [attempt.authorize_url]
    dialog.own.pasted.setText("https://elsewhere.example/?code=c")
    dialog.own.finish.click()
    assert "Only FreshBooks' own pages" in dialog.own.problem.text()
    dialog.own.pasted.setText(attempt.authorize_url)
    dialog.own.finish.click()
    assert "on the way" in dialog.own.problem.text()
    dialog.own.pasted.setText(f"{callback.base}/callback?code=c&state=s")
    with qtbot.waitSignal(dialog.signed_in, timeout=10_000):
        dialog.own.finish.click()
    assert desk.asked("finish_sign_in") == [(f"{callback.base}/callback?code=c&state=s",)]


def test_as_root_without_the_switch_the_view_is_refused_but_the_own_browser_is_not(
    qtbot: QtBot, context: Context, attempt: FakeAttempt
) -> None:
    sandbox = SignInSandbox(allow_unsandboxed=False, is_root=True, environment={})
    dialog = open_dialog(qtbot, context, sandbox=sandbox)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.trouble, timeout=10_000)
    assert "as root" in dialog.trouble.title.text()
    dialog.switch.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.own, timeout=10_000)


def test_closing_in_the_middle_of_the_exchange_waits_for_its_answer(
    qtbot: QtBot, context: Context, attempt: FakeAttempt, callback: Site
) -> None:
    sandbox = SignInSandbox(allow_unsandboxed=False, is_root=True, environment={})
    dialog = open_dialog(qtbot, context, sandbox=sandbox)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.trouble, timeout=10_000)
    dialog.switch.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.own, timeout=10_000)
    dialog.own.finished.emit(f"{callback.base}/callback?code=c")
    dialog.reject()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.signed_in, timeout=10_000):
        pass
