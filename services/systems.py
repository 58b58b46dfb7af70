"""Which adapter stands before each outside system, from the settings alone."""

from functools import cache
from urllib.parse import urlsplit

from services.integrations.bank_feed.adapter import HttpBankFeed
from services.integrations.certificate_authorities.adapter import (
    HttpCertificateAuthorities,
)
from services.integrations.document_store.adapter import HttpDocumentStore
from services.integrations.identity_provider.adapter import OpenIdProvider
from services.integrations.identity_provider.port import IdentityProvider
from services.integrations.mail.adapter import MailServer, SmtpMailGateway
from services.integrations.mobile_carriers.adapter import HttpMobileCarriers
from services.integrations.mobile_signing.adapter import SoapMobileSigning
from services.integrations.payment_gateways.momo import adapter as momo
from services.integrations.payment_gateways.momo.adapter import HttpMomo
from services.integrations.payment_gateways.napas.adapter import HttpNapas
from services.integrations.payment_gateways.national.adapter import (
    Account,
    HttpNationalPayment,
)
from services.integrations.payment_gateways.port import PaymentGateway
from services.integrations.payment_gateways.viettel_money import (
    adapter as viettel_money,
)
from services.integrations.payment_gateways.viettel_money.adapter import (
    HttpViettelMoney,
)
from services.integrations.payment_gateways.vnpay.adapter import HttpVnpay
from services.integrations.payment_gateways.zalopay import adapter as zalopay
from services.integrations.payment_gateways.zalopay.adapter import HttpZaloPay
from services.integrations.population.adapter import HttpPopulation
from services.integrations.post_identity.adapter import HttpPostIdentity
from services.integrations.public_post import adapter as public_post
from services.integrations.public_post.port import PublicPost
from services.integrations.remote_signing.adapter import HttpSmartCa
from services.integrations.sms.adapter import HttpSmsGateway
from services.integrations.social_insurance.adapter import HttpSocialInsurance
from services.integrations.transport import build_client
from services.integrations.zalo.adapter import HttpZaloGateway, ZaloApp
from services.ministry_systems import ministries
from services.settings import settings
from services.system_settings import NationalIdentity, PoliceIdentity
from services.work import Systems

PERSON_WAITS, WORKER_WAITS = 5, 10  # seconds for a whole answer
STORE_BYTES = 14 << 20  # a file of 10 MB as base64
LEDGER_BYTES = 8 << 20  # a gateway's ledger of a day


@cache
def systems() -> Systems:
    """Return the adapters to the other systems; no address is the sandbox's."""
    return Systems(
        sms=_sms(),
        mail=_mail(),
        zalo=_zalo(),
        carriers=_carriers(),
        national_identity=_identity(
            settings().national_identity, "national", "identity"
        ),
        police_identity=_identity(settings().police_identity, "police", "police"),
        population=_population(),
        social_insurance=_social_insurance(),
        post_identity=_post_identity(),
        public_post=_public_post(),
        smart_ca=_smart_ca(),
        sim_signing=_sim_signing(),
        authorities=_authorities(),
        document_store=_document_store(),
        gateways=_gateways(),
        bank_feed=_bank_feed(),
        ministries=ministries(),
    )


def _at(name: str) -> str:
    return f"{settings().sandbox_url}/{name}"


def _sms() -> HttpSmsGateway:
    sms = settings().sms
    client = build_client(sms.url or _at("sms"), WORKER_WAITS, "sms")
    return HttpSmsGateway(client, sms.user, sms.password.get_secret_value(), sms.label)


def _mail() -> SmtpMailGateway:
    mail = settings().mail
    sandbox = urlsplit(settings().sandbox_url).hostname or "localhost"
    return SmtpMailGateway(
        MailServer(
            host=mail.host or sandbox,
            port=mail.port if mail.host else settings().sandbox_mail_port,
            sender=mail.sender,
            user=mail.user,
            password=mail.password.get_secret_value(),
            is_encrypted=bool(mail.host),
        )
    )


def _zalo() -> HttpZaloGateway:
    chosen = settings().zalo
    return HttpZaloGateway(
        build_client(chosen.url or _at("zalo"), WORKER_WAITS, "zalo"),
        build_client(chosen.oauth_url or _at("zalo-oauth"), WORKER_WAITS, "zalo_oauth"),
        ZaloApp(
            chosen.app_id, chosen.app_secret.get_secret_value(), chosen.template_id
        ),
    )


def _carriers() -> HttpMobileCarriers:
    carriers = settings().carriers
    client = build_client(carriers.url or _at("carriers"), PERSON_WAITS, "carriers")
    return HttpMobileCarriers(client, carriers.api_key.get_secret_value())


def _identity(
    chosen: NationalIdentity | PoliceIdentity, door: str, sandbox: str
) -> IdentityProvider:
    issuer = chosen.url or _at(sandbox)
    secret = chosen.client_secret.get_secret_value()
    client = build_client(issuer, PERSON_WAITS, f"{door}_identity")
    return OpenIdProvider(client, issuer, chosen.client_id, secret)


def _population() -> HttpPopulation:
    chosen = settings().population
    client = build_client(chosen.url or _at("population"), PERSON_WAITS, "population")
    secret = chosen.secret.get_secret_value()
    return HttpPopulation(client, chosen.key, secret, chosen.unit)


def _social_insurance() -> HttpSocialInsurance:
    chosen = settings().social_insurance
    client = build_client(
        chosen.url or _at("social-insurance"), PERSON_WAITS, "social_insurance"
    )
    return HttpSocialInsurance(client, chosen.api_key.get_secret_value())


def _post_identity() -> HttpPostIdentity:
    chosen = settings().post_identity
    client = build_client(
        chosen.url or _at("post-identity"), PERSON_WAITS, "post_identity"
    )
    return HttpPostIdentity(client, chosen.api_key.get_secret_value())


def _public_post() -> PublicPost:
    chosen = settings().public_post
    client = build_client(chosen.url or _at("public-post"), PERSON_WAITS, "public_post")
    access = public_post.Access(
        key=chosen.key,
        secret=chosen.secret.get_secret_value(),
        customer=chosen.customer,
        push_key=chosen.push_key.get_secret_value(),
    )
    return public_post.HttpPublicPost(client, access)


def _smart_ca() -> HttpSmartCa:
    chosen = settings().smart_ca
    client = build_client(chosen.url or _at("smart-ca"), PERSON_WAITS, "smart_ca")
    return HttpSmartCa(client, chosen.sp_id, chosen.sp_password.get_secret_value())


def _sim_signing() -> SoapMobileSigning:
    chosen = settings().sim_signing
    client = build_client(chosen.url or _at("sim-signing"), PERSON_WAITS, "sim_signing")
    secret = chosen.ap_password.get_secret_value()
    return SoapMobileSigning(client, chosen.ap_id, secret)


def _document_store() -> HttpDocumentStore:
    chosen = settings().document_store
    client = build_client(
        chosen.url or _at("document-store"), PERSON_WAITS, "document_store", STORE_BYTES
    )
    return HttpDocumentStore(client, chosen.key, chosen.secret.get_secret_value())


def _gateways() -> dict[str, PaymentGateway]:
    return {
        "national": _national_payment(),
        "vnpay": _vnpay(),
        "napas": _napas(),
        "momo": _momo(),
        "zalopay": _zalopay(),
        "viettel_money": _viettel_money(),
    }


def _national_payment() -> HttpNationalPayment:
    chosen = settings().national_payment
    url = chosen.url or _at("national-payment")
    account = Account(
        partner=chosen.partner,
        hash_secret=chosen.hash_secret.get_secret_value(),
        key=chosen.key,
        secret=chosen.secret.get_secret_value(),
    )
    return HttpNationalPayment(
        build_client(url, PERSON_WAITS, "national", LEDGER_BYTES), account
    )


def _vnpay() -> HttpVnpay:
    chosen = settings().vnpay
    url = chosen.url or _at("vnpay")
    client = build_client(url, PERSON_WAITS, "vnpay", LEDGER_BYTES)
    return HttpVnpay(client, chosen.merchant, chosen.secret.get_secret_value())


def _napas() -> HttpNapas:
    chosen = settings().napas
    url = chosen.url or _at("napas")
    client = build_client(url, PERSON_WAITS, "napas", LEDGER_BYTES)
    return HttpNapas(client, chosen.merchant, chosen.secret.get_secret_value())


def _momo() -> HttpMomo:
    chosen = settings().momo
    url = chosen.url or _at("momo")
    merchant = momo.Merchant(
        chosen.partner_code,
        chosen.access_key.get_secret_value(),
        chosen.secret_key.get_secret_value(),
    )
    return HttpMomo(build_client(url, PERSON_WAITS, "momo", LEDGER_BYTES), merchant)


def _zalopay() -> HttpZaloPay:
    chosen = settings().zalopay
    url = chosen.url or _at("zalopay")
    keys = chosen.key_one.get_secret_value(), chosen.key_two.get_secret_value()
    return HttpZaloPay(
        build_client(url, PERSON_WAITS, "zalopay", LEDGER_BYTES),
        zalopay.Merchant(chosen.app_id, *keys),
    )


def _viettel_money() -> HttpViettelMoney:
    chosen = settings().viettel_money
    url = chosen.url or _at("viettel-money")
    merchant = viettel_money.Merchant(
        chosen.merchant_code,
        chosen.access_code.get_secret_value(),
        chosen.hash_key.get_secret_value(),
    )
    return HttpViettelMoney(
        build_client(url, PERSON_WAITS, "viettel_money", LEDGER_BYTES), merchant
    )


def _bank_feed() -> HttpBankFeed:
    chosen = settings().bank_feed
    client = build_client(chosen.url or _at("bank-feed"), WORKER_WAITS, "bank_feed")
    return HttpBankFeed(client, chosen.api_key.get_secret_value())


def _authorities() -> HttpCertificateAuthorities:
    chosen = settings().authorities
    sandbox = urlsplit(settings().sandbox_url).netloc
    hosts = {host.strip() for host in chosen.hosts.split(",") if host.strip()}
    # The sandbox's certificates name it by number, however we call it.
    numbered = sandbox.replace("localhost", "127.0.0.1")
    client = build_client(_at("ca"), PERSON_WAITS, "authorities")
    return HttpCertificateAuthorities(
        client, chosen.roots or _at("ca/root.pem"), hosts or {sandbox, numbered}
    )
