"""Drafts of forms, and administrators of the whole province who write them."""

import dataclasses

from services.eform_changes.begin_draft import begin_eform_draft
from services.eform_changes.edit_draft import save_head
from services.eform_changes.publish import propose_eform, publish_eform
from services.eform_changes.queries import At
from services.eforms.definition import EformDefinition
from services.work import Role, Work
from tests.factories.eforms import make_definition, make_eform
from tests.factories.processing import acting, make_account_officer

REASON = "Cán bộ tiếp nhận đọc để xét điều kiện hưởng."


def administrator(work: Work, name: str = "Lý Quản Trị") -> Work:
    """Return the work of an administrator who has just proved who they are."""
    actor = make_account_officer(work.session, None, Role.ADMINISTRATOR, name=name)
    return acting(work, dataclasses.replace(actor, proved_at=work.now))


def field_typed(**values: str) -> dict[str, str]:
    """Return a field as the editor sends it."""
    return {"label": "Câu mới", "kind": "text", "used_by": REASON} | values


def make_draft_of_form(
    work: Work, definition: EformDefinition | None = None
) -> tuple[Work, At]:
    """Return an administrator with a draft copied from a stored form."""
    wanted = definition or make_definition()
    make_eform(work, wanted)
    boss = administrator(work)
    return boss, begin_eform_draft(boss, wanted.code)


def make_head(**values: str) -> dict[str, str]:
    """Return the head of a form as typed: another title, and why."""
    given = {
        "title": "Tờ khai thử, bản mới",
        "legal_basis": "Không có",
        "applicant": "child_name",
        "starts_on": "01/12/2026",
        "reason": "Đổi tên cho dễ hiểu",
    }
    return given | values


def make_proposed_form(work: Work, code: str = "THU", **head: str) -> At:
    """Return a draft with another title that waits for a second administrator."""
    boss = administrator(work)
    at = begin_eform_draft(boss, code)
    saved = save_head(boss, at, make_head(**head))
    edition = propose_eform(boss, At(at.draft_id, saved.edition))
    return At(at.draft_id, edition)


def make_own_version(work: Work, code: str = "THU", **head: str) -> int:
    """Return the number of a version that two administrators published."""
    at = make_proposed_form(work, code, **head)
    return publish_eform(administrator(work, "Hoàng Thứ Hai"), at)
