"""Fixtures of the contract tests: a running sandbox, and callers that are signed in to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, freshbooks, platform

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)

StartSandbox = Callable[..., Sandbox]


@pytest.fixture
def start_sandbox() -> Iterator[StartSandbox]:
    """Starts sandboxes with the options given; they end with the test."""
    started: list[Sandbox] = []

    def start(**options: Any) -> Sandbox:
        chosen = {"now": NOW, "platform_rate_limit": 1000, **options}
        sandbox = Sandbox(SandboxOptions(**chosen)).start()
        started.append(sandbox)
        return sandbox

    yield start
    for sandbox in started:
        sandbox.close()


@pytest.fixture
def sandbox(start_sandbox: StartSandbox) -> Sandbox:
    """The small business, at a fixed time of day, without the platform's slow rate limit."""
    return start_sandbox()


@pytest.fixture
def books(sandbox: Sandbox) -> Iterator[Caller]:
    """Signed in to FreshBooks, calling below the main account."""
    caller = freshbooks(sandbox)
    yield caller
    caller.close()


@pytest.fixture
def payments_platform(sandbox: Sandbox) -> Iterator[Caller]:
    """Calling the platform with a token."""
    caller = platform(sandbox)
    yield caller
    caller.close()
