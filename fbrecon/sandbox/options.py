"""What a sandbox is started with, from code or from the command line."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Dialect = Literal["a", "b"]

_LAST_PORT = 65_535
SCENARIOS = ("small-business", "large", "empty")


@dataclass(frozen=True, slots=True)
class SandboxOptions:
    """Everything that can be chosen about a sandbox; the same options give the same data.

    ``rate_limit`` replaces FreshBooks' 600 requests a minute (250 for POST);
    ``platform_rate_limit`` replaces the platform's 5 requests a second;
    ``refresh_ends_access_token`` says whether a refresh kills the older access token at once;
    ``journal_entries`` whether the plan includes them.
    """

    seed: int = 7
    scenario: str = "small-business"
    invoices: int | None = None
    latency_ms: int = 0
    dialect: Dialect = "a"
    now: datetime | None = None
    port: int = 0
    rate_limit: int | None = None
    platform_rate_limit: int = 5
    keep_numbers: bool = False
    refuse_negative_lines: bool = False
    refresh_ends_access_token: bool = True
    journal_entries: bool = True
    frozen_clock: bool = False

    def __post_init__(self) -> None:
        if self.scenario not in SCENARIOS:
            raise ValueError(f"unknown scenario {self.scenario!r}; known: {', '.join(SCENARIOS)}")
        if self.dialect not in ("a", "b"):
            raise ValueError(f"unknown dialect {self.dialect!r}; known: a, b")
        if self.now is not None and self.now.tzinfo is None:
            raise ValueError("the time of the sandbox needs a zone")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the flags of ``fbrecon sandbox``."""
    parser.add_argument(
        "--port", type=_port, default=0, help="first of four ports (default: free ones)"
    )
    parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same data")
    parser.add_argument("--scenario", choices=SCENARIOS, default="small-business")
    parser.add_argument("--invoices", type=_count, default=None, help="how many invoices to invent")
    parser.add_argument("--latency-ms", type=_count, default=0, help="wait before every answer")
    parser.add_argument("--dialect", choices=("a", "b"), default="a", help="the platform's wording")
    parser.add_argument("--now", type=moment, default=None, help="RFC 3339 time to start at")


def options_from(arguments: argparse.Namespace) -> SandboxOptions:
    """The options that flags declared by `add_arguments` stand for."""
    return SandboxOptions(
        seed=arguments.seed,
        scenario=arguments.scenario,
        invoices=arguments.invoices,
        latency_ms=arguments.latency_ms,
        dialect=arguments.dialect,
        now=arguments.now,
        port=arguments.port,
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _port(text: str) -> int:
    number = _count(text)
    if number > _LAST_PORT - 3:  # three more follow it
        raise ValueError(text)
    return number


def moment(text: str) -> datetime:
    """Reads an RFC 3339 time; one without a zone is UTC. Raises ValueError."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
