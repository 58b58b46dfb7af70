"""`dptracuuthanhtoanhs`: the national portal looks a dossier's bill up (contracts 4.1)."""

import hmac
import json
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app.callbacks import asking
from dvc_app.callbacks.payment_notice import NOTICES, UNSTORED
from dvc_app.callbacks.slowing import Slowed
from dvc_app.threads import in_pool
from dvc_app.walls.client_address import client_address
from dvc_app.wording import national_bills as wording
from services.core import clock
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.dues.answer_national import NationalAnswer, Owing, answer_national
from services.integrations.payment_gateways.national.bill import bill_fields
from services.integrations.payment_gateways.port import Payer
from services.settings import settings
from services.work import SYSTEM

DUE, NOTHING, ERROR = 1, 0, -1
BEARER = "Bearer "
LONGEST_CODE = 200
_asked = Slowed("600/minute")
_strange = Slowed("30/10minutes")  # wrong keys alone
SAID = {
    Owing.NOTHING: (NOTHING, wording.NOTHING),
    Owing.BUSY: (ERROR, wording.BUSY),
    Owing.UNKNOWN: (ERROR, wording.UNKNOWN),
}


async def look_up(request: Request) -> Response:
    """Answer {error_code, message}: 1 a bill, 0 nothing to pay, -1 an error."""
    if not _is_national(request):
        status = 429 if _strange.is_too_often(request) else 401
        return _answer(ERROR, wording.NOT_YOURS, status)
    if _asked.is_too_often(request):
        return _answer(ERROR, wording.TOO_OFTEN, 429)
    try:
        told = json.loads(await request.body())
        code = read_dossier_code(str(told["MaHoSo"])[:LONGEST_CODE])
    except (ValueError, TypeError, KeyError, RecursionError, Unreadable):
        return _answer(ERROR, wording.UNREADABLE)
    actor = replace(SYSTEM, address=client_address(request))
    found = await in_pool(NOTICES, partial(asking.run, actor), answer_national, code)
    if found.owing is not Owing.DUE:
        return _answer(*SAID[found.owing])
    return _answer(DUE, _bill(code, found))


def _is_national(request: Request) -> bool:
    """Compare the key they carry, in a time that tells nothing."""
    wanted = BEARER + settings().national_payment.look_up_key.get_secret_value()
    given = request.headers.get("authorization", "")
    return hmac.compare_digest(wanted.encode(), given.encode())


def _bill(code: str, found: NationalAnswer) -> dict[str, Any]:
    # Any: JSON.
    assert found.bill is not None
    words = f"TTHC {found.number} {code}"
    return {
        "transaction_id": found.number,
        "client_id": settings().national_payment.partner,
        "MaTraCuuTT": f"{code}{clock.local(clock.now()):%Y%m%d%H%M%S}",
        "SoTien": str(found.amount),
        **bill_fields(found.bill, Payer(), words),
    }


def _answer(code: int, message: str | dict[str, Any], status: int = 200) -> Response:
    told = {"error_code": code, "message": message}
    return JSONResponse(told, status, headers=UNSTORED)
