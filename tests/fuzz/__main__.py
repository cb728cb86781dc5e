"""Tries for long to break the readers of what comes from outside: `python -m tests.fuzz PART`.

A part prints how much it tried and what came of it, and ends with 1 where anything was wrong. One
seed is one course of events; FBRECON_TEST_SCALE makes it longer or shorter.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import scaled
from tests.fuzz import company_file, files, wire

WIRE_PAYLOADS = 400_000
FILES = 100_000
COMPANY_FILES = 5_000
MOST_GROWTH = 50 * 1024  # KiB of the process, over all mutated answers


def fuzz_wire(seed: int) -> list[str]:
    """Answers of both services: cut at every byte, mutated, and what stays in memory."""
    wire.quiet()
    cut = wire.truncate()
    print(f"answers cut at every byte: {cut.tried:,} tried; {told(cut)}")
    wire.mutate(scaled(WIRE_PAYLOADS) // 10, seed + 1)  # what is kept for good is there afterwards
    before = resident()
    mutated = wire.mutate(scaled(WIRE_PAYLOADS), seed)
    grown = resident() - before
    print(f"mutated answers: {mutated.tried:,} tried; {told(mutated)}")
    left, peak = wire.memory(seed, scaled(20 * wire.MEMORY_ROUNDS))
    print(f"memory: {left:,} bytes stay, {peak:,} at the most; the process grew by {grown} KiB")
    problems = [*cut.problems, *mutated.problems]
    if left > wire.MEMORY_LEFT or peak > wire.MEMORY_PEAK or grown > MOST_GROWTH:
        problems.append("memory is not flat")
    return problems


def fuzz_files(seed: int) -> list[str]:
    """Files that are imported: mutated, made to be too much, and what stays in memory."""
    files.mutate(scaled(FILES) // 10, seed + 1)
    before = resident()
    mutated = files.mutate(scaled(FILES), seed)
    grown = resident() - before
    print(f"mutated files: {mutated.tried:,} tried; {told(mutated)}")
    left, peak = files.memory(seed, scaled(20 * files.MEMORY_ROUNDS))
    print(f"memory: {left:,} bytes stay, {peak:,} at the most; the process grew by {grown} KiB")
    bombs = {name: files.explode(*bomb) for name, bomb in files.bombs().items()}
    print(f"files made to be too much: {len(bombs)} tried")
    problems = [*mutated.problems, *(f"{name}: {why}" for name, why in bombs.items() if why)]
    if left > files.MEMORY_LEFT or peak > files.MEMORY_PEAK or grown > MOST_GROWTH:
        problems.append("memory is not flat")
    return problems


def fuzz_company(seed: int) -> list[str]:
    """Company files with spoiled bytes, cut short, or with a log that is none."""
    with TemporaryDirectory() as folder:
        spoiled = company_file.spoil(scaled(COMPANY_FILES), seed, Path(folder))
    print(f"spoiled company files: {spoiled.tried:,} tried; {told(spoiled)}")
    return spoiled.problems


def resident() -> int:
    """KiB of memory that the process holds now; where that is not told, the most it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return pages * resource.getpagesize() // 1024


PARTS: dict[str, Callable[[int], list[str]]] = {
    "wire": fuzz_wire,
    "files": fuzz_files,
    "company": fuzz_company,
}


def told(tally: wire.Tally) -> str:
    """How often each end came."""
    return ", ".join(f"{name} {count:,}" for name, count in sorted(tally.outcomes.items()))


def main(words: list[str]) -> int:
    """Exits with 1 where a promise broke."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("part", choices=sorted(PARTS))
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args(words)
    problems = PARTS[given.part](given.seed)
    print(*(f"PROBLEM {problem}" for problem in problems), sep="\n", end="\n" if problems else "")
    print(f"{given.part}, seed {given.seed}: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
