"""The collector rests while such work goes on in any thread, and is at work again afterwards."""

from __future__ import annotations

import gc
import threading

import pytest

from fbrecon.uncollected import uncollected


def test_the_collector_rests_until_the_last_is_done() -> None:
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        with uncollected():
            inside.set()
            leave.wait(10)

    other = threading.Thread(target=work)
    with uncollected():
        other.start()
        assert inside.wait(10)
        assert not gc.isenabled()
    assert not gc.isenabled()
    leave.set()
    other.join(10)
    assert gc.isenabled()


def test_it_is_at_work_again_after_a_failure() -> None:
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()
