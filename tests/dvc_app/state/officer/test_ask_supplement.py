"""The officer ticks, sees what the person will read, and sends it once."""

import asyncio
from typing import Any

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.officer.after_filing import AfterFilingState
from dvc_app.state.officer.ask_supplement import AskSupplementState
from dvc_app.state.officer.messages import OfficerMessagesState
from dvc_app.wording import messages as message_words
from dvc_app.wording import supplements as wording
from services.dossiers.models import DossierStatus
from services.dossiers.withdraw import withdraw_dossier
from services.messages.send_message import send_message
from services.supplements.answer_supplement import answer_supplement
from services.templates.load_templates import load_templates
from services.templates.models import TemplateKind, TextTemplate
from services.work import Actor, Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import FREE, fill_in, make_asked


def press(event: Any) -> None:
    # Any: an event that shows that it works before it answers.
    """Run such an event to its end."""

    async def whole() -> None:
        async for _ in event:
            pass

    asyncio.run(whole())


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def asking(work: Work, officer: Actor, code: str) -> Any:
    address = routes.fill(routes.ASK_SUPPLEMENT, code=code)
    return open_as(AskSupplementState, work, officer, address)


FORM = {
    "G01.reason": "Ảnh mờ, không đọc được",
    "G01.how_to": "Chụp lại nơi đủ sáng",
    "deadline": "30/11/2026",
    "note": "Cảm ơn bà",
}


def test_a_request_is_shown_before_it_is_sent(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    state = asking(work, desk.intake, code)
    send(state.tick("G01"))
    send(state.look(FORM | {"G01.how_to": ""}))
    assert state.problems == {
        "G01.how_to": "Giấy tờ G01: " + wording.REQUIRED["how_to"]
    }

    send(state.look(FORM))
    assert state.is_preview
    assert [row.reason for row in state.preview] == ["Ảnh mờ, không đọc được"]
    assert dossier_of(work, code).status is DossierStatus.SUBMITTED
    press(state.ask())

    assert dossier_of(work, code).status is DossierStatus.SUPPLEMENT
    assert not state.may_ask
    assert state.why_not == wording.WHY_NOT["supplement_open"]


def test_nothing_ticked_is_said_at_once(work: Work, desk: Desk) -> None:
    state = asking(work, desk.intake, make_new(work, desk))

    send(state.look(FORM))

    assert state.problems["points"] == wording.FAULTS["supplement_no_points"]


def usual(work: Work, key: str) -> tuple[str, str]:
    """Return why and how of a text that comes with the portal."""
    query = select(TextTemplate).where(
        TextTemplate.kind == TemplateKind.SUPPLEMENT, TextTemplate.key == key
    )
    text = work.session.exec(query).one()
    return text.body, text.how_to


def test_usual_words_fill_both_fields_and_may_be_changed(
    work: Work, desk: Desk
) -> None:
    load_templates(work)
    state = asking(work, desk.intake, make_new(work, desk))
    send(state.tick("G01"))
    assert ("component.blurred", "Mờ, không đọc được") in state.usual["component"]

    send(state.use_template("G01", "component.blurred"))
    row = state.papers[0]
    assert (row.reason, row.how_to) == usual(work, "component.blurred")
    send(state.use_template("G01", "component.missing"))
    assert state.papers[0].reason == usual(work, "component.missing")[0]
    assert state.papers[0].stamp != row.stamp
    send(state.use_template("G01", "not one of them"))
    assert state.papers[0].template == "component.missing"


def test_usual_words_never_take_the_place_of_written_ones(
    work: Work, desk: Desk
) -> None:
    load_templates(work)
    state = asking(work, desk.intake, make_new(work, desk))
    send(state.tick("G01"))
    send(state.keep("G01", "reason", "Trang 2 bị cắt góc"))

    send(state.use_template("G01", "component.blurred"))

    reason, how_to = usual(work, "component.blurred")
    assert state.papers[0].reason == f"Trang 2 bị cắt góc\n{reason}"
    assert state.papers[0].how_to == how_to
    send(state.tick("G01"))
    send(state.tick("G01"))
    assert state.papers[0].reason.startswith("Trang 2 bị cắt góc")


def test_fields_stand_under_the_headings_of_their_form(work: Work, desk: Desk) -> None:
    state = asking(work, desk.intake, make_new(work, desk))
    assert [group.title for group in state.groups] == list(wording.GROUPS.values())
    assert not any(group.is_open for group in state.groups)
    assert {row.key for row in state.groups[0].rows} > {"submitter_name"}

    send(state.tick("applicant_name"))

    first, second = state.groups
    assert (first.is_open, first.count) == (False, "")
    assert (second.is_open, second.count) == (True, wording.CHOSEN.format(count=1))
    send(state.tick("applicant_name"))
    assert state.groups[1].is_open  # it is not shut under the officer's hand
    assert state.groups[1].count == ""


def test_the_preview_says_what_stood_there_before(work: Work, desk: Desk) -> None:
    state = asking(work, desk.intake, make_new(work, desk))
    send(state.tick("submitter_email"))
    send(state.tick("G01"))
    words = {"submitter_email.reason": "Còn trống", "submitter_email.how_to": "Điền"}
    send(state.look(FORM | words | {"submitter_email.how_to": "Điền email"}))

    paper, field = state.preview
    assert [paper.number, field.number] == ["1", "2"]
    assert paper.before
    assert field.title == "Email"


def test_the_answer_stands_beside_what_was_handed_in(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    answer_supplement(acting(work, desk.filing.citizen), code)

    [request] = asking(work, desk.intake, code).requests

    paper, field, free = request.points
    assert [len(paper.old_files), len(paper.files)] == [1, 1]
    assert field.said == "Nông Văn Bình"
    assert free.said == "120 m²"


def test_the_leader_decides_on_a_second_request(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code, FREE)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    answer_supplement(acting(work, desk.filing.citizen), code)
    state = asking(work, desk.intake, code)
    assert state.is_again
    send(state.tick("G01"))
    send(state.look(FORM | {"why_again": "Lần trước sót giấy này"}))
    press(state.ask())
    assert dossier_of(work, code).status is DossierStatus.SUBMITTED

    boss = asking(work, desk.approver, code)
    assert boss.may_confirm
    send(boss.decline({"request": boss.requests[0].id, "declined_reason": ""}))
    assert "declined_reason" in boss.problems
    send(boss.confirm(boss.requests[0].id))

    assert dossier_of(work, code).status is DossierStatus.SUPPLEMENT


def test_an_officer_of_another_unit_sees_nothing(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)

    assert asking(work, make_desk(work.session).intake, code).missing


def test_a_usual_sentence_stands_under_what_was_written(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    address = routes.fill(routes.OFFICER_MESSAGES, code=code)
    state = open_as(OfficerMessagesState, work, desk.handler, address)
    first, second = message_words.TEMPLATES[:2]

    send(state.use_template(0))
    assert state.template == first
    send(state.keep("Chào bà Tuyết."))
    send(state.use_template(1))
    send(state.use_template(1))

    assert state.template == f"Chào bà Tuyết.\n\n{second}"
    press(state.send({"text": state.template}))
    assert (state.template, state._typed) == ("", "")


def test_messages_and_wishes_stand_beside_the_dossier(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    send_message(acting(work, desk.filing.citizen), code, "Xin hỏi", "1")
    proved = acting(work, desk.filing.citizen)
    object.__setattr__(proved.actor, "proved_at", work.now)
    withdraw_dossier(proved, code, "Tôi không xây nữa")
    address = routes.fill(routes.PROCESSING, code=code)
    state = open_as(AfterFilingState, work, desk.handler, address)
    assert state.unseen
    assert "Tôi không xây nữa" in state.wish

    send(state.decline({"decision_reason": ""}))
    assert state.problems
    send(state.accept())

    assert state.wish == ""
    assert dossier_of(work, code).status is DossierStatus.WITHDRAWN


def test_a_template_begins_a_message(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    address = routes.fill(routes.OFFICER_MESSAGES, code=code)
    state = open_as(OfficerMessagesState, work, desk.intake, address)

    send(state.use_template(0))

    assert state.template == message_words.TEMPLATES[0]
