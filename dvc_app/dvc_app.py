"""Builds the application: one table of all pages, and the walls around them."""

import reflex as rx

from dvc_app import failures
from dvc_app.callbacks.addresses import addresses
from dvc_app.components.device_parts import head_parts
from dvc_app.components.layout import connection_banner
from dvc_app.state import live
from dvc_app.state.base import AppState, stale_delta
from dvc_app.tables import admin, citizen, officer, public, systems
from dvc_app.threads import widen_threads
from dvc_app.walls.event_wall import EventWall
from dvc_app.walls.gate import Gate
from dvc_app.walls.headers import Headers
from dvc_app.walls.socket_wall import raise_wall
from dvc_app.warming import warm_search
from dvc_app.wording import province
from services.logs import configure_logs

PAGES = (
    *public.PAGES,
    *citizen.PAGES,
    *officer.PAGES,
    *systems.PAGES,
    *admin.PAGES,
)


def build_app() -> rx.App:
    """Return the application with every page and every wall in place."""
    configure_logs()
    app = rx.App(
        html_lang="vi",
        stylesheets=["/portal.css"],
        head_components=head_parts(),
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
    app.register_lifespan_task(widen_threads)
    app.register_lifespan_task(live.bus, app=app)
    app.register_lifespan_task(warm_search)
    raise_wall(app)
    return app


app = build_app()
