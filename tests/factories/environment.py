"""What a deployment that serves people says of the outside systems."""

OWN = "a value of their own, long enough to be a secret"
ADDRESSED = (
    "SMS",
    "CARRIERS",
    "NATIONAL_IDENTITY",
    "POLICE_IDENTITY",
    "POPULATION",
    "SOCIAL_INSURANCE",
    "POST_IDENTITY",
    "PUBLIC_POST",
    "DOCUMENT_STORE",
    "SMART_CA",
    "SIM_SIGNING",
    "ZALO",
)
SECRETS = (
    "DVC_SMS_PASSWORD",
    "DVC_CARRIERS_API_KEY",
    "DVC_NATIONAL_IDENTITY_CLIENT_SECRET",
    "DVC_POLICE_IDENTITY_CLIENT_SECRET",
    "DVC_POPULATION_SECRET",
    "DVC_SOCIAL_INSURANCE_API_KEY",
    "DVC_POST_IDENTITY_API_KEY",
    "DVC_PUBLIC_POST_SECRET",
    "DVC_DOCUMENT_STORE_SECRET",
    "DVC_SMART_CA_SP_PASSWORD",
    "DVC_SIM_SIGNING_AP_PASSWORD",
    "DVC_ZALO_APP_SECRET",
    "DVC_ZALO_REFRESH_TOKEN",
)
SYSTEMS_IN_PRODUCTION = {
    **{f"DVC_{name}_URL": "https://system.example.vn" for name in ADDRESSED},
    **dict.fromkeys(SECRETS, OWN),
    "DVC_ZALO_OAUTH_URL": "https://system.example.vn",
    "DVC_ZALO_PAGE_URL": "https://zalo.example.vn/dvc",
    "DVC_MAIL_HOST": "mail.example.vn",
    "DVC_AUTHORITIES_ROOTS": "/etc/dvc/roots.pem",
}
UNSAFE_SYSTEMS = (
    *((name, "") for name in SYSTEMS_IN_PRODUCTION),
    *((name, "sandbox") for name in SECRETS),
)
