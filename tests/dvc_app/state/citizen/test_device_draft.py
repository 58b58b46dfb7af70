"""Words that waited on a device: the newer stand, and the page learns of each (R5)."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from dvc_app.state.citizen.device_draft import DeviceDraftState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_delivery import FilingDeliveryState
from dvc_app.state.citizen.filing_fees import FilingFeesState
from services.core import clock
from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.dossiers.save_answers import Answer, save_answers
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import make_draft, make_filing
from tests.services.profiles.people import acting

# Any: the framework types its decorated handlers as something else.
SEND_KEPT: Any = DeviceDraftState.send_kept
TYPED, LATER = "Typed on the phone, in the bus", "Typed at home, in the evening"


@pytest.fixture
def draft(work: Work) -> Dossier:
    return make_draft(work.session, make_filing(work.session))


def page_of(work: Work, draft: Dossier) -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the state of the draft's owner, with the parts of its page beside it."""
    filing = draft.account_id
    mine = acting(work, SimpleNamespace(id=filing))  # type: ignore[arg-type]
    state = open_state(DeviceDraftState, mine)
    form = SimpleNamespace(loaded=False, form_key="f")
    page = SimpleNamespace(form_key="p")

    async def part(kind: Any) -> Any:
        return page if kind is FilingState else form

    object.__setattr__(state, "get_state", part)
    object.__setattr__(state, "_page", page)
    object.__setattr__(state, "_mine", mine)
    return state


def arrive(state: Any, draft: Dossier, text: str, ago: timedelta) -> Any:
    moment = (clock.now() - ago).isoformat()
    return send(SEND_KEPT.fn(state, str(draft.id), "request", text, moment))


def test_what_waited_is_kept_and_acknowledged(work: Work, draft: Dossier) -> None:
    state = page_of(work, draft)

    answer = arrive(state, draft, TYPED, timedelta(minutes=5))

    assert draft.answers["request"] == TYPED
    assert len(state.taken) == 1
    assert str(draft.id) in state.taken[0]
    assert answer == [FilingState.refresh]


def test_words_written_later_elsewhere_stand_and_the_page_says_so(
    work: Work, draft: Dossier
) -> None:
    state = page_of(work, draft)
    late = Answer("request", LATER, clock.now() - timedelta(minutes=1))
    save_answers(state._mine, draft.id, [late])

    arrive(state, draft, TYPED, timedelta(hours=8))

    assert draft.answers["request"] == LATER
    assert "Nội dung giải quyết" in state._said
    assert state._page.form_key != "p"  # drawn anew with what stands
    assert len(state.taken) == 1  # and asked about no more


def test_a_stranger_s_device_is_refused(work: Work, draft: Dossier) -> None:
    other = make_draft(work.session, make_filing(work.session))

    with pytest.raises(NotFound):
        arrive(page_of(work, other), draft, TYPED, timedelta(minutes=1))


def test_what_no_page_of_ours_sends_is_dropped(work: Work, draft: Dossier) -> None:
    state = page_of(work, draft)
    before = dict(draft.answers)

    send(SEND_KEPT.fn(state, "no id", "request", TYPED, "2026-11-23T02:00:00Z"))
    send(SEND_KEPT.fn(state, str(draft.id), "request", TYPED, "yesterday"))

    assert draft.answers == before
    assert state.taken == []


@pytest.mark.parametrize(
    ("field", "text", "part"),
    [
        ("home_collection", "yes", FilingDeliveryState.load),
        ("delivery", "post", FilingDeliveryState.load),
        ("fee_relief", "", FilingFeesState.refresh),
    ],
)
def test_a_choice_that_waited_draws_what_depends_on_it(
    work: Work, draft: Dossier, field: str, text: str, part: Any
) -> None:
    state = page_of(work, draft)
    moment = clock.now().isoformat()

    answer = send(SEND_KEPT.fn(state, str(draft.id), field, text, moment))

    assert draft.answers[field] == text
    assert answer == [FilingState.refresh, part]
