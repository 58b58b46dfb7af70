"""Files of dossiers for who was told their address, and carries a key of its own."""

import hmac
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks import asking
from dvc_app.callbacks.files import PRIVATE, disposition_of, missing, sent
from dvc_app.callbacks.payment_notice import NOTICES
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from dvc_app.threads import in_pool
from dvc_app.walls.client_address import client_address
from services.core.errors import ServiceError
from services.settings import settings
from services.status_sync.national.file_links import open_named_file
from services.work import SYSTEM

BEARER = "Bearer "
_strange = Slowed("30/10minutes")  # wrong keys alone


async def fetch(request: Request) -> Response:
    """Answer with the file; without the key no address says whether it is one."""
    if not _has_key(request.headers.get("authorization", "")):
        if _strange.is_too_often(request):
            return Response(status_code=429, headers=TRY_LATER)
        return Response(status_code=401, headers=PRIVATE)
    actor = replace(SYSTEM, address=client_address(request))
    key = str(request.path_params["key"])
    try:
        run = partial(asking.run, actor)
        file = await in_pool(NOTICES, run, open_named_file, key)
    except ServiceError:
        return missing()
    return sent(file.data, file.media_type, disposition_of(file))


def _has_key(given: str) -> bool:
    """Tell whether one of the systems that are told addresses asks."""
    chosen = settings()
    readers = (
        chosen.national_portal,
        chosen.construction_permits,
        chosen.planning_information,
        chosen.social_assistance_registry,
        chosen.natural_resources,
    )
    keys = [BEARER + one.file_key.get_secret_value() for one in readers]
    found = [hmac.compare_digest(key.encode(), given.encode()) for key in keys]
    return any(found)
