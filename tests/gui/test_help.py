"""Help: every page can be reached, no link is dead, everything that can be used is explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from fbrecon.app.settings import SETTINGS
from fbrecon.commands.registry import REGISTRY
from fbrecon.domain.attention import AttentionKind
from fbrecon.errors import FbreconError, SignInAgain, Unreachable
from fbrecon.freshbooks.sign_in import SCOPES
from tests.fakes.fake_desk import FakeDesk
from ui import hotkeys
from ui.context import Context
from ui.dialogs.app_keys import AppKeysDialog
from ui.dialogs.error_dialog import ErrorDialog, show_error
from ui.help import topics
from ui.help.help_window import HelpWindow
from ui.help.pages import FIRST, HelpPage, all_pages, parse, search
from ui.main_window import PAGES, MainWindow
from ui.theme import Look, Theme

from .conftest import MakeWindow, settle

ROOT = Path(__file__).parents[2]


def resolve(where: str) -> bool:
    """Whether an address leads to a page, and to its section where it names one."""
    name, _, section = where.partition(".md")
    page = all_pages().get(name)
    return page is not None and (not section or page.find_section(section[1:]) is not None)


def local_links(page: HelpPage) -> list[str]:
    return [link for link in page.links() if "://" not in link]


def test_no_link_is_dead_and_none_leads_out_unencrypted() -> None:
    for page in all_pages().values():
        assert [link for link in local_links(page) if not resolve(link)] == [], page.name
        assert [li for li in page.links() if "://" in li and not li.startswith("https://")] == []


def test_every_page_is_reached_from_the_first_one() -> None:
    reached, coming = {FIRST}, [FIRST]
    while coming:
        for link in local_links(all_pages()[coming.pop()]):
            name = link.partition(".md")[0]
            if name not in reached:
                reached.add(name)
                coming.append(name)
    assert reached == set(all_pages())
    assert set(all_pages()) == {path.stem for path in (ROOT / "resources" / "help").glob("*.md")}


def test_the_first_page_lists_every_other_one() -> None:
    listed = {link.partition(".md")[0] for link in all_pages()[FIRST].links()}
    assert listed == set(all_pages()) - {FIRST}


def test_every_section_of_a_page_has_a_name_of_its_own() -> None:
    for page in all_pages().values():
        if page.name == FIRST:
            continue
        names = [section.name for section in page.sections[1:]]
        assert "" not in names, page.name
        assert len(set(names)) == len(names)


def test_every_command_is_explained() -> None:
    text = all_pages()["command-line"].markdown
    assert [name for name in REGISTRY if f"`{name}`" not in text] == []


def test_every_setting_is_explained() -> None:
    text = all_pages()["settings"].markdown
    assert [name for name in SETTINGS if f"`{name}`" not in text] == []


def test_every_page_of_the_window_is_explained(window: MainWindow) -> None:
    text = all_pages()["window"].markdown
    titles = [getattr(window.pages, name).accessibleName() for name in PAGES]
    assert [title for title in titles if f"| {title} |" not in text] == []
    assert set(topics.OF_PAGE) == set(PAGES)


def test_every_kind_of_attention_item_is_explained() -> None:
    assert [kind for kind in AttentionKind if not resolve(topics.of_attention(kind))] == []


def test_every_scope_that_is_asked_for_is_explained_and_no_other() -> None:
    named = set(re.findall(r"`(user:[a-z_]+:[a-z]+)`", all_pages()["freshbooks-app"].markdown))
    assert named == set(SCOPES)


def test_every_key_of_the_window_is_explained() -> None:
    text = all_pages()["keyboard"].markdown
    whole = (hotkeys.COMPANIES, hotkeys.FIND, hotkeys.COPY_ROWS, hotkeys.OPEN_IN_FRESHBOOKS,
             hotkeys.APPROVE, hotkeys.TAKE_BACK, hotkeys.IMPORT, hotkeys.QUIT, hotkeys.HELP,
             *hotkeys.SYNC_NOW)  # fmt: skip
    assert [keys for keys in whole if keys not in text] == []


def test_every_topic_leads_somewhere() -> None:
    wanted = {*topics.OF_PAGE.values(), *topics.OF_DIALOG.values(), *topics.OF_ERROR.values()}
    assert [where for where in wanted if not resolve(where)] == []
    classes = {kind.__name__ for kind in _dialogs(QDialog)}
    assert set(topics.OF_DIALOG) <= classes


def _dialogs(kind: type) -> list[type]:
    found: list[type] = []
    child: type
    for child in kind.__subclasses__():
        found += [child, *_dialogs(child)]
    return found


def test_the_pages_say_nothing_of_a_machine_and_keep_lines_short() -> None:
    for path in (ROOT / "resources" / "help").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert "/tmp" not in text
        assert "TODO" not in text
        too_long = [x for x in text.splitlines() if len(x) > 120 and not x.startswith("|")]
        assert too_long == [], path.name


def test_a_page_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        parse("empty", "words only")


def test_all_words_of_a_search_must_stand_in_the_section() -> None:
    assert search("") == []
    assert search("zebra") == []
    found = search("bank FEED")
    assert found[0].address == "accounts.md#feed"
    for one in found:
        whole = f"{one.page.title} {one.section.heading} {one.section.text}".casefold()
        assert "bank" in whole
        assert "feed" in whole


def test_links_lead_on_and_back_leads_back(qtbot: QtBot, theme: Theme) -> None:
    opened: list[str] = []
    help_ = HelpWindow(theme, opened.append)
    qtbot.addWidget(help_)
    help_.open("posting.md#receipt")
    assert help_.text.page is all_pages()["posting"]
    assert help_.text.textCursor().block().text() == "Receipt"
    help_.text.anchorClicked.emit(QUrl("payouts.md#fees"))
    assert help_.text.page is all_pages()["payouts"]
    help_.go_back()
    assert help_.text.page is all_pages()["posting"]
    help_.text.anchorClicked.emit(QUrl("https://my.freshbooks.com/"))
    assert opened == ["https://my.freshbooks.com/"]
    assert help_.text.page is all_pages()["posting"]


def test_nothing_is_loaded_from_anywhere(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    help_ = HelpWindow(theme, print)
    qtbot.addWidget(help_)
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    for url in ("https://example.com/a.png", secret.as_uri(), ":/icons/home.svg"):
        assert help_.text.loadResource(kind, QUrl(url)) is None


def test_the_search_opens_its_first_find_with_enter(qtbot: QtBot, theme: Theme) -> None:
    help_ = HelpWindow(theme, print)
    qtbot.addWidget(help_)
    help_.show()
    help_.words.setText("undeposited ledger zebra")
    assert help_.list.count() == 1
    assert help_.list.item(0).flags() == Qt.ItemFlag.NoItemFlags
    help_.words.setText("redirect address")
    QTest.keyClick(help_.words, Qt.Key.Key_Return)
    assert help_.text.page is all_pages()["freshbooks-app"]
    theme.set_look(Look.DARK)
    assert help_.text.page is all_pages()["freshbooks-app"]


def test_f1_opens_the_page_about_what_one_looks_at(
    make_window: MakeWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window = make_window(desk)
    window.activateWindow()
    for name in PAGES:
        window.show_page(name)
        settle(qtbot, window.context)
        window.navigation.help.click()
        shown = window.context.help.window
        assert shown is not None
        assert shown.text.page is all_pages()[topics.OF_PAGE[name].partition(".md")[0]], name
    assert shown is not None
    window.show_page("attention")
    settle(qtbot, window.context)
    card = window.attention.cards[0]
    card.what.click()
    assert shown.text.page is all_pages()["attention"]
    assert topics.topic_of(card.what) == topics.of_attention(card.row.kind)
    window.close()
    assert window.context.help.window is None


def test_f1_in_a_dialog_is_about_the_dialog(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.keys = None
    window.actions_.change_app_keys()
    dialog = window.findChildren(AppKeysDialog)[0]
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    shown = window.context.help.window
    assert shown is not None
    assert shown.text.page is all_pages()["freshbooks-app"]
    dialog.close()


@pytest.mark.loud
@pytest.mark.parametrize(
    ("error", "topic"),
    [
        (SignInAgain("Sign in", "It ended."), "attention.md#sign_in_again"),
        (Unreachable("Not there", "No answer."), ""),
        (ValueError("x"), ""),
    ],
)
def test_an_error_with_a_page_leads_to_it(
    qtbot: QtBot, context: Context, error: Exception | FbreconError, topic: str
) -> None:
    asked: list[str] = []
    dialog = show_error(context.theme, None, error, asked.append)
    assert isinstance(dialog, ErrorDialog)
    assert dialog.what.isVisible() is bool(topic)
    dialog.what.click()
    assert asked == ([topic] if topic else [])
    dialog.close()
