"""Communes as a person types, and where an old address lies today (F8): public data."""

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app.callbacks.asking import act
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from services.places.convert_former import convert_former
from services.places.queries import PlaceName, find_place
from services.places.search_places import search_places
from services.places.words import MAX_TEXT
from services.work import ANONYMOUS, Work

KEPT = {"cache-control": "public, max-age=3600"}  # the same for everybody
_asked = Slowed("600/minute")  # a fast typist asks twice a second


async def search(request: Request) -> Response:
    """Answer with communes: by words, or the one of a code."""
    if _asked.is_too_often(request):
        return Response(status_code=429, headers=TRY_LATER)
    code = request.query_params.get("ma", "")[:MAX_TEXT]
    if code:
        place = await act(ANONYMOUS, _named, code)
        return _answer([place] if place else [])
    text = request.query_params.get("tim", "")[:MAX_TEXT]
    return _answer(await act(ANONYMOUS, search_places, text))


async def convert(request: Request) -> Response:
    """Answer with the present communes of an old address."""
    if _asked.is_too_often(request):
        return Response(status_code=429, headers=TRY_LATER)
    text = request.query_params.get("dia-chi", "")[:MAX_TEXT]
    found = await act(ANONYMOUS, convert_former, text)
    return _answer(list(found.places), detail=found.detail)


def _named(work: Work, code: str) -> PlaceName | None:
    return find_place(work.session, code.replace("\0", ""))


def _answer(places: list[PlaceName], **more: str) -> Response:
    return JSONResponse({"places": [asdict(p) for p in places], **more}, headers=KEPT)
