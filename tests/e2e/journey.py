"""The program as a person or a script runs it: a process, its exit code, its JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests

from fbrecon.errors import SecretsError
from fbrecon.sandbox.visitor import sign_in
from fbrecon.store.vault import open_vault
from tests.e2e.canary import Canary

PASSPHRASE = "correct horse battery staple"


@dataclass
class Answer:
    """What one command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object it printed."""
        return dict(json.loads(self.out))

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The objects it printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Cli:
    """`python -m fbrecon` against a sandbox process, with a home of its own."""

    home: Path
    sandbox: dict[str, Any]
    extra: dict[str, str] = field(default_factory=dict)
    canary: Canary = field(default_factory=Canary)
    _said: list[str] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        """The contract's variables for this sandbox."""
        freshbooks, platform = self.sandbox["freshbooks"], self.sandbox["platform"]
        return {
            **{k: v for k, v in os.environ.items() if not k.startswith("FBRECON_")},
            "FBRECON_HOME": str(self.home),
            "FBRECON_FRESHBOOKS_API": self.sandbox["freshbooks_api"],
            "FBRECON_FRESHBOOKS_AUTH": self.sandbox["freshbooks_auth"],
            "FBRECON_PLATFORM_API": self.sandbox["platform_api"],
            "FBRECON_FRESHBOOKS_CLIENT_ID": freshbooks["client_id"],
            "FBRECON_FRESHBOOKS_CLIENT_SECRET": freshbooks["client_secret"],
            "FBRECON_FRESHBOOKS_REDIRECT_URI": freshbooks["redirect_uri"],
            "FBRECON_PLATFORM_CLIENT_ID": platform["client_id"],
            "FBRECON_PLATFORM_CLIENT_SECRET": platform["client_secret"],
            "FBRECON_SECRETS": "file",
            "FBRECON_PASSPHRASE": PASSPHRASE,
            "FBRECON_TEST_CLOCK": f"{self.sandbox['controls']}/clock",
            **self.extra,
        }

    def run(self, *words: str, stdin: str | None = None) -> Answer:
        """Run one command to its end."""
        done = subprocess.run(
            [sys.executable, "-m", "fbrecon", *words],
            input=stdin,
            capture_output=True,
            text=True,
            env=self.environment(),
            timeout=120,
            check=False,
        )
        return self._heard(Answer(done.returncode, done.stdout, done.stderr))

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Begin a command, for somebody who will not let it come to its end."""
        return subprocess.Popen(
            [sys.executable, "-m", "fbrecon", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment(),
        )

    def connect_freshbooks(
        self, *words: str, decision: str = "allow", tamper: tuple[str, str] = ("", "")
    ) -> Answer:
        """Sign in through the sandbox's pages while the command waits for the address."""
        with subprocess.Popen(
            [sys.executable, "-m", "fbrecon", "connect", "freshbooks", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment(),
        ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            if '"authorize_url"' not in first:
                out, err = process.communicate(timeout=60)
                return self._heard(Answer(process.returncode, first + out, err))
            told = self.sandbox["freshbooks"]
            url = sign_in(
                json.loads(first)["authorize_url"],
                told["email"],
                told["password"],
                decision=decision,
            )
            self.canary.know("the code", parse_qs(urlsplit(url).query).get("code", [""])[0])
            self.canary.look_at_children(process.pid)
            out, err = process.communicate(url.replace(*tamper) + "\n", timeout=60)
            return self._heard(Answer(process.returncode, out, err))

    def _heard(self, answer: Answer) -> Answer:
        self._said += [answer.out, answer.err]
        return answer

    def look_for_secrets(self) -> None:
        """Fails if a secret of this journey was printed, or lies readable in a file."""
        self.canary.know_sandbox(self.sandbox)
        self.canary.know("the passphrase", PASSPHRASE)
        if (self.home / "vault.db").exists():
            with suppress(SecretsError):  # some tests break it, or keep it otherwise
                vault = open_vault(self.home, "file", PASSPHRASE)
                self.canary.know_vault(vault)
                vault.close()  # type: ignore[attr-defined] # of what lies in a file
        for text in self._said:
            self.canary.look_at("what was printed", text.encode())
        self.canary.look_into(self.home)
        self.canary.check()

    def control(self, name: str, **body: Any) -> dict[str, Any]:
        """Ask the sandbox to let something happen."""
        answer = requests.post(f"{self.sandbox['controls']}/{name}", json=body, timeout=60)
        assert answer.ok, answer.text
        return dict(answer.json())

    def state(self) -> dict[str, Any]:
        """All rows of both services."""
        return dict(requests.get(f"{self.sandbox['controls']}/state", timeout=60).json())


@contextmanager
def sandbox_process(*words: str) -> Iterator[dict[str, Any]]:
    """`fbrecon sandbox` as a process; yields its announcement."""
    command = [sys.executable, "-m", "fbrecon", "sandbox", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()
