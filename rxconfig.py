"""What the framework must know, and no more."""

import os

import reflex as rx
from reflex.constants import StateManagerMode as Mode
from reflex.plugins.sitemap import SitemapPlugin

PORT = int(os.environ.get("DVC_PORT") or 3000)
PUBLIC_URL = os.environ.get("DVC_PUBLIC_URL") or f"http://localhost:{PORT}"
REDIS_URL = os.environ.get("DVC_REDIS_URL") or None  # several workers
PROXY_HOPS = int(os.environ.get("DVC_PROXY_HOPS") or 0)
LOCAL = {f"http://localhost:{PORT}", f"http://127.0.0.1:{PORT}"}

config = rx.Config(
    app_name="dvc_app",
    frontend_port=PORT,
    backend_port=PORT,  # one port for pages and socket
    deploy_url=PUBLIC_URL,
    cors_allowed_origins=sorted(
        {PUBLIC_URL} if PUBLIC_URL.startswith("https://") else {PUBLIC_URL, *LOCAL}
    ),
    state_manager_mode=Mode.REDIS if REDIS_URL else Mode.MEMORY,
    redis_url=REDIS_URL,
    trusted_proxy_hops=PROXY_HOPS,  # the same rule as walls/client_address.py
    frontend_compression_formats=["brotli", "gzip"],
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[],
    disable_plugins=[SitemapPlugin],
)
