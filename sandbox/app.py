"""Puts the stand-ins together: addresses, faults before them, pages beside them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from sandbox import (
    carriers,
    document_store,
    mail,
    ministries,
    population,
    post_identity,
    public_post,
    sms,
    social_insurance,
    zalo,
)
from sandbox.carriers import Carriers
from sandbox.document_store import DocumentStore
from sandbox.faults import FaultMiddleware, Switches
from sandbox.identity import build as identity
from sandbox.inbox import Inbox
from sandbox.mail import MailServer
from sandbox.messages import Messages
from sandbox.pages import Pages
from sandbox.payments import build as payments
from sandbox.population import Population
from sandbox.post_identity import PostOffice
from sandbox.public_post import PublicPost
from sandbox.scenarios import load_people
from sandbox.settings import Settings
from sandbox.signing import build as signing
from sandbox.sms import Gateway
from sandbox.social_insurance import SocialInsurance
from sandbox.zalo import build_zalo

HERE = Path(__file__).parent
SYSTEMS = (
    sms.SYSTEM,
    zalo.SYSTEM,
    zalo.OAUTH,
    mail.SYSTEM,
    carriers.SYSTEM,
    population.SYSTEM,
    social_insurance.SYSTEM,
    post_identity.SYSTEM,
    document_store.SYSTEM,
    public_post.SYSTEM,
    *payments.SYSTEMS,
    *identity.SYSTEMS,
    *signing.SYSTEMS,
    *ministries.SYSTEMS,
)


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
            *build_zalo(settings, messages, templates).routes(),
            *Carriers(settings, people).routes(),
            *identity.identity_routes(settings, messages, templates),
            *signing.signing_routes(settings, templates),
            *Population(settings, templates).routes(),
            *SocialInsurance(settings).routes(),
            *PostOffice(settings, templates).routes(),
            *DocumentStore(settings, templates).routes(),
            *PublicPost(settings, templates).routes(),
            *payments.payment_routes(settings, messages, templates),
            *ministries.ministry_routes(settings, templates),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        middleware=[Middleware(FaultMiddleware, switches=switches)],
        lifespan=MailServer(settings, messages, switches).running,
    )
