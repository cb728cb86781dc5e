"""The main job in the real window: every click and key goes through Qt, every page is real."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineProfile
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget, QWizard
from pytestqt.qtbot import QtBot

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.views import ConnectionState
from fbrecon.bootstrap import Environment, Program
from fbrecon.sync_process.process import SyncProcess
from tests.e2e.canary import Canary
from tests.e2e.journey import sandbox_process
from tests.e2e.person import PATIENCE_MS, Person
from ui.app import build_window
from ui.dialogs.app_keys import AppKeysDialog
from ui.dialogs.platform_key import PlatformKeyDialog
from ui.dialogs.receipt import ReceiptDialog
from ui.dialogs.undo import UndoDialog
from ui.main_window import PAGES
from ui.sign_in.dialog import SignInDialog
from ui.widgets.plain_label import PlainLabel
from ui.wizard.accounts_wizard import AccountsWizard

PASSPHRASE = "a passphrase that nobody asked for"


@pytest.fixture
def person(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[Person]:
    """A person before a fresh window and a fresh sandbox; in the end, no secret may be found."""
    with sandbox_process("--invoices", "60", "--seed", "5") as told:
        for name, value in {
            "FBRECON_HOME": str(tmp_path / "home"),
            "FBRECON_FRESHBOOKS_API": told["freshbooks_api"],
            "FBRECON_FRESHBOOKS_AUTH": told["freshbooks_auth"],
            "FBRECON_PLATFORM_API": told["platform_api"],
            "FBRECON_SECRETS": "session",
            "FBRECON_PASSPHRASE": PASSPHRASE,
            "FBRECON_FRESHBOOKS_CLIENT_SECRET": told["freshbooks"]["client_secret"],
            "FBRECON_TEST_CLOCK": f"{told['controls']}/clock",
            "FBRECON_ALLOW_UNSANDBOXED_SIGN_IN": "1",
            "TMPDIR": str(tmp_path / "temporary"),
        }.items():
            monkeypatch.setenv(name, value)
        (tmp_path / "temporary").mkdir(mode=0o700)
        program = Program(Environment.take(os.environ))
        elsewhere = program.syncs_elsewhere = SyncProcess.of(program)
        desk: CompanyDesk = program.desk(None)
        window = build_window(desk, clock=program.clock, allow_unsandboxed_sign_in=True)
        window.resize(1240, 820)
        window.show()
        canary = Canary()
        canary.know_sandbox(told)
        canary.know("the passphrase", PASSPHRASE)
        made = Person(qtbot, window, told, canary)
        try:
            yield made
            canary.know_vault(program.shelf.secrets())
            canary.look_at_children(os.getpid())
            elsewhere.close()
            canary.look_into(tmp_path)
        finally:
            elsewhere.close()
            for dialog in window.findChildren(SignInDialog):
                dialog.reject()
            window.close()
            window.context.jobs.shutdown()
            wait_for_the_wipe(qtbot)
        for text in capfd.readouterr():
            canary.look_at("what was printed", text.encode())
        canary.check()


def wait_for_the_wipe(qtbot: QtBot) -> None:
    """A closed sign-in empties its cache before page and profile go; nothing may outlive it."""
    app = QApplication.instance()
    assert app is not None
    qtbot.waitUntil(lambda: not app.findChildren(QWebEngineProfile), timeout=PATIENCE_MS)


def open_sign_in(person: Person) -> SignInDialog:
    """Home → Connect → the app's keys, typed once → the sign-in page."""
    home, told = person.window.home, person.sandbox["freshbooks"]
    person.click(home.freshbooks.button)
    keys = person.dialog(AppKeysDialog)
    person.type_into(keys.client_id.edit, told["client_id"])
    person.type_into(keys.client_secret.edit, told["client_secret"])
    person.type_into(keys.redirect_uri.edit, told["redirect_uri"])
    person.click(keys.save)
    sign_in: SignInDialog = person.dialog(SignInDialog)
    person.wait(lambda: sign_in.browser is not None and person.place(sign_in, "email") is not None)
    return sign_in


def sign_in_fully(person: Person) -> None:
    """Email, password, Allow, and the business to keep."""
    told = person.sandbox["freshbooks"]
    sign_in = open_sign_in(person)
    assert sign_in.address.isVisible()
    person.type_page(sign_in, "email", told["email"])
    person.type_page(sign_in, "password", told["password"])
    assert person.canary.look_at_children(os.getpid()) > 0, "the pages have processes of their own"
    person.click_page(sign_in, "sign-in")
    person.click_page(sign_in, "allow")
    person.wait(lambda: sign_in.choose.isVisible())
    names = [sign_in.choose.list.item(i).text() for i in range(sign_in.choose.list.count())]
    assert len(names) == 2, "a business without books and one as a mere client are not offered"
    sign_in.choose.list.setCurrentRow(next(i for i, n in enumerate(names) if "owner" in n))
    person.click(sign_in.choose.use)


@pytest.mark.timeout(240)
def test_the_whole_job_in_the_window(person: Person) -> None:
    home = person.window.home
    sign_in_fully(person)
    person.wait(lambda: person.seen[-1].freshbooks is ConnectionState.CONNECTED)
    states = [status.freshbooks for status in person.seen]
    assert ConnectionState.PENDING in states
    assert states[0] is ConnectionState.NOT_CONNECTED
    person.wait(lambda: not person.window.sync.is_running)

    person.click(home.platform.button)
    key = person.dialog(PlatformKeyDialog)
    person.type_into(key.client_id.edit, person.sandbox["platform"]["client_id"])
    person.type_into(key.client_secret.edit, person.sandbox["platform"]["client_secret"])
    person.click(key.save)
    person.wait(lambda: person.seen[-1].platform is ConnectionState.CONNECTED)

    set_up_accounts(person)
    person.click(home.writing.button)
    question = person.dialog(QMessageBox)
    yes = next(
        b for b in question.buttons() if question.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole
    )
    person.click(yes)
    person.wait(lambda: person.seen[-1].mode == "write")

    sync_now(person)
    copies = person.state()["platform"]["invoices"]
    assert copies, "open invoices were put on the platform"
    dollars = [i for i in copies if i["currency"] == "USD"]
    chosen = dollars[0]
    person.control("pay", invoice=chosen["id"])
    sync_now(person)

    state = person.state()
    ours = [p for p in state["freshbooks"]["payments"] if "FBR-" in (p["note"] or "")]
    assert len(ours) == 1
    [invoice] = [i for i in state["freshbooks"]["invoices"] if i["id"] == ours[0]["invoiceid"]]
    assert invoice["outstanding"]["amount"] == "0.00"
    assert invoice["v3_status"] == "paid"
    [payment] = state["platform"]["payments"]
    assert f"{float(str(payment['sub_total'])):.2f}" == ours[0]["amount"]["amount"]
    sync_now(person)
    again = [p for p in person.state()["freshbooks"]["payments"] if "FBR-" in (p["note"] or "")]
    assert again == ours
    take_it_back(person, ours[0])


def go_to(person: Person, page: str) -> None:
    """Click a page's name at the left."""
    person.click(person.window.navigation.buttons[PAGES.index(page)])
    person.wait(lambda: person.window.pages.currentWidget() is getattr(person.window, page))


def take_it_back(person: Person, recorded: dict[str, Any]) -> None:
    """The receipt of what was recorded, its undoing, and the log and preview that show it."""
    page = person.window.payments
    go_to(person, "payments")

    def find_place() -> int | None:
        rows = (page.model.row_at(place) for place in range(page.model.rowCount()))
        wanted = str(recorded["id"])
        return next(
            (n for n, row in enumerate(rows) if row and row.freshbooks_payment_id == wanted), None
        )

    person.wait(lambda: find_place() is not None)
    page.table.selectRow(find_place() or 0)
    buttons = {b.text(): b for b in page.detail.findChildren(QAbstractButton)}
    person.click(buttons["Receipt"])
    receipt = person.dialog(ReceiptDialog)

    def told(widget: QWidget) -> str:
        return "\n".join(label.text() for label in widget.findChildren(PlainLabel))

    person.wait(lambda: str(recorded["id"]) in told(receipt))
    assert "Read back" in told(receipt)
    assert recorded["note"].split()[-1] in told(receipt)
    person.click(receipt.close_)
    person.click(buttons["Undo\u2026"])
    undo = person.dialog(UndoDialog)
    person.click(undo.undo)
    person.wait(lambda: "It is taken back" in told(undo))
    person.click(undo.keep)
    live = [
        p
        for p in person.state()["freshbooks"]["payments"]
        if p["id"] == recorded["id"] and p["vis_state"] == 0
    ]
    assert live == []
    go_to(person, "activity")
    log = person.window.activity
    person.wait(lambda: log.model.rowCount() > 0 and log.model.row_at(0) is not None)
    afters = [row.after for n in range(8) if (row := log.model.row_at(n)) is not None]
    assert "undone" in afters
    go_to(person, "preview")
    person.wait(lambda: "What the next sync would write" in told(person.window.preview))
    assert f"Record {recorded['amount']['amount']}" not in told(person.window.preview)


def set_up_accounts(person: Person) -> None:
    """Through the wizard: an account is made for fees and one for undeposited funds."""
    person.click(person.window.home.accounts.button)
    wizard: AccountsWizard = person.dialog(AccountsWizard)
    following = wizard.button(QWizard.WizardButton.NextButton)
    person.click(following)
    funds, bank, fees = wizard.choices
    for page in (funds, bank, fees):
        person.wait(lambda page=page: wizard.currentPage() is page)
        if page is bank:
            row = next(
                i for i in range(bank.accounts.count()) if "Checking" in bank.accounts.label(i)
            )
            bank.accounts.choose(row)
        else:
            person.click(page.create_new)
            page.name.selectAll()
            QTest.keyClicks(page.name, "Card Fees" if page is fees else "Undeposited Funds")
        person.click(following)
    person.click(wizard.button(QWizard.WizardButton.FinishButton))
    person.wait(lambda: all(c.account for c in person.seen[-1].roles if c.role != "refunds"))
    names = [a["name"] for a in person.state()["freshbooks"]["ledger_accounts"]]
    assert names.count("Card Fees") == 1


def sync_now(person: Person) -> None:
    """Click *Sync now* and wait for its end."""
    sync = person.window.sync
    finished: list[object] = []
    sync.finished.connect(finished.append)
    person.wait(lambda: not sync.is_running)
    person.click(person.window.home.sync_now)
    person.wait(lambda: bool(finished))
    assert finished[0].outcome == "ok"  # type: ignore[attr-defined]
    person.wait(lambda: not sync.is_running)


@pytest.mark.timeout(180)
def test_a_wrong_password_stays_on_the_page_and_denying_is_told(person: Person) -> None:
    told = person.sandbox["freshbooks"]
    sign_in = open_sign_in(person)
    person.type_page(sign_in, "email", told["email"])
    person.type_page(sign_in, "password", "not the password")
    person.click_page(sign_in, "sign-in")
    person.wait(lambda: "password" in person.words(sign_in).lower() and person.is_told(sign_in))
    person.type_page(sign_in, "password", told["password"])
    person.click_page(sign_in, "sign-in")
    person.click_page(sign_in, "deny")
    person.wait(lambda: sign_in.banner.isVisible() or sign_in.trouble.isVisible())
    person.click(sign_in.cancel)
    person.wait(lambda: not sign_in.isVisible())
    assert person.seen[-1].freshbooks is ConnectionState.NOT_CONNECTED
    person.click(person.window.home.freshbooks.button)
    again = person.dialog(SignInDialog)
    person.wait(lambda: again.browser is not None)
    person.click(again.cancel)


@pytest.mark.timeout(180)
def test_a_service_out_of_reach_is_told_in_the_dialog(person: Person) -> None:
    person.control("fault", match="oauth/authorize", kind="refuse", times=-1)
    told = person.sandbox["freshbooks"]
    person.click(person.window.home.freshbooks.button)
    keys = person.dialog(AppKeysDialog)
    person.type_into(keys.client_id.edit, told["client_id"])
    person.type_into(keys.client_secret.edit, told["client_secret"])
    person.type_into(keys.redirect_uri.edit, told["redirect_uri"])
    person.click(keys.save)
    sign_in = person.dialog(SignInDialog)
    person.wait(lambda: sign_in.trouble.isVisible())
    assert sign_in.trouble.button.isVisible()
    person.control("fault", match=".*", kind="refuse", clear=True)
    person.click(sign_in.trouble.button)
    person.wait(lambda: person.place(sign_in, "email") is not None)
    person.click(sign_in.cancel)
