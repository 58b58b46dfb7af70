"""Pages of the one-stop desk."""

from dvc_app import routes
from dvc_app.pages.officer.activate import activate_page
from dvc_app.pages.officer.ask_due import ask_due_page
from dvc_app.pages.officer.ask_supplement import ask_supplement_page
from dvc_app.pages.officer.asked import asked_list_page, asked_page
from dvc_app.pages.officer.correction import correction_page
from dvc_app.pages.officer.corrections import corrections_page
from dvc_app.pages.officer.counter import counter_page
from dvc_app.pages.officer.counter_draft import counter_draft_page
from dvc_app.pages.officer.decision import decision_page
from dvc_app.pages.officer.desk import desk_page
from dvc_app.pages.officer.draft_result import draft_result_page
from dvc_app.pages.officer.due import due_page
from dvc_app.pages.officer.enrol import enrol_page
from dvc_app.pages.officer.exports import exports_page
from dvc_app.pages.officer.interlinked import bundles_page
from dvc_app.pages.officer.lead import lead_page
from dvc_app.pages.officer.lending import lending_page
from dvc_app.pages.officer.messages import officer_messages_page
from dvc_app.pages.officer.odd_lines import odd_lines_page
from dvc_app.pages.officer.parcel import parcel_page
from dvc_app.pages.officer.parcels import parcels_page
from dvc_app.pages.officer.posts import posts_page
from dvc_app.pages.officer.processing import processing_page
from dvc_app.pages.officer.reception import reception_page
from dvc_app.pages.officer.recovery import officer_recovery_page
from dvc_app.pages.officer.register_book import register_book_page
from dvc_app.pages.officer.reports import reports_page
from dvc_app.pages.officer.returning import returning_page
from dvc_app.pages.officer.second_factor import second_factor_page
from dvc_app.pages.officer.security import security_page
from dvc_app.pages.officer.sign_in import officer_sign_in_page
from dvc_app.pages.officer.signing import signing_page
from dvc_app.pages.officer.store import store_page
from dvc_app.pages.officer.till import till_page
from dvc_app.pages.officer.till_day import till_day_page
from dvc_app.state.citizen.devices import DevicesState
from dvc_app.state.officer.after_filing import AfterFilingState
from dvc_app.state.officer.ask_due import AskDueState
from dvc_app.state.officer.ask_supplement import AskSupplementState
from dvc_app.state.officer.asked import AskedState
from dvc_app.state.officer.civil_status import CivilStatusState
from dvc_app.state.officer.correction import CorrectionState
from dvc_app.state.officer.corrections import CorrectionsState
from dvc_app.state.officer.counter import CounterState
from dvc_app.state.officer.counter_draft import CounterDraftState
from dvc_app.state.officer.counter_form import CounterFormState
from dvc_app.state.officer.decision import DecisionFormState
from dvc_app.state.officer.decisions_card import DecisionsCardState
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.desk_picks import DeskPicksState
from dvc_app.state.officer.desk_views import DeskViewsState
from dvc_app.state.officer.dossier_sync import DossierSyncState
from dvc_app.state.officer.draft_result import DraftResultState
from dvc_app.state.officer.due import DueState
from dvc_app.state.officer.exports import ExportsState
from dvc_app.state.officer.handing import HandingState
from dvc_app.state.officer.interlinked import BundlesState
from dvc_app.state.officer.lead import LeadState
from dvc_app.state.officer.lending import LendingState
from dvc_app.state.officer.messages import OfficerMessagesState
from dvc_app.state.officer.odd_lines import OddLinesState
from dvc_app.state.officer.office_dues import OfficeDuesState
from dvc_app.state.officer.office_form import OfficeFormState
from dvc_app.state.officer.parcel import ParcelState
from dvc_app.state.officer.parcels import StuckParcelsState
from dvc_app.state.officer.posts import OfficerPostsState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.state.officer.recovery import OfficerRecoveryState
from dvc_app.state.officer.register_book import RegisterBookState
from dvc_app.state.officer.reports import ReportState
from dvc_app.state.officer.returning import ReturningState
from dvc_app.state.officer.security import SecurityState
from dvc_app.state.officer.sign_in import OfficerSignInState
from dvc_app.state.officer.signing import SigningState
from dvc_app.state.officer.store import StoreState
from dvc_app.state.officer.till import TillState
from dvc_app.state.officer.till_day import TillDayState
from dvc_app.tables.page import Page
from dvc_app.wording import (
    activation,
    corrections,
    counter,
    decisions,
    desk,
    digitising,
    handing,
    interlinked_desk,
    lead,
    messages,
    parcels,
    posts,
    processing,
    reception,
    recovery,
    registers,
    sign_in,
    signing,
    supplements,
    till,
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
    Page(routes.COUNTER, counter_page, counter.TITLE, (CounterState.load,)),
    Page(
        routes.COUNTER_DRAFT,
        counter_draft_page,
        counter.ONE_TITLE,
        (CounterDraftState.load, CounterFormState.load),
    ),
    Page(routes.TILL, till_page, till.TITLE, (TillState.load,)),
    Page(routes.TILL_ONE, due_page, till.ONE_TITLE, (DueState.load,)),
    Page(routes.TILL_DAY, till_day_page, till.CLOSE_TITLE, (TillDayState.load,)),
    Page(routes.ODD_LINES, odd_lines_page, till.ODD_TITLE, (OddLinesState.load,)),
    Page(routes.ASK_DUE, ask_due_page, till.ASK_TITLE, (AskDueState.load,)),
    Page(
        routes.DESK,
        desk_page,
        desk.TITLE,
        (
            DeskState.load,
            DeskState.load_sectors,
            DeskPicksState.load,
            DeskViewsState.load,
        ),
    ),
    Page(routes.LEAD, lead_page, lead.TITLE, (LeadState.load,)),
    Page(
        routes.RECEPTION,
        reception_page,
        reception.TITLE,
        (
            ReceptionState.load,
            OfficeFormState.load,
            AfterFilingState.load,
            OfficeDuesState.load,
            DecisionsCardState.load,
        ),
    ),
    Page(
        routes.PROCESSING,
        processing_page,
        processing.TITLE,
        (
            ProcessingState.load,
            HandingState.load,
            OfficeFormState.load,
            AfterFilingState.load,
            OfficeDuesState.load,
            DecisionsCardState.load,
            DossierSyncState.load,
            CivilStatusState.load,
        ),
    ),
    Page(routes.ASKED, asked_list_page, handing.ASKED_LIST, (AskedState.load,)),
    Page(routes.ASKED_ONE, asked_page, handing.ASKED_TITLE, (AskedState.load_one,)),
    Page(
        routes.REFUSE,
        decision_page,
        decisions.TITLES["refuse"],
        (DecisionFormState.load,),
    ),
    Page(
        routes.SUSPEND,
        decision_page,
        decisions.TITLES["suspend"],
        (DecisionFormState.load,),
    ),
    Page(
        routes.EXTEND,
        decision_page,
        decisions.TITLES["extend"],
        (DecisionFormState.load,),
    ),
    Page(
        routes.APOLOGISE,
        decision_page,
        decisions.TITLES["apologise"],
        (DecisionFormState.load,),
    ),
    Page(
        routes.STOP,
        decision_page,
        decisions.TITLES["stop"],
        (DecisionFormState.load,),
    ),
    Page(
        routes.TRANSFER,
        decision_page,
        decisions.TITLES["transfer"],
        (DecisionFormState.load,),
    ),
    Page(
        routes.ASK_SUPPLEMENT,
        ask_supplement_page,
        supplements.OFFICER_TITLE,
        (AskSupplementState.load,),
    ),
    Page(routes.SIGNING, signing_page, signing.TITLE, (SigningState.load,)),
    Page(
        routes.DRAFT_RESULT,
        draft_result_page,
        signing.DRAFT_TITLE,
        (DraftResultState.load,),
    ),
    Page(
        routes.CORRECT_RESULT,
        draft_result_page,
        signing.CORRECT_TITLE,
        (DraftResultState.load,),
    ),
    Page(
        routes.RETURNING, returning_page, signing.RETURN_TITLE, (ReturningState.load,)
    ),
    Page(routes.STORE, store_page, digitising.TITLE, (StoreState.load,)),
    Page(
        routes.OFFICER_MESSAGES,
        officer_messages_page,
        messages.OFFICER_TITLE,
        (OfficerMessagesState.load,),
    ),
    Page(
        routes.CORRECTIONS,
        corrections_page,
        corrections.TITLE,
        (CorrectionsState.load,),
    ),
    Page(
        routes.CORRECTION,
        correction_page,
        corrections.ONE_TITLE,
        (CorrectionState.load,),
    ),
    Page(routes.BUNDLES, bundles_page, interlinked_desk.TITLE, (BundlesState.load,)),
    Page(routes.REPORTS, reports_page, registers.REPORT_TITLE, (ReportState.load,)),
    Page(
        routes.REGISTER_BOOK,
        register_book_page,
        registers.BOOK_TITLE,
        (RegisterBookState.load,),
    ),
    Page(routes.EXPORTS, exports_page, registers.FILES_TITLE, (ExportsState.load,)),
    Page(routes.PARCELS, parcels_page, parcels.TITLE, (StuckParcelsState.load,)),
    Page(routes.PARCEL, parcel_page, parcels.ONE_TITLE, (ParcelState.load,)),
)
