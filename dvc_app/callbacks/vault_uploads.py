"""Papers of one's own vault arrive here, by the verbs of `uploads`."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.uploads import created, name_of, number_of, refusing, uuid_of
from services.vault.keep_upload import keep_upload, replace_upload


@refusing
async def for_paper(request: Request) -> Response:
    """Open an upload for a paper of one's own."""
    actor, size = await asking(request), number_of(request, "upload-length")
    return created(await act(actor, keep_upload, name_of(request), size))


@refusing
async def for_version(request: Request) -> Response:
    """Open an upload for a newer version of one's own paper."""
    actor, size = await asking(request), number_of(request, "upload-length")
    document_id = uuid_of(request, "document_id")
    upload = await act(actor, replace_upload, document_id, name_of(request), size)
    return created(upload)
