"""Pictures of pages that were read, for the desk that keeps the paper (O09)."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import PRIVATE, sent
from services.core.errors import ServiceError
from services.digitising.page_picture import page_picture

MOST_PAGES = 3  # digits of a page's number


async def page(request: Request) -> Response:
    """Answer with one page as a picture."""
    try:
        file_id = UUID(request.path_params["file_id"])
        number = int(request.path_params["page"][:MOST_PAGES])
        picture = await act(await asking(request), page_picture, file_id, number)
    except (ValueError, ServiceError):
        return Response(status_code=404, headers=PRIVATE)
    return sent(picture, "image/jpeg", "inline")
