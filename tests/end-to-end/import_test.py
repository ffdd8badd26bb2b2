"""Tables as people have them become tables of a scenario: a workbook of an operator through every format that a
spreadsheet or map program saves, and a whole scenario made ugly and imported back."""

import html
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import harness

SAMPLE = harness.PROJECT / "data-samples/tables-as-received/tram-bts.csv"
SITES_HEADER = ["Mã trạm", "Tên trạm", "Nhà mạng", "Kinh độ", "Vĩ độ", "Độ cao cột (m)", "Ghi chú"]
SITES_ROWS = [["VC001", "Nà Pản", "Mạng A", "105°20'53.1\"E", "22°37'45.3\"N", 42, ""],
              ["VC002", "Khuổi Tát", "Mạng A", 105.4021, 22.6511, 42.5, "đỉnh đồi"],
              ["VC003", "Bản Luốc", "Mạng B", 22.6302, 105.3719, "118 ft", ""]]


def flat_ods(sheets):
    """The text of a flat OpenDocument spreadsheet: a sheet a name, numbers as numbers."""
    def cell(value):
        if value == "":
            return "<table:table-cell/>"
        if isinstance(value, (int, float)):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        return (f'<table:table-cell office:value-type="string"><text:p>{html.escape(value)}</text:p>'
                "</table:table-cell>")
    tables = "".join(
        f'<table:table table:name="{name}">'
        + "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
        + "</table:table>" for name, rows in sheets.items())
    return ('<?xml version="1.0" encoding="UTF-8"?><office:document '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
            f"{tables}</office:spreadsheet></office:body></office:document>")


class ImportTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def workbook(self, sheets, extension):
        """A workbook as LibreOffice saves it."""
        if not shutil.which("soffice"):
            harness.skip(self, "soffice is absent")
        flat = self.folder / "book.fods"
        flat.write_text(flat_ods(sheets), encoding="utf-8")
        subprocess.run(["soffice", f"-env:UserInstallation={(self.folder / 'profile').as_uri()}", "--headless",
                        "--convert-to", extension, "--outdir", str(self.folder), str(flat)],
                       check=True, capture_output=True, timeout=300)
        return self.folder / f"book.{extension}"

    def imported(self, kind, source, *options, name=None):
        """The rows of the table made of a source, which stays as it was."""
        before = pathlib.Path(source).read_bytes()
        output = self.folder / (name or f"{kind}.csv")
        harness.phusong("import", kind, source, "-o", output, "--overwrite", *options)
        self.assertEqual(pathlib.Path(source).read_bytes(), before)
        return harness.rows_of(output)

    def account(self):
        return harness.rows_of(self.folder / "import.csv")


class Workbooks(ImportTest):
    def check_sites(self, rows):
        self.assertEqual([row["site_id"] for row in rows], ["VC001", "VC002", "VC003"])
        self.assertEqual(rows[0]["lon_deg"], "105.3480833")
        self.assertEqual([rows[2]["lon_deg"], rows[2]["lat_deg"]], ["105.3719", "22.6302"])
        self.assertEqual([row["mast_height_m"] for row in rows], ["42", "42.5", "35.97"])
        self.assertEqual(rows[1]["Ghi chú"], "đỉnh đồi")

    def test_workbooks_of_three_formats_give_the_same_table(self):
        for extension in ("xlsx", "xls", "ods"):
            with self.subTest(extension=extension):
                book = self.workbook({"Trạm": [["DANH SÁCH TRẠM"] + [""] * 6, SITES_HEADER, *SITES_ROWS]}, extension)
                self.check_sites(self.imported("sites", book))

    def test_a_sheet_is_found_by_its_columns_or_named(self):
        rows = [SITES_HEADER, *SITES_ROWS]
        book = self.workbook({"Ghi chú": [["lời nói đầu"]], "Trạm": rows}, "xlsx")
        self.check_sites(self.imported("sites", book))
        both = self.workbook({"2024": rows, "2025": [SITES_HEADER, *SITES_ROWS[:1]]}, "xlsx")
        done = harness.phusong("import", "sites", both, "-o", self.folder / "two.csv", expect=3)
        self.assertIn("'2024', '2025'", done.stderr)
        self.assertEqual(len(self.imported("sites", both, "--sheet", "2025")), 1)
        done = harness.phusong("import", "sites", both, "--sheet", "2026", "-o", self.folder / "two.csv", expect=3)
        self.assertIn("2026", done.stderr)


class MapFiles(ImportTest):
    def test_kml_gpkg_and_shapefile_give_the_points_that_they_hold(self):
        points = self.folder / "points.csv"
        harness.write_rows(points, [{"Name": "Nà Pản", "ma_tram": "VC001", "nha_mang": "Mạng A", "cao_cot": "42",
                                     "x": "105.3480833", "y": "22.62925"}])
        for extension in ("kml", "gpkg", "shp"):
            with self.subTest(extension=extension):
                target = self.folder / f"points.{extension}"
                subprocess.run(["ogr2ogr", target, points, "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y",
                                "-oo", "KEEP_GEOM_COLUMNS=NO", "-a_srs", "EPSG:4326", "-lco", "ENCODING=UTF-8"],
                               check=True, capture_output=True)
                (row,) = self.imported("sites", target)
                self.assertEqual([row["site_id"], row["name"], row["operator"]], ["VC001", "Nà Pản", "Mạng A"])
                self.assertAlmostEqual(float(row["lon_deg"]), 105.3480833, places=6)
                self.assertEqual(float(row["mast_height_m"]), 42.0)
                self.assertNotIn("tessellate", row)

    def test_fields_of_a_kml_keep_their_meaning_where_the_reader_changes_their_names(self):
        source = self.folder / "points.kml"
        source.write_text('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
                          "<Placemark><name>TQ2</name><ExtendedData><Data name=\"Nhà mạng\"><value>Mạng B</value></Data>"
                          '<Data name="Độ cao cột"><value>36</value></Data></ExtendedData>'
                          "<Point><coordinates>105.35,22.63</coordinates></Point></Placemark></Document></kml>",
                          encoding="utf-8")
        (row,) = self.imported("sites", source, "--default", "operator=Mạng A")
        self.assertEqual([row["operator"], row["mast_height_m"]], ["Mạng B", "36"])

    def test_points_in_metres_without_a_crs_go_by_their_province(self):
        points = self.folder / "points.csv"
        harness.write_rows(points, [{"ma_tram": "1", "nha_mang": "A", "cao_cot": "42", "tinh": "Ha Giang",
                                     "x": "479370.4", "y": "2594236.0"}])
        target = self.folder / "points.shp"
        subprocess.run(["ogr2ogr", target, points, "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-oo",
                        "KEEP_GEOM_COLUMNS=NO"], check=True, capture_output=True)
        self.assertFalse((self.folder / "points.prj").exists())
        (row,) = self.imported("sites", target)
        self.assertAlmostEqual(float(row["lon_deg"]), 105.30, places=6)
        self.assertAlmostEqual(float(row["lat_deg"]), 23.45, places=6)

    def test_points_in_vn2000_are_transformed_by_the_layers_own_crs(self):
        points = self.folder / "points.csv"
        harness.write_rows(points, [{"ma_tram": "1", "nha_mang": "A", "cao_cot": "42", "x": "479370.4",
                                     "y": "2594236.0"}])
        target = self.folder / "points.gpkg"
        subprocess.run(["ogr2ogr", target, points, "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-oo",
                        "KEEP_GEOM_COLUMNS=NO", "-a_srs", "EPSG:9209"], check=True, capture_output=True)
        (row,) = self.imported("sites", target)
        self.assertAlmostEqual(float(row["lon_deg"]), 105.30, places=6)
        self.assertAlmostEqual(float(row["lat_deg"]), 23.45, places=6)


def with_comma(number):
    return number.replace(".", ",")


def in_minutes(degrees, letters):
    seconds = round(abs(float(degrees)) * 3600, 3)
    return (f"{int(seconds // 3600)}°{int(seconds % 3600 // 60)}'{with_comma(f'{seconds % 60:.3f}')}\""
            f"{letters[float(degrees) < 0]}")


class WholeScenario(ImportTest):
    """The tables of a scenario as an operator and a province would send them, imported back."""

    TECHNOLOGIES = {"2G": "GSM", "3G": "UMTS", "4G": "LTE", "5G": "NR"}

    def ugly_sites(self, rows):
        return [{"Tỉnh": "Hà Giang", "Mã trạm": row["site_id"], "Tên trạm": row["name"], "Nhà mạng": row["operator"],
                 "Kinh độ": in_minutes(row["lon_deg"], "EW"), "Vĩ độ": in_minutes(row["lat_deg"], "NS"),
                 "Độ cao cột (ft)": with_comma(str(float(row["mast_height_m"]) / 0.3048)),
                 "Truyền dẫn": {"fibre": "Cáp quang", "microwave": "Vi ba"}.get(row["backhaul"], row["backhaul"]),
                 "Nguồn điện": {"grid": "Điện lưới", "solar": "Mặt trời"}.get(row["power"], row["power"])}
                for row in rows]

    def ugly_cells(self, rows):
        def channel(row):
            frequency = float(row["frequency_mhz"])
            if row["technology"] == "2G":
                return round((frequency - 935) / 0.2) if frequency < 1000 else round((frequency - 1805.2) / 0.2) + 512
            if row["technology"] == "3G":
                return round(5 * (frequency - (0 if frequency > 2000 else 340)))
            base, first = ((1805, 1200) if frequency > 1700 else (925, 3450) if frequency > 900 else (758, 9210))
            return round((frequency - base) / 0.1) + first
        return [{"Mã cell": row["cell_id"], "Mã trạm": row["site_id"],
                 "Công nghệ": self.TECHNOLOGIES[row["technology"]], "Kênh": channel(row),
                 "Băng thông": f"{with_comma(row['bandwidth_mhz'])} MHz",
                 "Độ cao anten": f"{row['antenna_height_agl_m']} m", "Phương vị (độ)": row["azimuth_deg"],
                 "Công suất (W)": with_comma(repr(10 ** (float(row["tx_power_dbm"]) / 10 - 3))),
                 "Độ lợi anten": f"{with_comma(row['antenna_gain_dbi'])} dBi"} for row in rows]

    def ugly_hamlets(self, rows):
        return [{"Mã thôn": row["hamlet_id"], "Tên thôn": row["name"], "Xã": row["commune"], "Huyện": row["district"],
                 "Tỉnh": row["province"], "Vĩ độ": with_comma(row["lat_deg"]), "Kinh độ": with_comma(row["lon_deg"]),
                 "Dân số": f"{row['population']} người", "Số hộ": row["households"]} for row in rows]

    def write_semicolons(self, name, rows):
        path = self.folder / name
        quoted = lambda text: '"' + str(text).replace('"', '""') + '"'
        lines = [";".join(map(quoted, list(rows[0])))] + [";".join(map(quoted, row.values())) for row in rows]
        path.write_text("BẢNG SỐ LIỆU\n" + "\n".join(lines) + "\n", encoding="utf-8")
        return path

    def check_close(self, before, after, columns, tolerance):
        self.assertEqual(len(before), len(after))
        for old, new in zip(before, after):
            for column in columns:
                if old[column]:
                    self.assertAlmostEqual(float(old[column]), float(new[column]), delta=tolerance, msg=column)

    def test_a_scenario_of_imported_tables_passes_the_check(self):
        scenario = harness.make_province(self.folder / "province")
        tables = {kind: harness.rows_of(scenario / f"{kind}.csv") for kind in ("sites", "cells", "hamlets")}
        ugly = {"sites": self.ugly_sites, "cells": self.ugly_cells, "hamlets": self.ugly_hamlets}
        made = {kind: self.imported(kind, self.write_semicolons(f"ugly-{kind}.csv", ugly[kind](rows)))
                for kind, rows in tables.items()}
        self.check_close(tables["sites"], made["sites"], ["lon_deg", "lat_deg"], 2e-6)
        self.check_close(tables["sites"], made["sites"], ["mast_height_m"], 0.005)
        self.check_close(tables["cells"], made["cells"], ["frequency_mhz", "bandwidth_mhz", "azimuth_deg",
                                                          "antenna_height_agl_m"], 1e-9)
        self.check_close(tables["cells"], made["cells"], ["tx_power_dbm", "antenna_gain_dbi"], 0.005)
        self.check_close(tables["hamlets"], made["hamlets"], ["lon_deg", "lat_deg", "population"], 1e-9)
        self.assertEqual([row["backhaul"] for row in tables["sites"]], [row["backhaul"] for row in made["sites"]])
        self.assertEqual({row["table"] for row in self.account()}, {"sites.csv", "cells.csv", "hamlets.csv"})
        self.assertEqual({row["action"] for row in self.account()}, {"changed"})
        for kind in tables:
            shutil.copy(self.folder / f"{kind}.csv", scenario / f"{kind}.csv")
        harness.phusong("check", scenario)

    def test_importing_what_was_imported_gives_the_same_bytes(self):
        scenario = harness.make_province(self.folder / "province")
        for kind in ("sites", "cells", "hamlets"):
            self.imported(kind, scenario / f"{kind}.csv", name=f"{kind}-1.csv")
            self.imported(kind, self.folder / f"{kind}-1.csv", name=f"{kind}-2.csv")
            self.assertEqual((self.folder / f"{kind}-1.csv").read_bytes(), (self.folder / f"{kind}-2.csv").read_bytes())
        self.assertFalse([row for row in self.account() if row["table"].endswith("-2.csv")])


class SeveralTechnologies(ImportTest):
    """Masts of 2G, 3G and 4G in one row each, as provinces list them, become cells that a scenario takes."""

    HEADER = ["Mã trạm", "Công nghệ", "Băng tần", "Băng thông", "Độ cao anten", "Công suất", "Độ lợi", "Phương vị"]
    ROWS = [["{}", "2G/3G/4G", "900/2100/1800", "-/5/20", 30, "20 W", 17, "0/120/240"],
            ["{}", "GSM900, LTE1800", "", 10, 30, "20 W", 17, "Omni"]]

    def test_they_become_cells_that_a_scenario_takes(self):
        scenario = harness.make_province(self.folder / "province")
        sites = [row["site_id"] for row in harness.rows_of(scenario / "sites.csv")][:2]
        source = self.folder / "tram.csv"
        rows = [[site, *row[1:]] for site, row in zip(sites, self.ROWS)]
        source.write_text("\n".join(";".join(map(str, row)) for row in [self.HEADER, *rows]) + "\n", encoding="utf-8")
        cells = self.imported("cells", source)
        self.assertEqual([(cell["technology"], cell["frequency_mhz"], cell["azimuth_deg"]) for cell in cells],
                         [("2G", "947.5", "0"), ("2G", "947.5", "120"), ("2G", "947.5", "240"),
                          ("3G", "2140", "0"), ("3G", "2140", "120"), ("3G", "2140", "240"),
                          ("4G", "1842.5", "0"), ("4G", "1842.5", "120"), ("4G", "1842.5", "240"),
                          ("2G", "947.5", ""), ("4G", "1842.5", "")])
        self.assertEqual(len({cell["cell_id"] for cell in cells}), 11)
        shutil.copy(self.folder / "cells.csv", scenario / "cells.csv")
        harness.phusong("check", scenario)

    def test_a_header_of_two_rows_names_the_technologies_below(self):
        rows = [["Mã trạm", "Độ cao anten", "EIRP (dBm)", "Băng tần", "Băng thông", "Công nghệ", "", ""],
                ["", "", "", "", "", "2G", "3G", "4G"],
                ["TQ1", 40, 60, "900/1800", 20, "x", "", "x"]]
        cells = self.imported("cells", self.workbook({"Trạm": rows}, "xlsx"))
        self.assertEqual([cell["cell_id"] for cell in cells], ["TQ1-2G-1", "TQ1-4G-1"])


class CommandLine(ImportTest):
    def test_the_sample_is_imported_with_its_reasons_in_either_language(self):
        rows = self.imported("sites", SAMPLE)
        self.assertEqual([row["site_id"] for row in rows], ["VC001", "VC002", "VC003", "VC004"])
        refused = {row["id"]: row["reason"] for row in self.account() if row["action"] == "refused"}
        self.assertIn("trùng với trạm VC001", refused["VC005"])
        self.imported("sites", SAMPLE, "--language", "en")
        refused = {row["id"]: row["reason"] for row in self.account() if row["action"] == "refused"}
        self.assertIn("the same mast as VC001", refused["VC005"])

    def test_nothing_is_replaced_by_accident(self):
        source = shutil.copy(SAMPLE, self.folder / "tram.csv")
        harness.phusong("import", "sites", source, "-o", source, "--overwrite", expect=2)
        output = self.folder / "sites.csv"
        harness.phusong("import", "sites", source, "-o", output)
        done = harness.phusong("import", "sites", source, "-o", output, expect=2)
        self.assertIn("--overwrite", done.stderr)
        (self.folder / "import.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        done = harness.phusong("import", "sites", source, "-o", output, "--overwrite", expect=3)
        self.assertIn("is no list of an import", done.stderr)

    def test_wrong_words_of_the_command_line_are_code_2_and_wrong_files_code_3(self):
        output = self.folder / "sites.csv"
        harness.phusong("import", "towers", SAMPLE, "-o", output, expect=2)
        done = harness.phusong("import", "sites", SAMPLE, "--map", "Tên=nme", "-o", output, expect=2)
        self.assertIn("the table has no column of that name", done.stderr)
        harness.phusong("import", "sites", SAMPLE, "--map", "Tên trạm", "-o", output, expect=2)
        harness.phusong("import", "sites", SAMPLE, "--crs", "EPSG:1", "-o", output, expect=2)
        harness.phusong("import", "sites", self.folder / "absent.xlsx", "-o", output, expect=3)
        self.assertFalse(output.exists())

    def test_a_table_without_a_good_row_is_not_written_and_its_rows_are_told(self):
        source = self.folder / "tram.csv"
        source.write_text("Mã trạm,Nhà mạng,Kinh độ,Vĩ độ,Độ cao cột\nA1,A,,,42\n", encoding="utf-8")
        harness.phusong("import", "sites", source, "-o", self.folder / "sites.csv", expect=3)
        self.assertFalse((self.folder / "sites.csv").exists())
        self.assertEqual([row["action"] for row in self.account()], ["refused"])

    def test_the_headers_that_are_known_are_printed(self):
        shown = harness.phusong("import", "--headers").stdout
        self.assertIn("Tên trạm", shown)
        self.assertIn("earfcn", shown)


if __name__ == "__main__":
    harness.main()
