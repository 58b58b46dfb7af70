"""What a provider remembers between two requests; a restart forgets it."""

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass, field

from sandbox.identity.people import Mishap, Person

JOURNEY_SECONDS, CODE_SECONDS, TOKEN_SECONDS, OTP_SECONDS = 600, 60, 300, 300
MOST_TRIES, MOST_SENDS = 5, 5
LETTERS = "ACDEFGHKLMNPRTUVXY34679"  # no two of them look alike


@dataclass(frozen=True)
class Asked:
    """What the portal asked for when it sent the browser."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    challenge: str

    def is_answered_by(self, verifier: str) -> bool:
        """Tell whether the verifier is the one the challenge was made of (PKCE)."""
        digest = hashlib.sha256(verifier.encode()).digest()
        made = base64.urlsafe_b64encode(digest).rstrip(b"=")
        return secrets.compare_digest(made, self.challenge.encode())


@dataclass
class Journey:
    """One browser on its way through the pages."""

    browser: str
    asked: Asked
    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    until: float = field(default_factory=lambda: time.monotonic() + JOURNEY_SECONDS)
    picture: str = ""
    way: str = ""
    person: Person | None = None
    is_proved: bool = False
    otp: str = ""
    otp_until: float = 0
    tries_left: int = 0
    sends: int = 0

    def new_picture(self) -> str:
        """Draw other letters."""
        self.picture = "".join(secrets.choice(LETTERS) for _ in range(5))
        return self.picture

    def takes_picture(self, typed: str) -> bool:
        """Tell whether the letters are right; either way they are used up."""
        wanted, self.picture = self.picture, ""
        return bool(wanted) and "".join(typed.split()).upper() == wanted

    def new_otp(self) -> str:
        """Return a new one-time code; the one before is void."""
        self.otp = f"{secrets.randbelow(1_000_000):06}"
        self.otp_until = time.monotonic() + OTP_SECONDS
        self.tries_left, self.sends = MOST_TRIES, self.sends + 1
        return self.otp

    def takes_otp(self, typed: str) -> bool:
        """Tell whether the code is right, in time, and tried few times."""
        self.tries_left -= 1
        is_open = bool(self.otp) and self.tries_left >= 0
        is_open = is_open and time.monotonic() < self.otp_until
        given = "".join(typed.split()).encode()
        is_right = is_open and secrets.compare_digest(given, self.otp.encode())
        self.is_proved = self.is_proved or is_right
        return is_right


@dataclass(frozen=True)
class Grant:
    """What a code, and then a token, stands for."""

    person: Person
    asked: Asked
    mishap: Mishap
    until: float


class Store:
    """Journeys, open browsers, codes and tokens of one provider.

    Every method runs from end to end on the one event loop, so that of two who
    redeem a code at once only one finds it.
    """

    def __init__(self) -> None:
        self._journeys: dict[str, Journey] = {}
        self._browsers: dict[str, Person] = {}
        self._codes: dict[str, Grant] = {}
        self._tokens: dict[str, Grant] = {}

    def begin(self, browser: str, asked: Asked) -> Journey:
        """Start a journey; a browser that is signed in is known at once."""
        now = time.monotonic()
        alive = {k: one for k, one in self._journeys.items() if one.until > now}
        journey = Journey(browser, asked)
        journey.person = self._browsers.get(browser)
        journey.is_proved = journey.person is not None
        self._journeys = {**alive, journey.id: journey}
        return journey

    def journey(self, id: str, browser: str) -> Journey | None:
        """Return a journey to the browser that is on it, and to no other."""
        found = self._journeys.get(id)
        if found is None or found.browser != browser:
            return None
        return found if found.until > time.monotonic() else None

    def end(self, journey: Journey) -> None:
        """Forget a journey that has arrived."""
        self._journeys.pop(journey.id, None)

    def grant(self, journey: Journey, person: Person, mishap: Mishap) -> str:
        """Keep the person signed in here, and return the code for the portal."""
        self.end(journey)
        self._browsers[journey.browser] = person
        life = -1 if mishap is Mishap.EXPIRED else CODE_SECONDS
        code = secrets.token_urlsafe(24)
        until = time.monotonic() + life
        self._codes[code] = Grant(person, journey.asked, mishap, until)
        return code

    def redeem(self, code: str, redirect_uri: str, verifier: str) -> Grant | None:
        """Return what the code stands for, once; a try that fails uses it up too."""
        grant = self._codes.pop(code, None)
        if grant is None:
            return None
        is_theirs = grant.asked.redirect_uri == redirect_uri
        is_theirs = is_theirs and grant.asked.is_answered_by(verifier)
        return grant if is_theirs and time.monotonic() < grant.until else None

    def token(self, grant: Grant) -> str:
        """Return an access token for what the code stood for."""
        token = secrets.token_urlsafe(32)
        until = time.monotonic() + TOKEN_SECONDS
        self._tokens[token] = Grant(grant.person, grant.asked, grant.mishap, until)
        return token

    def told_to(self, token: str) -> Person | None:
        """Return whom this token may read about."""
        grant = self._tokens.get(token)
        return grant.person if grant and time.monotonic() < grant.until else None

    def sign_out(self, browser: str) -> Person | None:
        """End the session of this browser."""
        return self._browsers.pop(browser, None)

    def signed_in(self, browser: str) -> Person | None:
        """Return who is signed in with this browser."""
        return self._browsers.get(browser)
