"""Puts the authority and the signing services together."""

from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.settings import Settings
from sandbox.signing import authority_answers, local_signer, sim_signing, smart_ca
from sandbox.signing.authority import open_authority
from sandbox.signing.authority_answers import AuthorityAnswers
from sandbox.signing.holders import load_scenario
from sandbox.signing.local_signer import LocalSigner
from sandbox.signing.phones import SCREENS, Phone
from sandbox.signing.sim_signing import SimSigning
from sandbox.signing.smart_ca import SmartCa
from sandbox.signing.tokens import plug_in
from sandbox.signing.waiting import Requests
from sandbox.signing.window import Window

SYSTEMS = (
    authority_answers.SYSTEM,
    local_signer.SYSTEM,
    smart_ca.SYSTEM,
    sim_signing.SYSTEM,
)


def signing_routes(settings: Settings, templates: Jinja2Templates) -> list[Route]:
    """Return every address; the overview learns who holds which certificate."""
    scenario = load_scenario()
    authority = open_authority(settings, scenario)
    requests = Requests(settings.data)
    signer = LocalSigner(plug_in(scenario, authority), authority)
    templates.env.globals["certificates"] = scenario
    return [
        *AuthorityAnswers(authority).routes(),
        *signer.routes(),
        *Window(signer, templates).routes(),
        *SmartCa(settings, scenario, authority, requests).routes(),
        *SimSigning(settings, scenario, authority, requests).routes(),
        *(
            route
            for screen in SCREENS
            for route in Phone(screen, requests, templates).routes()
        ),
    ]
