"""Pages of people who are signed in: filing, dossiers, profile."""

from dvc_app import routes
from dvc_app.pages.citizen.acknowledgement import acknowledgement_page
from dvc_app.pages.citizen.contacts import contacts_page
from dvc_app.pages.citizen.delegations import delegations_page
from dvc_app.pages.citizen.devices import devices_page
from dvc_app.pages.citizen.dossier import dossier_page
from dvc_app.pages.citizen.filing_agency import filing_agency_page
from dvc_app.pages.citizen.filing_components import filing_components_page
from dvc_app.pages.citizen.filing_delivery import filing_delivery_page
from dvc_app.pages.citizen.filing_fees import filing_fees_page
from dvc_app.pages.citizen.filing_information import filing_information_page
from dvc_app.pages.citizen.filing_review import filing_review_page
from dvc_app.pages.citizen.filing_start import filing_start_page
from dvc_app.pages.citizen.my_data import my_data_page
from dvc_app.pages.citizen.my_dossiers import my_dossiers_page
from dvc_app.pages.citizen.my_password import my_password_page
from dvc_app.pages.citizen.profile import profile_page
from dvc_app.state.citizen.channels import ChannelsState
from dvc_app.state.citizen.closing import ClosingState
from dvc_app.state.citizen.contacts import ContactsState
from dvc_app.state.citizen.declared import DeclaredState
from dvc_app.state.citizen.delegations import DelegationsState
from dvc_app.state.citizen.devices import DevicesState
from dvc_app.state.citizen.dossier import DossierState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_review import FilingReviewState
from dvc_app.state.citizen.filing_start import FilingStartState
from dvc_app.state.citizen.my_data import MyDataState
from dvc_app.state.citizen.my_dossiers import MyDossiersState
from dvc_app.state.citizen.my_password import MyPasswordState
from dvc_app.state.citizen.population import PopulationState
from dvc_app.state.citizen.profile import ProfileState
from dvc_app.state.citizen.profile_menu import ProfileMenuState
from dvc_app.tables.page import Page
from dvc_app.wording import (
    contacts,
    delegations,
    devices,
    filing,
    my_data,
    my_dossiers,
    my_password,
    profile,
)

PAGES = (
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
