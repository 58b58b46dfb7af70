"""Taking one's data away: all of it, nobody else's, no secret (PR-3)."""

import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest

from services.core.errors import Forbidden, ProofNeeded, TooMany
from services.dossiers.models import DossierStatus
from services.profiles import my_data as module
from services.profiles.my_data import MOST_A_DAY, may_take_data, my_data
from services.profiles.write_archive import write_archive
from services.work import Work
from tests.factories.accounts import make_account, make_session, password_hash
from tests.factories.dossiers import (
    Filing,
    make_draft,
    make_filing,
    make_officer,
    make_submitted,
)
from tests.factories.files import make_stored_file
from tests.services.profiles.people import acting


def person(work: Work) -> tuple[Work, Filing, str]:
    """Return the work of somebody with a dossier, who has just proved themselves."""
    filing = make_filing(work.session)
    code = make_submitted(work, filing).code
    return acting(work, filing.account, proved_at=work.now), filing, code


def test_it_asks_for_a_fresh_proof(work: Work) -> None:
    mine, filing, _ = person(work)
    stale = acting(work, filing.account, proved_at=work.now - timedelta(minutes=6))
    for use_case in (my_data, may_take_data):
        with pytest.raises(ProofNeeded):
            use_case(stale)
        use_case(mine)


def test_everything_of_the_person_is_in_it_and_nothing_of_others(work: Work) -> None:
    mine, filing, code = person(work)
    filing.account.password_hash = password_hash()
    make_draft(work.session, filing, answers={"request": "bản nháp của tôi"})
    make_session(work, filing.account)
    stranger = make_account(work.session, full_name="Trần Văn Người Lạ")
    make_draft(
        work.session,
        filing,
        account_id=stranger.id,
        answers={"request": "của người lạ"},
    )

    document = my_data(mine).document

    said = json.loads(document)
    assert {one["code"] for one in said["dossiers"]} == {code, None}
    assert said["profile"]["full_name"] == filing.account.full_name
    assert len(said["sessions"]) == 1
    submitted = next(one for one in said["dossiers"] if one["code"] == code)
    assert [one["event"] for one in submitted["timeline"]] == ["submitted"]
    assert submitted["frozen"]
    for foreign in ("Người Lạ", "của người lạ"):
        assert foreign not in document
    for secret in ("password_hash", "token_hash", "totp", password_hash()):
        assert secret not in document, secret


def test_a_result_comes_along_once_it_is_open_to_its_owner(work: Work) -> None:
    mine, filing, _ = person(work)
    dossier = make_draft(
        work.session, filing, status=DossierStatus.PROCESSING, code="H55.1-1"
    )
    officer = make_officer(filing.agency.id).account_id
    assert officer is not None
    make_stored_file(
        work.session, officer, dossier.id, slot="result", name="giấy phép.pdf"
    )
    assert "giấy phép.pdf" not in my_data(mine).document

    dossier.status = DossierStatus.RESULT_READY
    work.session.flush()

    assert "giấy phép.pdf" in my_data(mine).document


def test_the_archive_holds_the_document_and_the_files(work: Work) -> None:
    mine, _, code = person(work)
    data = my_data(mine)
    [file] = data.files
    work.storage.put(file.key, b"%PDF-1.7 mine")
    target = io.BytesIO()

    write_archive(mine, data, target, {"read-me.txt": "lời dẫn"})

    with ZipFile(target) as archive:
        assert archive.namelist() == ["read-me.txt", "data.json", file.path]
        assert archive.read(file.path) == b"%PDF-1.7 mine"
        assert json.loads(archive.read("data.json"))["profile"]
    assert file.path.startswith(f"files/{code}/")


def test_what_is_too_large_is_listed_and_left_where_it_is(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, filing, _ = person(work)
    other = make_draft(work.session, filing)
    make_stored_file(work.session, filing.account.id, other.id, name="a/../../b.pdf")
    monkeypatch.setattr(module, "LARGEST", 1500)

    files = my_data(mine).files

    assert [file.is_packed for file in files] == [True, False]
    assert all(".." not in file.path.split("/") for file in files)


def test_it_is_taken_five_times_a_day_and_no_more(work: Work) -> None:
    mine, _, _ = person(work)
    for _ in range(MOST_A_DAY):
        my_data(mine)

    for use_case in (my_data, may_take_data):
        with pytest.raises(TooMany) as refused:
            use_case(mine)
        assert refused.value.until == mine.now + timedelta(days=1)


def test_an_officer_takes_nobodys_data(work: Work) -> None:
    _, filing, _ = person(work)
    officer = acting(work, filing.account, is_officer=True, proved_at=work.now)

    with pytest.raises(Forbidden):
        my_data(officer)
