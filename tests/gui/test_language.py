"""The window's language: which one it is, and that Qt finds what was translated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from fbrecon.domain.money import Money
from ui import formats
from ui.context import Context
from ui.language import Language, kept_language, key_name, tr, use_language
from ui.pages.language_card import LanguageCard

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    _speak(qapp, Language.FRENCH)
    yield
    _speak(qapp, Language.ENGLISH)
    QLocale.setDefault(_ENGLISH)


def _speak(qapp: QApplication, language: Language) -> None:
    use_language(qapp, language)
    formats.forget()


@pytest.mark.usefixtures("french")
def test_qts_own_buttons_speak_french(qapp: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "Annuler"


@pytest.mark.usefixtures("french")
def test_sums_are_written_the_french_way(qapp: QApplication) -> None:
    assert formats.decimal("1234.50").replace("\u202f", " ") == "1 234,50"


@pytest.mark.usefixtures("french")
def test_nothing_is_one_in_french(qapp: QApplication) -> None:
    assert formats.counted(0, "{n} ligne", "{n} lignes") == "0 ligne"


def test_back_in_english_nothing_french_is_left(qapp: QApplication) -> None:
    _speak(qapp, Language.FRENCH)
    _speak(qapp, Language.ENGLISH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert (box.buttons()[0].text(), tr("never")) == ("Cancel", "never")
    assert formats.decimal("1234.50") == "1,234.50"


def test_an_unknown_kept_language_is_the_systems() -> None:
    assert kept_language("klingon") is Language.SYSTEM
    assert kept_language("fr") is Language.FRENCH


def test_the_choice_is_kept_for_the_next_start(context: Context) -> None:
    card = LanguageCard(context)
    card.choice.setCurrentIndex(card.choice.findData("fr"))
    assert kept_language(context.memory.text("language")) is Language.FRENCH
    assert LanguageCard(context).choice.currentData() == "fr"


@pytest.mark.usefixtures("french")
def test_a_sentence_of_no_class_and_one_of_a_base_class_are_found(context: Context) -> None:
    class Other(LanguageCard):
        """Qt asks the classes above as well."""

    assert tr("never") == "jamais"
    assert Other(context).title.text() == "Langue"


@pytest.mark.usefixtures("french")
def test_keys_are_named_as_on_a_french_keyboard(qapp: QApplication) -> None:
    names = [key_name(key) for key in ("Esc", "Enter", "Shift+N", "?", "\u2191 \u2193")]
    assert names == ["Échap", "Entrée", "Maj+N", "?", "\u2191 \u2193"]


def test_a_sum_reads_from_the_left_in_a_window_that_reads_from_the_right(
    qapp: QApplication,
) -> None:
    owed = Money(-123450, "USD")
    plain = (formats.money(owed), formats.amount(owed), formats.decimal("-2.5"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        marked = (formats.money(owed), formats.amount(owed), formats.decimal("-2.5"))
        assert marked == tuple(f"\u2066{text}\u2069" for text in plain)
        assert formats.money(None) == "\u2013"
        assert formats.decimal("no sum") == "no sum"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    assert formats.money(owed) == plain[0]
