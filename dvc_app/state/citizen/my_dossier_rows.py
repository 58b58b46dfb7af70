"""One dossier of “Quản lý hồ sơ”, as display strings."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.state.acting import filed_mark
from dvc_app.state.citizen.filing_rows import ROUTE_OF_STEP
from dvc_app.state.progress import say_left
from dvc_app.wording import my_dossiers as wording
from dvc_app.wording import statuses
from services.dossiers.models import DossierStatus as S
from services.dossiers.my_dossiers import DossierRow
from services.dossiers.rules import NEXT, RESULT_OPEN, Step


@dataclass(frozen=True)
class MenuRow:
    """One more thing that can be done with a dossier."""

    words: str
    address: str
    is_paper: bool = False  # opens in a tab of its own


@dataclass(frozen=True)
class MyDossierRow:
    """One dossier of the list."""

    id: str
    code: str
    procedure: str
    agency: str
    label: str
    tag: str
    sentence: str
    left: str
    left_tag: str
    when: str
    address: str
    action: str
    is_draft: bool
    mark: str  # by whom or for whom it was filed
    menu_label: str
    menu: list[MenuRow]


def show_row(row: DossierRow) -> MyDossierRow:
    """Return one dossier in words, with its one main action."""
    words = statuses.STATUSES[row.status]
    left, left_tag, _ = say_left(row.left)
    is_draft = row.status is S.DRAFT
    if is_draft:
        when = wording.EDITED.format(moment=formats.moment(row.updated_at))
    else:
        when = wording.FILED.format(moment=formats.moment(row.submitted_at))
    address, action = _main_act(row)
    return MyDossierRow(
        id=str(row.dossier_id),
        code=row.code,
        procedure=row.procedure_name,
        agency=row.agency_name,
        label=words.label,
        tag=words.tag,
        sentence=statuses.say_status(
            row.status,
            receive_by=formats.moment(row.receive_by),
            due=formats.day(row.due_at),
            unit=row.agency_name,
            place=row.agency_name,
            until=formats.day(row.supplement_by),
        ),
        left=left,
        left_tag=left_tag,
        when=when,
        address=address,
        action=action,
        is_draft=is_draft,
        mark=filed_mark(row.submitter_name, row.acting_for, row.is_filed_by_me),
        menu_label=wording.MORE.format(name=row.code or row.procedure_name),
        menu=_menu(row),
    )


def _main_act(row: DossierRow) -> tuple[str, str]:
    """Return the one thing to do next: where, and in which words."""
    if row.status is S.DRAFT:
        route = ROUTE_OF_STEP[Step(row.step)]
        return routes.fill(route, draft=str(row.dossier_id)), wording.RESUME
    if row.status is S.SUPPLEMENT:
        return routes.fill(routes.SUPPLEMENT, code=row.code), wording.SUPPLEMENT
    words = wording.FETCH if row.status in RESULT_OPEN else wording.OPEN
    return routes.fill(routes.DOSSIER, code=row.code), words


def _menu(row: DossierRow) -> list[MenuRow]:
    """Return what else can be done; a draft is only gone on with."""
    if row.status is S.DRAFT:
        return []
    sheet = routes.fill(routes.API_ACKNOWLEDGEMENT, code=row.code)
    more = [
        MenuRow(wording.OPEN, routes.fill(routes.DOSSIER, code=row.code)),
        MenuRow(wording.ASK_OFFICE, routes.fill(routes.MESSAGES, code=row.code)),
        MenuRow(wording.COPY_AS_NEW, routes.fill(routes.COPY, code=row.code)),
        MenuRow(wording.PRINT_SHEET, sheet, is_paper=True),
    ]
    if S.WITHDRAWN in NEXT[row.status]:
        more.append(
            MenuRow(wording.WITHDRAW, routes.fill(routes.WITHDRAW, code=row.code))
        )
    return more
