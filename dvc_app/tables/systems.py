"""Pages of what the systems of the ministries are told, and say (O10–O12, O14, A07)."""

from dvc_app import routes
from dvc_app.pages.admin.connections import connections_page
from dvc_app.pages.officer.ministry_look_up import office_look_up_page
from dvc_app.pages.officer.permit import permit_page
from dvc_app.pages.officer.sync import sync_page
from dvc_app.pages.officer.sync_differences import sync_differences_page
from dvc_app.pages.officer.sync_message import sync_message_page
from dvc_app.state.admin.connections import ConnectionsState
from dvc_app.state.officer.ministry_look_up import OfficeLookUpState
from dvc_app.state.officer.permit import PermitState
from dvc_app.state.officer.sync import SyncState
from dvc_app.state.officer.sync_differences import SyncDifferencesState
from dvc_app.state.officer.sync_message import SyncMessageState
from dvc_app.tables.page import Page
from dvc_app.wording import ministry_look_up, permits, status_sync, sync_differences

PAGES = (
    Page(
        routes.OFFICE_LOOK_UP,
        office_look_up_page,
        ministry_look_up.OFFICE_TITLE,
        (OfficeLookUpState.load,),
    ),
    Page(routes.PERMIT, permit_page, permits.TITLE, (PermitState.load,)),
    Page(routes.SYNC, sync_page, status_sync.TITLE, (SyncState.load,)),
    Page(
        routes.SYNC_DIFFERENCES,
        sync_differences_page,
        sync_differences.TITLE,
        (SyncDifferencesState.load,),
    ),
    Page(
        routes.SYNC_MESSAGE,
        sync_message_page,
        status_sync.ONE_TITLE,
        (SyncMessageState.load,),
    ),
    Page(
        routes.ADMIN_CONNECTIONS,
        connections_page,
        status_sync.ADMIN_TITLE,
        (ConnectionsState.load,),
    ),
)
