"""Ask the system that knows the person whether what they say of themselves holds."""

from services.accounts.check_registration import Registrant
from services.accounts.registration_methods import RegistrationMethod
from services.integrations.mobile_carriers.port import Subscriber
from services.integrations.post_identity.port import PostCustomer
from services.integrations.social_insurance.port import InsuredPerson
from services.work import Work

DIFFERS = {
    RegistrationMethod.PHONE: {"carrier": "carrier_differs"},
    RegistrationMethod.INSURANCE: {"carrier": "insurance_differs"},
    RegistrationMethod.POST: {"carrier": "post_differs"},
}


def ask_source(work: Work, registrant: Registrant) -> bool:
    """Tell whether carrier, insurance or post know this person by these facts.

    The session stays untouched, so no transaction is open while another
    system is waited for (OB-1).
    """
    match registrant.method:
        case RegistrationMethod.INSURANCE:
            return work.systems.social_insurance.verify_insured(
                InsuredPerson(
                    insurance_number=registrant.insurance_number,
                    full_name=registrant.full_name,
                    birth_date=registrant.birth_date,
                    citizen_id=registrant.citizen_id,
                )
            )
        case RegistrationMethod.POST:
            return work.systems.post_identity.verify_customer(
                PostCustomer(
                    account=registrant.post_account,
                    slip_code=registrant.slip_code,
                    full_name=registrant.full_name,
                    birth_date=registrant.birth_date,
                    citizen_id=registrant.citizen_id,
                )
            )
    return work.systems.carriers.verify_subscriber(
        Subscriber(
            phone=registrant.phone,
            full_name=registrant.full_name,
            birth_date=registrant.birth_date,
            citizen_id=registrant.citizen_id,
        )
    )
