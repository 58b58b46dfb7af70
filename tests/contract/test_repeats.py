"""The same answer twenty times is one effect, and an older one undoes nothing (F-12, OB-10)."""

import dataclasses
from typing import Any, cast

import pytest
from sqlmodel import func, select

from services.arrivals.fetch_dossiers import fetch_dossiers
from services.arrivals.sources import SOURCES
from services.audit.models import AuditEntry
from services.civil_status.models import CaseState, CivilStatusCase
from services.civil_status.note_declared import case_of
from services.civil_status.note_entry import note_entry
from services.civil_status.pull_entries import pull_entries
from services.dossiers.models import Dossier
from services.integrations.arriving import Arrival
from services.integrations.civil_status_registry.port import EntryState
from services.interlinked_desk.models import ArrivedBundle
from services.outbox.models import Outward
from services.work import SYSTEM, Work
from tests.factories.processing import acting, dossier_of, make_desk
from tests.services.arrivals.arriving import make_filed
from tests.services.civil_status import declared
from tests.services.interlinked_desk import arriving
from tests.services.outbox.owing import in_place

TIMES = 20


def case(work: Work, code: str) -> CivilStatusCase:
    found = case_of(work, dossier_of(work, code).id)
    assert found is not None
    return found


def answered(work: Work, code: str) -> int:
    """Count what the answers of the registry changed."""
    noted = select(func.count()).where(
        AuditEntry.act == "civil_status.answered",
        AuditEntry.subject_id == dossier_of(work, code).id,
    )
    return work.session.exec(noted).one()


def test_an_entry_answered_twenty_times_is_entered_once(work: Work) -> None:
    _, code = declared.make_declared(work)
    declared.carried(work, code)
    declared.registry(work).happen(code, EntryState.DONE)
    entry, dossier_id = declared.registry(work).kept[code], dossier_of(work, code).id

    for _ in range(TIMES):
        note_entry(acting(work, SYSTEM), dossier_id, entry)

    assert case(work, code).state is CaseState.DONE
    assert answered(work, code) == 1


def test_an_answer_that_a_later_question_overtook_undoes_nothing(work: Work) -> None:
    _, code = declared.make_declared(work)
    declared.carried(work, code)
    registry, asking = declared.registry(work), in_place(acting(work, SYSTEM, 1))

    def overtaken(use_case: Any, *given: Any) -> Any:  # Any: an Opener
        found = asking(use_case, *given)
        if use_case.__name__ == "ask_entries":  # “waiting”; meanwhile they went on
            registry.happen(code, EntryState.SUPPLEMENT, "Bổ sung giấy chứng sinh")
            pull_entries(in_place(acting(work, SYSTEM, 2)))
        return found

    pull_entries(cast(Any, overtaken))

    assert case(work, code).state is CaseState.SUPPLEMENT
    assert case(work, code).words == "Bổ sung giấy chứng sinh"


def test_a_declaration_handed_over_twenty_times_is_one_of_ours(work: Work) -> None:
    desk = arriving.make_birth_desk(work)
    arriving.make_filed(work, desk.filing.agency.code)
    services = arriving.there(work)

    for _ in range(TIMES):
        services.acknowledged.clear()  # they forget that we have it
        assert arriving.fetched(work) == 1

    assert work.session.exec(select(func.count()).select_from(ArrivedBundle)).one() == 1
    bundles = select(func.count()).select_from(Dossier).where(Dossier.is_bundle)
    assert work.session.exec(bundles).one() == 1


def test_declarations_in_reversed_order_are_each_one_of_ours(work: Work) -> None:
    desk = arriving.make_birth_desk(work)
    codes = [
        arriving.make_filed(work, desk.filing.agency.code).waiting.code
        for _ in range(2)
    ]
    services = arriving.there(work)
    services.held = dict(reversed(services.held.items()))

    assert arriving.fetched(work) == 2

    kept = work.session.exec(select(ArrivedBundle.code)).all()
    assert sorted(kept) == sorted(codes)


@dataclasses.dataclass
class PlayedSource:
    """A system that hands the same dossiers over until it remembers being told."""

    held: list[Arrival]
    is_forgetful: bool = True
    told: list[str] = dataclasses.field(default_factory=list)

    def waiting(self) -> tuple[str, ...]:
        """Return all, unless it remembers."""
        known = () if self.is_forgetful else self.told
        return tuple(one.code for one in self.held if one.code not in known)

    def arrival(self, code: str) -> Arrival | None:
        """Return one."""
        return next((one for one in self.held if one.code == code), None)

    def acknowledge(self, code: str, our_code: str) -> None:
        """Note it."""
        self.told.append(code)


@pytest.fixture(params=sorted(SOURCES), ids=str)
def source(
    request: pytest.FixtureRequest, work: Work, monkeypatch: pytest.MonkeyPatch
) -> tuple[Outward, PlayedSource]:
    """Each system that hands dossiers over, with two that were filed there."""
    desk = make_desk(work.session)
    filed = PlayedSource([make_filed(work, desk), make_filed(work, desk)])
    monkeypatch.setitem(cast(Any, SOURCES), request.param, lambda _: filed)
    return request.param, filed


def kept_of(work: Work, system: Outward) -> list[str]:
    query = select(Dossier.their_code).where(Dossier.arrived_from == str(system))
    return sorted(work.session.exec(query))


def test_a_dossier_handed_over_twenty_times_is_one_of_ours(
    work: Work, source: tuple[Outward, PlayedSource]
) -> None:
    system, filed = source
    for _ in range(TIMES):
        fetch_dossiers(in_place(acting(work, SYSTEM)), system)
    assert kept_of(work, system) == sorted(one.code for one in filed.held)


def test_dossiers_in_reversed_order_are_each_one_of_ours(
    work: Work, source: tuple[Outward, PlayedSource]
) -> None:
    system, filed = source
    filed.held.reverse()
    fetch_dossiers(in_place(acting(work, SYSTEM)), system)
    assert kept_of(work, system) == sorted(one.code for one in filed.held)
    assert sorted(filed.told) == sorted(one.code for one in filed.held)
