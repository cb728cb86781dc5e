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
_LOOSE = re.compile(r"(?<=[\w.}”])(?<!_)\{(\w+)\}")
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
def script() -> ModuleType:
    """What a translator runs."""
    path = str(ROOT / "packaging" / "translations")
    spec = importlib.util.spec_from_loader("translations", SourceFileLoader("translations", path))
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def templates(script: ModuleType) -> dict[str, str]:
    """What the source says."""
    found: dict[str, str] = script.templates()
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


def test_the_way_that_knows_most_of_a_sentence_is_taken() -> None:
    known = Catalogue(
        {
            "{sum} expected": "{sum} attendu",
            "Same sum": "Même montant",
            "on the day it was expected": "le jour prévu",
            " and ": " et ",
        }
    )
    told = "Same sum, on the day it was expected. Same sum and on the day it was expected."
    assert known.translate(told) == "Même montant, le jour prévu. Même montant et le jour prévu."


def test_a_clause_that_is_said_only_sometimes_has_its_own_blank() -> None:
    known = Catalogue({"Payout {id}{net} failed.": "{id}{net}.", " over {sum}": " de {sum}"})
    assert known.translate("Payout out_5 failed.") == "out_5."
    assert known.translate("Payout out_5 over 12.00 USD failed.") == "out_5 de 12.00 USD."


@pytest.mark.usefixtures("french")
def test_sums_counts_and_days_are_written_as_the_language_does() -> None:
    reason = said("Same sum, 1 day after it was expected. 1 other fits too.")
    assert reason == "Même montant, 1 jour plus tard que prévu. 1 autre convient aussi."
    assert said("The bank shows 1,234.50 USD more, which nothing explains.").startswith(
        "La banque montre 1\u202f234,50\u00a0USD de plus"
    )
    assert said("It arrived before 2026-03-01, when recording began.").startswith(
        "Il est arrivé avant le 1er\u00a0mars 2026"
    )


@pytest.mark.usefixtures("french")
def test_a_name_is_not_taken_for_words_of_ours() -> None:
    told = "Record 5.00 USD on invoice 12 of Payments and more, paid 2026-03-04 by card"
    assert "de Payments and more, payés le 4\u00a0mars 2026 par carte" in said(told)


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
        # What stands right behind another word is a clause of its own, with its own blank.
        values |= {name: f" {values[name]}" for name in _LOOSE.findall(key)}
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
    assert [key for key in FRENCH if key not in templates] == []


def test_french_is_complete(templates: dict[str, str]) -> None:
    """Where this fails, `packaging/translations --open` lists what still needs its French."""
    assert [key for key in templates if not FRENCH.get(key, "").strip()] == []


def test_what_is_said_to_nobody_is_still_there(script: ModuleType) -> None:
    """The list of what needs no French outlives nothing, and hides nothing that is French."""
    assert script.not_sentences() - set(script.spoken()) == set()
    assert script.not_sentences() & set(FRENCH) == set()


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
