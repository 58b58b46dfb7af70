"""The line between a browser and the portal, as a test cuts and mends it."""

import re

from playwright.sync_api import BrowserContext, Page

# What a browser complains of without a line, the service worker too.
CUT_LINE = "ERR_INTERNET|WebSocket|websocket|Failed to fetch|fetching the script"
BANNER = re.compile("Mất kết nối. Nội dung của bạn vẫn còn")
# Being offline stops a browser's new sockets on some machines and not on others: while
# the line is cut they ask for an address that answers no socket.
_SOCKETS = """window.sockets = [];
window.WebSocket = class extends window.WebSocket {
  constructor(url, ...given) {
    super(window.lineIsCut ? String(url).replace("/_event", "/duong-dut") : url, ...given);
    window.sockets.push(this);
  }
}"""
# A browser that is offline may wait a minute for the other side's farewell: what listens
# to a socket hears at once that it is gone, as when a line is really cut.
_CUT = """window.lineIsCut = true;
for (const socket of window.sockets.splice(0)) {
  const closed = socket.onclose;
  socket.onclose = socket.onmessage = null;
  socket.close();
  closed?.call(socket, new CloseEvent("close", { code: 1006 }));
}"""


def make_breakable(owner: Page | BrowserContext) -> None:
    """Let the lines of the pages opened from now on be cut."""
    owner.add_init_script(_SOCKETS)


def cut(page: Page) -> None:
    """Take the network away, and with it the socket that is open."""
    page.context.set_offline(True)
    page.evaluate(_CUT)


def mend(page: Page) -> None:
    """Give the network back."""
    page.context.set_offline(False)
    page.evaluate("window.lineIsCut = false")
