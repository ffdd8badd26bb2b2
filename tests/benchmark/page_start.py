#!/usr/bin/env python3
"""How long the page of a run takes until it can be used.

    tests/benchmark/page_start.py RUN [--rounds N]

Opens RUN/report.html in a headless Chromium, N times (default 5), each time in a browser of its own, with the window of a
laptop and of a phone. Prints the medians, with the least and the greatest: seconds on the clock until the page can be
used, then what the page's main thread has worked until it had drawn itself, in processor seconds, which other programs do
not add to: all of it, and therein scripts, styles and layout. Ends with 1 where a median of all of it is above the target.
"""

import argparse
import pathlib
import statistics
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests/end-to-end"))

import page_test  # noqa: E402 (it lies among the end-to-end tests)
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

TARGET_S = 2.0
MOST_MIB = 10.0
PATIENCE_S = 120
PARTS = {"main thread": "TaskDuration", "scripts": "ScriptDuration", "styles": "RecalcStyleDuration",
         "layout": "LayoutDuration"}
# Two frames after the page is ready everything has been laid out and drawn once.
AFTER_A_FRAME = ("const done = arguments[0];"
                 "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));")


def measured(page, size):
    """Name -> seconds, of one start in a new browser."""
    with tempfile.TemporaryDirectory(prefix="phusong-page-") as downloads:
        browser = page_test.open_browser(size, downloads)
        try:
            browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
            browser.get(page.as_uri())
            ready_ms = WebDriverWait(browser, PATIENCE_S).until(
                lambda _: browser.execute_script("return document.documentElement.dataset.ready"))
            browser.execute_async_script(AFTER_A_FRAME)
            metrics = {one["name"]: one["value"] for one in browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]}
        finally:
            browser.quit()
    return {"ready": float(ready_ms) / 1000, **{name: metrics[key] for name, key in PARTS.items()}}


def text_of(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f} … {max(values):.2f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if page_test.missing_tool() is not None:
        sys.exit(page_test.missing_tool())
    page = (asked.run / "report.html").resolve()
    size_mib = page.stat().st_size / 2**20
    print(f"report.html: {size_mib:.1f} MiB (at most {MOST_MIB:g})")
    is_met = size_mib <= MOST_MIB
    for name, size in (("laptop", page_test.LAPTOP), ("phone", page_test.PHONE)):
        rounds = [measured(page, size) for _ in range(asked.rounds)]
        print(f"\n{name}, {size[0]} × {size[1]}")
        for part in rounds[0]:
            values = [one[part] for one in rounds]
            target = f"   target {TARGET_S:g}" if part in ("ready", "main thread") else ""
            print(f"  {part:12}{text_of(values):>24} s{target}", flush=True)
        is_met = is_met and statistics.median(one["main thread"] for one in rounds) <= TARGET_S
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
