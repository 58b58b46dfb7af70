"""What every page owes everybody, looked at in whatever state it stands (R26–R31)."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],
}
WIDTHS = (320, 390)  # pixels; nothing scrolls sideways there
LINES = """() => ({
  h1: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
  lang: document.documentElement.lang,
  title: document.title.trim(),
  skip: document.querySelector("a, button, input, select, textarea, summary")?.hash ?? "",
  main: document.querySelectorAll("main").length,
})"""
OVERFLOW = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > room + 1 && one.checkVisibility())
    .slice(0, 6).map((one) => one.tagName.toLowerCase() + "." + one.className);
}"""
MOST_WORDS = 900  # letters; a failure's report stays readable
SCRIPT = Axe().axe_script


def faults_of(page: Page, state: str) -> list[str]:
    """Return what is wrong with the page as it stands, one line each."""
    found = page.evaluate(LINES)
    faults = []
    if found["h1"] != 1:
        faults.append(f"{found['h1']} h1")
    if found["lang"] != "vi":
        faults.append(f"lang={found['lang']}")
    if len(found["title"]) < 5:
        faults.append("no title")
    if found["skip"] != "#noi-dung" or found["main"] != 1:
        faults.append("no skip link to the one main part")
    faults += _violations(page) + _overflow(page)
    return [f"{state}: {fault}" for fault in faults]


def what_stands(page: Page) -> str:
    """Return the address and the first words of a page, for a failure's report."""
    try:
        words = page.locator("main").first.inner_text(timeout=1_000)
    except PlaywrightError as gone:
        words = gone.message
    return f"{page.url}\n{words[:MOST_WORDS]}"


def _violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    response = page.evaluate("(options) => axe.run(options)", OPTIONS)
    return [
        f"{violation['id']} at {node['target']}: {node['html'][:120]}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def _overflow(page: Page) -> list[str]:
    kept = page.viewport_size
    assert kept is not None
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": kept["height"]})
        if wide := page.evaluate(OVERFLOW):
            faults.append(f"scrolls sideways at {width} px: {wide}")
    page.set_viewport_size(kept)
    return faults
