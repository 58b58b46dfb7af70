"""End a registration, whichever way it began: password, account, certificate."""

from uuid import UUID

from services.accounts.models import Registration
from services.accounts.open_session import Device
from services.accounts.set_password import NewPassword, Registered, set_password
from services.identities.keep_certificate import keep_certificate
from services.identities.proved_certificate import spend_challenge
from services.work import Work


def finish_registration(
    work: Work, registration_id: UUID, typed: NewPassword, device: Device
) -> Registered:
    """Set the password, and keep the certificate the person was proved with.

    A proof opens one account: it is spent in the transaction of the account.
    """
    registered = set_password(work, registration_id, typed, device)
    registration = work.session.get_one(Registration, registration_id)
    if registration.certificate_challenge_id is not None:
        proved = spend_challenge(work, registration.certificate_challenge_id)
        keep_certificate(work, registered.session.account_id, proved)
    return registered
