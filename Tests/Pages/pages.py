#!/usr/bin/env python3
"""Opens pages in headless Chromium, with the network refused, and says what is wrong with them.

    pages.py --out DIR [--axe FILE --axe-at 360-light] PAGE...

Of each page: what stands in its console, what it asks for, what is wider than the window at 360, 800 and 1,280 pixels, what
`tidy` has against its HTML, and at one width and in one colour what axe-core has against it for those who cannot see it well
(WCAG 2.1 A and AA, and good practice). The pictures go to DIR, named after the page, the width and the colours; so does each page as
PDF on A4. Exit 1 where anything is wrong.
"""

import argparse
import pathlib
import subprocess
import sys

from browser import Browser

WIDTHS = [360, 800, 1280]
# A4 without the browser's margins of 1 cm.
PAPER_WIDTH = 718
# The details, which a reader opens one by one.
OPENED = "document.querySelectorAll('details').forEach(one => one.open = true)"
# How far the page, or a table that can be scrolled on a screen, reaches over the paper's edge.
CUT = """Math.max(...[document.documentElement, ...document.querySelectorAll('.wide')].filter(
  one => one.clientWidth > 0).map(one => one.scrollWidth - one.clientWidth))"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE = """axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.map(
  one => one.id + ': ' + one.help + ' (' + one.nodes.length + ', such as ' + one.nodes[0].html.slice(0, 200) + ')'))"""


def problems(browser, page, out, axe, axe_at):
    for line in subprocess.run(["tidy", "-q", "-e", page], capture_output=True, text=True).stderr.splitlines():
        yield "tidy: " + line
    for width in WIDTHS:
        for dark in [False, True]:
            colours = "dark" if dark else "light"
            browser.open(page, width, dark)
            where = f"at {width} px, {colours}: "
            browser.screenshot(out / f"{page.stem}-{width}-{colours}.png")
            browser.evaluate(OPENED)
            wider = browser.evaluate(OVERFLOW)
            if wider > 0:
                yield f"{where}{wider} px wider than the window"
            if axe and axe_at == f"{width}-{colours}":
                browser.evaluate(axe)
                for violation in browser.evaluate(AXE):
                    yield where + violation
            for request in browser.requests():
                yield where + "it asks for " + request[:200]
            for complaint in browser.complaints():
                yield where + "in the console: " + complaint
    # On paper it is light, whatever the screen.
    browser.open(page, PAPER_WIDTH, dark=True, media="print")
    cut = browser.evaluate(CUT)
    if cut > 0:
        yield f"on paper: {cut} px are cut off"
    browser.pdf(out / f"{page.stem}.pdf")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--axe", type=pathlib.Path)
    parser.add_argument("--axe-at", default="360-light")
    parser.add_argument("pages", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    axe = options.axe.read_text(encoding="utf-8") if options.axe else None
    options.out.mkdir(parents=True, exist_ok=True)
    count = 0
    browser = Browser()
    try:
        for page in options.pages:
            for problem in problems(browser, page, options.out, axe, options.axe_at):
                count += 1
                print(f"{page.name}: {problem}", flush=True)
    finally:
        browser.close()
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
