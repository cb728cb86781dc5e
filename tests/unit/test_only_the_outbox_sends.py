"""No code path reaches a service with a write except through the outbox; read from the source.

The poster calls a writer's `send`, having made the send durable; a writer's `send` calls the port;
a port's sends call their transport; and nobody else speaks HTTP with a method that writes. Signing
in and renewing a sign-in go to the sign-in hosts and write nothing to the books or the platform.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SENDS = {
    "send_payment", "send_payment_removal", "send_ledger_account", "send_entry", "send_expense",
    "send_expense_removal",
    "send_customer", "send_invoice", "archive_invoice",
}  # fmt: skip
WRAPPERS = {"fbrecon/sync/gate.py", "fbrecon/sync/closed_periods.py"}  # a writer before a writer
NETWORK = {"requests", "urllib3", "http", "socket", "urllib.request", "httpx", "aiohttp", "ssl"}
SPEAKS_HTTP = {
    "fbrecon/http_rules.py", "fbrecon/freshbooks/", "fbrecon/platforms/",
    "fbrecon/clock.py",  # asks the time of a loopback address
    "fbrecon/demo.py",  # moves the sandbox
    "ui/signals.py",  # a pair of sockets of its own, for signals: nobody else is at either end
}  # fmt: skip


@dataclass(frozen=True)
class Call:
    """Who calls what: the file, the class and function around it, the callee's last name."""

    file: str
    where: str
    name: str
    node: ast.Call


def _files() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("fbrecon", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith("fbrecon/sandbox/") and not path.name.endswith("_rc.py"):
                yield name, ast.parse(path.read_text(encoding="utf-8"))


def _calls(file: str, node: ast.AST, where: str = "") -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        inner = where
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inner = f"{where}.{child.name}".lstrip(".")
        if isinstance(child, ast.Call):
            function = child.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            name = function.id if isinstance(function, ast.Name) else name
            yield Call(file, where, name, child)
        yield from _calls(file, child, inner)


MODULES = dict(_files())
CALLS = [call for file, tree in MODULES.items() for call in _calls(file, tree)]


def _texts(call: Call) -> set[str]:
    """The plain texts among the arguments."""
    given = [*call.node.args, *(keyword.value for keyword in call.node.keywords)]
    return {
        node.value
        for node in given
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _is_adaptor(file: str) -> bool:
    return file.startswith(("fbrecon/freshbooks/", "fbrecon/platforms/"))


def test_there_is_something_to_read() -> None:
    assert len(MODULES) > 150
    assert {call.name for call in CALLS} >= SENDS


def test_only_the_poster_calls_a_writers_send() -> None:
    found = {
        call.file
        for call in CALLS
        if call.name == "send" and call.file.startswith(("fbrecon/app", "fbrecon/sync", "ui"))
    }
    assert found == {"fbrecon/sync/post.py", *WRAPPERS}


def test_the_poster_sends_once_and_after_the_send_is_durable() -> None:
    around = [call for call in CALLS if call.file == "fbrecon/sync/post.py"]
    sends = [call for call in around if call.name == "send"]
    assert len(sends) == 1
    order = [
        call.name
        for call in sorted(around, key=lambda call: call.node.lineno)
        if call.where == sends[0].where and call.name in ("begin_send", "count_send", "send")
    ]
    assert order == ["begin_send", "count_send", "send"]


def test_only_a_writers_send_calls_a_send_of_a_port() -> None:
    outside = [call for call in CALLS if call.name in SENDS and not _is_adaptor(call.file)]
    assert outside
    for call in outside:
        kind, _, function = call.where.rpartition(".")
        assert call.file.startswith("fbrecon/sync/"), f"{call.file}: {call.where}"
        assert kind.endswith("Writer"), f"{call.file}: {call.where}"
        assert function == "send", f"{call.file}: {call.where}"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_method_that_writes_is_named_in_a_ports_sends_and_for_signing_in_alone(
    method: str,
) -> None:
    allowed = {
        "fbrecon/freshbooks/token_endpoint.py",
        "fbrecon/platforms/alternative_payments/auth.py",
    }
    for call in CALLS:
        if method not in _texts(call) or call.file in allowed:
            continue
        functions = set(call.where.split("."))
        assert _is_adaptor(call.file), f"{call.file}: {call.where} names {method}"
        assert functions & SENDS, f"{call.file}: {call.where} names {method}"


def test_a_transports_write_is_called_where_an_outcome_is_judged_alone() -> None:
    writes = {
        (call.file, call.where.rpartition(".")[2])
        for call in CALLS
        if call.name == "write" and call.node.args and _is_adaptor(call.file)
    }
    ours = {(file, where) for file, where in writes if where not in SENDS}
    assert ours == {("fbrecon/freshbooks/outcomes.py", "send")}


def test_sessions_send_in_the_transports_alone() -> None:
    verbs = {"request", "post", "put", "patch", "delete"}
    found = {
        call.file
        for call in CALLS
        if call.name in verbs
        and isinstance(call.node.func, ast.Attribute)
        and "session" in ast.unparse(call.node.func.value)
    }
    assert found == {
        "fbrecon/freshbooks/exchange.py",
        "fbrecon/platforms/alternative_payments/transport.py",
    }


def test_nobody_else_speaks_to_a_network() -> None:
    for file, tree in MODULES.items():
        names = {
            name
            for node in ast.walk(tree)
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        if any(file.startswith(place) for place in SPEAKS_HTTP):
            continue
        roots = {name.partition(".")[0] for name in names} | names
        assert not roots & NETWORK, f"{file} imports {sorted(roots & NETWORK)}"
