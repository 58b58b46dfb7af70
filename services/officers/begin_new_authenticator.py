"""Change to another authenticator, by an officer who still has the present one."""

from services.accounts.keys import keyed_hash, new_token
from services.accounts.officer_models import Activation, ActivationPurpose
from services.audit.record import record
from services.officers.begin_activation import ENROL_WITHIN, accept
from services.officers.issue_activation import void_activations
from services.work import Work


def begin_new_authenticator(work: Work) -> str:
    """Return the token of an enrolment; the present one stays good until its end."""
    account_id = work.actor.require_officer()
    work.actor.require_fresh_proof(work.now)
    void_activations(work, account_id)
    activation = Activation(
        account_id=account_id,
        purpose=ActivationPurpose.FACTOR,
        # Nobody is told a code: the enrolment goes on in this browser alone.
        code_hash=keyed_hash(work.secret, "activation", new_token()),
        issued_by_id=account_id,
        issued_at=work.now,
        expires_at=work.now + ENROL_WITHIN,
    )
    token = accept(work, activation, work.actor.browser)
    work.session.flush()
    record(work, "authenticator.begun", account_id)
    return token
