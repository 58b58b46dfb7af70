"""People at the counter, and drafts an officer began for them."""

from functools import partial
from typing import Any
from uuid import UUID

from services.accounts.register import Opener
from services.counter.begin_at_counter import PersonForm, Wish, begin_at_counter
from services.counter.stand_in import stand_in
from services.dossiers.save_answers import Answer, save_answers
from services.work import Work
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting

NUMBER = "999190000077"
CARD = f"{NUMBER}||Hoàng Thị Mỵ|02091990|Nữ|Xóm 3, xã Tân Thái, Thái Nguyên|01012022"
ANSWERS = {
    "submitter_address": "Xóm 3, xã Tân Thái, tỉnh Thái Nguyên",
    "request": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
}


def opener_of(work: Work) -> Opener:
    """Return what runs use cases in the test's own transaction."""
    return partial(_run, work)


def _run(work: Work, use_case: Any, *args: Any, **kwargs: Any) -> Any:
    # Any: whatever a use case takes and returns.
    return use_case(work, *args, **kwargs)


def make_person(**values: Any) -> PersonForm:
    """Return somebody without an account; Any: fields."""
    given: dict[str, Any] = {
        "full_name": "Hoàng Thị Mỵ",
        "birth_date": "02/09/1990",
        "phone": "0900 000 077",
        "number": NUMBER,
        "address": "Xóm 3, xã Tân Thái, tỉnh Thái Nguyên",
    }
    return PersonForm(**given | values)


def begin(work: Work, desk: Desk, intent: str = "press", **person: Any) -> UUID:
    """Return a draft of the desk's procedure, begun at its counter."""
    wish = Wish((desk.filing.procedure.code,))
    at_desk = acting(work, desk.intake)
    return begin_at_counter(at_desk, make_person(**person), wish, intent)[0]


def make_typed(work: Work, desk: Desk, **person: Any) -> UUID:
    """Return a draft at the counter that lacks nothing but the consent."""
    draft_id = begin(work, desk, **person)
    at = stand_in(acting(work, desk.intake), draft_id)
    answers = [Answer(name, text, work.now) for name, text in ANSWERS.items()]
    save_answers(at.work, draft_id, answers)
    make_stored_file(work.session, at.dossier.account_id, draft_id)
    return draft_id
