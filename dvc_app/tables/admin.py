"""Pages of administration (quản trị)."""

from dvc_app import routes
from dvc_app.pages.admin.account import account_page
from dvc_app.pages.admin.accounts import accounts_page
from dvc_app.pages.admin.calendar import calendar_page
from dvc_app.pages.admin.eform import eform_page
from dvc_app.pages.admin.eforms import eforms_page
from dvc_app.pages.admin.entry import entry_page
from dvc_app.pages.admin.fee_procedure import fee_procedure_page
from dvc_app.pages.admin.fees import fees_page
from dvc_app.pages.admin.importing import import_page
from dvc_app.pages.admin.invite import invite_page
from dvc_app.pages.admin.procedure import procedure_admin_page
from dvc_app.pages.admin.procedures import procedures_page
from dvc_app.pages.admin.process import process_page
from dvc_app.pages.admin.processes import processes_page
from dvc_app.pages.admin.providers import providers_page
from dvc_app.pages.admin.templates import templates_page
from dvc_app.pages.admin.trail import trail_page
from dvc_app.state.admin.account import AccountState
from dvc_app.state.admin.accounts import AccountsState
from dvc_app.state.admin.calendar import CalendarState
from dvc_app.state.admin.eform import AdminEformState
from dvc_app.state.admin.eform_edit import EformEditState
from dvc_app.state.admin.eform_trial import EformTrialState
from dvc_app.state.admin.eforms import EformsState
from dvc_app.state.admin.entry import EntryState
from dvc_app.state.admin.fee_procedure import FeeProcedureState
from dvc_app.state.admin.fees import FeesState
from dvc_app.state.admin.importing import ImportState
from dvc_app.state.admin.invite import InviteState
from dvc_app.state.admin.procedure import AdminProcedureState
from dvc_app.state.admin.procedure_edit import ProcedureEditState
from dvc_app.state.admin.procedures import ProcedureListState
from dvc_app.state.admin.process import ProcessState
from dvc_app.state.admin.processes import ProcessesState
from dvc_app.state.admin.providers import ProvidersState
from dvc_app.state.admin.templates import TemplatesState
from dvc_app.state.admin.trail import TrailState
from dvc_app.tables.page import Page
from dvc_app.wording import administration as wording
from dvc_app.wording import (
    calendars,
    eform_changes,
    fee_changes,
    procedure_changes,
    processes,
    providers,
    templates,
)

PAGES = (
    Page(routes.ADMIN_AREA, entry_page, wording.TITLE, (EntryState.load,)),
    Page(routes.ADMIN_ACCOUNTS, accounts_page, wording.TITLE, (AccountsState.load,)),
    Page(routes.ADMIN_INVITE, invite_page, wording.INVITE_TITLE, (InviteState.load,)),
    Page(routes.ADMIN_IMPORT, import_page, wording.IMPORT_TITLE, (ImportState.load,)),
    Page(routes.ADMIN_ACCOUNT, account_page, wording.TITLE, (AccountState.load,)),
    Page(
        routes.ADMIN_PROVIDERS,
        providers_page,
        providers.TITLE,
        (ProvidersState.load,),
    ),
    Page(routes.ADMIN_CALENDAR, calendar_page, calendars.TITLE, (CalendarState.load,)),
    Page(
        routes.ADMIN_PROCEDURES,
        procedures_page,
        procedure_changes.TITLE,
        (ProcedureListState.load,),
    ),
    Page(
        routes.ADMIN_PROCEDURE,
        procedure_admin_page,
        procedure_changes.ONE_TITLE,
        (AdminProcedureState.load, ProcedureEditState.load),
    ),
    Page(
        routes.ADMIN_PROCESSES, processes_page, processes.TITLE, (ProcessesState.load,)
    ),
    Page(routes.ADMIN_PROCESS, process_page, processes.ONE_TITLE, (ProcessState.load,)),
    Page(routes.ADMIN_EFORMS, eforms_page, eform_changes.TITLE, (EformsState.load,)),
    Page(
        routes.ADMIN_EFORM,
        eform_page,
        eform_changes.ONE_TITLE,
        (AdminEformState.load, EformEditState.load, EformTrialState.load),
    ),
    Page(routes.ADMIN_FEES, fees_page, fee_changes.TITLE, (FeesState.load,)),
    Page(
        routes.ADMIN_FEE,
        fee_procedure_page,
        fee_changes.ONE_TITLE,
        (FeeProcedureState.load,),
    ),
    Page(
        routes.ADMIN_TEMPLATES,
        templates_page,
        templates.TITLE,
        (TemplatesState.load,),
    ),
    Page(routes.ADMIN_AUDIT, trail_page, wording.TRAIL_TITLE, (TrailState.load,)),
)
