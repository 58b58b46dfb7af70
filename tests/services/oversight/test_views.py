"""Kept views and sheets of the desk."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from services.core.errors import NotFound, RuleViolation
from services.oversight import export_desk
from services.oversight.change_view import delete_view, rename_view, start_with
from services.oversight.export_desk import fetch_export, order_export
from services.oversight.list_views import start_view, views_of
from services.oversight.models import DeskExport
from services.oversight.save_view import MOST, save_view
from services.processing.desk_filters import QueueFilter
from services.work import Role, Work
from tests.factories.processing import Desk, acting, make_desk, make_many_new, make_new

WHY = "Họp giao ban đầu tuần"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def test_a_view_is_kept_renamed_started_with_and_thrown_away(
    work: Work, desk: Desk
) -> None:
    mine = acting(work, desk.intake)
    view = save_view(mine, " Khai sinh  sắp đến hạn ", {"hang": "qua-han", "tim": ""})
    (kept,) = views_of(mine)
    assert (kept.name, kept.filters) == ("Khai sinh sắp đến hạn", {"hang": "qua-han"})
    rename_view(mine, view, "Khai sinh")
    start_with(mine, view)
    assert start_view(mine) == {"hang": "qua-han"}
    start_with(mine, view)
    assert start_view(mine) == {}
    delete_view(mine, view)
    delete_view(mine, view)
    assert views_of(mine) == ()


def test_one_view_at_most_is_the_start(work: Work, desk: Desk) -> None:
    mine = acting(work, desk.intake)
    for name in ("Một", "Hai"):
        start_with(mine, save_view(mine, name, {"hang": name}))
    assert [view.is_start for view in views_of(mine)] == [True, False]


def test_the_same_name_keeps_the_newer_filters(work: Work, desk: Desk) -> None:
    mine = acting(work, desk.intake)
    first = save_view(mine, "Của tôi", {"hang": "a"})
    assert save_view(mine, "của TÔI", {"hang": "b"}) == first
    assert [view.filters for view in views_of(mine)] == [{"hang": "b"}]


def test_twenty_views_and_no_more(work: Work, desk: Desk) -> None:
    mine = acting(work, desk.intake)
    for number in range(MOST):
        save_view(mine, f"Bộ lọc {number}", {})
    with pytest.raises(RuleViolation, match="view_too_many"):
        save_view(mine, "Một bộ nữa", {})


@pytest.mark.parametrize("name", ["", "   ", "...", "x" * 61])
def test_a_view_has_a_name_that_reads(work: Work, desk: Desk, name: str) -> None:
    with pytest.raises(RuleViolation):
        save_view(acting(work, desk.intake), name, {})


def test_a_colleague_s_view_is_none(work: Work, desk: Desk) -> None:
    view = save_view(acting(work, desk.intake), "Của tôi", {})
    theirs = acting(work, desk.handler)
    assert views_of(theirs) == ()
    for act in (start_with, lambda w, v: rename_view(w, v, "Lấy")):
        with pytest.raises(NotFound):
            act(theirs, view)
    delete_view(theirs, view)
    assert len(views_of(acting(work, desk.intake))) == 1


def test_a_sheet_holds_the_list_masked_and_its_purpose_is_kept(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    mine = acting(work, desk.intake)
    ordered = order_export(mine, QueueFilter(), f" {WHY} ")
    rows = fetch_export(mine, ordered.id)
    assert [(row.code, row.applicant) for row in rows] == [
        (code, "N*** T*** Á*** Tuyết")
    ]
    export = work.session.exec(
        select(DeskExport).where(DeskExport.id == ordered.id)
    ).one()
    assert (export.purpose, export.rows) == (WHY, 1)


def test_a_sheet_without_a_purpose_is_refused(work: Work, desk: Desk) -> None:
    with pytest.raises(RuleViolation, match="purpose"):
        order_export(acting(work, desk.intake), QueueFilter(), " ")


def test_too_long_a_list_is_left_to_the_registers(
    work: Work, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_desk, "MOST_EXPORTED", 2)
    make_many_new(work.session, desk, 3)
    with pytest.raises(RuleViolation, match="export_too_large"):
        order_export(acting(work, desk.intake), QueueFilter(), WHY)


def test_a_sheet_is_fetched_by_who_ordered_it_and_soon(work: Work, desk: Desk) -> None:
    mine = acting(work, desk.intake)
    ordered = order_export(mine, QueueFilter(), WHY)
    elsewhere = dataclasses.replace(
        desk.intake, agency_id=make_desk(work.session).filing.agency.id
    )
    colleague = dataclasses.replace(desk.handler, roles=frozenset({Role.INTAKE}))
    late = dataclasses.replace(mine, now=mine.now + timedelta(minutes=11))
    for other in (acting(work, colleague), acting(work, elsewhere), late):
        with pytest.raises(NotFound):
            fetch_export(other, ordered.id)
    with pytest.raises(NotFound):
        fetch_export(mine, uuid4())
