"""Pages of people who are signed in: filing, dossiers, profile."""

from dvc_app import routes
from dvc_app.pages.citizen.acknowledgement import acknowledgement_page
from dvc_app.pages.citizen.contacts import contacts_page
from dvc_app.pages.citizen.copying import copying_page
from dvc_app.pages.citizen.delegations import delegations_page
from dvc_app.pages.citizen.devices import devices_page
from dvc_app.pages.citizen.document import document_page
from dvc_app.pages.citizen.documents import documents_page
from dvc_app.pages.citizen.dossier import dossier_page
from dvc_app.pages.citizen.filing_agency import filing_agency_page
from dvc_app.pages.citizen.filing_components import filing_components_page
from dvc_app.pages.citizen.filing_delivery import filing_delivery_page
from dvc_app.pages.citizen.filing_fees import filing_fees_page
from dvc_app.pages.citizen.filing_information import filing_information_page
from dvc_app.pages.citizen.filing_review import filing_review_page
from dvc_app.pages.citizen.filing_start import filing_start_page
from dvc_app.pages.citizen.messages import messages_page
from dvc_app.pages.citizen.my_data import my_data_page
from dvc_app.pages.citizen.my_dossiers import my_dossiers_page
from dvc_app.pages.citizen.my_password import my_password_page
from dvc_app.pages.citizen.my_payments import my_payments_page
from dvc_app.pages.citizen.notifications import notifications_page
from dvc_app.pages.citizen.profile import profile_page
from dvc_app.pages.citizen.supplement import supplement_page
from dvc_app.pages.citizen.supplements import supplements_page
from dvc_app.pages.citizen.withdraw import withdraw_page
from dvc_app.state.citizen.acknowledgement import AcknowledgementState
from dvc_app.state.citizen.bundle import BundleState
from dvc_app.state.citizen.channels import ChannelsState
from dvc_app.state.citizen.closing import ClosingState
from dvc_app.state.citizen.contacts import ContactsState
from dvc_app.state.citizen.copying import CopyingState
from dvc_app.state.citizen.decisions import ToldState
from dvc_app.state.citizen.declared import DeclaredState
from dvc_app.state.citizen.delegations import DelegationsState
from dvc_app.state.citizen.devices import DevicesState
from dvc_app.state.citizen.document import DocumentPageState
from dvc_app.state.citizen.documents import DocumentsState
from dvc_app.state.citizen.dossier import DossierState
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_delivery import FilingDeliveryState
from dvc_app.state.citizen.filing_fees import FilingFeesState
from dvc_app.state.citizen.filing_review import FilingReviewState
from dvc_app.state.citizen.filing_start import FilingStartState
from dvc_app.state.citizen.filing_terms import FilingTermsState
from dvc_app.state.citizen.messages import MessagesState
from dvc_app.state.citizen.my_data import MyDataState
from dvc_app.state.citizen.my_dossiers import MyDossiersState
from dvc_app.state.citizen.my_password import MyPasswordState
from dvc_app.state.citizen.my_payments import MyPaymentsState
from dvc_app.state.citizen.my_payments_due import DossierDuesState
from dvc_app.state.citizen.notifications import NotificationsState
from dvc_app.state.citizen.parcels import ParcelsState
from dvc_app.state.citizen.population import PopulationState
from dvc_app.state.citizen.profile import ProfileState
from dvc_app.state.citizen.profile_menu import ProfileMenuState
from dvc_app.state.citizen.supplement import SupplementState
from dvc_app.state.citizen.supplement_picker import SupplementPickerState
from dvc_app.state.citizen.supplements import SupplementsState
from dvc_app.state.citizen.two_tabs import TwoTabsState
from dvc_app.state.citizen.vault_picker import VaultPickerState
from dvc_app.state.citizen.withdraw import WithdrawState
from dvc_app.state.public.usual_faults import DraftFaultsState
from dvc_app.tables.page import Page
from dvc_app.wording import (
    contacts,
    delegations,
    devices,
    documents,
    filing,
    messages,
    my_data,
    my_dossiers,
    my_password,
    my_payments,
    notifications,
    profile,
    supplements,
    withdrawing,
)

PAGES = (
    Page(routes.FILE_START, filing_start_page, filing.TITLE, (FilingStartState.load,)),
    Page(routes.FILE_AGENCY, filing_agency_page, filing.TITLE, (FilingState.load,)),
    Page(
        routes.FILE_DELIVERY,
        filing_delivery_page,
        filing.TITLE,
        (FilingState.load, FilingDeliveryState.load),
    ),
    Page(
        routes.FILE_FEES,
        filing_fees_page,
        filing.TITLE,
        (FilingState.load, FilingFeesState.load),
    ),
    Page(
        routes.FILE_COMPONENTS,
        filing_components_page,
        filing.TITLE,
        (FilingState.load, VaultPickerState.load, DraftFaultsState.load),
    ),
    Page(
        routes.FILE_INFORMATION,
        filing_information_page,
        filing.TITLE,
        (FilingState.load, EformState.load, TwoTabsState.load),
    ),
    Page(
        routes.FILE_CONFIRM,
        filing_review_page,
        filing.TITLE,
        (FilingState.load, FilingReviewState.load, FilingTermsState.load),
    ),
    Page(
        routes.ACKNOWLEDGEMENT,
        acknowledgement_page,
        my_dossiers.SUCCESS,
        (DossierState.load, AcknowledgementState.load),
    ),
    Page(
        routes.DOSSIER,
        dossier_page,
        my_dossiers.DOSSIER_TITLE,
        (
            DossierState.load,
            BundleState.load,
            ParcelsState.load,
            DossierDuesState.load,
            ToldState.load,
        ),
    ),
    Page(
        routes.PROFILE,
        profile_page,
        profile.INFORMATION,
        (
            ProfileState.load,
            ProfileMenuState.load,
            PopulationState.load,
            DeclaredState.load,
        ),
    ),
    Page(
        routes.MY_DOSSIERS,
        my_dossiers_page,
        my_dossiers.TITLE,
        (MyDossiersState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_PAYMENTS,
        my_payments_page,
        my_payments.MINE,
        (MyPaymentsState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_NOTIFICATIONS,
        notifications_page,
        notifications.TITLE,
        (NotificationsState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_DOCUMENTS,
        documents_page,
        documents.TITLE,
        (DocumentsState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_DOCUMENT,
        document_page,
        documents.ONE_TITLE,
        (DocumentPageState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_SUPPLEMENTS,
        supplements_page,
        supplements.LIST_TITLE,
        (SupplementsState.load, ProfileMenuState.load),
    ),
    Page(
        routes.SUPPLEMENT,
        supplement_page,
        supplements.TITLE,
        (SupplementState.load, SupplementPickerState.load),
    ),
    Page(routes.MESSAGES, messages_page, messages.TITLE, (MessagesState.load,)),
    Page(routes.WITHDRAW, withdraw_page, withdrawing.TITLE, (WithdrawState.load,)),
    Page(routes.COPY, copying_page, withdrawing.COPY_TITLE, (CopyingState.load,)),
    Page(
        routes.MY_DELEGATIONS,
        delegations_page,
        delegations.TITLE,
        (DelegationsState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_CONTACTS,
        contacts_page,
        contacts.TITLE,
        (ContactsState.load, ChannelsState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_DATA,
        my_data_page,
        my_data.TITLE,
        (MyDataState.load, ClosingState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_PASSWORD,
        my_password_page,
        my_password.TITLE,
        (MyPasswordState.load, ProfileMenuState.load),
    ),
    Page(
        routes.MY_DEVICES,
        devices_page,
        devices.TITLE,
        (DevicesState.load, ProfileMenuState.load),
    ),
)
