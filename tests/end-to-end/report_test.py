"""report.html and `phusong report`: the page holds what the files of the run hold, asks no network for anything, and is made again
from the folder with the same bytes."""

import html.parser
import json
import pathlib
import re
import tempfile
import unittest
import zipfile

import harness

# Names that would do harm if a page took them for markup, and a formula that a spreadsheet would run.
HOSTILE = "</script><script>document.title='harm'</script>"
FORMULA = "=1+1"

MAX_PAGE_BYTES = 10 << 20


class Addresses(html.parser.HTMLParser):
    """Every address that the markup of a page refers to."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("src", "href", "action", "data", "poster", "srcset")]


def page_of(path):
    return pathlib.Path(path).read_text(encoding="utf-8")


def data_of(page):
    """What the page holds, as its script reads it."""
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(text)


def dictionaries(table):
    return [dict(zip(table["columns"], row)) for row in table["rows"]]


def contents_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class ReportPage(harness.ScenarioTest):
    """The page of a run."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = harness.make_province(cls.folder / "province")
        hamlets = harness.rows_of(cls.scenario / "hamlets.csv")
        hamlets[0]["name"], hamlets[1]["name"] = HOSTILE, FORMULA
        harness.write_rows(cls.scenario / "hamlets.csv", hamlets)
        cls.run_folder = cls.folder / "run"
        cls.run_it(cls.run_folder)
        cls.page = page_of(cls.run_folder / "report.html")
        cls.data = data_of(cls.page)

    @classmethod
    def run_it(cls, folder, *options):
        harness.phusong("run", cls.scenario, "-o", folder, "-q", *options)

    def test_a_scenario_that_leaves_the_crs_to_the_program_has_a_project_too(self):
        run = self.folder / "auto"
        harness.phusong("coverage", self.scenario, "-o", run, "--set", "scenario.crs=auto", "--set",
                        "coverage.rasters=false")
        crs = json.loads((run / "manifest.json").read_text(encoding="utf-8"))["working_crs_id"]
        self.assertRegex(crs, r"^EPSG:32[67]\d\d$")
        with zipfile.ZipFile(run / "phusong.qgz") as package:
            self.assertIn(f"<authid>{crs}</authid>", package.read("phusong.qgs").decode("utf-8"))

    def test_two_runs_have_the_same_page_for_any_number_of_threads(self):
        self.run_it(self.folder / "again", "--threads", "1")
        self.assertEqual(page_of(self.folder / "again" / "report.html"), self.page)

    def test_the_page_names_no_folder_of_the_machine(self):
        self.assertNotIn(str(self.folder), self.page)

    def test_the_page_asks_for_nothing(self):
        parser = Addresses()
        parser.feed(self.page)
        self.assertEqual([address for address in parser.found if not address.startswith(("data:", "#"))], [])
        for style in re.findall(r"<style>(.*?)</style>", self.page, re.DOTALL):
            self.assertEqual([url for url in re.findall(r"url\(([^)]*)\)", style) if not url.startswith(("data:", "#"))], [])
            self.assertNotIn("@import", style)
        self.assertIn("default-src 'none'", self.page)

    def test_the_page_is_small_enough_for_a_letter(self):
        self.assertLess(len(self.page.encode()), MAX_PAGE_BYTES)

    def test_hamlets_and_totals_are_those_of_the_files(self):
        rows = harness.rows_of(self.run_folder / "hamlets.csv")
        shown = dictionaries(self.data["hamlets"])
        self.assertEqual(len(shown), len(rows))
        for row, hamlet in zip(rows, shown):
            self.assertEqual(hamlet["hamlet_id"], row["hamlet_id"])
            self.assertEqual(hamlet["status"], row["status"])
            self.assertEqual(hamlet["population"], int(row["population"]))
            self.assertEqual(hamlet["4g_level_dbm"], float(row["4g_level_dbm"]) if row["4g_level_dbm"] else None)
        kpi = json.loads((self.run_folder / "kpi.json").read_text(encoding="utf-8"))
        self.assertEqual(self.data["kpi"], kpi)
        self.assertEqual(len(self.data["communes"]["rows"]), len(kpi["communes"]))
        manifest = json.loads((self.run_folder / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(self.data["manifest"]["inputs"], manifest["inputs"])

    def test_names_are_texts_whatever_they_look_like(self):
        names = [hamlet["name"] for hamlet in dictionaries(self.data["hamlets"])]
        self.assertEqual(names[:2], [HOSTILE, FORMULA])
        self.assertNotIn(HOSTILE, self.page)

    def test_every_technology_has_a_map_of_its_level_over_the_hamlets(self):
        levels = {image["technology"]: image for image in self.data["map"]["images"] if image["kind"] == "level"}
        self.assertEqual(sorted(levels), self.data["technologies"])
        for image in levels.values():
            self.assertTrue(image["url"].startswith("data:image/png;base64,"))
            (south, west), (north, east) = image["bounds"]
            for hamlet in dictionaries(self.data["hamlets"]):
                self.assertTrue(south < hamlet["lat_deg"] < north and west < hamlet["lon_deg"] < east, hamlet)

    def test_decimal_commas_of_tables_make_the_same_page(self):
        self.run_it(self.folder / "semicolon", "--set", 'report.csv="semicolon"')
        data = data_of(page_of(self.folder / "semicolon" / "report.html"))
        for part in ("hamlets", "communes", "districts", "resilience"):
            self.assertEqual(data[part], self.data[part])


class ReportCommand(harness.ScenarioTest):
    """`phusong report` on the folder of a run without maps."""

    run_options = ("--set", "coverage.rasters=false")

    def test_the_page_is_made_again_with_the_same_bytes(self):
        before = contents_of(self.run_folder)
        (self.run_folder / "report.html").unlink()
        harness.phusong("report", self.run_folder)
        self.assertEqual(contents_of(self.run_folder), before)

    def test_the_page_may_be_in_another_language_and_place(self):
        before = contents_of(self.run_folder)
        page = self.folder / "page.html"
        harness.phusong("report", self.run_folder, "--language", "en", "-o", page)
        self.assertIn('<html lang="en"', page_of(page))
        self.assertEqual(data_of(page_of(page))["language"], "en")
        self.assertEqual(contents_of(self.run_folder), before)

    def test_what_the_run_lacks_is_said_with_the_command_that_makes_it(self):
        done = harness.phusong("report", self.run_folder, "-o", self.folder / "lacks.html")
        self.assertIn("bản đồ mức thu (lệnh tính: phusong coverage SCENARIO", done.stdout)
        self.assertIn("lộ trình tắt sóng (lệnh tính: phusong sunset SCENARIO", done.stdout)
        self.assertNotIn("sự cố", done.stdout)
        english = harness.phusong("report", self.run_folder, "--language", "en", "-o", self.folder / "lacks_en.html")
        self.assertIn("not in this run: switch-off (phusong sunset SCENARIO makes it)", english.stdout)
        data = data_of(page_of(self.folder / "lacks.html"))
        self.assertFalse(data["stages"]["maps"])
        self.assertIsNone(data["sunset"])

    def test_a_folder_that_is_no_run_is_refused(self):
        self.assertIn("manifest.json", harness.phusong("report", self.scenario, expect=3).stderr)
        self.assertIn("does not exist", harness.phusong("report", self.folder / "nothing", expect=3).stderr)

    def test_a_damaged_file_of_a_run_is_named(self):
        damaged = self.folder / "damaged"
        damaged.mkdir()
        for name in ("manifest.json", "hamlets.csv"):
            (damaged / name).write_bytes((self.run_folder / name).read_bytes())
        (damaged / "kpi.json").write_text("{", encoding="utf-8")
        self.assertIn("kpi.json", harness.phusong("report", damaged, expect=3).stderr)
        self.assertFalse((damaged / "report.html").exists())

    def test_wrong_options_are_refused(self):
        harness.phusong("report", expect=2)
        self.assertIn("vi, en", harness.phusong("report", self.run_folder, "--language", "fr", expect=2).stderr)
        harness.phusong("report", self.run_folder, "-o", self.folder, expect=2)


if __name__ == "__main__":
    harness.main()
