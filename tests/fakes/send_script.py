"""What happens to the sends of a fake service: by plan, in order, and kept for looking at."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum

from fbrecon.domain.posting import OutcomeClass, WriteOutcome


class Fault(StrEnum):
    """What goes wrong with one send."""

    LOST_BEFORE = "lost_before"  # no answer, and the service never saw it
    LOST_AFTER = "lost_after"  # no answer, though the service took it
    LATE = "late"  # no answer; the service takes it some minutes later
    REFUSED = "refused"
    FORBIDDEN = "forbidden"  # refused, whatever it says: the plan or the role is too small
    WAIT = "wait"  # 429: asked to wait, nothing taken
    SIGN_IN = "sign_in"  # the bearer is no longer accepted, nothing taken
    RENEWED = "renewed"  # the bearer was over and was renewed at once, nothing taken


class SendScript:
    """Decides about each send. `apply` is what the service does if it takes the body."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.bodies: list[bytes] = []
        self.on_send: Callable[[bytes], None] | None = None
        self.late_by = 300.0
        self._plan: deque[Fault | None] = deque()
        self._late: list[tuple[float, Callable[[], WriteOutcome]]] = []
        self._monotonic = monotonic

    def plan(self, *faults: Fault | None) -> None:
        """What the next sends meet; None is all well."""
        self._plan.extend(faults)

    def arrive(self) -> None:
        """Take what is due of the late ones."""
        now = self._monotonic()
        due = [apply for at, apply in self._late if at <= now]
        self._late = [(at, apply) for at, apply in self._late if at > now]
        for apply in due:
            apply()

    @property
    def under_way(self) -> int:
        """How many late ones have not arrived yet."""
        return len(self._late)

    def send(self, body: bytes, apply: Callable[[], WriteOutcome]) -> WriteOutcome:
        """One send."""
        self.bodies.append(body)
        if self.on_send is not None:
            self.on_send(body)
        self.arrive()
        fault = self._plan.popleft() if self._plan else None
        match fault:
            case None:
                return apply()
            case Fault.REFUSED:
                return refused("It says no.")
            case Fault.FORBIDDEN:
                return WriteOutcome(OutcomeClass.REFUSED, "Not allowed.", http_status=403)
            case Fault.WAIT:
                return WriteOutcome(
                    OutcomeClass.NOT_APPLIED, "It asks to wait.", "", 429, retry_after=120.0
                )
            case Fault.SIGN_IN:
                return WriteOutcome(
                    OutcomeClass.NOT_APPLIED, "Not accepted.", "", 401, sign_in_again=True
                )
            case Fault.RENEWED:
                return WriteOutcome(
                    OutcomeClass.NOT_APPLIED, "It was renewed.", "", 401, at_once=True
                )
            case Fault.LOST_AFTER:
                apply()
            case Fault.LATE:
                self._late.append((self._monotonic() + self.late_by, apply))
        return WriteOutcome(OutcomeClass.AMBIGUOUS, "No whole answer came.")


def refused(why: str) -> WriteOutcome:
    """A definite no."""
    return WriteOutcome(OutcomeClass.REFUSED, why, http_status=422)


def applied(remote_id: str) -> WriteOutcome:
    """A definite yes."""
    return WriteOutcome(OutcomeClass.APPLIED, "It is there as sent.", remote_id, 200)
