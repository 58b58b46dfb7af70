"""Puts the stand-ins together: addresses, faults before them, pages beside them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from sandbox import carriers, sms
from sandbox.carriers import Carriers
from sandbox.faults import FaultMiddleware, Switches
from sandbox.inbox import Inbox
from sandbox.messages import Messages
from sandbox.pages import Pages
from sandbox.scenarios import load_people
from sandbox.settings import Settings
from sandbox.sms import Gateway

HERE = Path(__file__).parent
SYSTEMS = (sms.SYSTEM, carriers.SYSTEM)


def build_app(settings: Settings) -> Starlette:
    """Return the whole sandbox over one folder of data."""
    people = load_people()
    messages = Messages(settings.data, people.switched_off)
    switches = Switches(settings.data, SYSTEMS)
    templates = Jinja2Templates(directory=HERE / "templates")
    return Starlette(
        routes=[
            *Pages(switches, messages, people, templates).routes(),
            *Inbox(messages, templates).routes(),
            *Gateway(settings, messages).routes(),
            *Carriers(settings, people).routes(),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        middleware=[Middleware(FaultMiddleware, switches=switches)],
    )
