"""The services people need next, after a procedure (C15)."""

from dataclasses import dataclass

from services.procedures.index import current_index
from services.procedures.life_events import life_events
from services.work import Work

MOST = 3


@dataclass(frozen=True)
class NextProcedure:
    """One of them."""

    code: str
    name: str
    when: str


def next_procedures(work: Work, code: str) -> tuple[NextProcedure, ...]:
    """Return the other procedures of the life events that this one belongs to.

    A bundle does all of its event: whoever filed it would file a step twice.
    """
    index = current_index(work.session)
    found: dict[str, NextProcedure] = {}
    for event in life_events().values():
        steps = [step.procedure for step in event.steps]
        if code not in steps:
            continue
        for step in event.steps:
            number = index.by_code.get(step.procedure)
            if step.procedure != code and number is not None:
                row = index.documents[number].row
                one = NextProcedure(row.code, row.plain_name or row.name, step.when)
                found.setdefault(step.procedure, one)
    return tuple(found.values())[:MOST]
