"""What coming back from a provider led to."""

from dataclasses import dataclass, field
from enum import StrEnum

from services.accounts.return_to import HOME
from services.identities.models import JourneyPurpose


class ReturnOutcome(StrEnum):
    """Where the person goes on."""

    SIGNED_IN = "signed_in"  # straight to where they wanted to go
    WELCOME = "welcome"  # the same, past the page that greets them the first time
    SECOND_FACTOR = "second_factor"  # an officer's authenticator is awaited
    LINKED = "linked"  # to the officer who is signed in
    CHOOSE = "choose"  # several accounts may be theirs
    REGISTERING = "registering"  # to the next step of the registration
    REFUSED = "refused"


@dataclass(frozen=True)
class Returned:
    """The outcome; refusals are returned, because what was used up stays used up."""

    outcome: ReturnOutcome
    purpose: JourneyPurpose = JourneyPurpose.SIGN_IN
    return_to: str = HOME
    reason: str = ""  # key of the wording, when refused
    # The cookie of the new session, or of the half that is done (second factor).
    token: str = field(default="", repr=False)
    is_shared: bool = False  # the device the session is on
    id_token: str = field(default="", repr=False)  # for signing out at the provider
