"""The help in French: every page, with the same sections, links, lists and tables as in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QLocale

from ui.help.pages import HelpPage, all_pages, parse, search

HELP = Path(__file__).parents[2] / "resources" / "help"
NAMES = sorted(path.stem for path in HELP.glob("*.md"))


def source(name: str, language: str = "") -> str:
    return (HELP / language / f"{name}.md").read_text(encoding="utf-8")


def page(name: str, language: str = "") -> HelpPage:
    return parse(name, source(name, language))


def shape(text: str) -> list[str]:
    """What stands beneath each other: headings, paragraphs, items of lists, rows of tables."""
    blocks = []
    for block in re.split(r"\n\s*\n", text.strip()):
        for line in block.splitlines():
            found = re.match(r"(#+ |[-*] |\d+\. |\|)", line)
            if found:
                blocks.append("1." if found[1][0].isdigit() else found[1].strip())
        if not re.match(r"#+ |[-*] |\d+\. |\|", block):
            blocks.append("text")
    return blocks


def test_every_page_has_its_french_and_no_french_outlives_its_page() -> None:
    assert sorted(path.stem for path in (HELP / "fr").glob("*.md")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_same_sections_links_and_parts_in_french(name: str) -> None:
    """Where this fails, an English page was changed and its French was not."""
    english, french = page(name), page(name, "fr")
    assert [s.name for s in french.sections] == [s.name for s in english.sections]
    assert Counter(french.links()) == Counter(english.links())
    assert shape(source(name, "fr")) == shape(source(name))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_typed_or_read_off_is_the_same_in_french(name: str) -> None:
    """Commands, settings, scopes: what stands between back quotes, and keys on the keyboard."""
    code = re.compile(r"`([^`]+)`")
    english, french = code.findall(source(name)), code.findall(source(name, "fr"))
    placeholders = {"fbrecon COMMAND --help", "fbrecon COMMANDE --help"}
    placeholders |= {"fbrecon settings NAME VALUE", "fbrecon settings NOM VALEUR"}
    assert Counter(set(french) - placeholders) == Counter(set(english) - placeholders)


@pytest.mark.parametrize("name", NAMES)
def test_french_follows_its_typography_in_the_help(name: str) -> None:
    prose = re.sub(r"`[^`]*`|\{#[^}]*\}|\]\([^)]*\)", "", source(name, "fr"))
    assert re.findall(r".{0,20}(?:\S [:;?!»]|« |'|\.\.\.|\").{0,10}", prose) == []


@pytest.fixture
def french() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_CA"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("french")
def test_a_french_window_shows_and_searches_french_pages() -> None:
    assert all_pages()["index"].title == "Aide"
    assert next(found.page.name for found in search("fonds non déposés preuve")) == "clearing"
    assert search("undeposited funds") == []


def test_french_pages_are_compiled_in_as_they_are_written() -> None:
    """Where this fails, `make resources` helps."""
    for name in NAMES:
        file = QFile(f":/help/fr/{name}.md")
        assert file.open(QFile.OpenModeFlag.ReadOnly), name
        assert bytes(file.readAll().data()).decode() == source(name, "fr"), name
