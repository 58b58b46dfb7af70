"""Why coming back from a provider opened nothing, carried in an address as a key."""

from collections.abc import Mapping

from dvc_app import routes
from dvc_app.state.return_path import with_next
from dvc_app.wording import identities as wording
from services.identities.models import JourneyPurpose
from services.identities.providers import Provider

REASON, PROVIDER, PURPOSE = "ly-do", "noi", "viec"
LINKED = "da-lien-ket"
AT_THE_DOOR = {JourneyPurpose.SIGN_IN, JourneyPurpose.RECOVERY}


def fault_path(
    provider: Provider, purpose: JourneyPurpose, reason: str, return_to: str
) -> str:
    """Return the page that says why and offers another way, with the way on kept."""
    if purpose is JourneyPurpose.OFFICER:
        page = f"{routes.OFFICER_SIGN_IN}?{REASON}={reason}"
    elif purpose is JourneyPurpose.OFFICER_LINK:
        return f"{routes.OFFICER_SECURITY}?{REASON}={reason}"
    elif purpose in AT_THE_DOOR:
        page = f"{routes.SIGN_IN}?{REASON}={reason}"
    else:
        page = f"{routes.SIGN_IN_RETURN}?{REASON}={reason}&{PURPOSE}={purpose.value}"
    if provider is not Provider.NATIONAL:
        page += f"&{PROVIDER}={provider.value}"
    return with_next(page, return_to)


def reason_words(query: Mapping[str, str]) -> str:
    """Return the sentence of the key in the address; an unknown key says nothing."""
    words = wording.REASONS.get(query.get(REASON, ""), "")
    national = wording.PROVIDERS[Provider.NATIONAL]
    return words.format(
        provider=wording.PROVIDERS.get(query.get(PROVIDER, ""), national)
    )
