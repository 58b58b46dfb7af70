"""One group of settings per outside system: address, name and secret."""

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

KNOWN_SECRET = "sandbox"  # noqa: S105 - what the sandbox takes, refused in production


def _named(prefix: str) -> SettingsConfigDict:
    return SettingsConfigDict(env_prefix=prefix, frozen=True, env_ignore_empty=True)


class Sms(BaseSettings):
    """The SMS gateway (contracts 7, VNPT)."""

    model_config = _named("DVC_SMS_")
    url: str = ""  # empty: the sandbox
    user: str = KNOWN_SECRET
    password: SecretStr = SecretStr(KNOWN_SECRET)
    label: str = "DVC"


class Carriers(BaseSettings):
    """The subscriber check of the mobile carriers (sandbox contract)."""

    model_config = _named("DVC_CARRIERS_")
    url: str = ""  # empty: the sandbox
    api_key: SecretStr = SecretStr(KNOWN_SECRET)


class NationalIdentity(BaseSettings):
    """The sign-in of the national portal (contracts 3): an OpenID provider."""

    model_config = _named("DVC_NATIONAL_IDENTITY_")
    url: str = ""  # empty: the sandbox
    client_id: str = "dvc"
    client_secret: SecretStr = SecretStr(KNOWN_SECRET)


class PoliceIdentity(BaseSettings):
    """VNeID of the Ministry of Public Security: an OpenID provider."""

    model_config = _named("DVC_POLICE_IDENTITY_")
    url: str = ""  # empty: the sandbox
    client_id: str = "dvc"
    client_secret: SecretStr = SecretStr(KNOWN_SECRET)


class Population(BaseSettings):
    """The national population database, behind the data gateway (contracts 1, 5.11)."""

    model_config = _named("DVC_POPULATION_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    unit: str = "H55"  # MaDonVi


class SocialInsurance(BaseSettings):
    """The social insurance's check of an insured person (sandbox contract)."""

    model_config = _named("DVC_SOCIAL_INSURANCE_")
    url: str = ""  # empty: the sandbox
    api_key: SecretStr = SecretStr(KNOWN_SECRET)


class PostIdentity(BaseSettings):
    """The post's check of a customer it identified (sandbox contract)."""

    model_config = _named("DVC_POST_IDENTITY_")
    url: str = ""  # empty: the sandbox
    api_key: SecretStr = SecretStr(KNOWN_SECRET)


class PublicPost(BaseSettings):
    """The public post's orders, behind the data gateway (contracts 1, 5.10)."""

    model_config = _named("DVC_PUBLIC_POST_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    customer: str = "DVC"  # CustomerCode of the province
    push_key: SecretStr = SecretStr(KNOWN_SECRET)  # signs what the post pushes


class DocumentStore(BaseSettings):
    """The national store of documents, behind the data gateway (contracts 2)."""

    model_config = _named("DVC_DOCUMENT_STORE_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret


class SmartCa(BaseSettings):
    """VNPT SmartCA: signing on the person's phone (contracts 6)."""

    model_config = _named("DVC_SMART_CA_")
    url: str = ""  # empty: the sandbox
    sp_id: str = KNOWN_SECRET
    sp_password: SecretStr = SecretStr(KNOWN_SECRET)


class SimSigning(BaseSettings):
    """The carriers' signature service for SIM cards (ETSI TS 102 204)."""

    model_config = _named("DVC_SIM_SIGNING_")
    url: str = ""  # empty: the sandbox
    ap_id: str = KNOWN_SECRET
    ap_password: SecretStr = SecretStr(KNOWN_SECRET)


class Authorities(BaseSettings):
    """Whom the portal trusts to issue certificates."""

    model_config = _named("DVC_AUTHORITIES_")
    roots: str = ""  # a PEM file of root certificates; empty: the sandbox's
    hosts: str = ""  # of CRL and OCSP, by commas; empty: the sandbox's


class Zalo(BaseSettings):
    """The province's account at Zalo: notification service and tokens (contracts 7)."""

    model_config = _named("DVC_ZALO_")
    url: str = ""  # empty: the sandbox
    oauth_url: str = ""  # empty: the sandbox
    page_url: str = ""  # what people follow, https://zalo.me/…; empty: the sandbox
    app_id: str = "dvc"
    app_secret: SecretStr = SecretStr(KNOWN_SECRET)
    refresh_token: SecretStr = SecretStr(KNOWN_SECRET)  # the first one; then kept
    template_id: str = "dvc-ho-so"


class Mail(BaseSettings):
    """The mail server of the province (SMTP)."""

    model_config = _named("DVC_MAIL_")
    host: str = ""  # empty: the sandbox
    port: int = 587
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: str = "khong-tra-loi@dichvucong.example"


class NationalPayment(BaseSettings):
    """The payment platform of the national portal, behind the gateway (contracts 4.1)."""

    model_config = _named("DVC_NATIONAL_PAYMENT_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    partner: str = "DVC"  # MaDoiTac
    hash_secret: SecretStr = SecretStr(KNOWN_SECRET)  # of MaXacThuc
    look_up_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry when they ask us


class Vnpay(BaseSettings):
    """VNPAY 2.1.0 (contracts 4.2)."""

    model_config = _named("DVC_VNPAY_")
    url: str = ""  # empty: the sandbox
    merchant: str = "DVCTINH1"  # vnp_TmnCode, 8 signs
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # of vnp_SecureHash


class Napas(BaseSettings):
    """NAPAS, in the shape of VNPAY (sandbox contract, contracts 4.4)."""

    model_config = _named("DVC_NAPAS_")
    url: str = ""  # empty: the sandbox
    merchant: str = "DVCTINH1"
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # of the hash


class Momo(BaseSettings):
    """The MoMo wallet (contracts 4.4)."""

    model_config = _named("DVC_MOMO_")
    url: str = ""  # empty: the sandbox
    partner_code: str = "DVC"
    access_key: SecretStr = SecretStr(KNOWN_SECRET)  # signed, never sent
    secret_key: SecretStr = SecretStr(KNOWN_SECRET)


class ZaloPay(BaseSettings):
    """The ZaloPay wallet (contracts 4.4)."""

    model_config = _named("DVC_ZALOPAY_")
    url: str = ""  # empty: the sandbox
    app_id: int = 2553
    key_one: SecretStr = SecretStr(KNOWN_SECRET)  # key1: signs our questions
    key_two: SecretStr = SecretStr(KNOWN_SECRET)  # key2: signs their callbacks


class ViettelMoney(BaseSettings):
    """The Viettel Money wallet (contracts 4.4)."""

    model_config = _named("DVC_VIETTEL_MONEY_")
    url: str = ""  # empty: the sandbox
    merchant_code: str = "DVC"
    access_code: SecretStr = SecretStr(KNOWN_SECRET)  # signed, never sent
    hash_key: SecretStr = SecretStr(KNOWN_SECRET)


class BankFeed(BaseSettings):
    """The feed of credits of the beneficiary accounts (sandbox contract)."""

    model_config = _named("DVC_BANK_FEED_")
    url: str = ""  # empty: the sandbox
    api_key: SecretStr = SecretStr(KNOWN_SECRET)  # also signs what they push
