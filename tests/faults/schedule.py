"""One seed, one schedule: who pays, what breaks, when the program ends, what a person does.

Everything is drawn from the seed, each kind of chance from a stream of its own, so that a failing
seed can be run again and looked at.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.fakes.send_counts import MemorySendCounts
from tests.faults.books_world import BooksWorld, Manners
from tests.faults.checker import BrokenRuleError, Checker
from tests.faults.figures import Figures
from tests.faults.machine import SETTLE_AFTER, Machine, NotDurable, Plan, draw_plan
from tests.faults.menu import CALM, Hostility
from tests.faults.payout_play import EntryPlay, FeePlay, PayoutPlay
from tests.faults.people import People
from tests.faults.scene import ROOM, SHAPES, Scene, make_scene, pay, sums_by_marker
from tests.faults.wire import ACTS_A_SYNC, Wire, plugged_in

HOUR = 3600.0
_PAUSES = (15.0, 60.0, 300.0, 300.0, 300.0, 901.0, 1200.0)
_READ_AT_THE_END = frozenset({"restore", "lost", "moved", "people", "another"})
_FIRST_EVENTS = ("clock", "intruder", "lost", "moved", "people", "restore", "sleep")
# Each later one is drawn from a stream of its own, so that a seed stays the schedule it was.
_LATER_EVENTS = {"another": 0.3, "shifts": 0.15, "payout entries": 0.12, "fees": 0.08}


@dataclass(frozen=True, slots=True)
class Options:
    """All that a seed decides once for its schedule."""

    seed: int
    shape: tuple[int, int]
    even: bool
    manners: Manners
    hostility: Hostility
    steps: int
    events: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def draw(cls, seed: int) -> Options:
        """The options of that seed."""
        chance = random.Random(f"{seed}:options")
        manners = Manners(
            page_size=chance.choice([2, 3, 3, 4]),
            newest_first=chance.random() < 0.7,
            list_lag=chance.choice([0.0, 30.0, 240.0]),
            figures_lag=chance.random() < 0.5,
            latest=chance.choice([60.0, 600.0, 600.0]),
        )
        hostility = Hostility(
            sends=chance.choice([0.3, 0.6, 0.8]),
            reads=chance.choice([0.0, 0.02, 0.08]),
            people=chance.choice([0.0, 0.1, 0.3]),
        )
        wanted = [name for name in _FIRST_EVENTS if chance.random() < 0.35]
        for name, share in _LATER_EVENTS.items():
            if random.Random(f"{seed}:{name}").random() < share:
                wanted.append(name)
        if "another" in wanted:
            hostility = replace(hostility, busy=0.6)
        made = cls(
            seed,
            chance.choice(SHAPES),
            chance.random() < 0.15,
            manners,
            hostility,
            chance.randint(2, 5),
            frozenset(wanted),
        )
        return made._with_shifts() if "shifts" in wanted else made

    def _with_shifts(self) -> Options:
        """Two computers in turn, and people who shift rows of the one invoice between its pages.

        Then a reading that shows less than there is decides: what this computer has not sent was
        sent by the other, and no figure of an earlier send speaks against it.
        """
        return replace(
            self,
            shape=(1, 4),
            manners=replace(self.manners, page_size=2, newest_first=False),
            hostility=replace(self.hostility, people=0.4, busy=0.0),
            events=self.events | {"another"},
        )


Rules = Callable[[], AbstractContextManager[object]]  # a mutant: rules taken away for a while


class Schedule:
    """Runs one."""

    def __init__(self, options: Options, *, settle_after: float = SETTLE_AFTER) -> None:
        self.options = options
        self.figures = Figures()
        self._settle_after = settle_after
        seed = f"{options.seed}"
        self._chance = random.Random(f"{seed}:steps")
        self._plans = random.Random(f"{seed}:plans")
        self._folder = Path(tempfile.mkdtemp(dir=ROOM))
        self.scene: Scene = make_scene(options.shape, even=options.even)
        self.world: BooksWorld
        self.world, self.platform, counts, path = self.scene.open(self._folder)
        self.world.manners = options.manners
        self.wire = Wire(self.world, seed)
        self.wire.people = People(
            self.world,
            seed,
            touch_ours="people" in options.events,
            shift="shifts" in options.events,
        ).act
        self._copies: list[bytes] = []
        self._elsewhere: Machine | None = None
        self._turns = random.Random(f"{seed}:turns")
        self._payouts: PayoutPlay | None = None
        if "payout entries" in options.events:  # no payout has both
            self._payouts = EntryPlay(self.world, self.platform, seed)
        elif "fees" in options.events:
            self._payouts = FeePlay(self.world, self.platform, seed)
        self._machine = self._new_machine(path, counts)
        self._sums = sums_by_marker(self.platform, self.world, self.scene.rules)
        self.checker = Checker(
            self.world, self._sums, self._payouts.checker if self._payouts else None
        )

    def _new_machine(self, path: Path, counts: MemorySendCounts) -> Machine:
        machine = Machine(
            self.wire,
            self.platform,
            path,
            self.scene.rules,
            counts,
            settle_after=self._settle_after,
            entries=self._payouts.entries if self._payouts else None,
            fees=self._payouts.fees if self._payouts else None,
        )
        machine.clock.booted_at = -self._chance.uniform(0, 1e6)
        return machine

    def run(self) -> Figures:
        """The whole schedule; a rule that breaks is kept in the figures."""
        counts = self.figures.counts
        counts["schedules"] = 1
        try:
            with plugged_in(self.wire, str(self.options.seed)):
                for _ in range(self.options.steps):
                    self._step()
                self._calm_down()
                if self._elsewhere is not None:
                    self.checker.end(self._machine, Figures())
                    self._go_elsewhere()
                    self._calm_down()
                self.checker.end(self._machine, self.figures)
        except (BrokenRuleError, NotDurable) as problem:
            self._keep_broken(str(problem))
        except Exception as problem:  # noqa: BLE001
            # Whatever the world did is an error of fbrecon's own; anything else is a fault of it.
            self._keep_broken(f"the program broke off: {problem!r}")
        finally:
            self._machine.close()
            if self._elsewhere is not None:
                self._elsewhere.close()
            shutil.rmtree(self._folder)
        counts["sends"] = sum(self.wire.outcomes.values())
        counts["ambiguous"] = counts["sends"] - sum(
            self.wire.outcomes[name] for name in ("fine", "no connection", "429 with Retry-After",
            "422 with a reviewed reason", "401: the token ran out")
        )  # fmt: skip
        counts["ended"] += self._machine.ended
        return self.figures

    def _keep_broken(self, problem: str) -> None:
        counts = self.figures.counts
        counts["broken rules"] += 1
        self.figures.broken[self.options.seed] = problem
        if problem.startswith("S1"):
            counts["twice"] += 1

    # ---- one step

    def _step(self) -> None:
        self.wire.hostility = self.options.hostility
        self.wire.acts_left = ACTS_A_SYNC
        often = 0.8 if "shifts" in self.options.events else 0.4
        if "another" in self.options.events and self._turns.random() < often:
            self._go_elsewhere()
        whole = self._something_happens()
        if self._payouts is not None:
            whole = self._payouts.step() or whole
        plan = draw_plan(self._plans)
        if "intruder" in self.options.events and self._chance.random() < 0.3:
            self._with_intruder(plan, whole=whole)
        else:
            self._machine.sync(whole=whole, plan=plan)
        self.checker.step(self._machine)
        if self.options.events & {"restore", "moved"}:
            self._copies.append(self._machine.copy_file())
        self.world.clock.seconds += self._chance.choice(_PAUSES)

    def _something_happens(self) -> bool:
        """What happens before a run; True where the next run must read everything."""
        events, chance, counts = self.options.events, self._chance, self.figures.counts
        roll = chance.random()
        if "restore" in events and self._copies and roll < 0.2:
            counts["restored"] += 1
            self._machine.replace_file(chance.choice(self._copies))
            self.checker.file_replaced(self._machine)
            return True
        if "lost" in events and 0.2 <= roll < 0.35:
            counts["lost files"] += 1
            self._machine.replace_file(self.scene.blank_file)
            self.checker.file_replaced(self._machine)
            return True
        if "moved" in events and 0.35 <= roll < 0.5:
            counts["moved"] += 1
            self._move()
            return True
        if "clock" in events and chance.random() < 0.4:
            counts["clocks"] += 1
            self._machine.clock.wrong_by = chance.choice(
                [0.0, 600.0, -600.0, 2400.0, -2400.0, 25 * HOUR, -25 * HOUR]
            )
        if "sleep" in events and chance.random() < 0.2:
            self._machine.clock.sleep(8 * HOUR)
        if chance.random() < 0.15:
            invoice = chance.choice(list(self.world.invoices))
            pay(self.world, self.platform, invoice, chance.randrange(100, 3000))
            self._sums.update(sums_by_marker(self.platform, self.world, self.scene.rules))
            return True
        return chance.random() < 0.1

    def _move(self) -> None:
        """Somebody goes on elsewhere, with a file of long ago, once nothing is under way."""
        self.world.clock.seconds += 2 * HOUR
        old = self._machine
        folder = self._folder / f"computer-{self.figures.counts['moved']}"
        folder.mkdir()
        path = folder / "company.db"
        path.write_bytes(self._chance.choice([self.scene.company_file, *self._copies]))
        old.close()
        self.checker.is_elsewhere_too = True
        self.figures.counts["ended"] += old.ended
        self._machine = self._new_machine(path, MemorySendCounts())
        self.checker.file_replaced(self._machine)

    def _go_elsewhere(self) -> None:
        """Two computers with files of their own are used in turn, never within the same hours."""
        self.world.clock.seconds += 2 * HOUR
        self.figures.counts["turns"] += 1
        other = self._elsewhere
        if other is None:
            folder = self._folder / "elsewhere"
            folder.mkdir()
            _, _, counts, path = self.scene.open(folder)
            other = self._new_machine(path, counts)
            # It was made there: its name and its log of sends are no copies of the first one's.
            other.stores.epoch.rename()
            counts.keep(self.scene.rules.account, other.stores.epoch.sends())
        self._elsewhere, self._machine = self._machine, other
        self.checker.is_elsewhere_too = True
        self.checker.file_replaced(other)

    def _with_intruder(self, plan: Plan, *, whole: bool) -> None:
        """The lease fails, and two programs work on one file."""
        machine = self._machine
        other = self._new_machine(machine.path, machine.counts)
        machine.intruder = other
        plan.intrude_at = self._chance.randint(1, 40)
        machine.sync(whole=whole, plan=plan)
        machine.intruder = None
        self.figures.counts["ended"] += other.ended
        other.close()

    # ---- the end

    def _calm_down(self) -> None:
        """Nothing goes wrong any more; within the settling time everything must come to its end."""
        self.wire.hostility = CALM
        settle = SETTLE_AFTER
        for pause in (60.0, settle, settle / 3, settle / 3, settle, settle / 3, 60.0):
            if not self._go_on(pause, whole=bool(self._unread())) and not self._unread():
                break
        else:
            self._after_the_longest_wait()
        if self._unread() or self.world.late or self.options.events & _READ_AT_THE_END:
            self.world.clock.seconds += HOUR
            self._machine.sync(whole=True)
        if self._payouts is not None:
            self._enter_the_rest(self._payouts)

    def _enter_the_rest(self, payouts: PayoutPlay) -> None:
        """Payouts come after their payments; nothing waits for more than an hour."""
        payouts.rest()
        for pause in (60.0, *[SETTLE_AFTER] * 4, HOUR, SETTLE_AFTER):
            self._go_on(pause, whole=True)
            if not payouts.checker.has_more(self._machine):
                break

    def _unread(self) -> set[str]:
        """Payments of the platform that the company file does not know yet, by their markers."""
        return set(self._sums) - self._machine.list_markers()

    def _go_on(self, pause: float, *, whole: bool = False) -> bool:
        """A pause and a run; whether anything is still open then."""
        self.world.clock.seconds += pause
        self._machine.sync(whole=whole)
        self.checker.step(self._machine)
        return self._machine.has_open()

    def _after_the_longest_wait(self) -> None:
        """Only what FreshBooks asked to put off may still be open; an hour is the longest."""
        self.checker.only_put_off(self._machine)
        for pause in (HOUR, 60.0):
            self._go_on(pause)


def run_seed(seed: int, *, without: Rules = nullcontext) -> Figures:
    """The schedule of that seed, with the rules of a mutant taken away."""
    with without():
        return Schedule(Options.draw(seed)).run()
