"""What people and rules decided: facts of the file, settings, roles, words, matches, attention."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from peewee import Case

from fbrecon.domain.attention import AttentionItem, AttentionKind, Finding
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PlatformPaymentId
from fbrecon.domain.ledger import Role
from fbrecon.domain.matching import Match
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.fields import to_micros
from fbrecon.store.tables import AttentionRow, Fact, MatchRow, RoleRow, Setting, WordRow


class Decisions:
    """Reads and writes the decisions of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- what this file is

    def fact(self, name: str) -> str | None:
        """A fact of the file: its business, its base URLs, when it was connected."""
        row = self._file.find(Fact.select().where(Fact.name == name))
        return None if row is None else str(row.value)

    def keep_fact(self, name: str, value: str) -> None:
        """Keep a fact of the file."""
        self._file.put(Fact, name=name, value=value)

    def forget_fact(self, name: str) -> None:
        """Remove a fact of the file."""
        self._file.run(Fact.delete().where(Fact.name == name))

    # ---- settings and roles

    def settings(self) -> dict[str, str]:
        """The settings that were changed."""
        return {row.name: row.value for row in self._file.rows(Setting.select())}

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting; whether the value fits was decided before."""
        self._file.put(Setting, name=name, value=value)

    def roles(self) -> dict[Role, LedgerAccountId]:
        """The accounts chosen so far."""
        return {Role(row.role): row.ledger_account_id for row in self._file.rows(RoleRow.select())}

    def keep_roles(self, roles: Mapping[Role, LedgerAccountId]) -> None:
        """Choose accounts for these roles; the others stay."""
        with self._file.write():
            for role, account_id in roles.items():
                self._file.put(RoleRow, role=role.value, ledger_account_id=account_id)

    # ---- words of the platform

    def words(self) -> dict[str, str]:
        """Words of the platform that a person explained: word → platform state."""
        return {row.word: row.meaning for row in self._file.rows(WordRow.select())}

    def keep_word(self, word: str, meaning: str, at: datetime) -> None:
        """Keep what a word means."""
        self._file.put(WordRow, word=word, meaning=meaning, at=at)

    # ---- matches

    def matches(self, payment_ids: Sequence[PlatformPaymentId] | None = None) -> list[Match]:
        """Which payment of the platform is which payment in the books: all, or of these few."""
        return [
            Match(
                PlatformPaymentId(row.payment_id),
                BookPaymentId(row.book_payment_id),
                row.reason,
                row.made_by,
            )
            for row in self._file.rows(_matches(payment_ids))
        ]

    def keep_matches(self, matches: Iterable[Match], at: datetime) -> None:
        """Keep matches; a payment in the books is matched once, the first match stays."""
        with self._file.write():
            for match in matches:
                self._file.run(
                    _insert_match(
                        payment_id=match.payment_id,
                        book_payment_id=match.book_payment_id,
                        reason=match.reason,
                        made_by=match.made_by,
                        at=at,
                    )
                )

    def forget_matches(self, book_payment_ids: Sequence[BookPaymentId]) -> None:
        """Undo matches, for a payment that was deleted in the books."""
        self._file.run(
            MatchRow.delete().where(MatchRow.book_payment_id.in_(list(book_payment_ids)))
        )

    # ---- attention

    def refresh_attention(
        self, findings: Sequence[Finding], at: datetime, kinds: Sequence[AttentionKind] = ()
    ) -> None:
        """Open what is found now, close what is no longer found; dismissed items stay quiet.

        With `kinds` only items of these kinds were looked for, and no others are closed.
        """
        at_micros = to_micros(at)
        with self._file.write():
            keys = [finding.key for finding in findings]
            # An item that comes back is open since today, not since the first time.
            opened = Case(None, [(AttentionRow.closed_at.is_null(), AttentionRow.since)], at_micros)
            for finding in findings:
                content = {
                    "kind": finding.kind.value,
                    "title": finding.title,
                    "message": finding.message,
                    "hint": finding.hint,
                    "subject": finding.subject,
                    "link": finding.link,
                    "actions": json.dumps(finding.actions),
                }
                # A no to one question is no answer to another about the same thing.
                same = AttentionRow.kind == finding.kind.value
                quiet = Case(None, [(same, AttentionRow.dismissed)], 0)
                self._file.run(
                    AttentionRow.insert(key=finding.key, since=at, **content).on_conflict(
                        conflict_target=[AttentionRow.key],
                        update={
                            **content,
                            "since": opened,
                            "closed_at": None,
                            "dismissed": quiet,
                        },
                    )
                )
            gone = AttentionRow.key.not_in(keys) & AttentionRow.closed_at.is_null()
            if kinds:
                gone &= AttentionRow.kind.in_([kind.value for kind in kinds])
            self._file.run(AttentionRow.update(closed_at=at, dismissed=0).where(gone))

    def close_attention(self, number: int, at: datetime) -> None:
        """Close an item whose question was answered; where it comes up again, it is seen again."""
        self._file.run(
            AttentionRow.update(closed_at=at, dismissed=0).where(AttentionRow.id == number)
        )

    def reopen_attention(self, number: int) -> None:
        """Show an item again that was closed or dismissed, as if nobody had answered it."""
        self._file.run(
            AttentionRow.update(closed_at=None, dismissed=0).where(AttentionRow.id == number)
        )

    def list_attention(self) -> list[AttentionItem]:
        """Open items that were not dismissed, oldest first."""
        query = (
            AttentionRow.select()
            .where(AttentionRow.closed_at.is_null(), AttentionRow.dismissed == 0)
            .order_by(AttentionRow.since, AttentionRow.id)
        )
        return [
            AttentionItem(
                row.id,
                Finding(
                    row.key,
                    AttentionKind(row.kind),
                    row.title,
                    row.message,
                    row.hint,
                    row.subject,
                    row.link,
                    tuple(json.loads(row.actions)),
                ),
                row.since,
            )
            for row in self._file.rows(query)
        ]

    def list_dismissed_subjects(self) -> set[str]:
        """What the items that a person put out of sight are about, while they last."""
        return {row.subject for row in self._file.rows(_dismissed())}

    def dismiss_attention(self, number: int) -> bool:
        """Put an item out of sight until it goes away and comes back; False if it is not there."""
        return bool(
            self._file.run(
                AttentionRow.update(dismissed=1).where(
                    AttentionRow.id == number, AttentionRow.closed_at.is_null()
                )
            )
        )


@composed
def _matches(payment_ids: Sequence[str] | None) -> Any:
    query = MatchRow.select().order_by(MatchRow.payment_id)
    return query if payment_ids is None else query.where(MatchRow.payment_id.in_(payment_ids))


@composed
def _insert_match(**values: Any) -> Any:
    return MatchRow.insert(**values).on_conflict_ignore()


@composed
def _dismissed() -> Any:
    return AttentionRow.select(AttentionRow.subject).where(
        AttentionRow.closed_at.is_null(), AttentionRow.dismissed == 1
    )
