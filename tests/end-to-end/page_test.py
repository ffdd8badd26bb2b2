"""A browser opens report.html from the disk: it reports no error, asks the network for nothing, and can be used with
mouse and keyboard, in both languages, on a laptop and on a phone, and on paper."""

import base64
import csv
import io
import json
import pathlib
import shutil
import tempfile
import time
import unittest

import harness

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.actions.action_builder import ActionBuilder
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import WebDriverWait
except ImportError:
    webdriver = None

BROWSER = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
LAPTOP = (1366, 768)
PHONE = (390, 844)

# Names that would do harm if a page took them for markup, and a formula that a spreadsheet would run.
HOSTILE = "<img src=x onerror=\"document.title='harm'\"></script><script>document.title='harm'</script>"
FORMULA = "=1+1"

# The last table of a synthetic scenario is [plan].
PLAN_AND_SUNSET = """opex_years = 5

[sunset]
technology = "2G"
start = "2024-Q4"
periods = 4
refarm = { to = "4G", frequency_mhz = 947.5, bandwidth_mhz = 5 }
"""

# A page of a whole province is to be ready in two seconds on a machine that does nothing else; here other tests run.
READY_WITHIN_S = 20


def missing_tool():
    """What is absent of what the tests need, or nothing."""
    if webdriver is None:
        return "python3-selenium is absent"
    if BROWSER is None:
        return "chromium is absent"
    return None if DRIVER else "chromium-driver is absent"


def open_browser(size, downloads):
    """A headless browser with a window of that size, which keeps what it downloads in a folder."""
    options = Options()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--force-prefers-reduced-motion", f"--window-size={size[0]},{size[1]}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(service=Service(DRIVER), options=options)
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                            {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE})
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    return browser


def requested_addresses(browser):
    """Every address that the browser was asked for, data and blobs of the page itself left out."""
    addresses = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            addresses.append(message["params"]["request"]["url"])
    return [address for address in addresses if not address.startswith(("data:", "blob:"))]


class Page(harness.ScenarioTest):
    """Tests of one page in one browser, of a run with a plan, a switch-off and uncertainty."""

    size = LAPTOP
    run_options = ("--uncertainty",)

    @classmethod
    def setUpClass(cls):
        if missing_tool() is not None:
            return
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = harness.make_province(cls.folder / "province")
        with open(cls.scenario / "scenario.toml", "a", encoding="utf-8") as file:
            file.write(PLAN_AND_SUNSET)
        hamlets = harness.rows_of(cls.scenario / "hamlets.csv")
        hamlets[0]["name"] = HOSTILE
        hamlets[1]["name"] = FORMULA
        cls.first_hamlet = hamlets[0]["hamlet_id"]
        harness.write_rows(cls.scenario / "hamlets.csv", hamlets)
        cls.run_folder = cls.folder / "run"
        harness.phusong("run", cls.scenario, "-o", cls.run_folder, *cls.run_options, expect=4)  # Some cells stay on.
        cls.hamlets = harness.rows_of(cls.run_folder / "hamlets.csv")
        cls.downloads = cls.folder / "downloads"
        cls.downloads.mkdir()
        cls.browser = open_browser(cls.size, cls.downloads)

    @classmethod
    def tearDownClass(cls):
        if missing_tool() is None:
            cls.browser.quit()
            cls.temporary.cleanup()

    def setUp(self):
        if missing_tool() is not None:
            harness.skip(self, missing_tool())
        self.browser.get((self.run_folder / "report.html").as_uri())
        self.wait_until(lambda: self.script("return document.documentElement.dataset.ready"), READY_WITHIN_S)

    def tearDown(self):
        if missing_tool() is None:
            self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")], [])

    def script(self, text, *arguments):
        return self.browser.execute_script(text, *arguments)

    def wait_until(self, condition, seconds=10):
        return WebDriverWait(self.browser, seconds).until(lambda _: condition())

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def text_of(self, selector):
        return self.find(selector).get_attribute("textContent")

    def click(self, selector):
        """Clicks as a person does, whatever lies above it after scrolling."""
        element = self.find(selector)
        self.script("arguments[0].scrollIntoView({block: 'center', behavior: 'auto'})", element)
        element.click()

    def type_into(self, selector, text):
        box = self.find(selector)
        self.script("arguments[0].scrollIntoView({block: 'center', behavior: 'auto'})", box)
        box.clear()
        box.send_keys(text)

    def column(self, table, name):
        """The texts of a column of a table as it is shown."""
        heads = self.script("return [...document.querySelectorAll(`#${arguments[0]}-table thead th`)]"
                            ".map((head) => head.dataset.column)", table)
        return self.script("return [...document.querySelectorAll(`#${arguments[0]}-table tbody tr`)]"
                           ".map((row) => row.cells[arguments[1]].textContent)", table, heads.index(name))

    def test_nothing_is_asked_of_the_network(self):
        page = (self.run_folder / "report.html").as_uri()
        self.assertEqual(set(requested_addresses(self.browser)) - {page}, set())

    def test_it_is_ready_soon(self):
        ready_ms = int(self.script("return document.documentElement.dataset.ready"))
        print(f"report.html can be used after {ready_ms / 1000:.1f} s", flush=True)
        self.assertLess(ready_ms, READY_WITHIN_S * 1000)

    def test_the_first_number_is_that_of_the_run(self):
        kpi = json.loads((self.run_folder / "kpi.json").read_text(encoding="utf-8"))
        counts = kpi["total"]["coverage"][kpi["operator"]]["target"]
        self.assertIn(f"{counts['hamlets_counted']} trong {kpi['total']['hamlets']} thôn", self.text_of("#card-covered"))
        plan = json.loads((self.run_folder / "plan/plan.json").read_text(encoding="utf-8"))
        stations = plan["new_masts"] + plan["poles"] + plan["upgrades"]
        self.assertIn(f"{stations} trạm", self.text_of("#card-build"))

    def test_the_top_answers_with_the_numbers_of_the_files(self):
        plan = json.loads((self.run_folder / "plan/plan.json").read_text(encoding="utf-8"))
        odds = json.loads((self.run_folder / "uncertainty.json").read_text(encoding="utf-8"))
        kpi = json.loads((self.run_folder / "kpi.json").read_text(encoding="utf-8"))
        holds = self.script("return chance(arguments[0])", odds["plan"]["after"]["target_probability"])
        self.assertIn(holds, self.text_of("#card-sure"))
        self.assertIn("xác suất đạt mục tiêu sau khi xây", self.text_of("#card-sure"))
        each = plan["capex_million_vnd"] / (plan["hamlets_after"] - plan["hamlets_before"])
        self.assertIn(self.script("return money(arguments[0])", each), self.text_of("#card-cost"))
        self.assertIn("Đơn giá do chương trình giả định", self.text_of("#card-cost"))
        met = kpi["total"]["new_countryside"]
        self.assertIn(f"{met['communes_met']}/{met['communes']} xã", self.text_of("#card-countryside"))

    def test_made_up_data_are_marked_and_nothing_is_guessed_from_a_title(self):
        self.assertIn("không có thật", self.text_of(".banner"))
        self.assertEqual(self.script("return readRun().is_synthetic"), True)

    def test_reasons_and_fixes_are_in_the_language_of_the_page(self):
        missing = next(row for row in self.hamlets if row["reason"] == "obstacle" and row["cheapest_fix"])
        self.click("#language-en")
        self.type_into("#table-hamlets-search", missing["hamlet_id"])
        note, fix = self.column("table-hamlets", "note")[0], self.column("table-hamlets", "cheapest_fix")[0]
        self.assertTrue(note.startswith("hidden by terrain; obstacle "), note)
        self.assertRegex(fix, r"million VND|billion VND")
        self.click("#language-vi")
        self.type_into("#table-hamlets-search", missing["hamlet_id"])
        self.assertEqual(self.column("table-hamlets", "note")[0], missing["note"])

    def test_a_pole_has_the_sign_of_the_legend(self):
        drawn = self.script(
            "const calls = []; const context = new Proxy({}, {get: (_, name) => () => calls.push(name), set: () => true});"
            "drawStation(context, {x: 0, y: 0}, {outline: STEP_SHAPES.pole, radius: 10, text: '1'}); return calls")
        self.assertIn("arc", drawn)

    def test_communes_of_one_name_are_told_apart(self):
        name = "return communeName({communes: [{commune: 'A', district: 'X'}, {commune: 'A', district: 'Y'}]}, arguments[0])"
        self.assertEqual(self.script(name, {"commune": "A", "district": "Y"}), "A (Y)")

    def test_steps_say_where_they_are(self):
        self.click("#tab-steps")
        names = {row["name"] for row in self.hamlets}
        for text in self.column("table-steps", "near"):
            self.assertTrue(any(text.startswith(name) for name in names), text)
        self.click("#tab-hamlets")

    def test_charts_are_whole_on_paper(self):
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        shown = self.script("return [...document.querySelectorAll('.chart')].map((chart) => getComputedStyle(chart).display)")
        columns = self.script("return getComputedStyle(document.querySelector('.charts')).columnCount")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        self.assertEqual(set(shown), {"block"})
        self.assertEqual(columns, "auto")

    def test_names_in_charts_are_not_cut(self):
        cut = self.script("return [...document.querySelectorAll('.chart svg text')].map((text) => text.textContent)"
                          ".filter((text) => text.includes('…'))")
        self.assertEqual(cut, [])

    def test_the_page_is_no_wider_than_the_window(self):
        self.assertLessEqual(self.script("return document.documentElement.scrollWidth"), self.size[0])

    def test_names_are_text(self):
        self.assertNotEqual(self.script("return document.title"), "harm")
        self.type_into("#table-hamlets-search", "onerror")
        self.assertIn(HOSTILE, self.column("table-hamlets", "name"))
        self.assertEqual(self.script("return document.querySelectorAll('img[src=\"x\"]').length"), 0)

    def test_a_hamlet_in_the_table_is_shown_on_the_map_and_back(self):
        self.type_into("#table-hamlets-search", self.first_hamlet)
        self.click("#table-hamlets-table tbody tr button")
        popup = self.wait_until(lambda: self.find(".leaflet-popup-content"))
        self.assertIn(HOSTILE, popup.get_attribute("textContent"))
        self.assertNotEqual(self.script("return document.title"), "harm")
        self.click("#tab-communes")
        self.script("document.querySelector('.leaflet-popup .button').click()")
        self.wait_until(lambda: self.find("#table-hamlets-table tr.marked").is_displayed())
        self.assertEqual(self.find("#tab-hamlets").get_attribute("aria-selected"), "true")

    def test_a_click_on_the_map_opens_a_hamlet(self):
        """At the place that the popup of a hamlet pointed to, which the search of the map went to."""
        hamlet = self.hamlets[2]
        for box in ("layer-masts", "layer-plan", "layer-cells", "layer-backhaul"):
            if self.browser.find_elements(By.ID, box):
                self.click(f"#{box}")
        self.type_into("#hamlet-search", hamlet["hamlet_id"])
        self.find("#hamlet-search").send_keys(Keys.ENTER)
        self.wait_until(lambda: self.find(".leaflet-popup-content"))
        self.script("document.querySelector('#map').scrollIntoView({block: 'center', behavior: 'auto'})")
        time.sleep(0.5)  # The map moves until the popup is on it.
        x, y = self.script("const tip = document.querySelector('.leaflet-popup-tip').getBoundingClientRect();"
                           "document.querySelector('.leaflet-popup-close-button').click();"
                           "return [Math.round(tip.left + tip.width / 2), Math.round(tip.bottom)]")
        self.wait_until(lambda: not self.browser.find_elements(By.CSS_SELECTOR, ".leaflet-popup-content"))
        actions = ActionBuilder(self.browser)
        actions.pointer_action.move_to_location(x, y).click()
        actions.perform()
        popup = self.wait_until(lambda: self.browser.find_elements(By.CSS_SELECTOR, ".leaflet-popup-content"))[0]
        self.assertIn(hamlet["name"], popup.get_attribute("textContent"))

    def test_heads_sort(self):
        for direction, is_reversed in (("ascending", False), ("descending", True)):
            self.click('#table-hamlets-table th[data-column="population"] button')
            self.assertEqual(self.find('#table-hamlets-table th[data-column="population"]').get_attribute("aria-sort"),
                             direction)
            shown = [int(text.replace(".", "")) for text in self.column("table-hamlets", "population")]
            expected = sorted((int(row["population"]) for row in self.hamlets), reverse=is_reversed)
            self.assertEqual(shown, expected[:len(shown)])

    def test_a_search_takes_marks_or_none(self):
        self.type_into("#table-hamlets-search", "zzz")
        self.assertEqual(self.column("table-hamlets", "name"), [])
        name = next(row["name"] for row in self.hamlets if row["name"].startswith("Thôn"))
        self.type_into("#table-hamlets-search", "thon")
        shown = self.column("table-hamlets", "name")
        self.assertTrue(shown)
        self.assertTrue(all(text.startswith("Thôn") for text in shown), name)

    def test_pages_turn(self):
        first = self.column("table-hamlets", "hamlet_id")
        self.script("document.querySelectorAll('#table-hamlets .pager button')[1].click()")
        second = self.column("table-hamlets", "hamlet_id")
        self.assertEqual(set(first) & set(second), set())
        self.assertEqual(len(first) + len(second), len(self.hamlets))

    def test_tabs_obey_arrows(self):
        self.click("#tab-hamlets")
        self.find("#tab-hamlets").send_keys(Keys.ARROW_RIGHT)
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("aria-selected"), "true")
        self.assertNotEqual(self.browser.switch_to.active_element.get_attribute("id"), "tab-hamlets")
        self.click("#tab-hamlets")

    def downloaded(self, name):
        path = self.downloads / name
        path.unlink(missing_ok=True)
        self.click("#table-hamlets-csv")
        self.wait_until(path.exists)
        time.sleep(0.2)
        return path.read_bytes().decode("utf-8")

    def test_a_table_is_saved_as_it_is_shown(self):
        self.type_into("#table-hamlets-search", "")
        text = self.downloaded("hamlets.csv")
        self.assertTrue(text.startswith("\ufeff"))
        rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
        self.assertEqual(len(rows) - 1, len(self.hamlets))
        self.assertIn(HOSTILE, [row[0] for row in rows])
        self.assertIn("'" + FORMULA, [row[0] for row in rows])

    def test_the_slider_moves_through_the_periods(self):
        before = self.text_of("#period-state")
        self.click("#period")
        self.find("#period").send_keys(Keys.END)
        self.wait_until(lambda: self.text_of("#period-state") != before)
        self.assertIn("Quý III/2025", self.text_of("#period-state"))
        self.assertEqual(self.find("#hamlet-mode").get_attribute("value"), "sunset")

    def test_play_ends_by_itself(self):
        self.find("#period").send_keys(Keys.END, Keys.ARROW_LEFT)
        self.click("#play")
        self.assertIn("Dừng", self.text_of("#play"))
        self.wait_until(lambda: "Chạy" in self.text_of("#play"))
        self.assertIn("Quý III/2025", self.text_of("#period-state"))

    def test_the_language_changes(self):
        self.click("#language-en")
        self.assertEqual(self.find("html").get_attribute("lang"), "en")
        self.assertIn("Main results", self.text_of("#answers-title"))
        for part in ("#head", "#content", "#foot"):
            self.assertNotRegex(self.text_of(part), "undefined|NaN|\\[object")
        self.click("#language-vi")
        self.assertIn("Kết quả chính", self.text_of("#answers-title"))

    def test_every_text_is_in_both_languages(self):
        short = self.script("return Object.entries(WORDS).filter(([, pair]) => pair.length !== 2 || pair.some((text)"
                            " => text === '')).map(([key]) => key)")
        self.assertEqual(short, [])
        places = self.script("const names = (text) => [...text.matchAll(/\\{(\\w+)\\}/g)].map((found) => found[1]).sort()"
                             ".join(); return Object.entries(WORDS).filter(([, [vi, en]]) => names(vi) !== names(en))"
                             ".map(([key]) => key)")
        self.assertEqual(places, [])

    def test_one_is_no_plural(self):
        self.click("#language-en")
        self.assertEqual(self.script("return [t('answers.stations', {count: '1'}), t('answers.stations', {count: '2'})]"),
                         ["1 station", "2 stations"])
        self.click("#language-vi")

    def test_no_text_is_missing(self):
        for language in ("en", "vi"):
            self.click(f"#language-{language}")
            self.assertEqual(self.script("return [...missingTexts]"), [])

    def test_every_control_has_a_name(self):
        nameless = self.script(
            "return [...document.querySelectorAll('button, input, select')].filter((control) => "
            "!control.textContent.trim() && !control.getAttribute('aria-label') && !control.labels?.length)"
            ".map((control) => control.outerHTML)")
        self.assertEqual(nameless, [])

    def test_the_values_of_a_chart_are_made_when_they_are_opened_and_once(self):
        rows = "return document.querySelectorAll('#chart-operators .chart-values tbody tr').length"
        self.assertEqual(self.script(rows), 0)
        coverage = json.loads((self.run_folder / "kpi.json").read_text(encoding="utf-8"))["total"]["coverage"]
        expected = sum(name in ("2G", "3G", "4G", "5G") for counts in coverage.values() for name in counts)
        self.assertGreater(expected, 0)
        for _ in ("open", "close", "open again"):
            self.click("#chart-operators .chart-values summary")
            self.wait_until(lambda: self.script(rows) > 0)
        self.assertEqual(self.script(rows), expected)

    def test_it_prints(self):
        done = self.browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
        pdf = base64.b64decode(done["data"])
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertGreater(pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page "), 1)


class PageOnAPhone(Page):
    """The same with the window of a phone."""

    size = PHONE


# Plans with other goals than hamlets, and a switch-off whose settings are varied: command, its options, exit code.
OTHER_RUNS = {
    "broadband": ("run", ("--set", "plan.target={fixed_broadband_share=0.7}"), 0),
    "budget": ("run", ("--set", "plan.target={technologies=[\"3G\",\"4G\"],budget=2500}", "--set",
                       "plan.budget_per_year=1500"), 0),
    "confidence": ("run", ("--set", "plan.target.confidence=0.9", "--set", "analysis.draws=500"), 0),
    "sweep": ("sunset", ("--sweep", "sunset.handset_uptake_per_year=[0.2,0.4]"), 4),
}


class PagesOfOtherRuns(harness.ScenarioTest):
    """What the top, the charts and the map say where a plan has another goal."""

    @classmethod
    def setUpClass(cls):
        if missing_tool() is not None:
            return
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = harness.make_province(cls.folder / "province")
        cls.browser = open_browser(LAPTOP, cls.folder)

    @classmethod
    def tearDownClass(cls):
        if missing_tool() is None:
            cls.browser.quit()
            cls.temporary.cleanup()

    def open(self, name):
        """Runs one of OTHER_RUNS and opens its page; its folder."""
        if missing_tool() is not None:
            harness.skip(self, missing_tool())
        command, options, code = OTHER_RUNS[name]
        scenario = self.scenario
        if command == "sunset":
            scenario = harness.make_province(self.folder / "sunset")
            with open(scenario / "scenario.toml", "a", encoding="utf-8") as file:
                file.write(PLAN_AND_SUNSET)
        harness.phusong(command, scenario, "-o", self.folder / name, "--set", "coverage.rasters=false", *options, expect=code)
        self.browser.get((self.folder / name / "report.html").as_uri())
        WebDriverWait(self.browser, READY_WITHIN_S).until(
            lambda browser: browser.execute_script("return document.documentElement.dataset.ready"))
        self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")], [])
        self.assertEqual(self.browser.execute_script("return [...missingTexts]"), [])
        return self.folder / name

    def text_of(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector).get_attribute("textContent")

    def json_of(self, folder, name):
        return json.loads((folder / name).read_text(encoding="utf-8"))

    def test_fibre_to_hamlets(self):
        folder = self.open("broadband")
        kpi, plan = self.json_of(folder, "kpi.json"), self.json_of(folder, "plan/plan.json")
        now = f"{plan['hamlets_before']} trong {plan['hamlets']} thôn"
        self.assertIn(now, self.text_of("#card-broadband"))
        self.assertEqual(kpi["total"]["plan"]["hamlets_served"], plan["hamlets_after"])
        self.assertNotIn("≤ 0", self.text_of("#card-sure"))
        self.assertIn("thôn được kéo cáp quang", self.text_of("#map-legend"))
        self.assertNotIn("cột mới", self.text_of("#map-legend"))
        planned = plan["hamlets_after"] - plan["hamlets_before"]
        self.assertIn(f"sẽ có theo phương án ({planned})", self.text_of("#map-legend"))
        self.assertIn("thôn được kéo cáp", self.text_of("#chart-plan"))

    def test_a_budget_over_several_years(self):
        folder = self.open("budget")
        plan = self.json_of(folder, "plan/plan.json")
        self.assertIn("Ngân sách: 2,5 tỷ đồng", self.text_of("#card-build"))
        steps = harness.rows_of(folder / "plan/steps.csv")
        years = {row["year"] for row in steps}
        self.assertGreater(len(years), 1)
        for year in years:
            self.assertIn(f"Năm {year}: ", self.text_of("#card-build"))
        if plan["gap"] == 0:
            self.assertIn("Nhiều nhất", self.text_of("#card-sure"))
        self.assertNotIn("xác suất", self.text_of("#card-sure"))

    def test_a_plan_with_confidence_says_how_often_it_holds(self):
        folder = self.open("confidence")
        confidence = self.json_of(folder, "plan/plan.json")["confidence"]
        holds = self.browser.execute_script("return chance(arguments[0])", confidence["checked_probability"])
        self.assertEqual(self.text_of("#card-sure .answer"), holds)
        self.assertNotIn("--uncertainty", self.text_of("#card-sure"))

    def test_a_sweep_of_a_switch_off_is_a_chart(self):
        folder = self.open("sweep")
        rows = harness.rows_of(folder / "sunset/sweep.csv")
        self.assertIn("tỷ lệ máy được đổi mỗi năm", self.text_of("#chart-sweep"))
        marks = self.browser.find_elements(By.CSS_SELECTOR, "#chart-sweep .mark")
        self.assertEqual(len(marks), len(rows))


if __name__ == "__main__":
    harness.main()
