"""One declaration, several dossiers, each with its own state."""

from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from services.accounts.prove_human import HumanProof
from services.core.errors import Forbidden, NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import NEXT
from services.dossiers.show_dossier import progress_of
from services.dossiers.snapshot import read_snapshot
from services.interlinked.bundles import bundles
from services.interlinked.follow import follow
from services.interlinked.hand_in import hand_in
from services.interlinked.models import BundleLeg, LegState
from services.interlinked.queries import legs_of
from services.interlinked.rules import PATHS, moves_to
from services.interlinked.show_bundle import show_bundle
from services.procedures.load_seed import read_seed
from services.processing.desk_queue import QueueFilter, desk_queue
from services.processing.open_reception import open_reception
from services.processing.receive import receive
from services.results.return_result import return_result
from services.work import SYSTEM, Work
from tests.factories.dossiers import make_filing, make_proof, make_ready_draft
from tests.factories.processing import Desk, acting, make_desk, make_form
from tests.services.interlinked.carrying import carry_to_result

S = DossierStatus
WAITING, OPEN, DROPPED = LegState.WAITING, LegState.OPEN, LegState.DROPPED


def declared(
    work: Work, code: str = "2.002621", **answers: str
) -> tuple[Desk, Dossier]:
    """Hand in a declaration whose procedures are in the catalogue."""
    desk = make_desk(work.session, code=code)
    for leg in bundles()[code].leg:
        make_filing(work.session, code=leg.procedure)
    draft = make_ready_draft(work.session, desk.filing)
    draft.answers = draft.answers | answers
    mine = acting(work, desk.filing.citizen)
    hand_in(mine, draft.id, True, make_proof(mine))
    return desk, work.session.get_one(Dossier, draft.id)


def states(work: Work, declaration: Dossier) -> list[tuple[LegState, S | None]]:
    legs = legs_of(work.session, declaration.id)
    return [(leg.state, own.status if own else None) for leg, own in legs]


def leg_code(work: Work, declaration: Dossier, position: int) -> str:
    own = legs_of(work.session, declaration.id)[position][1]
    assert own is not None
    assert own.code is not None
    return own.code


def followed(work: Work, declaration: Dossier) -> S:
    return follow(acting(work, SYSTEM), declaration.id)


def test_every_bundle_and_leg_is_in_the_seed() -> None:
    known = {one.code: one for one in read_seed()}
    for code, bundle in bundles().items():
        papers = {paper.code for paper in known[code].papers}
        assert {leg.procedure for leg in bundle.leg} <= set(known)
        assert {code for leg in bundle.leg for code in leg.papers} == papers
        assert {name for leg in bundle.leg for name in leg.after} <= {
            leg.code for leg in bundle.leg
        }


def test_a_declaration_opens_its_first_dossier_and_lets_the_others_wait(
    work: Work,
) -> None:
    _, declaration = declared(work)
    assert states(work, declaration) == [
        (OPEN, S.SUBMITTED),
        (WAITING, None),
        (WAITING, None),
    ]
    first = legs_of(work.session, declaration.id)[0][1]
    assert first is not None
    assert first.code != declaration.code
    assert read_snapshot(first).procedure_code == "1.001193"
    assert read_snapshot(first).values == read_snapshot(declaration).values


def test_a_second_press_opens_nothing_more(work: Work) -> None:
    desk, declaration = declared(work)
    mine = acting(work, desk.filing.citizen)
    again = hand_in(mine, declaration.id, True, make_proof(mine))
    assert again.submitted is not None
    assert again.submitted.code == declaration.code
    legs = select(BundleLeg).where(BundleLeg.declaration_id == declaration.id)
    assert len(work.session.exec(legs).all()) == 3


def test_an_ordinary_dossier_has_no_legs(work: Work) -> None:
    desk = make_desk(work.session)
    draft = make_ready_draft(work.session, desk.filing)
    mine = acting(work, desk.filing.citizen)
    hand_in(mine, draft.id, True, make_proof(mine))
    assert not work.session.get_one(Dossier, draft.id).is_bundle
    assert not show_bundle(
        mine, work.session.get_one(Dossier, draft.id).code or ""
    ).legs


def test_a_wrong_picture_code_opens_nothing(work: Work) -> None:
    desk = make_desk(work.session, code="2.002621")
    draft = make_ready_draft(work.session, desk.filing)
    mine = acting(work, desk.filing.citizen)
    refused = hand_in(mine, draft.id, True, HumanProof(UUID(int=1), "sai"))
    assert refused.submitted is None
    assert work.session.get_one(Dossier, draft.id).status is S.DRAFT


def test_the_desk_works_on_legs_and_never_on_the_declaration(work: Work) -> None:
    desk, declaration = declared(work)
    at_desk = acting(work, desk.intake)
    shown = {row.code for row in desk_queue(at_desk, QueueFilter()).rows}
    assert shown == {leg_code(work, declaration, 0)}
    with pytest.raises(NotFound):
        open_reception(at_desk, declaration.code or "")
    with pytest.raises(NotFound):
        receive(at_desk, declaration.code or "", make_form(), "press")


def test_the_next_legs_open_when_the_first_has_its_result(work: Work) -> None:
    desk, declaration = declared(work)
    code = leg_code(work, declaration, 0)
    carry_to_result(work, desk, code)
    assert followed(work, declaration) is S.PROCESSING
    assert [state for state, _ in states(work, declaration)] == [OPEN, OPEN, OPEN]
    assert states(work, declaration)[1][1] is S.SUBMITTED
    followed(work, declaration)  # a job may run twice
    legs = work.session.exec(
        select(Dossier).where(Dossier.declaration_id == declaration.id)
    ).all()
    assert len(legs) == 3
    assert len({leg.code for leg in legs}) == 3


def test_the_declaration_ends_with_its_last_leg(work: Work) -> None:
    desk, declaration = declared(work)
    for position in range(3):
        carry_to_result(work, desk, leg_code(work, declaration, position))
        followed(work, declaration)
    assert declaration.status is S.RESULT_READY
    assert declaration.finished_at is not None
    for position in range(3):
        return_result(
            acting(work, desk.intake),
            leg_code(work, declaration, position),
            "Nguyễn Thị Ánh Tuyết",
            f"return-{position}",
        )
    assert followed(work, declaration) is S.RETURNED
    assert declaration.returned_at is not None


@pytest.mark.parametrize(
    ("end", "outcome"),
    [(S.REFUSED, S.REFUSED), (S.WITHDRAWN, S.WITHDRAWN)],
)
def test_without_the_first_there_is_nothing_to_go_on_with(
    work: Work, end: S, outcome: S
) -> None:
    _, declaration = declared(work)
    first = legs_of(work.session, declaration.id)[0][1]
    assert first is not None
    first.status = end
    work.session.add(first)
    assert followed(work, declaration) is outcome
    assert [state for state, _ in states(work, declaration)] == [OPEN, DROPPED, DROPPED]


def test_the_funeral_allowance_is_asked_for_or_left_out(work: Work) -> None:
    _, without = declared(work, "2.002622")
    assert len(states(work, without)) == 2


def test_only_the_worker_follows_a_declaration(work: Work) -> None:
    desk, declaration = declared(work)
    with pytest.raises(Forbidden):
        follow(acting(work, desk.intake), declaration.id)


def test_its_owner_sees_the_legs_side_by_side_and_nobody_else_does(
    work: Work, session: Session
) -> None:
    desk, declaration = declared(work)
    mine = acting(work, desk.filing.citizen)
    view = show_bundle(mine, declaration.code or "")
    assert [leg.code for leg in view.legs] == ["birth", "residence", "insurance"]
    assert view.legs[0].progress == progress_of(
        work, session.exec(select(Dossier).where(_is(work, declaration, 0))).one()
    )
    back = show_bundle(mine, view.legs[0].dossier_code)
    assert back.declaration_code == declaration.code
    stranger = make_filing(session).citizen
    assert not show_bundle(acting(work, stranger), declaration.code or "").legs


def _is(work: Work, declaration: Dossier, position: int):  # type: ignore[no-untyped-def]
    return col(Dossier.code) == leg_code(work, declaration, position)


def test_a_leg_sees_only_the_papers_it_needs(work: Work) -> None:
    _, declaration = declared(work)
    first = legs_of(work.session, declaration.id)[0][1]
    assert first is not None
    assert read_snapshot(first).components == ()  # G01 is none of its papers
    assert read_snapshot(declaration).components != ()


@pytest.mark.parametrize("wanted", list(PATHS))
@pytest.mark.parametrize("now", list(S))
def test_a_declaration_only_makes_moves_a_dossier_may_make(now: S, wanted: S) -> None:
    at = now
    for move in moves_to(now, wanted):
        assert move in NEXT[at]
        at = move
