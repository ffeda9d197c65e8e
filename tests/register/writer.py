"""A process that records decisions and rounds for ever, and says what it was told is committed; to be killed.

`python -m tests.register.writer REGISTER NAME COUNT` stops by itself after COUNT.
"""

import sys
from pathlib import Path

from pipeline.errors import RoundTaken
from pipeline.register.store import Register
from tests.register.nouns import decision, file, matter, round_

MATTERS, FILES = 40, 5


def main(path: Path, name: str, count: int) -> None:
    with Register.open(path) as register:
        for at in range(count):
            register.record(tuple(decision(f"{name}-{at}-{each}") for each in range(3)))
            print(f"decided {name}-{at}", flush=True)  # noqa: T201 - what it is for
            number = register.next_round()
            matters = tuple(matter(f"{name}-{at}-{each}") for each in range(MATTERS))
            try:
                register.add_round(round_(number), tuple(file(f"{each}.docx") for each in range(FILES)), matters)
            except RoundTaken:
                continue
            print(f"round {number} {name}-{at}", flush=True)  # noqa: T201 - what it is for


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
