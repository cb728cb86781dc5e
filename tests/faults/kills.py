"""Real processes, real files, real HTTP, real SIGKILLs: and in the end each payment is there once.

One sandbox and one company live through a hundred kills, then others begin: a company whose
payments are all of one day is read more slowly with each of them. A life is a sync that mostly does
not end; the next one finds what it left.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from fbrecon.sync import crash_points as at
from fbrecon.sync.settling import MOST_ATTEMPTS
from tests.e2e.journey import Cli

ROOT = Path(__file__).parents[2]
_OURS = re.compile(r"Alternative Payments (\S+) · recorded by fbrecon · (FBR-\w+)")
_DONE = frozenset({"verified", "held", "refused", "discrepancy", "undone", "dropped"})
# Points at which a send is under way, and those that only the run after one comes to.
_SENDING = frozenset({at.INTENT_DURABLE, at.ANSWERED, "while sending"})
_AFTER_SENDING = (at.RECOVERING, at.RECOVERED, at.SETTLING, at.SETTLED)
_WITHOUT = tuple(point for point in at.POINTS if point not in _AFTER_SENDING)
COMMAND = "command line"  # a real start costs a second; all other lives begin as forks
OLD_FILES = ROOT / "tests" / "store" / "files"


class Kills:
    """The sandbox, the company, and the launcher of lives."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self.chance = random.Random(f"{seed}:kills")
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._stack = ExitStack()
        self._seed = seed
        self._cents = 100
        self._is_sending = False  # whether the last life ended while a send was under way

    def __enter__(self) -> Self:
        told = self._start("kill_sandbox", str(self._seed % 1000))
        assert told.stdout is not None
        self.cli = Cli(self._folder / "home", json.loads(told.stdout.readline()))
        self._connect()
        self._bill()
        self._player = self._start("kill_player", env=self.cli.environment())
        first = self.order(do="sync")
        assert first.get("outcome") == "ok", first
        state = self.cli.state()
        self._due = {
            row["id"]: int(Decimal(str(row["total"])) * 100)
            for row in state["platform"]["invoices"]
            if row["state"] == "open"
        }
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def _start(self, module: str, *words: str, env: Any = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"tests.faults.{module}", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=env,
        )
        self._stack.callback(process.communicate)  # its input ends, and so does it
        return process

    def _bill(self) -> None:
        """Invoices that customers can pay from as often as it takes."""
        control = self.cli.control
        client = control("create", kind="client", organization="Kestrel", currency_code="USD")
        for _ in range(4):
            control("create", kind="invoice", customerid=client["id"], amount="5000.00")

    def _connect(self) -> None:
        cli = self.cli
        told = cli.connect_freshbooks()
        business = told.rows[-1]["choose_business"][0]["id"]
        for words in (
            ("connect", "freshbooks", "--business", business),
            ("connect", "platform"),
            ("settings", "mode", "write"),
            ("settings", "settle_after", "1"),
        ):
            done = cli.run(*words)
            assert done.code == 0, done.err

    # ---- lives

    def order(self, **what: Any) -> dict[str, Any]:
        """One life, and what became of it."""
        assert self._player.stdin is not None
        assert self._player.stdout is not None
        self._player.stdin.write(json.dumps(what) + "\n")
        self._player.stdin.flush()
        answer: dict[str, Any] = json.loads(self._player.stdout.readline())
        self.counts["lives"] += 1
        beside = answer.get("beside", {})
        if beside.get("error") == "Unreachable":
            beside = {}  # it waited for the one that was killed
        for one in (answer, beside):
            self.counts["killed"] += bool(one.get("killed"))
            if one.get("fault") or one.get("error"):
                self.wrong.append(f"{what}: {one}")
        return answer

    def run(self, count: int) -> None:
        """Live until so many were killed, then come to rest and look."""
        while self.counts["killed"] < count and not self.wrong:
            self.pay(self.chance.choice([0, 1, 1, 2]))
            kind, more = self._draw()
            answer = self._command(**more) if kind == COMMAND else self.order(**more)
            self.counts[f"{kind}: killed" if answer.get("killed") else f"{kind}: lived"] += 1
            self._is_sending = bool(answer.get("killed")) and kind in _SENDING
            if self.chance.random() < 0.25:
                self.cli.control("advance", seconds=self.chance.choice([1, 2, 5]))
            if self.counts["lives"] % 40 == 0:
                self.look()
        self.rest()

    def pay(self, count: int) -> None:
        """Customers pay so many times."""
        for _ in range(count):
            self._cents += 1
            amount = f"{self._cents // 100}.{self._cents % 100:02d}"
            copy_id = self.chance.choice([i for i, due in self._due.items() if due >= self._cents])
            self._due[copy_id] -= self._cents
            self.cli.control("pay", invoice=copy_id, amount=amount, fee=0)
            self.counts["payments"] += 1

    def _draw(self) -> tuple[str, dict[str, Any]]:
        chance = self.chance
        order: dict[str, Any] = {"do": "sync"}
        if chance.random() < 0.85:
            order["only"] = ["payments"]
        roll = chance.random()
        if roll < 0.40:
            point = chance.choice(_AFTER_SENDING if self._is_sending else _WITHOUT)
            return point, order | {"die_at": point, "nth": chance.choice([1, 1, 1, 2])}
        if roll < 0.60:
            return "while sending", order | {"die_sending": chance.uniform(0, 0.015)}
        if roll < 0.80:
            return "any time", order | {"die_after": chance.uniform(0.01, 0.4)}
        if roll < 0.90:
            return "disk step", order | {"die_step": chance.randint(1, 150)}
        if roll < 0.93:
            beside = {"only": ["payments"]}
            return "two at once", order | {"beside": beside, "die_after": chance.uniform(0.02, 0.3)}
        if roll < 0.96:
            return "migration", self._an_old_file()
        if roll < 0.97:
            return COMMAND, {"die_after": chance.uniform(0.3, 1.5)}
        copy = str(self._folder / "copy.db")
        return "backup", {"do": "back_up", "file": copy, "die_step": chance.randint(1, 60)}

    def _command(self, die_after: float) -> dict[str, Any]:
        """A life that begins where a user's does, with the start of Python."""
        self.counts["lives"] += 1
        process = self.cli.start("sync")
        try:
            process.communicate(timeout=die_after)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self.counts["killed"] += 1
            return {"killed": True}
        if process.returncode not in (0, 4):
            self.wrong.append(f"fbrecon sync ended with {process.returncode}")
        return {}

    def _an_old_file(self) -> dict[str, Any]:
        """A file of an earlier release is opened, killed on the way, and opened again."""
        source = self.chance.choice(sorted(OLD_FILES.glob("*.db")))
        target = self._folder / "old" / "company.db"
        shutil.rmtree(target.parent, ignore_errors=True)
        target.parent.mkdir()
        shutil.copy(source, target)
        order = {"do": "migrate", "file": str(target)}
        self.order(**order, die_step=self.chance.randint(1, 80))
        return order

    # ---- looking

    def look(self) -> None:
        """Nothing is in the books twice, at no time."""
        state = self.cli.state()
        for payment, rows in _recorded(state).items():
            if len(rows) > 1:
                self.wrong.append(f"{payment} is in the books {len(rows)} times")
        self._look_at_copies(state)

    def _look_at_copies(self, state: dict[str, Any]) -> None:
        open_ones = [i for i in state["platform"]["invoices"] if i["state"] != "archived"]
        markers = Counter(m for i in open_ones for m in re.findall(r"FBR-\w{16}", json.dumps(i)))
        twice = [marker for marker, count in markers.items() if count > 1]
        self.wrong += [f"copy {marker} is on the platform twice" for marker in twice]

    def rest(self) -> None:
        """Let everything come to its end, and compare both services and the file."""
        found = self._settle()
        if given_up := [row for row in found["intents"] if _is_given_up(row)]:
            # Killed at each of its sends: a person is asked, looks, and says yes.
            self.counts["sent three times, then approved"] += len(given_up)
            for source, *_ in given_up:
                _, _, payment = source.partition(":")
                done = self.cli.run("approve", f"pay_{payment}")
                assert done.code == 0, done.err
            found = self._settle()
        self.look()
        self.wrong += [f"the file is damaged: {line}" for line in found["problems"]]
        intents = {
            marker: (state, remote, why) for _, marker, state, remote, why in found["intents"]
        }
        self._compare(self.cli.state(), intents)

    def _settle(self) -> dict[str, Any]:
        """Syncs that nothing disturbs; what the outbox says in the end."""
        for _ in range(8):
            self.cli.control("advance", seconds=600)
            self.order(do="sync")
            found = self.order(do="intents")
            if all(state in _DONE for _, _, state, *_ in found["intents"]):
                break
        return found

    def _compare(self, state: dict[str, Any], intents: dict[str, Any]) -> None:
        recorded = _recorded(state)
        for payment in state["platform"]["payments"]:
            rows = recorded.get(payment["id"], [])
            if payment["state"] != "succeeded" or payment["invoice_id"] not in self._due:
                continue
            if not rows:
                self.wrong.append(f"{payment['id']} is lost")
                continue
            marker = rows[0]["marker"]
            how, remote, why = intents.get(marker, ("unknown", "", ""))
            self.counts["posted"] += how == "verified" and remote == str(rows[0]["id"])
            if how != "verified" or remote != str(rows[0]["id"]):
                self.wrong.append(f"{payment['id']} is there as {rows[0]['id']}, and {how}: {why}")

    def table(self) -> str:
        """What it came to."""
        return table(self.counts, self.wrong)


def table(counts: Counter[str], wrong: list[str]) -> str:
    """One line for each figure, then what was wrong."""
    lines = [f"{name:<42}{count:>12,}" for name, count in sorted(counts.items())]
    return "\n".join([*lines, *(f"WRONG: {line}" for line in wrong)])


def run_kills(seed: int, count: int) -> tuple[Counter[str], list[str]]:
    """So many kills of one company: what it came to, and what was wrong."""
    with tempfile.TemporaryDirectory() as folder, Kills(Path(folder), seed) as kills:
        kills.run(count)
        return kills.counts, kills.wrong


def _is_given_up(row: Sequence[Any]) -> bool:
    _, _, state, _, why = row
    return bool(state == "held" and why == f"It was sent {MOST_ATTEMPTS} times and never arrived.")


def _recorded(state: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The live records of ours in the books, by the platform's payment."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in state["freshbooks"]["payments"]:
        ours = _OURS.search(row["note"] or "")
        if ours and row["vis_state"] != 1:
            found.setdefault(ours[1], []).append({"id": row["id"], "marker": ours[2]})
    return found
