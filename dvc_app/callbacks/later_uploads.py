"""Files that come after the submission: for a supplement, along with a message."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks import uploads as tus
from dvc_app.callbacks.asking import act, asking
from services.messages.begin_message_upload import begin_message_upload
from services.supplements.begin_supplement_upload import begin_supplement_upload


@tus.refusing
async def for_supplement(request: Request) -> Response:
    """Open an upload for one point of a supplement."""
    actor, size = await asking(request), tus.number_of(request, "upload-length")
    code, point = request.path_params["code"], tus.uuid_of(request, "point_id")
    name = tus.name_of(request)
    return tus.created(
        await act(actor, begin_supplement_upload, code, point, name, size)
    )


@tus.refusing
async def for_message(request: Request) -> Response:
    """Open an upload for a message that is being written."""
    actor, size = await asking(request), tus.number_of(request, "upload-length")
    code, name = request.path_params["code"], tus.name_of(request)
    return tus.created(await act(actor, begin_message_upload, code, name, size))
