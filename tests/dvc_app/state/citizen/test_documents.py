"""The pages of the vault: what they show, and what a press leads to (C23, C12)."""

import asyncio
import dataclasses
from datetime import timedelta
from typing import Any, cast

import pytest

from dvc_app import routes
from dvc_app.state.citizen.document import DocumentPageState
from dvc_app.state.citizen.documents import DocumentsState
from dvc_app.state.citizen.vault_picker import VaultPickerState
from dvc_app.state.citizen.vault_ready import VaultReadyState
from dvc_app.wording import documents as wording
from dvc_app.wording import vault_picker as picker_words
from services.core.clock import local_day
from services.files.models import FileState, StoredFile
from services.signals import dossier_topic
from services.vault.keep_upload import keep_upload
from services.vault.models import DocumentSource
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send, target
from tests.factories.dossiers import Filing, make_draft, make_filing
from tests.factories.vault import make_document
from tests.fakes import FakeDocumentStore


def page(kind: Any, work: Work, address: str) -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the state of a page, acting as the person of the work."""
    state = open_state(kind, work, address)

    async def run_apart(act: Any, *given: Any) -> Any:
        return act(lambda use_case, *more: use_case(work, *more), *given)

    object.__setattr__(state, "_run_apart", run_apart)
    object.__setattr__(state, "_actor", lambda: work.actor)
    return state


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def list_page(mine: Work, query: str = "") -> Any:
    state = page(DocumentsState, mine, f"{routes.MY_DOCUMENTS}{query}")
    send(state.load())
    return state


def detail_page(mine: Work, document_id: object) -> Any:
    address = routes.fill(routes.MY_DOCUMENT, document=str(document_id))
    state = page(DocumentPageState, mine, address)
    send(state.load())
    return state


def test_an_empty_vault_says_so(mine: Work) -> None:
    state = list_page(mine)

    assert state.is_empty
    assert state.rows == []


def test_every_state_has_its_words_and_its_way_on(mine: Work, filing: Filing) -> None:
    today, me = local_day(mine.now), filing.account.id
    cases: dict[str, dict[str, Any]] = {
        "kept": {},
        "expiring": {"valid_until": today + timedelta(days=5)},
        "expired": {"valid_until": today - timedelta(days=1)},
        "checking": {"file": {"state": FileState.CHECKING, "kind": ""}},
        "refused": {"file": {"state": FileState.REFUSED, "fault": "encrypted"}},
        "revoked": {"revoked_at": mine.now, "revoked_reason": "cấp lại"},
    }
    for title, values in cases.items():
        make_document(mine, me, title=title, **values)

    rows = {row.title: row for row in list_page(mine).rows}

    assert rows["kept"].state == "Dùng được"
    assert rows["expiring"].state == "Còn 5 ngày"
    assert rows["expired"].state == "Đã hết hạn"
    assert "mật khẩu" in rows["refused"].hint
    assert "cấp lại" in rows["revoked"].hint
    shown = [title for title, row in rows.items() if row.file]
    assert sorted(shown) == ["expired", "expiring", "kept", "revoked"]


def test_the_filter_stands_in_the_address(mine: Work, filing: Filing) -> None:
    make_document(mine, filing.account.id, title="Bằng", kind="degree")
    make_document(mine, filing.account.id, title="Khai sinh")

    state = list_page(mine, "?loai=degree&trang=x&xep=nothing")
    where = send(state.search({"tim": "bằng cấp", "loai": "", "xep": "title"}))

    assert [row.title for row in state.rows] == ["Bằng"]
    assert state.is_narrowed
    assert (
        target(where) == f"{routes.MY_DOCUMENTS}?tim=b%E1%BA%B1ng+c%E1%BA%A5p&xep=title"
    )


def test_a_file_on_its_way_is_followed_until_it_is_there(mine: Work) -> None:
    upload = keep_upload(mine, "x.pdf", 3)

    state = list_page(mine)

    document_id = mine.session.get_one(StoredFile, upload.id).subject_id
    assert dossier_topic(document_id) in state._topics


def test_the_national_store_is_asked_with_consent_only(
    mine: Work, filing: Filing
) -> None:
    filing.account.citizen_id, filing.account.assurance_level = "999190000055", 2
    mine.session.add(filing.account)
    state = list_page(mine)

    send(state.ask_national({}))
    assert state.problems == {"agreed": wording.FAULTS["store_consent"]}
    send(state.ask_national({"agreed": True}))

    assert state._said == wording.NATIONAL_SAME
    store = cast("FakeDocumentStore", mine.systems.document_store)
    assert len(store.asked) == 1
    store.is_down = True
    send(state.ask_national({"agreed": True}))
    assert state._said == wording.NATIONAL_DOWN


def test_a_code_is_on_the_page_until_it_is_copied(mine: Work, filing: Filing) -> None:
    document, _ = make_document(mine, filing.account.id)
    state = detail_page(mine, document.id)

    send(state.share({"days": "7"}))
    assert len(state.code.replace(" ", "")) == 10
    assert state.shares[0].is_open
    send(state.forget_code())
    assert state.code == ""
    send(state.stop_share(state.shares[0].id))

    assert not state.shares[0].is_open


def test_what_is_wrong_in_a_form_is_named_at_its_field(
    mine: Work, filing: Filing
) -> None:
    document, _ = make_document(mine, filing.account.id)
    state = detail_page(mine, document.id)

    send(state.rename({"title": " "}))
    assert state.problems == {"title": wording.MISSING_FIELDS["title"]}
    send(state.describe({"kind": "degree", "issued_on": "31/02/2020"}))
    assert set(state.problems) == {"issued_on"}
    send(state.describe({"kind": "degree", "valid_until": "31/12/2030"}))

    assert state.problems == {}
    facts = {fact.name: fact.value for fact in state.facts}
    assert facts["Có hiệu lực đến hết"] == "31/12/2030"


def test_somebody_elses_paper_is_not_there(work: Work, filing: Filing) -> None:
    document, _ = make_document(work, filing.account.id)
    stranger = dataclasses.replace(work, actor=make_filing(work.session).citizen)

    assert detail_page(stranger, document.id).missing
    assert detail_page(stranger, "nonsense").missing


def test_a_correction_is_listed(mine: Work, filing: Filing) -> None:
    document, _ = make_document(
        mine, filing.account.id, source=DocumentSource.RESULT, number="12"
    )
    state = detail_page(mine, document.id)

    send(state.ask_correction({"field": "number", "proposed": "21", "note": ""}))

    assert state.corrections[0].line == "Số, ký hiệu: “12” thành “21”"


def test_removing_leads_back_to_the_list(mine: Work, filing: Filing) -> None:
    document, _ = make_document(mine, filing.account.id)
    state = detail_page(mine, document.id)

    assert target(send(state.remove())) == routes.MY_DOCUMENTS


def test_the_picker_offers_the_best_and_one_press_uses_it(
    mine: Work, filing: Filing
) -> None:
    filing.component.name = "Bản sao giấy khai sinh"
    mine.session.add(filing.component)
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    make_document(mine, filing.account.id, title="Bằng", kind="degree")
    address = routes.fill(routes.FILE_COMPONENTS, draft=str(draft.id))
    state = page(VaultPickerState, mine, address)

    send(state.load())
    assert state.counts == {"G01": "1 giấy tờ phù hợp"}
    send(state.open("G01", filing.component.name))
    assert [row.id for row in state.fitting] == [str(document.id)]
    assert [row.title for row in state.others] == ["Bằng"]
    send(state.use(str(document.id)))

    assert state.slot == ""
    assert state._said == picker_words.PICKED.format(name="Giấy khai sinh")


def test_what_cannot_be_used_is_said_in_the_dialog(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id, revoked_at=mine.now)
    address = routes.fill(routes.FILE_COMPONENTS, draft=str(draft.id))
    state = page(VaultPickerState, mine, address)
    send(state.open("G01", "x"))

    send(state.use(str(document.id)))

    assert state.problem == wording.FAULTS["document_revoked"]
    assert state.slot == "G01"


def test_who_is_signed_in_sees_how_many_papers_are_ready(
    mine: Work, filing: Filing, work: Work
) -> None:
    filing.component.name = "Giấy khai sinh"
    mine.session.add(filing.component)
    make_document(mine, filing.account.id)
    address = routes.fill(routes.PROCEDURE, code=filing.procedure.code)

    state, nobody = page(VaultReadyState, mine, address), None
    send(state.load())
    nobody = page(VaultReadyState, dataclasses.replace(work), address)
    asyncio.run(nobody.load())

    assert state.words == "Bạn đã có 1/1 giấy tờ trong kho"
    assert nobody.words == ""
