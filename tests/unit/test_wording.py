"""A sentence of the core is said in the reader's language, whole or not at all."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from fbrecon import wording
from fbrecon.cli import main
from fbrecon.errors import RateLimited
from fbrecon.wording import Catalogue, language_of, said, speak

ROOT = Path(__file__).parents[2]
FRENCH = json.loads((ROOT / "fbrecon" / "sentences" / "fr.json").read_text(encoding="utf-8"))
# Single words that are filled into sentences, not sentences themselves.
_WORDS = {"payment", "payments", "invoice", "invoices"}
_FIELD = re.compile(r"\{(\w+)\}")

SMALL = Catalogue(
    {
        "Nothing is lost.": "Rien n’est perdu.",
        "Invoice {number}: {reason}": "Facture {number} : {reason}",
        "{amount} was paid on {day}.": "{amount} payé le {day}.",
        "payments": "paiements",
        "{n} {what} wait.": "{n} {what} attendent.",
    }
)


@pytest.fixture(scope="module")
def templates() -> dict[str, str]:
    """What the source says, read by the script that a translator runs."""
    path = str(ROOT / "packaging" / "translations")
    spec = importlib.util.spec_from_loader("translations", SourceFileLoader("translations", path))
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, str] = module.templates()
    return found


@pytest.fixture
def french() -> Iterator[None]:
    speak("fr")
    yield
    speak("en")


def test_what_was_filled_in_stands_in_the_translation() -> None:
    assert SMALL.translate("970.90 USD was paid on 2026-03-04.") == "970.90 USD payé le 2026-03-04."


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    assert SMALL.translate("Invoice 12: Nothing is lost.") == "Facture 12 : Rien n’est perdu."
    assert SMALL.translate("3 payments wait.") == "3 paiements attendent."


def test_names_are_never_translated() -> None:
    assert SMALL.translate("Invoice Payments: x") == "Facture Payments : x"


def test_sentences_in_a_row_are_translated_one_by_one_and_the_unknown_stays() -> None:
    mixed = SMALL.translate("Nothing is lost. Ask Ada.  Nothing is lost.")
    assert mixed == "Rien n’est perdu. Ask Ada. Rien n’est perdu."
    assert SMALL.translate("Ask Ada.") == "Ask Ada."


@pytest.mark.usefixtures("french")
def test_a_whole_error_is_translated_title_and_all() -> None:
    error = RateLimited(
        "FreshBooks asks us to wait",
        "It takes only so many requests a minute, and this minute's are used up.",
        "Run it again in a few minutes; nothing is lost.",
        retry_after=60,
    )
    assert said(error.sentence).startswith("FreshBooks nous demande d’attendre. Il n’accepte")
    assert said(error.sentence).endswith("rien n’est perdu.")
    assert error.sentence.startswith("FreshBooks asks us")


def test_english_is_shown_as_it_was_made() -> None:
    speak("en")
    assert said("FreshBooks is out of reach") == "FreshBooks is out of reach"


@pytest.mark.usefixtures("french")
def test_each_template_is_found_again_from_what_was_made_of_it() -> None:
    """Also beside all the others: none takes a sentence that is another's."""
    for key, text in FRENCH.items():
        fields = list(dict.fromkeys(_FIELD.findall(key)))
        values = {name: f"X{place}Q" for place, name in enumerate(fields)}
        assert said(key.format(**values)) == text.format(**values), key


def test_french_fills_in_what_english_does() -> None:
    wrong = [
        key
        for key, text in FRENCH.items()
        if sorted(_FIELD.findall(key)) != sorted(_FIELD.findall(text))
    ]
    assert wrong == []


def test_french_follows_its_typography() -> None:
    loose = re.compile(r" [:;?!»]|« |'|\.\.\.|\"")
    assert [text for text in FRENCH.values() if loose.search(text)] == []


def test_no_translation_outlives_its_sentence(templates: dict[str, str]) -> None:
    assert [key for key in FRENCH if key not in templates and key not in _WORDS] == []


def test_what_a_bookkeeper_sees_most_stays_french(templates: dict[str, str]) -> None:
    """Shares of the sentences; raise a floor whenever more is translated, never lower one."""
    floors = {
        "fbrecon/freshbooks/failures.py": 75,
        "fbrecon/platforms/alternative_payments/problems.py": 75,
        "fbrecon/http_rules.py": 75,
        "fbrecon/app/findings.py": 75,
        "fbrecon/app/money_findings.py": 75,
        "fbrecon/app/payout_findings.py": 75,
        "fbrecon/": 15,
    }
    for place, floor in floors.items():
        here = [key for key, path in templates.items() if path.startswith(place)]
        share = 100 * sum(key in FRENCH for key in here) / len(here)
        assert share >= floor, f"{place}: {share:.0f} % of {len(here)}"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "de:fr", "LC_MESSAGES": "C"}, "fr"),
        ({"LC_MESSAGES": "fr_FR", "LANG": "en_US"}, "fr"),
    ],
)
def test_a_terminal_asks_for_its_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_every_language_but_english_has_a_catalogue() -> None:
    for language in wording.LANGUAGES:
        if language != "en":
            assert wording.read(language).translate("It has just changed") != "It has just changed"


@pytest.mark.loud
def test_the_command_line_says_errors_in_the_terminals_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.setenv("FBRECON_FRESHBOOKS_API", "http://books.example")
    assert main(["--home", str(tmp_path), "status", "--json"]) == 2
    said_there = capsys.readouterr()
    speak("en")
    assert said_there.err.startswith("Cette adresse n’est pas sûre. On parlerait à «")
    assert said_there.out == ""
