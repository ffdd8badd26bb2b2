"""phusong data hamlets: hamlets and clusters of the people on a map, and people spread over a list."""

import pathlib
import subprocess
import tempfile
import unittest

import harness
import made_communes


class Population(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.out = self.folder / "out"
        made_communes.write_people(self.folder / "people.tif")
        self.communes = self.folder / "communes.geojson"
        made_communes.write_communes(self.communes)

    def make(self, *options, expect=0):
        return harness.phusong("data", "hamlets", "--population", self.folder / "people.tif", "--communes", self.communes,
                               "--out", self.out, *options, expect=expect)

    def rows(self, name):
        return harness.rows_of(self.out / f"{name}.csv")

    def write_list(self, text):
        path = self.folder / "list.csv"
        path.write_text(text, encoding="utf-8")
        return path


class Derived(Population):
    def test_each_settlement_is_a_hamlet_labelled_so_and_the_people_of_a_commune_add_up(self):
        self.make()
        rows = self.rows("hamlets")
        # 200 and 120 of 320 people of 640; the raster's 180 and crumbs of 399 pixels and 3 · 0.25 less.
        self.assertEqual([(row["commune"], row["population"], row["derived"]) for row in rows[:2]],
                         [("Xã Một", "400", "hamlet, population"), ("Xã Một", "240", "hamlet, population")])
        second = [int(row["population"]) for row in rows[2:]]
        self.assertEqual(len(second), 2)
        self.assertEqual(sum(second), round(180 + 0.25 * 397))
        self.assertEqual((rows[0]["lon_deg"], rows[0]["lat_deg"]), ("105.203500", "22.296500"))
        self.assertEqual((rows[0]["name"], rows[0]["district"], rows[0]["province"]),
                         ("Cụm dân cư 1, Xã Một", "Huyện A", "Tỉnh B"))
        self.assertEqual(rows[0]["households"], "100")

    def test_clusters_are_the_pixels_that_touch(self):
        self.make("--join-m", "1000")
        clusters = self.rows("clusters")
        of_hamlet = {}
        for row in clusters:
            of_hamlet.setdefault(row["hamlet_id"], []).append(float(row["households"]))
        self.assertEqual(of_hamlet, {"D00001": [50.0], "D00002": [30.0], "D00003": [37.5, 7.5]})

    def test_pixels_without_data_and_people_outside_the_communes_are_told(self):
        self.assertIn("1 of 800 pixels have no data", self.make().stdout)
        text = self.communes.read_text(encoding="utf-8")
        self.communes.write_text(text.replace("105.24", "105.23"), encoding="utf-8")
        self.out = self.folder / "narrow"
        # 200 pixels of the second commune are outside, one of them with 90 people, one with 60 and one with 30.
        self.assertIn(f"{90 + 60 + 30 + 0.25 * 197:.0f} people of the raster are in no commune", self.make().stderr)

    def test_a_large_settlement_is_cut_up(self):
        self.make("--most-people", "120")
        self.assertEqual([row["commune"] for row in self.rows("hamlets")].count("Xã Một"), 3)

    def test_outlines_in_another_crs_are_the_same_communes(self):
        self.make()
        first = (self.out / "hamlets.csv").read_bytes(), (self.out / "clusters.csv").read_bytes()
        metric = self.folder / "communes.gpkg"
        subprocess.run(["ogr2ogr", "-t_srs", "EPSG:32648", str(metric), str(self.communes)], check=True)
        self.communes, self.out = metric, self.folder / "again"
        self.make()
        self.assertEqual(((self.out / "hamlets.csv").read_bytes(), (self.out / "clusters.csv").read_bytes()), first)

    def test_a_scenario_takes_the_tables(self):
        scenario = harness.make_province(self.folder / "province")
        self.make("--language", "en")
        for name in ("hamlets", "clusters"):
            (scenario / f"{name}.csv").write_bytes((self.out / f"{name}.csv").read_bytes())
        toml = (scenario / "scenario.toml").read_text(encoding="utf-8")
        (scenario / "scenario.toml").write_text(toml.replace("[network]", '[network]\nclusters = "clusters.csv"'),
                                                encoding="utf-8")
        harness.phusong("check", scenario)
        self.assertTrue(self.rows("hamlets")[0]["name"].startswith("Settlement 1"))

    def test_a_commune_without_settlement_is_told(self):
        made_communes.write_communes(self.communes, ("Xã Ba", 106.0, 106.1, 50))
        self.assertIn("Xã Ba: no pixel with 1 people or more, so no hamlet for its 50 people", self.make().stderr)


class Listed(Population):
    LIST = ("hamlet_id;name;commune;lon_deg;lat_deg;population;ghi chú\n"
            "H1;Bản Một;Xã Một;105,204;22,296;;gần suối\nH2;Bản Hai;Xã Một;105,216;22,285;;\n"
            "H3;Bản Ba;Xã Hai;105,231;22,292;40;\nH4;Bản Bốn;Xã Hai;105,237;22,291;;\n")

    def test_people_go_to_the_nearest_hamlet_of_their_commune_and_what_is_given_stays(self):
        self.make("--list", self.write_list(self.LIST))
        rows = self.rows("hamlets")
        self.assertEqual([(row["hamlet_id"], row["population"], row["derived"]) for row in rows],
                         [("H1", "400", "population"), ("H2", "240", "population"), ("H3", "40", ""),
                          ("H4", str(round(180 + 0.25 * 397) - 40), "population")])
        self.assertEqual([row["ghi chú"] for row in rows], ["gần suối", "", "", ""])
        self.assertEqual((float(rows[0]["lon_deg"]), rows[0]["name"]), (105.204, "Bản Một"))
        clusters = [(row["hamlet_id"], row["households"]) for row in self.rows("clusters")]
        self.assertEqual(clusters, [("H1", "50.0"), ("H2", "30.0"), ("H3", "37.5"), ("H4", "7.5")])

    def test_a_list_without_a_column_of_people_gets_one(self):
        self.make("--list", self.write_list("hamlet_id,lon_deg,lat_deg\nH1,105.204,22.296\n"))
        (row,) = self.rows("hamlets")
        self.assertEqual((row["population"], row["derived"]), ("640", "population"))

    def test_what_cannot_be_placed_is_told(self):
        said = self.make("--list", self.write_list(
            "hamlet_id,name,lon_deg,lat_deg,population\nH1,Bản Một,105.204,22.296,900\nH2,Bản Hai,105.216,22.285,\n"
            "H9,Bản Xa,107.0,22.0,\n")).stderr
        self.assertIn("H9 Bản Xa: lies in no commune of the outlines", said)
        self.assertIn("Xã Hai: no hamlet of the list lies in it", said)
        self.assertIn("Xã Một: the list has 260 people more than the commune's 640", said)
        self.assertEqual([row["population"] for row in self.rows("hamlets")], ["900", "0", ""])


class BadInput(Population):
    def test_what_is_wrong_is_named(self):
        self.assertIn("H1: is there twice", self.make("--list", self.write_list(
            "hamlet_id,lon_deg,lat_deg\nH1,105.204,22.296\nH1,105.2,22.3\n"), expect=3).stderr.replace("'", "").replace(
                "hamlet_id = ", ""))
        text = self.communes.read_text(encoding="utf-8")
        self.communes.write_text(text.replace('"commune"', '"ten"'), encoding="utf-8")
        self.assertIn("no column with the names of communes, but ten, district", self.make(expect=3).stderr)
        self.communes.write_text(text.replace("640", '"many"'), encoding="utf-8")
        self.assertIn("population = 'many': is no number of people", self.make(expect=3).stderr)
        self.communes.write_text("{}", encoding="utf-8")
        self.assertIn("communes.geojson", self.make(expect=3).stderr)
        self.assertFalse(self.out.exists())

    def test_a_negative_number_of_people_is_an_error(self):
        made_communes.write_people(self.folder / "people.tif", None, "-a_nodata", "-2")
        self.assertIn("column 0, row 0: -1 people on a pixel", self.make(expect=3).stderr)

    def test_the_command_line_is_checked_and_nothing_is_replaced(self):
        self.assertIn("--communes is missing",
                      harness.phusong("data", "hamlets", "--population", "x", "--out", "y", expect=2).stderr)
        self.make()
        self.assertIn("hamlets.csv is there already", self.make(expect=2).stderr)
        self.assertIn("phusong data hamlets --population", harness.phusong("data", "hamlets", "--help").stdout)


if __name__ == "__main__":
    harness.main()
