"""The pages of the help: their texts, sections and what is found in them. No widgets.

A page is a Markdown file in `resources/help`. `## Heading {#name}` names a section, so that links
and buttons lead to it in any language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QDir, QFile, QIODevice, QLocale

from .. import _resources_rc  # noqa: F401 - importing it registers the pages

FIRST: Final = "index"
_FOLDER: Final = ":/help"
_HEADING: Final = re.compile(r"^(#{1,3}) (.*?)(?: \{#([a-z0-9_-]+)\})?$", re.M)
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_MARKS: Final = re.compile(r"[*`#|]|^-+\s", re.M)
_SNIPPET: Final = 90


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page beneath a heading; `place` counts the page's headings from 0."""

    name: str
    heading: str
    place: int
    text: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One topic. `markdown` has no names of sections any more."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]

    def find_section(self, name: str) -> Section | None:
        """The section of that name."""
        return next((section for section in self.sections if section.name == name), None)

    def links(self) -> list[str]:
        """Where the page leads to: `posting.md`, `posting.md#receipt` or a web address."""
        return [target for _, target in _LINK.findall(self.markdown)]


@dataclass(frozen=True, slots=True)
class Found:
    """A section in which every word of a search stands."""

    page: HelpPage
    section: Section
    snippet: str

    @property
    def address(self) -> str:
        """As in a link."""
        return address(self.page.name, self.section.name)


def address(page: str, section: str = "") -> str:
    """The address of a page, or of a section of it."""
    return f"{page}.md#{section}" if section else f"{page}.md"


def parse(name: str, source: str) -> HelpPage:
    """A page from its file's text. Raises `ValueError` where it has no title."""
    headings = list(_HEADING.finditer(source))
    if not headings or headings[0][1] != "#":
        raise ValueError(f"{name} does not begin with a title")
    ends = [found.start() for found in headings[1:]] + [len(source)]
    sections = tuple(
        Section(found[3] or "", found[2], place, _plain(source[found.end() : end]))
        for place, (found, end) in enumerate(zip(headings, ends, strict=True))
    )
    markdown = _HEADING.sub(lambda found: f"{found[1]} {found[2]}", source)
    return HelpPage(name, headings[0][2], markdown, sections)


def _plain(markdown: str) -> str:
    text = _MARKS.sub(" ", _LINK.sub(r"\1", markdown))
    return re.sub(r"\s+", " ", text).strip()


def all_pages() -> dict[str, HelpPage]:
    """Every page by name, in the order of the first page's links; in the person's language."""
    return _read(QLocale().name().partition("_")[0])


@lru_cache(maxsize=2)
def _read(language: str) -> dict[str, HelpPage]:
    names = [name.removesuffix(".md") for name in QDir(_FOLDER).entryList(["*.md"])]
    pages = {name: parse(name, _source(name, language)) for name in names}
    order = [FIRST, *(link.partition(".md")[0] for link in pages[FIRST].links())]
    return {name: pages[name] for name in (*order, *sorted(set(names) - set(order)))}


def _source(name: str, language: str) -> str:
    """The page in that language where there is one, else in English."""
    for place in (f"{_FOLDER}/{language}/{name}.md", f"{_FOLDER}/{name}.md"):
        file = QFile(place)
        if file.open(QIODevice.OpenModeFlag.ReadOnly):
            text = bytes(file.readAll().data()).decode()
            file.close()
            return text
    raise LookupError(f"there is no help page called {name}")


def search(text: str) -> list[Found]:
    """Sections in which all words stand, those with them in a heading first."""
    words = text.casefold().split()
    if not words:
        return []
    ranked: list[tuple[int, int, Found]] = []
    for page in all_pages().values():
        if page.name == FIRST:
            continue
        for section in page.sections:
            heading = f"{page.title} {section.heading}".casefold()
            body = section.text.casefold()
            if all(word in heading or word in body for word in words):
                rank = sum(word not in heading for word in words)
                ranked.append((rank, len(ranked), Found(page, section, _snippet(section, words))))
    return [found for _, _, found in sorted(ranked, key=lambda one: one[:2])]


def _snippet(section: Section, words: list[str]) -> str:
    """The words around the first one that is found."""
    body = section.text.casefold()
    first = min((body.find(word) for word in words if word in body), default=0)
    begin = section.text.rfind(" ", 0, max(0, first - _SNIPPET // 3)) + 1
    text = section.text[begin : begin + _SNIPPET]
    return f"{'… ' if begin else ''}{text}{' …' if begin + _SNIPPET < len(section.text) else ''}"
