"""The post an officer is in, in the words every page of the desk shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dvc_app import formats, routes
from dvc_app.wording import posts as wording
from services.officers.views import PostView
from services.work import Role

AT_THE_DESK = {Role.INTAKE, Role.PROCESSING, Role.APPROVER}


@dataclass(frozen=True)
class PostRow:
    """One post as a page offers it."""

    id: str
    title: str
    unit: str
    roles: str
    term: str  # whose it is, until when
    is_chosen: bool


@dataclass(frozen=True)
class Standing:
    """What the head of every officer page says."""

    unit: str = ""
    title: str = ""
    acting: str = ""  # for whom, by which right; empty in a post of one's own
    home: str = routes.DESK
    posts: int = 0


def home_of(roles: Collection[Role]) -> str:
    """Return where the work of somebody with these roles is."""
    if AT_THE_DESK & set(roles) or not roles:
        return routes.DESK
    is_administrator = Role.ADMINISTRATOR in roles
    return routes.ADMIN_ACCOUNTS if is_administrator else routes.ADMIN_AUDIT


def post_row(post: PostView) -> PostRow:
    """Return one post in words."""
    until = last_day(post.ends_at)
    if post.lent_by:
        term = wording.LENT.format(name=post.lent_by, until=until)
    else:
        term = wording.UNTIL.format(until=until) if until else ""
    roles = roles_words(post.roles)
    return PostRow(
        id=str(post.post_id),
        title=post.title or roles,
        unit=post.unit or wording.WHOLE_PROVINCE,
        roles=roles,
        term=term,
        is_chosen=post.is_chosen,
    )


def last_day(ends_at: datetime | None) -> str:
    """Return the last day of what ends at a midnight, or within a day."""
    return formats.day(ends_at - timedelta(seconds=1)) if ends_at else ""


def roles_words(roles: Collection[Role]) -> str:
    """Return the roles as people call them."""
    return ", ".join(wording.ROLES[role] for role in roles)


def standing_of(posts: Iterable[PostView]) -> Standing:
    """Return the standing of an officer with these posts in force."""
    held = list(posts)
    chosen = next((post for post in held if post.is_chosen), None)
    if chosen is None:
        return Standing(posts=len(held), home=routes.OFFICER_POSTS)
    roles = roles_words(chosen.roles)
    until = last_day(chosen.ends_at)
    acting = wording.ACTING.format(name=chosen.lent_by, roles=roles, until=until)
    return Standing(
        unit=chosen.unit or wording.WHOLE_PROVINCE,
        title=chosen.title or roles,
        acting=acting if chosen.lent_by else "",
        home=home_of(chosen.roles),
        posts=len(held),
    )
