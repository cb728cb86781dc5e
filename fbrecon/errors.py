"""The error tree. Every error that the world can cause says what, why and what to do next.

    FbreconError                 exit 1
    ├── WrongUsage               exit 2   the command's words are off
    ├── NeedsPerson              exit 3   somebody has to decide or sign in first
    │   ├── SignInAgain                   the service no longer accepts what we hold
    │   ├── ChooseBusiness
    │   ├── ChooseAccounts
    │   └── AskAboutFile                  a file can be read in two ways
    ├── Unreachable              exit 4   a service is out of reach or refuses for now
    │   └── RateLimited
    ├── Refused                  exit 1   a service gave a definite no
    │   └── NotFound
    ├── Unreadable               exit 1   an answer that is not what the service documents
    ├── SignInFailed             exit 1   one attempt to sign in went wrong; try again
    ├── SecretsError             exit 1   the vault cannot be opened or written
    ├── Overtaken                exit 1   somebody else decided about it at the same moment
    ├── SyncBrokeOff             exit 1   the process that synced ended in the middle of it
    ├── BadFile                  exit 1   a file to be imported is not what it should be
    └── FileError                exit 1   the company file or a file beside it
        └── DamagedFile                   a copy can be put back in its place
            └── MissingFile

The three texts are shown as they are in the window, on the command line and in the log, so
they hold no secret, no customer's name and no technical jargon that a bookkeeper cannot use.
"""

from __future__ import annotations


class FbreconError(Exception):
    """A thing the world did, in a bookkeeper's words.

    `title` is a headline without a full stop, `message` says what happened and why, `hint`
    what to do next. `detail` is for the log only and must hold no secret.
    """

    exit_code = 1

    def __init__(self, title: str, message: str, hint: str = "", *, detail: str = "") -> None:
        super().__init__(f"{title}: {message}")
        self.title = title
        self.message = message
        self.hint = hint
        self.detail = detail

    @property
    def sentence(self) -> str:
        """One line with all three texts, the same for window, command line and log."""
        return " ".join(part for part in (f"{self.title}.", self.message, self.hint) if part)


class WrongUsage(FbreconError):
    """The command was called with words it does not take."""

    exit_code = 2


class NeedsPerson(FbreconError):
    """A person must decide or do something before this can go on."""

    exit_code = 3


class SignInAgain(NeedsPerson):
    """A service no longer accepts the sign-in or key that we hold."""


class ChooseBusiness(NeedsPerson):
    """The sign-in covers several businesses and none was chosen."""


class ChooseAccounts(NeedsPerson):
    """The asked-for thing needs a ledger account that was not chosen yet."""


class Unreachable(FbreconError):
    """A service is out of reach or refuses for now; nothing is lost by trying later."""

    exit_code = 4


class RateLimited(Unreachable):
    """The service asked us to wait. `retry_after` is in seconds."""

    def __init__(self, title: str, message: str, hint: str = "", *, retry_after: float) -> None:
        super().__init__(title, message, hint)
        self.retry_after = retry_after


class Refused(FbreconError):
    """A service understood the request and said no. `code` is the service's own number or word."""

    def __init__(
        self,
        title: str,
        message: str,
        hint: str = "",
        *,
        status: int = 0,
        code: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(title, message, hint, detail=detail)
        self.status = status
        self.code = code


class NotFound(Refused):
    """The record asked for does not exist, or not for this sign-in."""


class Unreadable(FbreconError):
    """An answer that does not have the documented shape; `path` says where it broke."""

    def __init__(self, title: str, message: str, hint: str = "", *, path: str = "") -> None:
        super().__init__(title, message, hint, detail=path)
        self.path = path


class SignInFailed(FbreconError):
    """One attempt to sign in went wrong or was given up; nothing was changed."""


class SecretsError(FbreconError):
    """The vault that holds tokens and keys cannot be opened, read or written."""


class Overtaken(FbreconError):
    """Another window, command or sync decided about the same thing at the same moment."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "It has just changed",
            "A sync or another window decided about it at the same moment.",
            "Look at where it stands now, then decide again.",
            detail=detail,
        )


class SyncBrokeOff(FbreconError):
    """The process that a sync ran in ended before the sync did; the next one goes on from there."""


class BadFile(FbreconError):
    """A file that was to be imported cannot be read as what it should be; nothing was changed."""


class AskAboutFile(NeedsPerson):
    """A file that was to be imported can be read in two ways, and nobody should guess.

    `asks` says about what: dates, decimal, currency or mapping.
    """

    def __init__(self, title: str, message: str, hint: str = "", *, asks: str = "mapping") -> None:
        super().__init__(title, message, hint)
        self.asks = asks


class FileError(FbreconError):
    """A company file, a backup or another file of ours cannot be used as asked."""


class DamagedFile(FileError):
    """A company file is no longer a sound database; a copy can be put back."""


class MissingFile(DamagedFile):
    """A company file is not where it was, and its copies are; one of them can be put back."""
