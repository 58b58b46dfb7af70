"""The best match first; what the state holds; how many papers one has already."""

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from services.accounts.models import Account, Party
from services.core.errors import NotFound
from services.reuse.best_matches import best_matches, offers_of
from services.reuse.ready_papers import ready_papers
from services.vault.kinds import kind_codes, kind_of_name, kinds_named
from services.vault.models import DocumentSource
from services.vault.state_held import state_held
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import (
    Filing,
    make_component,
    make_draft,
    make_filing,
)
from tests.factories.vault import make_document

TODAY = date(2026, 11, 23)


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def named(filing: Filing, session: Session, name: str) -> None:
    filing.component.name = name
    session.add(filing.component)
    session.flush()


def test_valid_before_expired_official_before_own_newest_first(
    mine: Work, filing: Filing
) -> None:
    named(filing, mine.session, "Bản sao Giấy khai sinh của trẻ")
    draft = make_draft(mine.session, filing)
    day = timedelta(days=1)
    papers: dict[str, dict[str, Any]] = {
        "old own": {"added_at": mine.now - 3 * day},
        "expired result": {
            "source": DocumentSource.RESULT,
            "valid_until": TODAY - day,
        },
        "new own": {"added_at": mine.now},
        "result": {"source": DocumentSource.RESULT, "added_at": mine.now - 9 * day},
        "degree": {"kind": "degree", "source": DocumentSource.RESULT},
    }
    for title, values in papers.items():
        make_document(mine, filing.account.id, title=title, **values)

    offers = best_matches(mine, draft.id, "G01")

    assert [offer.document.title for offer in offers] == [
        "result",
        "new own",
        "old own",
        "expired result",
        "degree",
    ]
    assert [offer.is_fitting for offer in offers] == [True, True, True, True, False]
    [only] = offers_of(mine, draft.id).components
    assert (only.code, only.fitting) == ("G01", 3)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Giấy chứng nhận kết hôn của cha, mẹ", ("marriage_certificate",)),
        ("Tờ khai đăng ký khai sinh", ()),
        ("Đơn đề nghị cấp giấy phép xây dựng", ()),
        ("Bản sao GIẤY KHAI  SINH", ("birth_certificate",)),
        ("Thẻ căn cước công dân hoặc hộ chiếu", ("identity_card",)),
        ("Giấy tờ khác", ()),
    ],
)
def test_the_name_of_a_component_says_what_it_asks_for(
    name: str, kinds: tuple[str, ...]
) -> None:
    assert kinds_named(name) == kinds


def test_a_name_of_no_kind_is_other() -> None:
    assert kind_of_name("abc") == "other"
    assert len(set(kind_codes())) == len(kind_codes())


def test_a_paper_fits_by_its_own_name_too(mine: Work, filing: Filing) -> None:
    named(filing, mine.session, "Biên bản họp gia đình")
    draft = make_draft(mine.session, filing)
    make_document(
        mine, filing.account.id, kind="other", title="Biên bản họp gia đình 2025"
    )

    assert best_matches(mine, draft.id, "G01")[0].is_fitting


def test_a_component_that_is_not_listed_offers_nothing(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing)

    with pytest.raises(NotFound):
        best_matches(mine, draft.id, "G77")


VERIFIED: dict[str, Any] = {  # columns
    "citizen_id": "999190000077",
    "assurance_level": 2,
}


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Thẻ căn cước công dân của người nộp hồ sơ", "identity"),
        ("Giấy tờ tùy thân", "identity"),
        ("Giấy tờ tùy thân của hai bên", None),
        ("Thẻ căn cước của người được ủy quyền", None),
        ("Sổ hộ khẩu", "residence"),
        ("Tờ khai cấp thẻ căn cước công dân", None),
        ("Giấy khai sinh", None),
    ],
)
def test_nobody_hands_in_what_a_register_holds_of_them(
    name: str, held: str | None
) -> None:
    account = Account(
        full_name="Nguyễn Thị A",
        password_hash="",
        address="Tổ 5",
        field_sources={"address": "population"},
        created_at=NOON,
        **VERIFIED,
    )

    found = state_held(account, name)

    assert (found.code if found else None) == held


@pytest.mark.parametrize(
    "change",
    [
        {"assurance_level": 1},
        {"citizen_id": None},
        {"party": Party.ENTERPRISE},
    ],
)
def test_of_somebody_unproved_the_state_holds_nothing(
    change: dict[str, Any],
) -> None:
    values: dict[str, Any] = {
        "full_name": "A",
        "password_hash": "",
        "created_at": NOON,
        **VERIFIED,
    }
    account = Account(**values | change)

    assert state_held(account, "Thẻ căn cước công dân") is None


def test_ready_papers_are_counted_without_forms(mine: Work, filing: Filing) -> None:
    named(filing, mine.session, "Giấy khai sinh")
    for code, name, is_form in (
        ("G02", "Bằng tốt nghiệp", False),
        ("G03", "Thẻ căn cước công dân", False),
        ("G04", "Tờ khai", True),
        ("G05", "Giấy khai sinh của trẻ em", False),
    ):
        component = make_component(
            mine.session, filing.procedure, code, is_form=is_form
        )
        component.name = name
        mine.session.add(component)
    account = filing.account
    account.citizen_id, account.assurance_level = "999190000078", 2
    mine.session.add(account)
    make_document(mine, account.id)

    ready = ready_papers(mine, filing.procedure.code)

    assert (ready.have, ready.total) == (2, 4)
    assert ready.names == ("Giấy khai sinh", "Thẻ căn cước công dân")


def test_of_an_unknown_procedure_nothing_is_counted(mine: Work) -> None:
    with pytest.raises(NotFound):
        ready_papers(mine, "9.nothing")
