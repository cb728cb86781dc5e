"""The person's language: which one it is, its translations, its direction and its numbers.

Sentences of classes go through `self.tr`, all others through `tr` of this module; only literals,
so that `make translations` finds them. French is compiled into `_translations_rc`, which is
imported when somebody reads French, so that the window opens as quickly as ever in English.
"""

from __future__ import annotations

import importlib
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from fbrecon.wording import speak


class Language(StrEnum):
    """What a person can choose."""

    SYSTEM = "system"
    ENGLISH = "en"
    FRENCH = "fr"


_ENGLISH_HERE = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def tr(text: str) -> str:
    """A sentence that belongs to no class, in the person's language. Literals only."""
    return QCoreApplication.translate("", text)


def key_name(key: str) -> str:
    """What stands on that key here: Esc is Échap on a French keyboard; signs as they are."""
    words = key.isascii() and len(key) > 1
    named = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if words else ""
    return named or key


def kept_language(kept: str) -> Language:
    """The language under that kept word; the system's for anything else."""
    return Language(kept) if kept in set(Language) else Language.SYSTEM


def use_language(app: QApplication, chosen: Language = Language.SYSTEM) -> None:
    """Let the application speak it from now on: before the first widget is made.

    Sums and days follow the system's own region where it is of that language, else the
    language's main one. Where the system names no language, all is as in English.
    """
    locale = _locale_of(chosen, QLocale.system())
    QLocale.setDefault(locale)
    is_french = locale.language() is QLocale.Language.French
    speak("fr" if is_french else "en")
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    if is_french:
        importlib.import_module("._translations_rc", __package__)
        own = QTranslator(app)
        if own.load(":/translations/fbrecon_fr.qm"):
            app.installTranslator(own)
    # Qt's own words, on the buttons of its dialogs, where the window's are in that language.
    qts = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if is_french and qts.load("qtbase_fr", folder):
        app.installTranslator(qts)
    # Which way the window reads is told by Qt's own words for the language (QT_LAYOUT_DIRECTION).
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def _locale_of(chosen: Language, system: QLocale) -> QLocale:
    """Where the numbers and days come from."""
    if chosen is Language.SYSTEM:
        return _ENGLISH_HERE if system.language() is QLocale.Language.C else system
    wanted = QLocale.Language.French if chosen is Language.FRENCH else QLocale.Language.English
    if system.language() is wanted:
        return system
    return QLocale(wanted) if chosen is Language.FRENCH else _ENGLISH_HERE
