"""The portal on the home screen of a device, and with the line cut (R38)."""

import hashlib
from functools import cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from dvc_app import routes
from dvc_app.callbacks.plain_page import TEMPLATES, draw
from dvc_app.wording import device as wording
from dvc_app.wording import province
from services.settings import ROOT

RED, PAPER = "#8c1d2f", "#ffffff"
ICONS = (("192", "any"), ("512", "any"), ("maskable", "maskable"))
# Nothing here belongs to anybody: the offline copy holds no document.
SHELL = (
    routes.OFFLINE,
    routes.OFFLINE_SCRIPT,
    "/portal.css",
    "/icon-192.png",
    "/favicon.ico",
)
ALIVE = "/suc-khoe"
CHECKED = {"cache-control": "no-cache"}
# The policy of the worker itself: it fetches from us and runs nothing else.
WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'"


async def manifest(request: Request) -> Response:
    """Answer with the names and icons of this province's portal."""
    return JSONResponse(
        {
            "id": routes.HOME,
            "name": province.brand(),
            "short_name": wording.SHORT_NAME,
            "lang": "vi",
            "dir": "ltr",
            "start_url": routes.HOME,
            "scope": routes.HOME,
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": RED,
            "icons": [_icon(name, purpose) for name, purpose in ICONS],
            "shortcuts": [
                {"name": wording.LOOK_UP, "url": routes.LOOK_UP},
                {"name": wording.MY_DOSSIERS, "url": routes.MY_DOSSIERS},
            ],
        },
        headers=CHECKED,
        media_type="application/manifest+json",
    )


async def service_worker(request: Request) -> Response:
    """Answer with the worker; a new build has a new name for what is kept."""
    script = draw(
        "service_worker.js",
        cache=f"cong-{_version()}",
        shell=SHELL,
        offline=routes.OFFLINE,
    )
    headers = CHECKED | {"content-security-policy": WORKER_POLICY}
    return Response(script, media_type="text/javascript", headers=headers)


async def offline_page(request: Request) -> Response:
    """Answer with the page that the worker keeps for a cut line."""
    html = draw(
        "offline.html",
        words=wording,
        script=routes.OFFLINE_SCRIPT,
        alive=ALIVE,
        here=routes.OFFLINE,
    )
    return HTMLResponse(html, headers=CHECKED)


async def offline_script(request: Request) -> Response:
    """Answer with the few lines that draw the dossiers last seen."""
    script = (TEMPLATES / "offline.js").read_text("utf-8")
    return Response(script, media_type="text/javascript", headers=CHECKED)


def _icon(name: str, purpose: str) -> dict[str, str]:
    size = "512" if name == "maskable" else name
    return {
        "src": f"/icon-{name}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


@cache
def _version() -> str:
    """Return a value that differs when what is kept would."""
    built = ROOT / ".web/build/client/index.html"
    files = [*sorted(TEMPLATES.glob("*")), ROOT / "assets/portal.css", built]
    whole = b"".join(file.read_bytes() for file in files if file.is_file())
    return hashlib.sha256(whole).hexdigest()[:12]
