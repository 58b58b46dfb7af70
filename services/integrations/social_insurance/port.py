"""What the portal asks of the social insurance, in the portal's words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class InsuredPerson:
    """What a person says of their insurance."""

    insurance_number: str  # mã số BHXH, 10 digits
    full_name: str
    birth_date: date
    citizen_id: str


class SocialInsurance(Protocol):
    """The agency that knows who holds which insurance number."""

    def verify_insured(self, person: InsuredPerson) -> bool:
        """Tell whether number, name, birth date and papers belong together.

        Only yes or no. Raises SystemUnavailable when it does not say.
        """
