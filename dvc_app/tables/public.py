"""Pages anybody opens: the home page, procedures, look-up, registration, sign-in."""

from dvc_app import routes
from dvc_app.pages.public.cosign import cosign_page
from dvc_app.pages.public.help import help_page
from dvc_app.pages.public.home import home_page
from dvc_app.pages.public.kiosk import kiosk_page
from dvc_app.pages.public.life_event import life_event_page
from dvc_app.pages.public.look_up import look_up_page
from dvc_app.pages.public.ministry_look_up import ministry_look_up_page
from dvc_app.pages.public.no_right import no_right_page
from dvc_app.pages.public.not_found import not_found_page
from dvc_app.pages.public.payment_bill import payment_bill_page
from dvc_app.pages.public.payment_find import payment_find_page
from dvc_app.pages.public.payment_result import payment_result_page
from dvc_app.pages.public.payment_ways import payment_ways_page
from dvc_app.pages.public.procedure import procedure_page
from dvc_app.pages.public.procedures import procedures_page
from dvc_app.pages.public.recovery import recovery_page
from dvc_app.pages.public.recovery_password import recovery_password_page
from dvc_app.pages.public.register import register_page
from dvc_app.pages.public.register_certificate import (
    register_sim_page,
    register_smart_ca_page,
    register_usb_page,
)
from dvc_app.pages.public.register_code import register_code_page
from dvc_app.pages.public.register_form import (
    register_insurance_page,
    register_phone_page,
    register_post_page,
)
from dvc_app.pages.public.register_password import register_password_page
from dvc_app.pages.public.register_police import register_police_page
from dvc_app.pages.public.screen import screen_page, screen_start_page
from dvc_app.pages.public.sign_in import sign_in_page
from dvc_app.pages.public.sign_in_code import sign_in_code_page
from dvc_app.pages.public.sign_in_link import sign_in_link_page
from dvc_app.pages.public.sign_in_return import sign_in_return_page
from dvc_app.pages.public.signed_out import signed_out_page
from dvc_app.pages.public.wall import wall_page
from dvc_app.state.citizen.vault_ready import VaultReadyState
from dvc_app.state.ministry_look_up import MinistryLookUpState
from dvc_app.state.public.cosign import CosignPageState
from dvc_app.state.public.help import HelpState
from dvc_app.state.public.home import HomeState
from dvc_app.state.public.kiosk import KioskState, WallState
from dvc_app.state.public.life_event import LifeEventState
from dvc_app.state.public.look_up import LookUpState
from dvc_app.state.public.payment_bill_page import BillState
from dvc_app.state.public.payment_find import PaymentFindState
from dvc_app.state.public.payment_result import PaymentResultState
from dvc_app.state.public.payment_ways import PaymentWaysState
from dvc_app.state.public.procedure import ProcedureState
from dvc_app.state.public.procedures import ProceduresState
from dvc_app.state.public.recovery import RecoveryPasswordState, RecoveryState
from dvc_app.state.public.register import RegisterState
from dvc_app.state.public.register_certificate import RegisterCertificateState
from dvc_app.state.public.register_code import RegisterCodeState
from dvc_app.state.public.register_form import RegisterFormState
from dvc_app.state.public.register_password import RegisterPasswordState
from dvc_app.state.public.register_police import RegisterPoliceState
from dvc_app.state.public.screen import ScreenState
from dvc_app.state.public.sign_in import SignInState
from dvc_app.state.public.sign_in_code import SignInCodeState
from dvc_app.state.public.sign_in_link import SignInLinkState
from dvc_app.state.public.sign_in_return import SignInReturnState
from dvc_app.state.public.usual_faults import UsualFaultsState
from dvc_app.tables.page import Page
from dvc_app.wording import (
    cosigning,
    counter,
    home,
    identities,
    life_events,
    look_up,
    ministry_look_up,
    no_right,
    not_found,
    payment_results,
    payments,
    procedure,
    procedures,
    recovery,
    register,
    register_ways,
    sign_in,
)
from dvc_app.wording import help as help_wording
from dvc_app.wording.register_ways import Method

PAGES = (
    Page(routes.KIOSK, kiosk_page, counter.KIOSK_TITLE, (KioskState.load,)),
    Page(routes.WALL, wall_page, counter.WALL_TITLE, (WallState.load,)),
    Page(routes.SCREEN_START, screen_start_page, counter.SCREEN_TITLE),
    Page(routes.SCREEN, screen_page, counter.SCREEN_TITLE, (ScreenState.load,)),
    Page(routes.HOME, home_page, home.TITLE, (HomeState.load,)),
    Page(
        routes.PROCEDURES,
        procedures_page,
        procedures.TITLE,
        (
            ProceduresState.load,
            ProceduresState.load_filters,
            ProceduresState.load_sectors,
        ),
    ),
    Page(
        routes.PROCEDURE,
        procedure_page,
        procedure.TITLE,
        (ProcedureState.load, VaultReadyState.load, UsualFaultsState.load),
    ),
    Page(routes.LIFE_EVENT, life_event_page, life_events.TITLE, (LifeEventState.load,)),
    Page(routes.LOOK_UP, look_up_page, look_up.TITLE, (LookUpState.load,)),
    Page(routes.PAY, payment_find_page, payments.TITLE, (PaymentFindState.load,)),
    Page(routes.PAYMENT, payment_bill_page, payments.BILL_TITLE, (BillState.load,)),
    Page(
        routes.PAYMENT_WAYS,
        payment_ways_page,
        payments.WAYS_TITLE,
        (PaymentWaysState.load,),
    ),
    Page(
        routes.PAYMENT_RESULT,
        payment_result_page,
        payment_results.RESULT_TITLE,
        (PaymentResultState.load,),
    ),
    Page(
        routes.MINISTRY_LOOK_UP,
        ministry_look_up_page,
        ministry_look_up.TITLE,
        (MinistryLookUpState.load,),
    ),
    Page(routes.HELP, help_page, help_wording.TITLE, (HelpState.load,)),
    Page(routes.NOT_FOUND, not_found_page, not_found.TITLE),
    Page(routes.NO_RIGHT, no_right_page, no_right.TITLE),
    Page(routes.REGISTER, register_page, register.TITLE, (RegisterState.load,)),
    *(
        Page(route, draw, register_ways.TITLES[method], (RegisterFormState.load,))
        for route, draw, method in (
            (routes.REGISTER_PHONE, register_phone_page, Method.PHONE),
            (routes.REGISTER_INSURANCE, register_insurance_page, Method.INSURANCE),
            (routes.REGISTER_POST, register_post_page, Method.POST),
        )
    ),
    *(
        Page(
            route,
            draw,
            register_ways.TITLES[method],
            (RegisterCertificateState.load,),
        )
        for route, draw, method in (
            (routes.REGISTER_USB, register_usb_page, Method.USB),
            (routes.REGISTER_SIM, register_sim_page, Method.SIM),
            (routes.REGISTER_SMART_CA, register_smart_ca_page, Method.SMART_CA),
        )
    ),
    Page(
        routes.REGISTER_POLICE,
        register_police_page,
        register_ways.TITLES[Method.POLICE],
        (RegisterPoliceState.load,),
    ),
    Page(
        routes.REGISTER_CODE,
        register_code_page,
        register.CODE_TITLE,
        (RegisterCodeState.load,),
    ),
    Page(
        routes.REGISTER_PASSWORD,
        register_password_page,
        register.PASSWORD_TITLE,
        (RegisterPasswordState.load,),
    ),
    Page(
        routes.SIGN_IN_CODE,
        sign_in_code_page,
        sign_in.BY_CODE,
        (SignInCodeState.load,),
    ),
    Page(routes.RECOVERY, recovery_page, recovery.TITLE, (RecoveryState.load,)),
    Page(
        routes.RECOVERY_PASSWORD,
        recovery_password_page,
        recovery.LAST_TITLE,
        (RecoveryPasswordState.load,),
    ),
    Page(routes.SIGN_IN, sign_in_page, sign_in.TITLE, (SignInState.load,)),
    Page(
        routes.SIGN_IN_RETURN,
        sign_in_return_page,
        identities.RETURN_TITLE,
        (SignInReturnState.load,),
    ),
    Page(
        routes.SIGN_IN_LINK,
        sign_in_link_page,
        identities.LINK_TITLE,
        (SignInLinkState.load,),
    ),
    Page(routes.COSIGN, cosign_page, cosigning.TITLE, (CosignPageState.load,)),
    Page(routes.SIGNED_OUT, signed_out_page, identities.SIGNED_OUT_TITLE),
)
