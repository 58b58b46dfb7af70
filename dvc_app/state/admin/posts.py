"""A post as it is typed in a form of administration, and as it is shown."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from dvc_app import formats
from dvc_app.state.admin.accounts import read_uuid
from dvc_app.wording import administration as wording
from services.administration.grant_post import PostForm
from services.administration.show_officer import PostLine
from services.core.clock import ZONE, now
from services.core.faults import Unreadable
from services.core.readers import read_date
from services.work import Role

WHOLE = "toan-he-thong"


@dataclass(frozen=True)
class PostRow:
    """One post in words, with what may be done about it."""

    id: str
    roles: str
    place: str
    term: str
    by: str
    standing: str
    tag: str
    may_confirm: bool
    may_end: bool
    confirm_label: str
    end_label: str


def read_post(form: dict[str, str | bool]) -> tuple[PostForm | None, dict[str, str]]:
    """Read the post of a form: from the first morning to the end of the last day."""
    problems: dict[str, str] = {}
    days = {}
    for name in ("starts", "ends"):
        typed = str(form.get(name) or "").strip()
        try:
            days[name] = read_date(typed) if typed else None
        except Unreadable as fault:
            problems[name] = fault.key
    unit = str(form.get("agency") or "")
    if unit != WHOLE and read_uuid(unit) is None:
        problems["agency"] = "post_unit"
    roles = [role for role in Role if form.get(f"role_{role}")]
    if not roles:
        problems["roles"] = "post_roles"
    if problems:
        return None, problems
    starts, ends = days["starts"], days["ends"]
    last = datetime.combine(ends + timedelta(days=1), time(), ZONE) if ends else None
    return PostForm(
        agency_id=read_uuid(unit),
        roles=roles,
        title=str(form.get("title") or ""),
        starts_at=datetime.combine(starts, time(), ZONE) if starts else now(),
        ends_at=last,
    ), {}


def post_row(post: PostLine, name: str) -> PostRow:
    """Return one post in words."""
    roles = "; ".join(wording.ROLES[role] for role in Role if role in post.roles)
    standing, tag = _standing(post)
    by = wording.CONFIRMED_BY if post.confirmer else wording.GIVEN_BY
    starts = formats.day(post.starts_at)
    ends = formats.day(post.ends_at - timedelta(seconds=1)) if post.ends_at else ""
    term = wording.TERM_UNTIL if ends else wording.TERM
    place = post.unit or wording.WHOLE_PROVINCE
    return PostRow(
        id=str(post.post_id),
        roles=roles,
        place=f"{post.title}, {place}" if post.title else place,
        term=term.format(starts=starts, ends=ends),
        by=by.format(giver=post.giver, confirmer=post.confirmer) if post.giver else "",
        standing=standing,
        tag=tag,
        may_confirm=post.may_confirm,
        may_end=post.ended_at is None and standing != wording.OVER,
        confirm_label=wording.CONFIRM_LABEL.format(roles=roles, name=name),
        end_label=wording.END_LABEL.format(roles=roles, name=name),
    )


def _standing(post: PostLine) -> tuple[str, str]:
    if post.ended_at:
        return wording.ENDED.format(at=formats.moment(post.ended_at)), "tag"
    if not post.is_confirmed:
        return wording.TO_CONFIRM, "tag tag--wait"
    if post.ends_at and post.ends_at <= now():
        return wording.OVER, "tag"
    if post.starts_at > now():
        return wording.NOT_BEGUN, "tag tag--info"
    return (wording.LENT if post.is_lent else wording.IN_FORCE), "tag tag--done"
