"""A run with a preview sends what the preview showed, to the byte, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fbrecon.domain.intents import Intent
from fbrecon.sync.gate import Gate
from fbrecon.sync.rehearsal import Send
from fbrecon.sync.writers import Look, Sight
from tests.sync.bench import Bench

CLEAR = Look(Sight.CLEAR, "The way is clear.")


@pytest.fixture
def intent(bench: Bench) -> Intent:
    """A payment that could be sent."""
    bench.paid()
    bench.change_rules(auto_post=False)
    bench.sync()
    return bench.intent()


def _judge(bench: Bench, intent: Intent, shown: Intent) -> tuple[Look, Gate]:
    gate = Gate(bench.stores)
    gate.open({shown.key.text: Send(shown, before=bench.mirrored(int(shown.key.leg)))})
    return gate.judge(intent, CLEAR), gate


def test_what_was_shown_goes_through(bench: Bench, intent: Intent) -> None:
    look, gate = _judge(bench, intent, intent)
    assert (look, gate.kept_back) == (CLEAR, [])


def test_the_same_write_with_another_body_is_kept_back(bench: Bench, intent: Intent) -> None:
    """Accounts that a person changed meanwhile, and changed back, have other entries."""
    look, gate = _judge(bench, intent, replace(intent, body=b"{}"))
    assert (look.sight, gate.kept_back) == (Sight.LATER, [intent])


def test_what_the_rehearsal_made_up_may_have_another_body(bench: Bench, intent: Intent) -> None:
    shown = replace(intent, target="-1", body=b"{}")
    assert _judge(bench, intent, shown)[0] == CLEAR
