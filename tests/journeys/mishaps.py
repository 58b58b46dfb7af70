"""What befalls a person while they file: a dead server, a closed tab, a cut line."""

import re
from random import Random

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.lines import BANNER, cut, make_breakable, mend
from tests.journeys.people import ready
from tests.journeys.site import Site

KINDS = ("server", "tab", "network", "second tab")
LONG = 60_000  # milliseconds: a server that starts anew on a busy machine
SAVED = re.compile("Đã lưu lúc")
STEPS = ("thong-tin", "thanh-phan", "nhan-ket-qua", "phi", "xac-nhan")


class Desk:
    """A browser with one tab that matters, and a server it cannot rely on."""

    def __init__(self, site: Site, page: Page, chance: Random) -> None:
        self.site, self.page, self.chance = site, page, chance
        self.context: BrowserContext = page.context
        self.context.set_default_timeout(LONG)
        make_breakable(self.context)

    def kill_server(self) -> None:
        """Kill it where it stands; it comes back a moment later."""
        self.site.portal.kill()
        self.page.wait_for_timeout(self.chance.choice((0, 700)))
        self.site.portal.start()
        self.await_line()

    def cut_network(self) -> None:
        """Take the line away for a moment, with the socket that is open."""
        cut(self.page)
        self.page.wait_for_timeout(self.chance.choice((300, 1500, 3000)))
        mend(self.page)
        self.await_line()

    def reopen_tab(self) -> None:
        """Close the tab as it is, and come back to its address."""
        address = self.page.url
        self.page.close()
        self.page = self.context.new_page()
        self.page.goto(address)
        ready(self.page)

    def await_line(self) -> None:
        """Wait until the page is connected again; nobody reloads it."""
        expect(self.page.get_by_text(BANNER)).to_have_count(0, timeout=LONG)
        expect(self.page.locator("main[data-ready=true]")).to_be_visible(timeout=LONG)

    def settle(self, page: Page | None = None) -> None:
        """Wait until nothing waits on the device and the page says it is saved."""
        line = (page or self.page).locator("#da-luu:not(.saved--waiting)")
        expect(line).to_have_text(SAVED, timeout=LONG)
