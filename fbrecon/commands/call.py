"""One call of the command line: its words, its environment, and where its answer goes."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.bootstrap import Environment, Program
from fbrecon.errors import MissingFile


class Call:
    """Opens the program when a command needs it, and prints answers."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        environment: Environment,
        open_program: Callable[[Environment], Program],
    ) -> None:
        self.arguments = arguments
        self.environment = environment
        self._open_program = open_program

    @cached_property
    def program(self) -> Program:
        """The program of this user."""
        return self._open_program(self.environment)

    def close(self) -> None:
        """End the program, if a command opened it. Raises `SecretsError`, see `Program.close`."""
        if "program" in self.__dict__:
            self.program.close()

    @cached_property
    def desk(self) -> CompanyDesk:
        """The desk of the named company or the only one, or one without a company."""
        return self.program.desk(self.program.choose_slug(self.arguments.company))

    @cached_property
    def desk_to_connect(self) -> CompanyDesk:
        """The same for signing in: a company whose file was lost can be fetched anew with it."""
        try:
            return self.desk
        except MissingFile:
            return self.program.desk(None)

    @property
    def wants_json(self) -> bool:
        """Whether stdout must carry JSON only."""
        return bool(self.arguments.json)

    def answer(self, value: dict[str, Any], words: str) -> None:
        """Print one answer: JSON for scripts, words for people."""
        self.line(json.dumps(value, ensure_ascii=False) if self.wants_json else words)

    def rows(self, values: list[dict[str, Any]], columns: tuple[str, ...]) -> None:
        """Print rows: JSONL for scripts, aligned columns for people."""
        if self.wants_json:
            for value in values:
                self.line(json.dumps(value, ensure_ascii=False))
            return
        table = [columns, *(tuple(_cell(value.get(name)) for name in columns) for value in values)]
        widths = [max(len(row[place]) for row in table) for place in range(len(columns))]
        for row in table:
            self.line("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())

    @staticmethod
    def line(text: str) -> None:
        """Print one line at once, so that a script reading a pipe is not kept waiting."""
        print(text, flush=True)

    @staticmethod
    def aside(text: str) -> None:
        """Print progress or a remark, away from the answer."""
        print(text, file=sys.stderr, flush=True)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
