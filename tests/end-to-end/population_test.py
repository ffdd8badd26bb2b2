"""phusong data hamlets: hamlets and clusters of the people on a map, and people spread over a list."""

import math
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

    def test_clusters_are_the_pixels_that_touch_and_add_up_to_the_households_of_their_hamlet(self):
        self.make("--join-m", "1000")
        clusters = self.rows("clusters")
        of_hamlet = {}
        for row in clusters:
            of_hamlet.setdefault(row["hamlet_id"], []).append(float(row["households"]))
        self.assertEqual(of_hamlet, {"D00001": [100.0], "D00002": [60.0], "D00003": [58.12, 11.62]})
        self.assertEqual([row["households"] for row in self.rows("hamlets")], ["100", "60", "70"])

    def test_pixels_without_data_and_people_outside_the_communes_are_told(self):
        self.assertIn("1 of 800 pixels have no data", self.make().stdout)
        text = self.communes.read_text(encoding="utf-8")
        self.communes.write_text(text.replace("105.24", "105.23"), encoding="utf-8")
        self.out = self.folder / "narrow"
        # 200 pixels of the second commune are outside, one of them with 90 people, one with 60 and one with 30.
        self.assertIn(f"{90 + 60 + 30 + 0.25 * 197:.0f} people of the map are in no commune", self.make().stderr)

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
        self.assertEqual(clusters, [("H1", "100.00"), ("H2", "60.00"), ("H3", "10.00"), ("H4", "59.75")])

    def test_clusters_add_up_to_the_households_that_the_list_has(self):
        self.make("--list", self.write_list("hamlet_id,lon_deg,lat_deg,households\nH1,105.204,22.296,77\n"))
        self.assertEqual(sum(float(row["households"]) for row in self.rows("clusters")), 77.0)
        self.assertEqual(self.rows("hamlets")[0]["households"], "77")

    def test_a_list_in_metres_is_placed_by_the_crs_that_is_said(self):
        degrees = "hamlet_id;lon_deg;lat_deg;population\nH1;105,204;22,296;\nH2;105,216;22,285;\n"
        self.make("--list", self.write_list(degrees))
        populations = [row["population"] for row in self.rows("hamlets")]
        placed = subprocess.run(["gdaltransform", "-s_srs", "EPSG:4326", "-t_srs", "EPSG:9211", "-output_xy"],
                                input="105.204 22.296\n105.216 22.285\n", capture_output=True, text=True, check=True)
        metres = [line.split() for line in placed.stdout.splitlines()]
        # As a new scenario has the table: columns of degrees too, all empty.
        table = self.write_list("hamlet_id,population,lon_deg,lat_deg,x_m,y_m\n" + "".join(
            f"H{i + 1},,,,{x},{y}\n" for i, (x, y) in enumerate(metres)))
        self.out = self.folder / "metres"
        self.assertIn("--list-crs must say in which projected CRS", self.make("--list", table, expect=3).stderr)
        self.make("--list", table, "--list-crs", "EPSG:9211")
        rows = self.rows("hamlets")
        self.assertEqual([row["population"] for row in rows], populations)
        for row, (lon, lat) in zip(rows, ((105.204, 22.296), (105.216, 22.285))):
            self.assertAlmostEqual(float(row["lon_deg"]), lon, delta=2e-5)
            self.assertAlmostEqual(float(row["lat_deg"]), lat, delta=2e-5)
        # Degrees of VN-2000 are not written as if they were those of WGS84.
        self.out = self.folder / "degrees"
        self.make("--list", self.write_list("hamlet_id,lon_deg,lat_deg\nH1,105.204,22.296\n"), "--list-crs", "EPSG:4756")
        self.assertAlmostEqual(float(self.rows("hamlets")[0]["lon_deg"]), 105.204 + 0.0019, delta=2e-4)

    def test_what_was_made_can_be_a_list_again(self):
        self.make()
        list_file = self.folder / "made.csv"
        list_file.write_text((self.out / "hamlets.csv").read_text(encoding="utf-8-sig").replace(",400,100,", ",,,"),
                             encoding="utf-8")
        self.out = self.folder / "again"
        self.make("--list", list_file)
        rows = self.rows("hamlets")
        self.assertEqual([(row["population"], row["derived"]) for row in rows[:2]],
                         [("400", "hamlet, population"), ("240", "hamlet, population")])
        self.assertEqual((self.out / "hamlets.csv").read_text(encoding="utf-8-sig").split("\n")[0].count("derived"), 1)

    def test_hamlets_to_which_nobody_is_nearest_are_told(self):
        said = self.make("--list", self.write_list("hamlet_id,lon_deg,lat_deg\nH1,105.204,22.296\nH2,105.204,22.296\n"
                                                   "H3,105.231,22.292\n")).stderr
        self.assertIn("Xã Một: people of the map are nearer to other hamlets than to 1, which get 0: H2\n", said)

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


class Communes(Population):
    def test_outlines_of_one_name_are_parts_of_one_commune(self):
        made_communes.write_communes(self.communes, ("Xã Một", 105.24, 105.25, 640))
        self.make()
        of_first = [row for row in self.rows("hamlets") if row["commune"] == "Xã Một"]
        self.assertEqual(sum(int(row["population"]) for row in of_first), 640)
        self.out = self.folder / "another"
        made_communes.write_communes(self.communes, ("Xã Một", 105.24, 105.25, 100))
        self.assertIn("population = '100': Xã Một has another outline with 640", self.make(expect=3).stderr)

    def test_people_in_two_outlines_are_told(self):
        made_communes.write_communes(self.communes, ("Xã Trùm", 105.23, 105.235, None))
        self.assertIn(f"{90 + 60 + 0.25 * 98:.0f} people of the map are inside two outlines or more", self.make().stderr)

    def test_a_map_that_is_far_from_the_communes_people_is_told(self):
        self.assertNotIn("is that what", self.make().stderr)
        self.out = self.folder / "another"
        made_communes.write_people(self.folder / "people.tif", [[max(0, 40 * count) for count in row]
                                                                for row in made_communes.people()])
        self.assertIn("the communes that say their population have 640 people, and 16750 on the map: is that what the "
                      "map's numbers are? (--people-are, --buildings-are)", self.make().stderr)

    def test_communes_where_nobody_lives_are_an_error_and_no_empty_table(self):
        made_communes.write_features(self.communes, [({"commune": "Xã Xa"}, "Polygon", [made_communes.box(120, 10, 121, 11)])])
        self.assertIn("communes.geojson: nobody of", self.make(expect=3).stderr)
        self.assertFalse(self.out.exists())

    def test_every_outline_that_is_no_polygon_is_named(self):
        made_communes.write_features(self.communes, [({"commune": name}, "Point", [105.2, 22.3]) for name in "AB"])
        said = self.make(expect=3).stderr
        self.assertIn("communes.geojson:0: is no polygon", said)
        self.assertIn("communes.geojson:1: is no polygon", said)


# The area of a pixel of the made-up communes.
PIXEL_M2 = (111194.93 * made_communes.PIXEL) ** 2 * math.cos(math.radians(22.29))


class Measures(Population):
    def of_one_pixel(self, number, *options):
        """The only hamlet of a raster with this number on a pixel, with its cluster's households."""
        rows = [[0.0] * 40 for _ in range(20)]
        rows[10][30] = number
        made_communes.write_people(self.folder / "people.tif", rows)
        self.out = self.folder / "-".join(("out", str(number), *options))
        harness.phusong("data", "hamlets", *options, "--communes", self.communes, "--out", self.out)
        (hamlet,), (cluster,) = self.rows("hamlets"), self.rows("clusters")
        return int(hamlet["population"]), int(hamlet["households"]), float(cluster["households"])

    def test_people_per_square_kilometre_are_people_of_the_pixels_area(self):
        path = str(self.folder / "people.tif")
        self.assertEqual(self.of_one_pixel(4000, "--population", path), (4000, 1000, 1000.0))
        people, _, _ = self.of_one_pixel(4000, "--population", path, "--people-are", "per-km2")
        self.assertEqual(people, round(4000 * PIXEL_M2 / 1e6))

    def test_a_raster_of_buildings_is_counted_or_measured(self):
        of_buildings = "--buildings", str(self.folder / "people.tif"), "--buildings-are"
        self.assertEqual(self.of_one_pixel(7, *of_buildings, "count"), (28, 7, 7.0))
        self.assertEqual(self.of_one_pixel(10, *of_buildings, "count", "--households-per-building", "0.5",
                                           "--people-per-household", "5"), (25, 5, 5.0))
        buildings = 0.25 * PIXEL_M2 / 100
        measured = self.of_one_pixel(0.25, *of_buildings, "share")
        self.assertEqual(measured[:2], (round(4 * buildings), round(buildings)))
        self.assertAlmostEqual(measured[2], buildings, delta=0.01)
        self.assertEqual(self.of_one_pixel(25, *of_buildings, "percent"), measured)
        self.assertEqual(self.of_one_pixel(3000, *of_buildings, "m2", "--building-m2", "150"), (80, 20, 20.0))

    def test_numbers_are_scaled_as_the_raster_says(self):
        rows = [[0] * 40 for _ in range(20)]
        rows[10][30] = 20
        made_communes.write_people(self.folder / "people.tif", rows, "-a_scale", "0.5", "-a_offset", "0")
        self.make()
        self.assertEqual([row["population"] for row in self.rows("hamlets")], ["10"])

    def test_what_the_numbers_cannot_be_is_refused(self):
        for measure, most in (("share", "0 … 1"), ("percent", "0 … 100")):
            with self.subTest(measure=measure):
                made_communes.write_people(self.folder / "people.tif", [[101.0] * 40] * 20)
                done = harness.phusong("data", "hamlets", "--buildings", self.folder / "people.tif", "--buildings-are",
                                       measure, "--communes", self.communes, "--out", self.out, expect=3)
                self.assertIn(f"column 0, row 0: 101 on a pixel (allowed: {most}, or no data)", done.stderr)
        subprocess.run(["gdal_translate", "-q", "-b", "1", "-b", "1", str(self.folder / "people.tif"),
                        str(self.folder / "two.tif")], check=True)
        done = harness.phusong("data", "hamlets", "--population", self.folder / "two.tif", "--communes", self.communes,
                               "--out", self.out, expect=3)
        self.assertIn("two.tif: has 2 bands", done.stderr)


class Footprints(Population):
    """Six houses, four more 250 m to the east of them, five in the other commune, a hut, and one far away."""

    def setUp(self):
        super().setUp()
        houses = [*((105.2035 + 0.0003 * i, 22.2965) for i in range(6)), *((105.2075 + 0.0003 * i, 22.2965) for i in range(4)),
                  *((105.2305, 22.2901 + 0.0003 * i) for i in range(5)), (106.5, 22.3)]
        self.buildings = self.folder / "buildings.geojson"
        # 103 m² each, and the hut 9 m².
        made_communes.write_features(self.buildings, [
            ({}, "Polygon", [made_communes.box(lon - size, lat - size, lon + size, lat + size)])
            for lon, lat, size in [(*house, 0.0000475) for house in houses] + [(105.204, 22.2967, 0.000014)]])

    def make(self, *options, expect=0):
        return harness.phusong("data", "hamlets", "--buildings", self.buildings, "--communes", self.communes, "--out",
                               self.out, *options, expect=expect)

    def test_houses_are_households_and_the_people_of_a_commune_share_them(self):
        said = self.make().stdout
        self.assertIn("15 buildings counted, 1 smaller than 15 m² left out, 1 far from all communes", said)
        rows = self.rows("hamlets")
        self.assertEqual([(row["commune"], row["population"], row["households"], row["derived"]) for row in rows],
                         [("Xã Một", "640", "10", "hamlet, population"), ("Xã Hai", "20", "5", "hamlet, population")])
        clusters = [(row["hamlet_id"], row["households"]) for row in self.rows("clusters")]
        self.assertEqual(clusters, [("D00001", "6.00"), ("D00001", "4.00"), ("D00002", "5.00")])
        # Within half the diagonal of a pixel of 50 m of the houses in the middle.
        self.assertAlmostEqual(float(rows[1]["lon_deg"]), 105.2305, delta=0.00035)
        self.assertAlmostEqual(float(rows[1]["lat_deg"]), 22.2907, delta=0.00035)

    def test_points_in_another_crs_are_the_same_houses(self):
        self.make("--least-building-m2", "0")
        first = (self.out / "hamlets.csv").read_bytes(), (self.out / "clusters.csv").read_bytes()
        points = self.folder / "points.gpkg"
        subprocess.run(["ogr2ogr", "-t_srs", "EPSG:9211", "-dialect", "sqlite", "-sql",
                        "SELECT ST_Centroid(geometry) FROM buildings", str(points), str(self.buildings)], check=True)
        self.buildings, self.out = points, self.folder / "again"
        self.make()
        self.assertEqual(((self.out / "hamlets.csv").read_bytes(), (self.out / "clusters.csv").read_bytes()), first)

    def test_houses_are_clusters_of_a_listed_hamlet(self):
        self.make("--list", self.write_list("hamlet_id,lon_deg,lat_deg,population\nH1,105.204,22.296,300\n"
                                            "H2,105.2305,22.2901,\n"))
        self.assertEqual([(row["population"], row["derived"]) for row in self.rows("hamlets")],
                         [("300", ""), ("20", "population")])
        self.assertEqual([(row["hamlet_id"], row["households"]) for row in self.rows("clusters")],
                         [("H1", "6.00"), ("H1", "4.00"), ("H2", "5.00")])

    def test_the_command_line_and_shapes_are_checked(self):
        self.assertIn("has footprints, which are counted", self.make("--buildings-are", "count", expect=2).stderr)
        self.assertIn("one of them, not both", self.make("--population", "x.tif", expect=2).stderr)
        self.assertIn("--people-are: goes with --population", self.make("--people-are", "count", expect=2).stderr)
        made_communes.write_features(self.buildings, [({}, "LineString", [[105.2, 22.3], [105.3, 22.3]])])
        self.assertIn("buildings.geojson:0: is neither a polygon nor a point", self.make(expect=3).stderr)
        self.buildings = self.folder / "people.tif"
        self.assertIn("--buildings-are is missing", self.make(expect=2).stderr)
        self.assertIn("--buildings-are 'people': is not known (allowed: count, share, percent, m2)",
                      self.make("--buildings-are", "people", expect=2).stderr)
        self.assertFalse(self.out.exists())


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
        self.assertIn("column 0, row 0: -1 on a pixel (allowed: 0 and more, or no data)", self.make(expect=3).stderr)

    def test_the_command_line_is_checked_and_nothing_is_replaced(self):
        self.assertIn("--communes is missing",
                      harness.phusong("data", "hamlets", "--population", "x", "--out", "y", expect=2).stderr)
        self.make()
        self.assertIn("hamlets.csv is there already", self.make(expect=2).stderr)
        self.assertIn("phusong data hamlets --population", harness.phusong("data", "hamlets", "--help").stdout)


if __name__ == "__main__":
    harness.main()
