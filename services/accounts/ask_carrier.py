"""Ask the mobile carrier whether this person holds this number (thuê bao chính chủ)."""

from services.accounts.check_registration import Registrant
from services.integrations.mobile_carriers.port import Subscriber
from services.work import Work


def ask_carrier(work: Work, registrant: Registrant) -> bool:
    """Tell whether name, birth date and papers are those the carrier knows.

    The session stays untouched, so no transaction is open while another
    system is waited for (OB-1).
    """
    return work.systems.carriers.verify_subscriber(
        Subscriber(
            phone=registrant.phone,
            full_name=registrant.full_name,
            birth_date=registrant.birth_date,
            citizen_id=registrant.citizen_id,
        )
    )
