"""The measure itself runs, small, and its aims hold on what it generates."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from fbrecon.domain.matching.pairing import match_entries
from tests.bench.matching_records import make_records
from tests.conftest import scaled
from tests.quality.__main__ import SET_FOLDER, main
from tests.quality.measure import Score
from tests.quality.scenarios import STYLES, make_business

BUSINESSES = len(STYLES)


def write_public_set(folder: Path, count: int) -> None:
    """Generated pairs in the files of the public set."""
    lines, payouts, truth = make_records(count)
    shown = {payout: line for line, payout in truth.items()}
    with (folder / "bank.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["line_id", "date", "amount", "currency", "description"])
        for x in lines:
            if x.id in truth:
                rows.writerow([x.id, x.on, f"{x.minor // 100}.{x.minor % 100:02}", "USD", x.text])
    with (folder / "payouts.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["payout_id", "arrival_date", "net", "currency", "status", "bank_reference"])
        for x in payouts:
            if x.id in shown:
                net = f"{x.minor // 100}.{x.minor % 100:02}"
                rows.writerow([x.id, x.on, net, "USD", "paid", x.text])
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")


def test_the_measure_prints_every_slice_every_rule_and_its_aims(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_public_set(tmp_path, 600)
    monkeypatch.setenv(SET_FOLDER, str(tmp_path))
    code = main(["--businesses", str(BUSINESSES * scaled(1)), "--days", "90"])
    printed = capsys.readouterr().out
    assert code == 0, printed
    for name in ("equal amounts", "fees hidden", "twins on one day", "truncated memo", "month end"):
        assert re.search(rf"^{name} +\d", printed, re.M), name
    assert printed.count("aim: ") == 9
    assert printed.count("GnuCash-style points") == 2
    assert "MISSED" not in printed


def test_without_the_public_set_only_the_generated_part_is_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SET_FOLDER, raising=False)
    assert main(["--businesses", "2", "--days", "60"]) == 0
    assert "was not measured" in capsys.readouterr().out


def test_a_wrong_match_is_counted_as_one() -> None:
    """The measure can fail: truth that was moved by one line is not reached."""
    business = make_business(1, 60)
    findings = match_entries(business.lines, business.payouts).findings
    score = Score()
    shown = [x.id for x in business.lines if business.truth[x.id]]
    for line_id, other in zip(shown, shown[1:] + shown[:1], strict=True):
        score.add(findings[line_id], business.truth[other])
    assert score.precision < 0.05
    assert score.first < score.lines // 10


def test_a_business_is_the_same_for_the_same_seed_and_its_money_adds_up() -> None:
    business = make_business(7, 60)
    assert make_business(7, 60).lines == business.lines
    for payout in business.payouts:
        parts = business.parts[payout.id]
        kept = sum(1500 for x in parts if x.net < 0)
        assert payout.minor == sum(x.net for x in parts) - kept
