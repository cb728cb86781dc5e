"""Which ledger account plays which role: chosen among what is there, or made in FreshBooks."""

from __future__ import annotations

from collections.abc import Iterable

from fbrecon.app.company import Company, not_connected
from fbrecon.app.posting import open_poster
from fbrecon.app.views import AccountsView
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.drafts import LedgerAccountDraft
from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.ledger import (
    ROLE_LABELS,
    SUB_TYPE_FOR_NEW,
    LedgerAccount,
    Role,
    find_suggestion,
    why_not,
)
from fbrecon.domain.posting import SETTLED, IntentKey, PostingState, WriteKind
from fbrecon.errors import Refused, Unreachable, WrongUsage
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken, silent

_OVER = (*SETTLED, PostingState.REFUSED, PostingState.DROPPED, PostingState.UNDONE)


def accounts_view(company: Company, *, refresh: bool = False) -> AccountsView:
    """The chart of accounts, the roles and the suggestions."""
    if refresh or not company.stores.books.list_ledger_accounts():
        books = company.find_books()
        if books is None:
            raise not_connected("FreshBooks")
        with company.stores.write():
            company.stores.books.save_ledger_accounts(books.read_ledger_accounts().records)
    accounts = company.stores.books.list_ledger_accounts()
    by_id = {account.id: account for account in accounts}
    chosen = company.stores.decisions.roles()
    suggestions = {role: find_suggestion(accounts, role) for role in Role if role not in chosen}
    return AccountsView(
        accounts=tuple(accounts),
        roles={role: by_id.get(chosen[role]) if role in chosen else None for role in Role},
        suggestions={role: found for role, found in suggestions.items() if found is not None},
    )


def set_accounts(company: Company, chosen: dict[str, str], create: dict[str, str]) -> AccountsView:
    """Check everything first, then make what is to be made, then keep the roles.

    Raises `WrongUsage` for an account that cannot take its role; then nothing was changed.
    """
    view = accounts_view(company, refresh=True)
    by_id = {account.id: account for account in view.accounts}
    roles: dict[Role, LedgerAccountId] = {}
    for word, account_id in chosen.items():
        role = _role(word)
        account = by_id.get(LedgerAccountId(account_id))
        if account is None:
            raise _cannot(role, f"FreshBooks has no account with the id {account_id}.")
        problem = why_not(account, role)
        if problem is not None:
            raise _cannot(role, problem)
        roles[role] = account.id
    wanted: list[tuple[Role, str]] = []
    for word, name in create.items():
        role = _role(word)
        if role not in SUB_TYPE_FOR_NEW:
            raise _cannot(role, "Make it in FreshBooks itself, then choose it here.")
        if not name.strip():
            raise _cannot(role, "The new account needs a name.")
        wanted.append((role, name.strip()))
    kept = company.stores.decisions.roles()
    stay = {role: i for role, i in kept.items() if role not in {*roles, *dict(wanted)}}
    _check_distinct(
        {role: by_id[i] for role, i in (*stay.items(), *roles.items()) if i in by_id},
        dict(wanted),
    )
    new: list[tuple[Role, str]] = []
    for role, name in wanted:
        there = _find_named(view.accounts, role, name)
        if there is None:
            new.append((role, name))
        else:
            roles[role] = there
    if new:
        with company.only_writer("Accounts are made in FreshBooks by one at a time."):
            for role, name in new:
                roles[role] = _create(company, role, name)
    _keep(company, roles, kept)
    return accounts_view(company, refresh=bool(wanted))


def _keep(
    company: Company,
    roles: dict[Role, LedgerAccountId],
    before: dict[Role, LedgerAccountId],
) -> None:
    """Keep the choice, and tell the activity log what is another account than before."""
    names = {account.id: account.name for account in company.stores.books.list_ledger_accounts()}
    with company.stores.write():
        company.stores.decisions.keep_roles(roles)
        for role, account_id in roles.items():
            was = before.get(role)
            if was != account_id:
                deed = Deed(
                    DeedKind.ACCOUNTS,
                    ROLE_LABELS[role],
                    "A person chose it.",
                    before="" if was is None else names.get(was, was),
                    after=names.get(account_id, account_id),
                    remote_id=account_id,
                )
                company.stores.activity.append(deed)


def _find_named(accounts: Iterable[LedgerAccount], role: Role, name: str) -> LedgerAccountId | None:
    """The account of that name, where there is one; raises where it cannot take the role."""
    for account in accounts:
        if account.name.casefold() == name.casefold():
            problem = why_not(account, role)
            if problem is not None:
                raise _cannot(role, f"An account of that name exists. {problem}")
            return account.id
    return None


def _create(company: Company, role: Role, name: str) -> LedgerAccountId:
    """Make the account through the outbox."""
    books = company.find_books()
    if books is None:
        raise not_connected("FreshBooks")
    intent = _post(company, books, role, name)
    if intent.state not in SETTLED or intent.remote_id is None:
        if intent.state in (PostingState.UNCERTAIN, PostingState.APPROVED):
            raise Unreachable(
                "It is not certain whether the account was made",
                f"FreshBooks gave no clear answer for “{name}”.",
                "Look at the chart of accounts in a minute; choose the account if it is there.",
            )
        raise Refused(
            "FreshBooks did not make the account",
            f"“{name}”: {intent.reason}",
            "Make it in FreshBooks itself, then choose it here.",
        )
    return LedgerAccountId(intent.remote_id)


def _post(company: Company, books: Books, role: Role, name: str) -> Intent:
    outbox = company.stores.outbox
    generation = 1
    while True:
        key = IntentKey(
            company.business.account_id,
            WriteKind.LEDGER_ACCOUNT,
            f"role:{role.value}",
            name.casefold(),
            generation,
        )
        known = outbox.find(key)
        if known is None or known.state not in _OVER:
            break
        generation += 1  # refused before, or made and gone again: a person asks once more
    draft = LedgerAccountDraft(
        name=name,
        sub_type=SUB_TYPE_FOR_NEW[role],
        description=f"{ROLE_LABELS[role]} of payments collected online. {key.marker}",
    )
    outbox.add(
        NewIntent(
            key=key,
            subject=name,
            target=role.value,
            body=books.render_ledger_account(draft),
            state=PostingState.APPROVED,
            reason="It was asked for when the accounts were set up.",
        )
    )
    open_poster(company).run((WriteKind.LEDGER_ACCOUNT,), CancelToken(), silent)
    intent = outbox.find(key)
    assert intent is not None
    return intent


def _check_distinct(chosen: dict[Role, LedgerAccount], wanted: dict[Role, str]) -> None:
    """The roles of one payout entry must be different accounts: chosen now, before, or made."""
    by_id: dict[str, Role] = {}
    by_name: dict[str, Role] = {}
    for role, account in chosen.items():
        twin = by_id.setdefault(account.id, role)
        by_name.setdefault(account.name.casefold(), role)
        if twin is not role:
            raise _cannot(role, f"“{account.name}” is already chosen for {ROLE_LABELS[twin]}.")
    for role, name in wanted.items():
        twin = by_name.setdefault(name.casefold(), role)
        if twin is not role:
            raise _cannot(role, f"“{name}” is already chosen for {ROLE_LABELS[twin]}.")


def _role(word: str) -> Role:
    try:
        return Role(word)
    except ValueError:
        raise WrongUsage(
            "There is no such role",
            f"“{word}” is not among {', '.join(Role)}.",
            "Check the spelling.",
        ) from None


def _cannot(role: Role, why: str) -> WrongUsage:
    return WrongUsage(
        f"That account cannot be used for {ROLE_LABELS[role].lower()}", why, "Nothing was changed."
    )
