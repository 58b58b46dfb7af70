"""Send the code that a withdrawal asks for, to the person's own phone."""

from services.accounts.begin_code_request import begin_code_request
from services.accounts.code_requests import CodeTarget
from services.accounts.models import Account, CodePurpose
from services.accounts.send_code import CodeSent
from services.core.errors import Conflict, NotFound, RuleViolation
from services.dossiers.show_dossier import find_visible
from services.dossiers.withdraw import may_withdraw, way_back
from services.work import Work


def ask_withdrawal_code(work: Work, code: str) -> CodeSent:
    """Send it to the phone, else to the email; without both a proof stands for it."""
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    if not may_withdraw(dossier):
        raise Conflict("not_withdrawable")
    account = work.session.get_one(Account, work.actor.require_citizen())
    if account.phone:
        target = CodeTarget(phone=account.phone)
    elif account.email:
        target = CodeTarget(email=account.email)
    else:
        raise RuleViolation({"code": "no_contact"})
    way = way_back(dossier.code or "")
    return begin_code_request(work, CodePurpose.WITHDRAW, target, way)
