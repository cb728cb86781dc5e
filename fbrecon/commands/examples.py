"""An example or two of every command, for its `--help` and the manual. A test parses each."""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "gui": ("fbrecon gui", "fbrecon gui --hidden", "fbrecon --company acme-ltd gui"),
    "demo": ("fbrecon demo", "fbrecon demo --headless --screenshots pictures"),
    "sandbox": ("fbrecon sandbox --port 8400", "fbrecon sandbox --seed 3 --invoices 500"),
    "companies": ("fbrecon companies --json", "fbrecon companies restore acme-ltd"),
    "connect": ("fbrecon connect freshbooks", "fbrecon connect platform --json"),
    "disconnect": ("fbrecon disconnect platform",),
    "accounts": ("fbrecon accounts", "fbrecon accounts set --create-fees 'Processing fees'"),
    "sync": (
        "fbrecon sync",
        "fbrecon --company acme-ltd sync --only payments --json",
        "fbrecon sync --all",
    ),
    "pause": ("fbrecon pause --for hour", "fbrecon pause"),
    "resume": ("fbrecon resume",),
    "status": ("fbrecon status --json", "fbrecon status --all"),
    "list": ("fbrecon list payments --json", "fbrecon list invoices --search 1042"),
    "approve": ("fbrecon approve pay_12", "fbrecon approve --all --before 2026-10-01"),
    "dismiss": ("fbrecon dismiss pay_12", "fbrecon dismiss line_7 --not-ours"),
    "settings": ("fbrecon settings", "fbrecon settings settle_after 1200"),
    "doctor": ("fbrecon doctor --json",),
    "preview": ("fbrecon preview",),
    "receipt": ("fbrecon receipt pay_12 --output receipt.html",),
    "show": ("fbrecon show pay_12",),
    "weeks": ("fbrecon weeks --last 8 --json",),
    "undo": ("fbrecon undo run_31 --dry-run", "fbrecon undo act_5"),
    "import": (
        "fbrecon import bank statement.ofx",
        "fbrecon import payments march.csv --mapping mine --dry-run",
    ),
    "reconcile": ("fbrecon reconcile --json",),
    "entries": ("fbrecon entries --output entries.csv --from 2026-10-01 --to 2026-10-31",),
    "periods": ("fbrecon periods", "fbrecon periods close 2026-10-31"),
    "report": (
        "fbrecon report reconciliation --from 2026-10-01 --to 2026-10-31 --output october.pdf",
    ),
    "export": ("fbrecon export everything", "fbrecon --company acme-ltd export acme --json"),
    "login": ("fbrecon login on", "fbrecon login --json"),
    "completion": ("fbrecon completion bash > ~/.local/share/bash-completion/completions/fbrecon",),
    "manual": ("fbrecon manual > fbrecon.1",),
}


def epilog(command: str) -> str:
    """What stands below the help of a command; empty where it has no example."""
    lines = EXAMPLES.get(command, ())
    if not lines:
        return ""
    return "\n".join(["examples:" if len(lines) > 1 else "example:", *(f"  {it}" for it in lines)])
