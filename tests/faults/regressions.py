"""Seeds that once broke a rule, with what was wrong. They are always run."""

SEEDS: tuple[tuple[int, str], ...] = (
    (10, "the answer to another send on the same invoice was taken for this one's"),
    (182, "what another program had just done to an intent was taken for our own move"),
    (777, "a match was kept and its record not adopted, where the disk was full in between"),
    (77000640, "a record whose marker a person took away was not seen where it had been matched"),
    (77001294, "the same, after a clock was set back"),
    (205, "another program called a send uncertain that was still under way"),
    (
        143598468001056,
        "what FreshBooks had cut was not seen by a second computer",
    ),
)
