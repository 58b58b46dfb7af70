"""Every system × every mishap of F-12 has its proof, or a reason why it cannot happen."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.faults import Mode
from services.arrivals.sources import SOURCES
from services.look_ups.models import Register
from services.outbox.models import Outward
from tests.contract import test_mishaps as telling
from tests.contract import test_mishaps_inward as fetching
from tests.contract import test_mishaps_of_reading as reading
from tests.contract import test_repeats as repeats
from tests.contract.doors import DOORS
from tests.contract.reading import READERS
from tests.dvc_app.callbacks import test_post_event as post_event
from tests.services.land import test_notices as land

Proof = Callable[..., Any]  # a test
Cell = tuple[Proof, ...] | str  # or why there is nothing to prove

POST = "public_post"
SYSTEMS = (
    Outward.INTERLINKED_SERVICES,
    Outward.CIVIL_STATUS,
    Outward.SOCIAL_ASSISTANCE,
    Outward.NATURAL_RESOURCES,
    Register.ENTERPRISES,
    Register.BUDGET_UNITS,
    Register.TRANSPORT,
    Outward.CONSTRUCTION,
    Outward.PLANNING,
    POST,
    Outward.NATIONAL_PORTAL,
)
# The sixteen mishaps; those with no switch of the sandbox have tests of their own.
MODES: dict[str, Mode | None] = {
    "refuses the connection": None,
    "hangs": Mode.SLOW,
    "drips": Mode.DRIP,
    "500, some times": Mode.BROKEN,
    "429 and when to come back": Mode.BUSY,
    "401, then a new token": Mode.EXPIRED,
    "a certificate nobody vouches for": None,
    "leads elsewhere": Mode.REDIRECT,
    "a page for an answer": Mode.GARBAGE,
    "half an answer": Mode.CUT,
    "another shape": Mode.SHAPE,
    "other letters": Mode.LETTERS,
    "100 MB": Mode.HUGE,
    "done, and the answer lost": Mode.LOST,
    "tells twenty times": None,
    "tells in reversed order": None,
}
OWN_OUTWARD: dict[str, Proof] = {
    "refuses the connection": telling.test_a_closed_port_is_silence,
    "a certificate nobody vouches for": (
        telling.test_a_certificate_nobody_vouches_for_is_silence
    ),
    "401, then a new token": telling.test_a_token_that_ran_out_is_renewed_unseen,
    "other letters": telling.test_what_cannot_be_trusted_never_counts_as_arrived,
}
MISHAP = telling.test_a_mishap_is_silence_and_afterwards_it_is_there_once
LAST_STANDS = reading.test_after_a_mishap_the_last_good_answer_stands
NOBODY = reading.test_where_nobody_listens_or_nobody_vouches_the_last_good_answer_stands
OWN_READING: dict[str, Proof] = {
    "refuses the connection": NOBODY,
    "a certificate nobody vouches for": NOBODY,
    "401, then a new token": reading.test_a_token_that_ran_out_is_renewed_unseen,
}
TWENTY, REVERSED = "tells twenty times", "tells in reversed order"
ONLY_ASKED = "It is asked and answers in the same call: it never tells by itself."
ONLY_TOLD = "It is told and answers in the same call: nothing is fetched, none calls."
ARRIVING: dict[str, Cell] = {
    TWENTY: (repeats.test_a_dossier_handed_over_twenty_times_is_one_of_ours,),
    REVERSED: (repeats.test_dossiers_in_reversed_order_are_each_one_of_ours,),
}
INWARD: dict[str, dict[str, Cell]] = {
    Outward.INTERLINKED_SERVICES: {
        TWENTY: (repeats.test_a_declaration_handed_over_twenty_times_is_one_of_ours,),
        REVERSED: (repeats.test_declarations_in_reversed_order_are_each_one_of_ours,),
    },
    Outward.CIVIL_STATUS: {
        TWENTY: (repeats.test_an_entry_answered_twenty_times_is_entered_once,),
        REVERSED: (
            repeats.test_an_answer_that_a_later_question_overtook_undoes_nothing,
        ),
    },
    Outward.SOCIAL_ASSISTANCE: ARRIVING,
    Outward.NATURAL_RESOURCES: {  # with the land exchange, which calls back
        TWENTY: (
            repeats.test_a_dossier_handed_over_twenty_times_is_one_of_ours,
            land.test_told_twenty_times_it_happened_once,
        ),
        REVERSED: (
            repeats.test_dossiers_in_reversed_order_are_each_one_of_ours,
            land.test_what_comes_after_something_later_leaves_no_line,
        ),
    },
    Register.ENTERPRISES: {TWENTY: ONLY_ASKED, REVERSED: ONLY_ASKED},
    Register.BUDGET_UNITS: {TWENTY: ONLY_ASKED, REVERSED: ONLY_ASKED},
    Register.TRANSPORT: {TWENTY: ONLY_ASKED, REVERSED: ONLY_ASKED},
    Outward.CONSTRUCTION: {TWENTY: ONLY_TOLD, REVERSED: ONLY_TOLD},
    Outward.PLANNING: {TWENTY: ONLY_TOLD, REVERSED: ONLY_TOLD},
    POST: {
        TWENTY: (post_event.test_a_line_told_twenty_times_counts_once,),
        REVERSED: (post_event.test_lines_in_reversed_order_undo_nothing,),
    },
    Outward.NATIONAL_PORTAL: ARRIVING,
}


def cell(system: str, name: str) -> Cell | None:
    """Return what proves a cell; None: nothing does."""
    if name in (TWENTY, REVERSED):
        return INWARD.get(system, {}).get(name)
    if system in DOORS:
        return _of(OWN_OUTWARD, name, telling.SILENT, MISHAP)
    if system in set(map(str, READERS)):
        return _of(OWN_READING, name, reading.MISHAPS, LAST_STANDS)
    return None


def _of(
    own: dict[str, Proof], name: str, switched: tuple[Mode, ...], proof: Proof
) -> Cell | None:
    if name in own:
        return (own[name],)
    return (proof,) if MODES[name] in switched else None


@pytest.mark.parametrize("system", SYSTEMS, ids=str)
@pytest.mark.parametrize("name", MODES)
def test_every_cell_is_proved_or_says_why_not(system: str, name: str) -> None:
    found = cell(system, name)
    assert found, f"{system}: nobody proves “{name}”"
    if isinstance(found, str):
        assert name in (TWENTY, REVERSED)  # whatever is called can meet the others
    else:
        assert all(proof.__name__.startswith("test_") for proof in found)


def test_there_are_a_hundred_and_seventy_six_cells() -> None:
    assert len(SYSTEMS) * len(MODES) == 176
    assert {*map(str, Outward)} <= set(DOORS)  # a new system brings its door
    assert set(map(str, Register)) == set(map(str, READERS))
    calls_back = {*fetching.INFLOWS, *map(str, SOURCES)}
    silent = {s for s in SYSTEMS if isinstance(INWARD[s][TWENTY], str)}
    assert not calls_back & set(map(str, silent))
