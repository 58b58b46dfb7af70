"""Where the demonstration answers and whom one can be in it."""

from dataclasses import dataclass

from services.accounts.demonstration import demonstration_people
from services.settings import settings


@dataclass(frozen=True)
class DemonstrationAccount:
    """One invented person and how to sign in as them."""

    kind: str
    name: str
    sign_in: str
    password: str
    totp_secret: str


@dataclass(frozen=True)
class Demonstration:
    """What `manage.py demo` prints."""

    portal: str
    sandbox: str
    accounts: tuple[DemonstrationAccount, ...]


def demonstration() -> Demonstration:
    """Return the addresses and accounts; nothing of it exists in production."""
    chosen = settings()
    if chosen.production:
        return Demonstration(chosen.public_url, "", ())
    people = demonstration_people(chosen.secret.get_secret_value().encode())
    return Demonstration(
        chosen.public_url,
        chosen.sandbox_url,
        tuple(
            DemonstrationAccount(
                kind=", ".join(person.roles) or str(person.kind),
                name=person.name,
                sign_in=person.sign_in,
                password=person.password,
                totp_secret=person.totp_secret,
            )
            for person in people
        ),
    )
