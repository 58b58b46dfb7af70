"""The check of an insured person over HTTP."""

import httpx

from services.core.errors import SystemUnavailable
from services.core.text import clean
from services.integrations import transport
from services.integrations.social_insurance import wire
from services.integrations.social_insurance.port import InsuredPerson

MALE, FEMALE, UNKNOWN = "1", "2", "3"
NEW_NUMBER = 12  # digits of a personal number; the fourth tells the sex


class HttpSocialInsurance:
    """Asks which number the criteria belong to, and compares it with the stated one."""

    def __init__(self, client: httpx.Client, api_key: str) -> None:
        self._client, self._api_key = client, api_key

    def verify_insured(self, person: InsuredPerson) -> bool:
        """Tell yes or no; an answer without a number or its lack is no answer."""
        question = wire.Question(
            hoTen=clean(person.full_name),
            ngaySinh=f"{person.birth_date:%Y%m%d}",
            gioiTinh=_sex(person.citizen_id),
            soDinhDanh=person.citizen_id,
            maSoBhxh=person.insurance_number,
        )
        headers = {wire.KEY_HEADER: self._api_key}
        answer = transport.post(self._client, wire.PATH, question, wire.Answer, headers)
        if answer.errorCode != wire.DONE or answer.maSoBhxh is None:
            raise SystemUnavailable(wire.PATH)
        return answer.maSoBhxh.strip() == person.insurance_number


def _sex(citizen_id: str) -> str:
    """Return the sex as the personal number tells it (decree 70/2024)."""
    if len(citizen_id) != NEW_NUMBER or not citizen_id[3].isdecimal():
        return UNKNOWN
    return FEMALE if int(citizen_id[3]) % 2 else MALE
