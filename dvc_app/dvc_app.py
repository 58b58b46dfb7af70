"""Builds the application: one table of all pages, and the walls around them."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import failures, routes
from dvc_app.callbacks.addresses import addresses
from dvc_app.components.layout import connection_banner
from dvc_app.pages.citizen.acknowledgement import acknowledgement_page
from dvc_app.pages.citizen.devices import devices_page
from dvc_app.pages.citizen.dossier import dossier_page
from dvc_app.pages.citizen.filing_agency import filing_agency_page
from dvc_app.pages.citizen.filing_components import filing_components_page
from dvc_app.pages.citizen.filing_delivery import filing_delivery_page
from dvc_app.pages.citizen.filing_fees import filing_fees_page
from dvc_app.pages.citizen.filing_information import filing_information_page
from dvc_app.pages.citizen.filing_review import filing_review_page
from dvc_app.pages.citizen.filing_start import filing_start_page
from dvc_app.pages.citizen.my_dossiers import my_dossiers_page
from dvc_app.pages.officer.desk import desk_page
from dvc_app.pages.officer.processing import processing_page
from dvc_app.pages.officer.reception import reception_page
from dvc_app.pages.officer.second_factor import second_factor_page
from dvc_app.pages.officer.sign_in import officer_sign_in_page
from dvc_app.pages.public.help import help_page
from dvc_app.pages.public.home import home_page
from dvc_app.pages.public.look_up import look_up_page
from dvc_app.pages.public.not_found import not_found_page
from dvc_app.pages.public.procedure import procedure_page
from dvc_app.pages.public.procedures import procedures_page
from dvc_app.pages.public.register import register_page
from dvc_app.pages.public.register_code import register_code_page
from dvc_app.pages.public.register_password import register_password_page
from dvc_app.pages.public.register_phone import register_phone_page
from dvc_app.pages.public.sign_in import sign_in_page
from dvc_app.state import live
from dvc_app.state.base import AppState, stale_delta
from dvc_app.state.citizen.devices import DevicesState
from dvc_app.state.citizen.dossier import DossierState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_review import FilingReviewState
from dvc_app.state.citizen.filing_start import FilingStartState
from dvc_app.state.citizen.my_dossiers import MyDossiersState
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.state.officer.sign_in import OfficerSignInState
from dvc_app.state.public.help import HelpState
from dvc_app.state.public.home import HomeState
from dvc_app.state.public.look_up import LookUpState
from dvc_app.state.public.procedure import ProcedureState
from dvc_app.state.public.procedures import ProceduresState
from dvc_app.state.public.register import RegisterState
from dvc_app.state.public.register_code import RegisterCodeState
from dvc_app.state.public.register_password import RegisterPasswordState
from dvc_app.state.public.register_phone import RegisterPhoneState
from dvc_app.state.public.sign_in import SignInState
from dvc_app.walls.event_wall import EventWall
from dvc_app.walls.gate import Gate
from dvc_app.walls.headers import Headers
from dvc_app.walls.socket_wall import raise_wall
from dvc_app.warming import warm_search
from dvc_app.wording import (
    desk,
    devices,
    filing,
    home,
    look_up,
    my_dossiers,
    not_found,
    procedure,
    procedures,
    processing,
    province,
    reception,
    register,
    sign_in,
)
from dvc_app.wording import help as help_wording
from services.logs import configure_logs


@dataclass(frozen=True)
class Page:
    """One page: where it is, its title, what it loads, who opens it."""

    route: str
    draw: rx.app.ComponentCallable
    title: str
    on_load: tuple[rx.EventHandler, ...] = ()


PAGES = (
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
    Page(routes.PROCEDURE, procedure_page, procedure.TITLE, (ProcedureState.load,)),
    Page(routes.LOOK_UP, look_up_page, look_up.TITLE, (LookUpState.load,)),
    Page(routes.HELP, help_page, help_wording.TITLE, (HelpState.load,)),
    Page(routes.NOT_FOUND, not_found_page, not_found.TITLE),
    Page(routes.REGISTER, register_page, register.TITLE, (RegisterState.load,)),
    Page(
        routes.REGISTER_PHONE,
        register_phone_page,
        register.PHONE_TITLE,
        (RegisterPhoneState.load,),
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
    Page(routes.SIGN_IN, sign_in_page, sign_in.TITLE, (SignInState.load,)),
    Page(
        routes.OFFICER_SIGN_IN,
        officer_sign_in_page,
        sign_in.OFFICER_TITLE,
        (OfficerSignInState.load,),
    ),
    Page(
        routes.OFFICER_CODE,
        second_factor_page,
        sign_in.CODE_TITLE,
        (OfficerSignInState.load,),
    ),
    Page(routes.FILE_START, filing_start_page, filing.TITLE, (FilingStartState.load,)),
    *(
        Page(route, draw, filing.TITLE, (FilingState.load,))
        for route, draw in (
            (routes.FILE_AGENCY, filing_agency_page),
            (routes.FILE_INFORMATION, filing_information_page),
            (routes.FILE_COMPONENTS, filing_components_page),
            (routes.FILE_DELIVERY, filing_delivery_page),
            (routes.FILE_FEES, filing_fees_page),
        )
    ),
    Page(
        routes.FILE_CONFIRM,
        filing_review_page,
        filing.TITLE,
        (FilingState.load, FilingReviewState.load),
    ),
    Page(
        routes.ACKNOWLEDGEMENT,
        acknowledgement_page,
        my_dossiers.SUCCESS,
        (DossierState.load,),
    ),
    Page(routes.DOSSIER, dossier_page, my_dossiers.DOSSIER_TITLE, (DossierState.load,)),
    Page(
        routes.MY_DOSSIERS,
        my_dossiers_page,
        my_dossiers.TITLE,
        (MyDossiersState.load,),
    ),
    Page(routes.MY_DEVICES, devices_page, devices.TITLE, (DevicesState.load,)),
    Page(
        routes.DESK,
        desk_page,
        desk.TITLE,
        (DeskState.load, DeskState.load_sectors),
    ),
    Page(
        routes.RECEPTION,
        reception_page,
        reception.TITLE,
        (ReceptionState.load,),
    ),
    Page(
        routes.PROCESSING,
        processing_page,
        processing.TITLE,
        (ProcessingState.load,),
    ),
)


def build_app() -> rx.App:
    """Return the application with every page and every wall in place."""
    configure_logs()
    app = rx.App(
        html_lang="vi",
        stylesheets=["/portal.css"],
        api_transformer=[addresses, Gate, Headers],
        app_wraps={},
        extra_app_wraps={(5, "Connection"): lambda stateful: connection_banner()},
        backend_exception_handler=failures.explain,
        frontend_exception_handler=failures.note_frontend,
    )
    for page in PAGES:
        app.add_page(
            page.draw,
            route=page.route,
            title=f"{page.title} · {province.brand()}",
            on_load=[AppState.enter, *page.on_load],
        )
    app.add_middleware(EventWall(stale_delta(), failures.outage_delta()))
    app.register_lifespan_task(live.bus, app=app)
    app.register_lifespan_task(warm_search)
    raise_wall(app)
    return app


app = build_app()
