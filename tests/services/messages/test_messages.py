"""The person and the office write to each other about one dossier."""

from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.errors import NotFound, RuleViolation, TooMany
from services.dossiers.open_file import may_read_file
from services.files.models import FileState, StoredFile
from services.messages.begin_message_upload import begin_message_upload
from services.messages.models import Message
from services.messages.open_thread import open_thread
from services.messages.queries import unseen
from services.messages.rules import MOST_FILES, PER_HOUR, writing_slot
from services.messages.send_message import send_message
from services.notifications.models import Notification, Subject
from services.work import Actor, Work
from tests.factories.delegations import make_delegation, rest_on
from tests.factories.dossiers import make_citizen
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting, dossier_of, make_desk, make_new


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    return make_new(work, desk)


def test_a_message_is_seen_once_the_other_side_opens_it(
    work: Work, desk: Desk, code: str
) -> None:
    mine, at_desk = acting(work, desk.filing.citizen), acting(work, desk.intake, 1)
    dossier_id = dossier_of(work, code).id

    send_message(mine, code, "Bao giờ có kết quả ạ?", "1")

    assert unseen(work.session, dossier_id, by_office=True) == 1
    assert open_thread(mine, code).messages[0].seen_at is None
    [shown] = open_thread(at_desk, code).messages
    assert (shown.text, shown.is_mine) == ("Bao giờ có kết quả ạ?", False)
    assert open_thread(mine, code).messages[0].seen_at == at_desk.now
    assert unseen(work.session, dossier_id, by_office=True) == 0


def test_the_person_is_notified_of_what_the_office_wrote(
    work: Work, desk: Desk, code: str
) -> None:
    for _ in range(2):
        send_message(acting(work, desk.intake), code, "Mời bạn xem lại", "1")

    told = work.session.exec(
        select(Notification).where(Notification.subject == Subject.MESSAGE)
    ).all()
    assert [(one.account_id, one.path) for one in told] == [
        (desk.filing.account.id, f"/ho-so/{code}/trao-doi")
    ]
    assert "Mời" not in str(told[0].facts)


def test_a_message_pressed_twice_is_sent_once(
    work: Work, desk: Desk, code: str
) -> None:
    mine = acting(work, desk.filing.citizen)

    first, again = (send_message(mine, code, "Chào cơ quan", "1") for _ in range(2))

    assert first == again
    assert len(work.session.exec(select(Message)).all()) == 1


@pytest.mark.parametrize(
    ("typed", "key"),
    [("  ", "required"), ("x" * 2001, "note_long"), ("a\u202eb", "text_direction")],
)
def test_a_message_has_1_to_2000_characters(
    work: Work, desk: Desk, code: str, typed: str, key: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        send_message(acting(work, desk.filing.citizen), code, typed, "1")

    assert refused.value.problems == {"text": key}


def test_twenty_an_hour_are_enough(work: Work, desk: Desk, code: str) -> None:
    mine = acting(work, desk.filing.citizen)
    for number in range(PER_HOUR):
        send_message(mine, code, "xin hỏi", str(number))

    with pytest.raises(TooMany) as refused:
        send_message(mine, code, "xin hỏi", "more")

    assert refused.value.until == work.now + timedelta(hours=1)
    assert send_message(acting(work, desk.intake), code, "Chúng tôi xem", "1")
    assert send_message(acting(work, desk.filing.citizen, 1.1), code, "dạ", "later")


def test_its_files_stay_with_the_sender_until_it_is_sent(
    work: Work, desk: Desk, code: str
) -> None:
    mine, at_desk = acting(work, desk.filing.citizen), acting(work, desk.intake)
    upload = begin_message_upload(mine, code, "ảnh.pdf", 1000)
    file = make_stored_file(
        work.session,
        desk.filing.account.id,
        dossier_of(work, code).id,
        slot=writing_slot(desk.filing.account.id),
    )

    with pytest.raises(RuleViolation) as refused:
        send_message(mine, code, "Gửi kèm ảnh", "1")
    assert refused.value.problems == {"files": "file_sending"}
    with pytest.raises(NotFound):
        may_read_file(at_desk, file.id)
    row = next(
        one for one in open_thread(mine, code).waiting_files if one.id != file.id
    )
    assert row.id == upload.id
    sending = work.session.get_one(StoredFile, upload.id)
    sending.state = FileState.ACCEPTED
    send_message(mine, code, "Gửi kèm ảnh", "1")

    [shown] = open_thread(at_desk, code).messages
    assert {one.id for one in shown.files} == {file.id, upload.id}
    assert may_read_file(at_desk, file.id).sealed_at == work.now


def test_three_files_go_along_and_no_more(work: Work, desk: Desk, code: str) -> None:
    mine = acting(work, desk.filing.citizen)
    for _ in range(MOST_FILES):
        begin_message_upload(mine, code, "a.pdf", 10)

    with pytest.raises(RuleViolation) as refused:
        begin_message_upload(mine, code, "a.pdf", 10)

    assert refused.value.problems == {"file": "too_many_files"}


def test_nobody_else_reads_or_writes(work: Work, desk: Desk, code: str) -> None:
    stranger = Actor(account_id=make_citizen(work.session).id)
    elsewhere = make_desk(work.session).intake

    for actor in (stranger, elsewhere):
        for act in (
            lambda mine: open_thread(mine, code),
            lambda mine: send_message(mine, code, "chào", "1"),
            lambda mine: begin_message_upload(mine, code, "a.pdf", 10),
        ):
            with pytest.raises(NotFound):
                act(acting(work, actor))


def test_a_delegate_whose_right_ended_writes_no_more(
    work: Work, desk: Desk, code: str
) -> None:
    owner = make_citizen(work.session)
    delegation = make_delegation(work.session, desk.filing.account, owner)
    rest_on(work.session, dossier_of(work, code), delegation)
    send_message(acting(work, desk.filing.citizen), code, "chào", "1")
    delegation.revoked_at = work.now
    work.session.add(delegation)
    work.session.flush()

    with pytest.raises(NotFound):
        send_message(acting(work, desk.filing.citizen), code, "chào", "2")

    assert send_message(acting(work, Actor(account_id=owner.id)), code, "chào", "1")
