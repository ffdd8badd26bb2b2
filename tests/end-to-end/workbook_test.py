"""The workbook of a run, opened by LibreOffice as a Vietnamese user has it: every number and every text is that of the
tables, and nothing that looks like a number or a formula has become one."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import harness

# Tables with a row a sample point, which the workbook names and leaves out.
LEFT_OUT = {"points.csv", "point_levels.csv", "plan/candidate_coverage.csv"}
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")

# Tabs between fields, quotes, UTF-8, from line 1, in Vietnamese (0x042A), all texts quoted, values as they are shown,
# no formulas, every sheet into a file of its own.
CSV_OPTIONS = "csv:Text - txt - csv (StarCalc):9,34,76,1,,1066,true,true,true,false,false,-1"

VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>vi-VN</value></prop></item>
</oor:items>
"""


def sheet_name(path):
    return path.removesuffix(".csv").replace("/", "_")


def quoted_records(path, separator=","):
    """The rows of a CSV; each field with whether it stands in quotes."""
    text = pathlib.Path(path).read_text(encoding="utf-8-sig")
    rows, row, position = [], [], 0
    field = re.compile(rf'("(?:[^"]|"")*"|[^{separator}\n]*)({separator}|\n|$)')
    while position < len(text):
        found = field.match(text, position)
        content = found[1]
        is_quoted = content.startswith('"')
        row.append((content[1:-1].replace('""', '"') if is_quoted else content, is_quoted))
        position = found.end()
        if found[2] != separator:
            rows.append(row)
            row = []
    return rows


def unguarded(text):
    """A text of a CSV without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if re.match("'[=+@-]", text) else text


def opened_in_vietnamese(workbook, folder):
    """What LibreOffice shows of each sheet: the rows, each field with whether it is text."""
    profile = pathlib.Path(folder, "profile")
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(VIETNAMESE, encoding="utf-8")
    subprocess.run(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", CSV_OPTIONS,
                    "--outdir", str(folder), str(workbook)], check=True, capture_output=True, timeout=300)
    stem = workbook.stem + "-"
    return {path.stem.removeprefix(stem): quoted_records(path, "\t") for path in pathlib.Path(folder).glob("*.csv")}


class Workbook(harness.ScenarioTest):
    """A run with a plan and a switch-off, whose tables have names that a spreadsheet would misread."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = harness.make_province(cls.folder / "province")
        rows = harness.rows_of(cls.scenario / "hamlets.csv")
        for row, name in zip(rows, ("=1+1", "007", "1.5", "1,5", "1.234", "TRUE", "3-4", "12/2024", "-5", "1e3")):
            row["name"] = name
            row["so_ho_so"] = "00123"
        rows[20]["so_ho_so"] = "x"
        for i, row in enumerate(rows):
            row["commune_old"] = f"{row['commune']} {i % 2 + 1}"
        harness.write_rows(cls.scenario / "hamlets.csv",
                           [{**dict.fromkeys(rows[0], ""), **row} for row in rows])
        cls.run_folder = cls.folder / "run"
        cls.run_again(cls.run_folder)
        cls.sheets = None
        if shutil.which("soffice"):
            cls.sheets = opened_in_vietnamese(cls.run_folder / "tables.xlsx", cls.folder / "opened")

    @classmethod
    def run_again(cls, folder, *options):
        # Exit code 4: some cells stay on, and the tables are written all the same.
        harness.phusong("run", cls.scenario, "-o", folder, "--uncertainty", *options, "--set", "coverage.rasters=false",
                        "--set", "plan.target.hamlet_share=0.9", "--set", "sunset.periods=3", "--set",
                        "analysis.draws=50", expect=4)

    def tables(self):
        return {str(path.relative_to(self.run_folder)): path for path in sorted(self.run_folder.rglob("*.csv"))}

    def opened(self):
        if self.sheets is None:
            harness.skip(self, "soffice is absent")
        return self.sheets

    def test_every_table_has_a_sheet_or_is_named_as_left_out(self):
        contents = [[field for field, _ in row] for row in self.opened()["Mục lục"]]
        self.assertEqual(contents[0], ["Trang tính", "Tệp", "Số dòng", "Nội dung"])
        by_file = {row[1]: row for row in contents[1:]}
        self.assertEqual(set(by_file), set(self.tables()))
        for name in self.tables():
            with self.subTest(table=name):
                sheet, _, rows, content = by_file[name]
                self.assertTrue(content)
                self.assertEqual(sheet, "" if name in LEFT_OUT else sheet_name(name))
                if name not in LEFT_OUT:
                    self.assertEqual(int(rows), len(quoted_records(self.tables()[name])) - 1)
        self.assertEqual(set(self.opened()),
                         {"Mục lục"} | {sheet_name(name) for name in self.tables() if name not in LEFT_OUT})

    def test_every_number_and_text_is_that_of_the_table(self):
        numbers = 0
        for name, path in self.tables().items():
            if name in LEFT_OUT:
                continue
            shown = self.opened()[sheet_name(name)]
            expected = quoted_records(path)
            self.assertEqual(len(shown), len(expected), name)
            for line, (row, expected_row) in enumerate(zip(shown, expected), start=1):
                row = row + [("", False)] * (len(expected_row) - len(row))
                for (value, is_text), (wanted, is_quoted) in zip(row, expected_row):
                    with self.subTest(table=name, line=line, wanted=wanted):
                        if line > 1 and not is_quoted and NUMBER.fullmatch(wanted):
                            self.assertFalse(is_text)
                            self.assertNotIn(".", value)  # 1.563 would be a thousand and more to its reader
                            self.assertEqual(float(value.replace(",", ".")), float(wanted))
                            numbers += 1
                        else:
                            self.assertEqual(value, unguarded(wanted))
                            self.assertEqual(is_text, wanted != "")
        self.assertGreater(numbers, 1000)

    def test_texts_that_look_like_numbers_or_formulas_stay_texts(self):
        rows = self.opened()["hamlets"]
        header = [name for name, _ in rows[0]]
        names = [row[header.index("name")] for row in rows[1:11]]
        self.assertEqual(names, [("=1+1", True), *((name, True) for name in (
            "007", "1.5", "1,5", "1.234", "TRUE", "3-4", "12/2024", "-5", "1e3"))])
        self.assertEqual(rows[1][header.index("so_ho_so")], ("00123", True))

    def test_the_header_is_bold_and_fixed(self):
        with zipfile.ZipFile(self.run_folder / "tables.xlsx") as package:
            sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
            self.assertGreater(len(sheets), 5)
            for name in sheets:
                text = package.read(name).decode()
                self.assertIn('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>', text)
                self.assertIn('<c r="A1" s="1"', text)
                self.assertNotIn("<f>", text)
            self.assertIn("<b/>", package.read("xl/styles.xml").decode())

    def test_two_runs_write_the_same_bytes(self):
        again = self.folder / "again"
        self.run_again(again, "--threads", "1")
        for name in ("tables.xlsx", "kpi.json", "kpi.csv", "communes_old.csv"):
            self.assertEqual((self.run_folder / name).read_bytes(), (again / name).read_bytes(), name)

    def test_a_run_with_semicolons_has_the_same_workbook(self):
        other = self.folder / "semicolon"
        self.run_again(other, "--set", 'report.csv="semicolon"')
        with zipfile.ZipFile(self.run_folder / "tables.xlsx") as one, zipfile.ZipFile(other / "tables.xlsx") as two:
            self.assertEqual(one.namelist(), two.namelist())
            for name in one.namelist():
                self.assertEqual(one.read(name), two.read(name), name)

    def test_totals_by_the_old_communes_add_up_to_those_of_the_new(self):
        new = harness.rows_of(self.run_folder / "communes.csv")
        old = harness.rows_of(self.run_folder / "communes_old.csv")
        self.assertGreater(len(old), len(new))
        for column in ("hamlets", "population", "hamlets_covered", "hamlets_white", "people_covered"):
            for commune in new:
                names = [commune[name] for name in ("province", "district", "commune")]
                parts = [int(row[column]) for row in old
                         if [row[name] for name in ("province", "district", "commune")] == names]
                self.assertEqual(sum(parts), int(commune[column]), (column, names))

    def test_kpi_csv_has_the_numbers_of_the_communes(self):
        rows = harness.rows_of(self.run_folder / "kpi.csv")
        communes = {(row["province"], row["district"], row["commune"]): row for row in rows
                    if row["level"] == "commune"}
        for row in harness.rows_of(self.run_folder / "communes.csv"):
            kpi = communes[row["province"], row["district"], row["commune"]]
            for column in ("hamlets", "population", "target_needed", "target_reached", "smartphone_share"):
                self.assertEqual(kpi[column], row[column], column)
            self.assertEqual(kpi["any_4g_hamlets_covered"], row["4g_hamlets_covered"])


class WithoutDistricts(unittest.TestCase):
    """A province as since July 2025: hamlets have a commune and no district."""

    def test_no_output_speaks_of_a_district(self):
        with tempfile.TemporaryDirectory(prefix="phusong-test-") as temporary:
            folder = pathlib.Path(temporary)
            scenario = harness.make_province(folder / "province")
            rows = harness.rows_of(scenario / "hamlets.csv")
            harness.write_rows(scenario / "hamlets.csv",
                               [{key: value for key, value in row.items() if key != "district"} for row in rows])
            run = folder / "run"
            harness.phusong("run", scenario, "-o", run, "--set", "coverage.rasters=false")
            self.assertEqual(harness.rows_of(run / "districts.csv"), [])
            communes = {row["commune"] for row in rows}
            self.assertEqual({row["commune"] for row in harness.rows_of(run / "communes.csv")}, communes)
            self.assertNotIn("district", {row["level"] for row in harness.rows_of(run / "kpi.csv")})
            grids = [row["id"] for row in harness.rows_of(run / "resilience.csv") if row["event"] == "grid"]
            self.assertTrue(grids)
            self.assertLessEqual({grid.split(",")[0] for grid in grids}, communes)


if __name__ == "__main__":
    harness.main()
