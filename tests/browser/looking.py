"""What is wrong with an open page at each width, when it is enlarged or spaced out, and what moves on it by itself."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import sized

WIDTHS = (320, 360, 768, 1280)
ON_END = """() => {
    const hidden = cell => [cell.closest('thead'), cell.closest('.unseen')]
        .some(part => part && getComputedStyle(part).position === 'absolute');
    return [...document.querySelectorAll('th, td, caption, h1, h2, h3, li, dt, dd')].filter(cell => {
        const words = cell.textContent.trim(), style = getComputedStyle(cell);
        return words.length > 1 && cell.offsetParent && cell.clientWidth > 0
            && cell.clientWidth - parseFloat(style.paddingRight) < 1.6 * parseFloat(style.fontSize)
            && cell.clientHeight > 1.6 * parseFloat(style.lineHeight) && !hidden(cell);
    }).map(cell => cell.textContent.trim())}"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""The text spacing of WCAG 2.2, 1.4.12."""
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
  const style = getComputedStyle(one);
  return one.checkVisibility() && !one.closest(".unseen, svg, thead, caption.unseen") && style.clipPath === "none"
    && ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
}).map(one => one.outerHTML.slice(0, 80))"""


ENLARGED = {
    "zoom-200": (640, ""),
    "zoom-400": (320, ""),
    "text-200": (1280, ":root { font-size: 200% }"),
    "spaced": (360, SPACED),
    "our-largest-phone": (360, ":root { font-size: 150% }"),
    "our-largest-tablet": (640, ":root { font-size: 150% }"),
}
"""Width and style of each way to enlarge; the last two are what our own setting of the text size does at most."""
ENLARGE = """css => {  // as sheets of the document, which the policy on inline styles does not forbid
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
MOVING = """() => document.getAnimations().length
  + document.querySelectorAll('marquee, blink, video, audio, [autoplay]').length"""
FITS = "document.documentElement.scrollWidth <= innerWidth"


def moves(page: Page) -> list[object]:
    """How many things move by themselves, if any do."""
    moving = page.evaluate(MOVING)
    return [moving] if moving else []


def too_narrow(page: Page) -> list[object]:
    """What sticks out or stands on end. The page is made wider: no script of ours asks how wide it is."""
    faults: list[object] = []
    for width in WIDTHS:
        sized(page, width)
        if not page.evaluate(FITS):
            faults.append((width, "sticks out"))
        faults += [(width, one) for one in page.evaluate(ON_END)]
    return faults


def lost(page: Page, name: str) -> list[object]:
    """What sticks out or is cut off when the page is enlarged in one of these ways, which stays."""
    width, extra = ENLARGED[name]
    sized(page, width, 600)
    page.evaluate(ENLARGE, extra)
    return [*([] if page.evaluate(FITS) else ["sticks out"]), *page.evaluate(CUT)]
