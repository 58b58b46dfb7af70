"""Whoever opens the link of an invitation first says whose it is (C14, R40).

A message may reach a stranger: a mistyped number, a phone that changed hands. Before
the invited name is known in a browser, the link shows nothing of the draft there.
"""

from dataclasses import dataclass

from services.accounts.keys import same
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_name
from services.core.text import name_key
from services.dossiers.cosign import check_open, settle
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.cosign_queries import find_invitation, is_known
from services.work import Work

MOST_WRONG = 5  # of one invitation, whoever tries and wherever
MOST_BROWSERS = 5  # phone, computer, the browser inside Zalo; the oldest is forgotten


@dataclass(frozen=True)
class NameCheck:
    """What a name led to; a wrong one is returned, since its count must be kept."""

    is_right: bool
    tries_left: int = 0


def name_cosigner(work: Work, key: str, name: str) -> NameCheck:
    """Compare with the name the inviter wrote, without marks and capitals."""
    browser = require_browser(work)
    request = find_invitation(work, key, lock=True)
    if is_known(work, request):
        return NameCheck(is_right=True)
    check_open(work, request)
    try:
        typed = read_name(name)
    except Unreadable as fault:
        raise RuleViolation({"cosigner": fault.key}) from None
    if not same(name_key(typed), name_key(request.name)):
        return _miss(work, request)
    request.known_browsers = [*request.known_browsers, browser][-MOST_BROWSERS:]
    work.session.add(request)
    record(work, "cosign.named", request.dossier_id)
    return NameCheck(is_right=True)


def disown_cosign(work: Work, key: str) -> None:
    """Close a link that reached the wrong person; who invited is told."""
    request = find_invitation(work, key, lock=True)
    if request.state is CosignState.FROZEN:
        return
    check_open(work, request)
    settle(work, request, CosignState.FROZEN)


def _miss(work: Work, request: CosignRequest) -> NameCheck:
    request.wrong_names += 1
    work.session.add(request)
    record(work, "cosign.named", request.dossier_id, outcome="refused")
    left = max(0, MOST_WRONG - request.wrong_names)
    if not left:
        settle(work, request, CosignState.FROZEN)
    return NameCheck(is_right=False, tries_left=left)
