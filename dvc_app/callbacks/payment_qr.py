"""The VietQR of a payment request as a picture, to show or to save (C18)."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from services.papers.qr import qr_svg
from services.payments.show_qr import show_qr
from services.work import ANONYMOUS

LONGEST_KEY = 64
KEPT = "private, max-age=60"  # what is paid soon shows no QR any more
_drawn = Slowed("120/minute")


async def picture(request: Request) -> Response:
    """Answer with the drawing, or with nothing for a request that is not open."""
    if _drawn.is_too_often(request):
        return Response(status_code=429, headers=TRY_LATER)
    key = request.path_params["key"][:LONGEST_KEY]
    text = await act(ANONYMOUS, show_qr, key)
    if not text:
        return Response(status_code=404, headers={"cache-control": "no-store"})
    headers = {
        "cache-control": KEPT,
        "content-disposition": 'inline; filename="vietqr.svg"',
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(qr_svg(text), media_type="image/svg+xml", headers=headers)
