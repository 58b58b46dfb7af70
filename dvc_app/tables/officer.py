"""Pages of the one-stop desk."""

from dvc_app import routes
from dvc_app.pages.officer.activate import activate_page
from dvc_app.pages.officer.ask_supplement import ask_supplement_page
from dvc_app.pages.officer.desk import desk_page
from dvc_app.pages.officer.enrol import enrol_page
from dvc_app.pages.officer.lending import lending_page
from dvc_app.pages.officer.messages import officer_messages_page
from dvc_app.pages.officer.posts import posts_page
from dvc_app.pages.officer.processing import processing_page
from dvc_app.pages.officer.reception import reception_page
from dvc_app.pages.officer.recovery import officer_recovery_page
from dvc_app.pages.officer.second_factor import second_factor_page
from dvc_app.pages.officer.security import security_page
from dvc_app.pages.officer.sign_in import officer_sign_in_page
from dvc_app.state.citizen.devices import DevicesState
from dvc_app.state.officer.after_filing import AfterFilingState
from dvc_app.state.officer.ask_supplement import AskSupplementState
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.lending import LendingState
from dvc_app.state.officer.messages import OfficerMessagesState
from dvc_app.state.officer.office_form import OfficeFormState
from dvc_app.state.officer.posts import OfficerPostsState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.state.officer.recovery import OfficerRecoveryState
from dvc_app.state.officer.security import SecurityState
from dvc_app.state.officer.sign_in import OfficerSignInState
from dvc_app.tables.page import Page
from dvc_app.wording import (
    activation,
    desk,
    messages,
    posts,
    processing,
    reception,
    recovery,
    sign_in,
    supplements,
)

PAGES = (
    Page(
        routes.OFFICER_AREA,
        officer_sign_in_page,
        sign_in.OFFICER_TITLE,
        (OfficerSignInState.load,),
    ),
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
    Page(
        routes.OFFICER_RECOVERY,
        officer_recovery_page,
        recovery.OFFICER_TITLE,
        (OfficerRecoveryState.load,),
    ),
    Page(
        routes.OFFICER_ACTIVATE,
        activate_page,
        activation.TITLE,
        (OfficerSignInState.load,),
    ),
    Page(routes.OFFICER_ENROL, enrol_page, activation.ENROL_TITLE),
    Page(routes.OFFICER_POSTS, posts_page, posts.TITLE, (OfficerPostsState.load,)),
    Page(
        routes.OFFICER_LENDING,
        lending_page,
        posts.LENDING_TITLE,
        (LendingState.load,),
    ),
    Page(
        routes.OFFICER_SECURITY,
        security_page,
        activation.SECURITY_TITLE,
        (SecurityState.load, DevicesState.load),
    ),
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
        (ReceptionState.load, OfficeFormState.load, AfterFilingState.load),
    ),
    Page(
        routes.PROCESSING,
        processing_page,
        processing.TITLE,
        (ProcessingState.load, OfficeFormState.load, AfterFilingState.load),
    ),
    Page(
        routes.ASK_SUPPLEMENT,
        ask_supplement_page,
        supplements.OFFICER_TITLE,
        (AskSupplementState.load,),
    ),
    Page(
        routes.OFFICER_MESSAGES,
        officer_messages_page,
        messages.OFFICER_TITLE,
        (OfficerMessagesState.load,),
    ),
)
