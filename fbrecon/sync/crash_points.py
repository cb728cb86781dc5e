"""The named points of posting at which a test may end the program.

They lie between what is durable and what is not yet, so that ending the program at each of them,
for the n-th time, walks through every way in which a write can be cut off. While a request is on
its way there is no point here: whoever plays the service ends the program then.
"""

from __future__ import annotations

from collections.abc import Callable

CrashPoint = Callable[[str], None]

RECOVERING = "recovering"  # what was being sent is found, nothing was changed yet
RECOVERED = "recovered"  # it is uncertain on disk
PROPOSING = "proposing"  # facts are read, no intent was made of them yet
PROPOSED = "proposed"  # the new intents are on disk
SETTLING = "settling"  # an uncertain write was looked up, the result is not kept
SETTLED = "settled"  # the result is on disk
LOOKED = "looked"  # the way is clear, the send is not on disk
INTENT_DURABLE = "intent durable"  # the send is on disk, no byte has left
COUNTED = "counted"  # the send is counted outside the file, no byte has left
ANSWERED = "answered"  # the answer is here and not kept
ANSWER_KEPT = "answer kept"  # the answer is on disk
READING_BACK = "reading back"  # what was recorded was read again, the result is not kept
READ_BACK = "read back"  # the result is on disk

POINTS = (
    RECOVERING, RECOVERED, PROPOSING, PROPOSED, SETTLING, SETTLED, LOOKED, INTENT_DURABLE, COUNTED,
    ANSWERED, ANSWER_KEPT, READING_BACK, READ_BACK,
)  # fmt: skip


def no_crash(name: str) -> None:
    """In real life nothing happens."""
    del name
