"""Why a certificate or its signature does not hold."""

from enum import StrEnum


class CertificateFault(StrEnum):
    """Keys of sentences in the wording, one for each reason a person can act on."""

    UNREADABLE = "certificate_unreadable"
    WEAK = "certificate_weak"
    NOT_YET_VALID = "certificate_not_yet_valid"
    EXPIRED = "certificate_expired"
    REVOKED = "certificate_revoked"
    UNTRUSTED = "certificate_untrusted"
    PURPOSE = "certificate_purpose"
    HOLDER_UNREADABLE = "certificate_holder_unreadable"
    OTHER_HOLDER = "certificate_other_holder"  # not the number that was typed
    NONE_HELD = "certificate_none"  # the service keeps none for this number
    SIGNATURE_WRONG = "signature_wrong"


class CertificateRefused(Exception):
    """Carries a fault from where it is found to who judges."""

    def __init__(self, fault: CertificateFault) -> None:
        super().__init__(fault)
        self.fault = fault
