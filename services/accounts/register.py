"""Begin a registration that another system vouches for (thuê bao, BHXH, bưu điện)."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from services.accounts.ask_source import DIFFERS, ask_source
from services.accounts.check_registration import RegistrationForm, check_registration
from services.accounts.open_registration import open_registration
from services.accounts.prove_human import HumanProof
from services.accounts.send_code import CodeSent
from services.core.errors import RuleViolation
from services.work import Work

P = ParamSpec("P")
T = TypeVar("T")


class Opener(Protocol):
    """Runs one use case in a transaction of its own, as one person."""

    def __call__(
        self,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run the use case and commit."""


def register(opener: Opener, form: RegistrationForm, proof: HumanProof) -> CodeSent:
    """Check, ask who knows, keep and send: others are asked in no transaction.

    They only say yes or no, so a no names the things to compare.
    """
    check = opener(check_registration, form, proof)
    if check.registrant is None:
        raise RuleViolation(check.problems)
    if not opener(ask_source, check.registrant):
        raise RuleViolation(DIFFERS[form.method])
    return opener(open_registration, check.registrant)
