"""Whatever people and banks do, in whatever order and with whatever syncs: in the end all agree.

The company file, the books and the platform agree, or an item says where and why they do not.

One seed is one sequence: `FBRECON_FAULTS_SEED=7` begins with it. `make faults` runs long ones.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, assume, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from fbrecon.app.late_payments import LATE_AFTER
from fbrecon.app.views import Mode
from tests.conftest import SCALE
from tests.faults.acts import IN_THE_BOOKS, Act, begin
from tests.faults.acts_there import ON_THE_PLATFORM
from tests.faults.desk_acts import AT_THE_DESK, SYNCS, TIME_PASSES
from tests.faults.lists import list_wrong_rows
from tests.faults.model import list_disagreements
from tests.faults.promises import Rows, check_promises, is_recorded
from tests.faults.world import TICK_SECONDS, World

FIRST_SEED = int(os.environ.get("FBRECON_FAULTS_SEED", "1"))
SEQUENCES = max(4, int(SCALE))  # 20 of 200 steps at full size
STEPS = max(10, min(200, int(60 * SCALE)))
MOST_RUNS_TO_REST = 8

PICK = st.integers(0, 11)
MUCH = st.integers(0, 7)
THEN = st.sampled_from(["", "", "payments", "payments", "hourly", "all", "all", "full"])
ACTS = {**IN_THE_BOOKS, **ON_THE_PLATFORM, **AT_THE_DESK, **TIME_PASSES}
# One strategy for all of them, so that no kind is left out of a sequence. Without invoices and
# payments there is nothing to get wrong.
MORE_OFTEN = "bill bill bill arrive approve approve send_back dispute delete_book_payment"
ACT = st.sampled_from([*sorted(ACTS), *["pay"] * 8, *MORE_OFTEN.split()])


def step(world: World, act: Act, pick: int, much: int, then: str) -> None:
    """One act, and one sync after it or none."""
    world.advance(TICK_SECONDS)
    act(world, pick, much)
    if then:
        sync(world, then)


def sync(world: World, name: str) -> None:
    """One sync, and what it must never do."""
    before = Rows.of(world)
    check_promises(world, before, SYNCS[name](world))


def come_to_rest(world: World) -> None:
    """What is under way arrives, writing is allowed, and syncs go on until nothing moves."""
    world.desk.set_mode(Mode.WRITE)
    world.desk.change_setting("auto_post", "certain")
    for payment in list(world.platform.payments.values()):
        if payment.state == "processing":
            world.control("succeed", payment_id=payment.id)
    sync(world, "full")
    if "pending" in world.stores.decisions.words().values():
        world.advance(LATE_AFTER.total_seconds())  # what a person said of it does not hold for ever
    quiet = 0
    for _ in range(MOST_RUNS_TO_REST):
        world.advance(1_200)
        before = Rows.of(world)
        sync(world, "all")
        quiet = quiet + 1 if Rows.of(world) == before else 0
        if quiet == 2:
            return
    raise AssertionError("the syncs do not come to rest")


def check_agreement(world: World) -> None:
    """All three sides agree, or somebody is told."""
    come_to_rest(world)
    found = [*list_disagreements(world), *list_wrong_rows(world)]
    assert not found, "\n".join(found)


class Company(RuleBasedStateMachine):
    """One company between two services that people use."""

    def __init__(self) -> None:
        super().__init__()
        self.world: World | None = None
        self.steps = 0

    @initialize(variety=st.integers(0, 1_000), flags=st.tuples(*[st.booleans()] * 4))
    def open(self, variety: int, flags: tuple[bool, bool, bool, bool]) -> None:
        assume(variety)  # the plainest sequence comes first, one and the same for every seed
        in_autumn, keep_numbers, no_negative, other_dialect = flags
        self.world = World(
            in_autumn=in_autumn,
            keep_numbers=keep_numbers,
            refuse_negative_lines=no_negative,
            dialect="b" if other_dialect else "a",
        )
        begin(self.world)

    @rule(act=ACT, pick=PICK, much=MUCH, then=THEN)
    def something_happens(self, act: str, pick: int, much: int, then: str) -> None:
        assert self.world is not None
        self.steps += 1
        step(self.world, ACTS[act], pick, much, then)

    def teardown(self) -> None:
        if self.world is None:
            return
        try:
            check_agreement(self.world)
            print(f"  {self.steps} steps: {summary(self.world)}; all sides agree")
        finally:
            self.world.close()


def summary(world: World) -> str:
    """How much happened, for the table of results."""
    payments = [row for row in world.platform.payments.values() if row.method is not None]
    recorded = sum(is_recorded(world, row.id) for row in payments)
    copies = sum(copy.id not in world.made_there for copy in world.platform.invoices.values())
    items = len(world.attention(dismissed=True))
    return (
        f"{len(world.books.invoices)} invoices with {copies} copies, {len(payments)} payments, "
        f"{recorded} recorded, {items} items, until {world.clock.now():%d %b %Y}"
    )


@pytest.mark.timeout(300 + 10 * STEPS)
@pytest.mark.parametrize("number", range(FIRST_SEED, FIRST_SEED + SEQUENCES))
def test_after_any_sequence_of_changes_all_sides_agree_or_an_item_says_why(number: int) -> None:
    print(f"\nseed {number}:", end="")
    run_state_machine_as_test(
        seed(number)(type("Company", (Company,), {})),
        settings=settings(
            max_examples=1,
            stateful_step_count=STEPS,
            phases=[Phase.generate],
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
