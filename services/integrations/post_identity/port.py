"""What the portal asks of the post about a customer it identified."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class PostCustomer:
    """What a person says; the code was printed for them at the post office.

    The portal never takes another house's password: the slip stands in for it.
    """

    account: str  # their account at the post: a phone or an email
    slip_code: str  # mã xác minh on the slip
    full_name: str
    birth_date: date
    citizen_id: str


class PostIdentity(Protocol):
    """The post, whose clerks compared person and papers at the counter."""

    def verify_customer(self, customer: PostCustomer) -> bool:
        """Tell whether slip, account and person belong together, and spend the slip.

        Only yes or no; the same question asked again within the hour gets the
        same answer. Raises SystemUnavailable when the post does not say.
        """
