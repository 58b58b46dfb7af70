"""The desk has words for every queue, act, fault and refusal its use cases know."""

import re
from pathlib import Path

import pytest

from dvc_app.state.officer import processing_rows
from dvc_app.state.officer.dossier_rows import DELIVERIES
from dvc_app.state.officer.handing_rows import MENU
from dvc_app.wording import desk, handing, processing, reception, signing
from services.dossiers.models import Delivery
from services.procedures.models import Channel
from services.processing.desk import DeskQueue
from services.processing.models import StepState
from services.processing.open_processing import Act
from services.processing.reception_models import CheckOutcome
from services.work import Role

SERVICES = Path(__file__).parents[3] / "services"
MADE = [*(SERVICES / "processing").glob("*.py"), *(SERVICES / "results").glob("*.py")]
SOURCE = "\n".join(path.read_text("utf-8") for path in MADE)


def test_every_queue_has_words_a_key_of_its_own_and_a_place_in_the_menu() -> None:
    assert set(desk.QUEUES) == set(DeskQueue)
    assert len({words.key for words in desk.QUEUES.values()}) == len(DeskQueue)
    listed = [queue for _, queues in desk.GROUPS for queue in queues]
    assert sorted(listed) == sorted(DeskQueue)


def test_the_labels_of_the_manuals_are_word_for_word() -> None:
    assert desk.GROUPS[0] == ("Hồ sơ chờ tiếp nhận", (DeskQueue.NEW,))
    assert desk.TITLE == desk.MENU == "Danh sách công việc"
    assert desk.QUEUES[DeskQueue.NEW].title == "Mới đăng ký"
    assert desk.QUEUES[DeskQueue.READY].title == "Chờ trả kết quả"
    assert (desk.RECEIVE, desk.DETAILS) == ("Tiếp nhận hồ sơ", "Xem chi tiết")
    assert (desk.PREVIOUS, desk.FOLLOWING) == ("Trước", "Tiếp")
    assert (reception.GENERAL, reception.COMPONENTS) == (
        "Thông tin chung",
        "Thành phần hồ sơ",
    )
    assert (reception.BIRTH_DATE, reception.PHONE) == ("Ngày sinh", "Số điện thoại")
    assert (reception.RECEIVE, processing.RETURN) == ("Tiếp nhận", "Trả kết quả")
    assert processing.TITLE == "Chi tiết hồ sơ"


def test_every_channel_role_state_and_act_has_words() -> None:
    assert set(desk.CHANNELS) == set(Channel)
    assert set(processing.ROLES) == set(Role)
    assert set(processing.STATES) == set(StepState)
    assert set(reception.PEOPLE_ANSWERS) == set(CheckOutcome)
    assert set(DELIVERIES) == set(Delivery)
    assert set(processing_rows.LEADS) == set(processing_rows.MAIN_ACTS)
    drawn = {*processing_rows.MAIN_ACTS, *processing_rows.RESULT_ACTS, *MENU}
    assert drawn == set(Act)


@pytest.mark.parametrize("key", sorted(set(re.findall(r'Conflict\("(\w+)"', SOURCE))))
def test_every_conflict_has_a_sentence(key: str) -> None:
    at_reception = {"received_by", "received_already", "changed_since"}
    said = processing.CONFLICTS | processing.FORBIDDEN | handing.CONFLICTS
    assert key in at_reception | set(said | signing.REFUSALS)


@pytest.mark.parametrize(
    "key",
    [
        "verdict_missing",
        "component_not_accepted",
        *re.findall(r'return None, "(\w+)"', SOURCE),
        *re.findall(r'"(due_past)"', SOURCE),
    ],
)
def test_every_fault_of_reception_says_what_to_do(key: str) -> None:
    assert reception.FAULTS[key]


@pytest.mark.parametrize("key", re.findall(r'"(file_\w+|result_missing)"', SOURCE))
def test_every_fault_of_a_result_has_a_sentence(key: str) -> None:
    if key != "file_refused" or key in processing.FAULTS:
        assert processing.FAULTS[key]
