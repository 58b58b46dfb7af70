"""What is presented to an approver, and who never signs it."""

from dataclasses import replace

import pytest

from services.core.errors import Forbidden
from services.results.presented import list_presented
from services.results.sign_results import look_batch, sign_results
from services.work import Work
from tests.factories.processing import acting
from tests.factories.signing import make_signing


def test_the_list_shows_what_is_presented_until_it_is_signed(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    (row,) = list_presented(signing.work)
    assert (row.code, row.is_paper, row.batch_id) == (code, False, None)
    asked = sign_results(signing.opener, signing.ask(code))
    assert list_presented(signing.work)[0].batch_id == asked.id
    signing.press_yes()
    look_batch(signing.opener, asked.id)
    assert list_presented(signing.work) == ()


def test_who_prepared_a_result_never_signs_it(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    with pytest.raises(Forbidden):
        sign_results(
            replace(signing, work=acting(work, signing.desk.handler)).opener,
            signing.ask(code),
        )
