"""A form with everything a definition can ask, and drafts that use it."""

from datetime import date
from typing import Any

from sqlmodel import Session, select

from services.dossiers.models import Dossier
from services.eforms.definition import EformDefinition, read_definition
from services.eforms.load_eforms import add_eforms
from services.eforms.models import Eform
from services.places.models import Place, PlaceLevel
from services.work import Work
from tests.factories.dossiers import Filing, make_draft

USED = "Cán bộ tiếp nhận đọc để thử."
COMMUNE = "99901"


def asked(code: str, kind: str, **values: Any) -> dict[str, Any]:  # Any: as in TOML
    """Return a field of a definition."""
    given = {"code": code, "label": f"Câu {code}", "kind": kind, "used_by": USED}
    return given | values


def make_definition(**values: Any) -> EformDefinition:  # Any: as in TOML
    """Return a form about a child, its siblings, and a part of the office."""
    given: dict[str, Any] = {
        "code": "THU",
        "version": 1,
        "starts_on": date(2026, 1, 1),
        "procedures": ["9.thu"],
        "title": "Tờ khai thử",
        "legal_basis": "Không có",
        "applicant": "child_name",
        "group": [*_asked_of_all(), *_sums_and_office()],
    }
    return read_definition(given | values)


def _asked_of_all() -> list[dict[str, Any]]:  # Any: as in TOML
    return [
        {
            "code": "child",
            "title": "Trẻ em",
            "field": [
                asked("child_name", "name", required=True),
                asked("child_sex", "choice", options=[["male", "Nam"], ["x", "X"]]),
                asked("married", "choice", options=[["yes", "Có"], ["no", "Không"]]),
                asked(
                    "spouse",
                    "name",
                    required=True,
                    when={"field": "married", "any": ["yes"]},
                ),
                asked("phone", "phone", prefill=["submitter.phone"]),
                asked("teller", "name", prefill=["submitter.full_name"]),
                asked("job", "text", prefill=["earlier"], longest=50),
                asked("home", "address", prefill=["submitter.address"]),
            ],
        },
        {
            "code": "sibling",
            "title": "Anh chị em",
            "repeat": {"noun": "người", "least": 0, "most": 3},
            "field": [
                asked("sibling_name", "name", required=True),
                asked("income", "money"),
                asked("share", "decimal", least=0, most=100, unit="%"),
            ],
        },
    ]


def _sums_and_office() -> list[dict[str, Any]]:  # Any: as in TOML
    return [
        {
            "code": "totals",
            "title": "Cộng",
            "field": [
                asked("sum_income", "sum", sum_of=["sibling.income"], unit="đồng"),
                asked("sum_share", "sum", sum_of=["sibling.share"]),
            ],
        },
        {
            "code": "office",
            "title": "Phần của cơ quan",
            "is_office": True,
            "field": [
                asked("book", "text", required=True, longest=20),
                asked(
                    "book_reason",
                    "text",
                    required=True,
                    when={"field": "married", "any": ["yes"]},
                ),
            ],
        },
    ]


def make_eform(work: Work, definition: EformDefinition | None = None) -> Eform:
    """Return a stored version of the form."""
    wanted = definition or make_definition()
    add_eforms(work, [wanted])
    query = select(Eform).where(Eform.code == wanted.code)
    return work.session.exec(query.where(Eform.version == wanted.version)).one()


def make_form_draft(
    work: Work, filing: Filing, eform: Eform, **answers: str
) -> Dossier:
    """Return a draft that began with this version; answers by code of field."""
    draft = make_draft(work.session, filing, eform_id=eform.id)
    typed = {f"e.{code}": text for code, text in answers.items()}
    draft.answers = draft.answers | typed
    work.session.add(draft)
    work.session.flush()
    return draft


def make_commune(session: Session, code: str = COMMUNE) -> Place:
    """Return a commune of an invented province."""
    since = date(2025, 7, 1)
    province = Place(
        code=code[:2],
        name="Thử",
        full_name="Tỉnh Thử",
        level=PlaceLevel.PROVINCE,
        folded=" tinh thu ",
        valid_from=since,
    )
    commune = Place(
        code=code,
        name="Mẫu",
        full_name="Xã Mẫu",
        level=PlaceLevel.COMMUNE,
        parent_code=province.code,
        folded=" xa mau tinh thu ",
        valid_from=since,
    )
    session.add_all([province, commune])
    session.flush()
    return commune
