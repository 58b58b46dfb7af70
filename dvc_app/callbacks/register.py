"""The password that ends a registration: it signs in, so it comes over HTTP (C05)."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, act_hashing, asking
from dvc_app.callbacks.device import device_of
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import faults
from dvc_app.wording import register as wording
from services.accounts.registrations import registration_progress
from services.accounts.set_password import NewPassword
from services.core.errors import Conflict, NotFound, RuleViolation
from services.identities.finish_registration import finish_registration

PAGE = routes.REGISTER_PASSWORD


@explained(PAGE)
async def password(request: Request) -> Response:
    """Create the account of this browser's registration and sign in to it."""
    form, actor = await posted(request), await asking(request)
    progress = await act(actor, registration_progress)
    if progress is None:
        return refuse(request, [("", wording.GONE)], PAGE)
    typed = NewPassword(form.get("password", ""), form.get("again"))
    number, device = progress.registration_id, device_of(request, form)
    try:
        registered = await act_hashing(
            actor, finish_registration, number, typed, device
        )
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), PAGE)
    except NotFound:
        return refuse(request, [("", wording.GONE)], PAGE)
    except Conflict:
        return refuse(request, [("", wording.VERIFIED_TOO_OLD)], PAGE)
    answer = go(request, registered.go_to)
    put_cookie(answer, registered.session.token, device.is_shared)
    return answer
