"""phusong link: its numbers are those of a coverage run, and wrong questions get answers."""

import json
import pathlib
import shutil
import tempfile
import time
import unittest
import xml.etree.ElementTree

import harness


def link(scenario, *options):
    """The link as JSON."""
    return json.loads(harness.phusong("link", scenario, *options, "--json").stdout)


def value(answer, name):
    (term,) = [term for term in answer["terms"] if term["term"] == name]
    return term["value"]


class LinkOfCells(harness.ScenarioTest):
    command = "coverage"
    run_options = ("--keep-levels", "--set", "coverage.rasters=false")

    def kept(self):
        """The rows of point_levels.csv of some cells and hamlets, spread over the file."""
        rows = harness.rows_of(self.run_folder / "point_levels.csv")
        self.assertGreater(len(rows), 100)
        return rows[:: len(rows) // 12]

    def test_the_level_is_that_of_a_coverage_run_to_the_last_digit(self):
        for row in self.kept():
            with self.subTest(cell=row["cell_id"], hamlet=row["hamlet_id"], point=row["point"]):
                answer = link(self.scenario, "--cell", row["cell_id"], "--hamlet", row["hamlet_id"], "--point",
                              row["point"])
                for term, column in (("level_dbm", "level_dbm"), ("path_loss_db", "loss_db"),
                                     ("departure_deg", "departure_deg"), ("sigma_location_db", "sigma_l_db")):
                    self.assertEqual(value(answer, term), float(row[column]), term)
                self.assertEqual(-value(answer, "pattern_attenuation_db"), float(row["pattern_db"]))
                levels = {str(point["point"]): point["level_dbm"] for point in answer["points"]}
                self.assertEqual(levels[row["point"]], float(row["level_dbm"]))

    def test_the_centre_has_the_level_and_probability_of_the_hamlet(self):
        compared = 0
        for row in harness.rows_of(self.run_folder / "hamlets.csv"):
            if not row["4g_best_cell"] or compared == 5:
                continue
            answer = link(self.scenario, "--cell", row["4g_best_cell"], "--hamlet", row["hamlet_id"])
            self.assertEqual(value(answer, "level_dbm"), float(row["4g_level_dbm"]))
            self.assertEqual(value(answer, "probability"), float(row["4g_probability"]))
            compared += 1
        self.assertEqual(compared, 5)

    def test_the_table_has_every_term_with_value_unit_and_source(self):
        row = self.kept()[0]
        options = ("--cell", row["cell_id"], "--hamlet", row["hamlet_id"])
        lines = harness.phusong("link", self.scenario, *options).stdout.splitlines()
        (header,) = [line for line in lines if line.split()[:4] == ["term", "value", "unit", "source"]]
        self.assertTrue(header.endswith("nghĩa"))
        for term in link(self.scenario, *options)["terms"]:
            found = [line for line in lines if term["term"] in line.split()[:2]]
            self.assertTrue(found, term["term"])
            self.assertIn(term["source"], found[0])
            self.assertIn(term["meaning"], found[0])

    def test_a_cell_beyond_its_range_is_computed_and_says_so(self):
        limits = [f'--set=propagation.max_range_km."{technology}"=2' for technology in ("2G", "3G", "4G")]
        seen = set()
        for row in self.kept():
            answer = link(self.scenario, "--cell", row["cell_id"], "--hamlet", row["hamlet_id"], *limits)
            is_far = value(answer, "distance_km") > 2.0
            self.assertEqual("beyond_range" in [remark["kind"] for remark in answer["remarks"]], is_far)
            seen.add(is_far)
        self.assertEqual(seen, {True, False})

    def test_two_points_have_the_loss_that_the_model_gives_for_their_profile(self):
        row = harness.rows_of(self.scenario / "hamlets.csv")[0]
        there = harness.rows_of(self.scenario / "hamlets.csv")[7]
        answer = link(self.scenario, "--from", f"{row['lon_deg']},{row['lat_deg']},40", "--to",
                      f"{there['lon_deg']},{there['lat_deg']},1.5", "--frequency-mhz", "900")
        (profile,) = answer["profiles"]
        request = {"model": "p1812", "distance_km": profile["distance_km"], "ground_m": profile["ground_m"],
                   "clutter_m": 0, "zone": 4, "frequency_mhz": 900, "time_percent": 50, "location_percent": 50,
                   "tx_height_m": 40, "rx_height_m": 1.5, "polarization": "vertical", "delta_n": 46, "n0": 367,
                   "latitude_deg": 0.5 * (float(row["lat_deg"]) + float(there["lat_deg"]))}
        file = self.folder / "request.jsonl"
        file.write_text(json.dumps(request) + "\n", encoding="utf-8")
        loss = json.loads(harness.phusong("loss", file).stdout)
        self.assertAlmostEqual(loss["loss_db"], value(answer, "path_loss_db"), delta=0.02)
        for name in ("Ld50_dB", "Lbs_dB", "theta_t_mrad", "hstd_m"):
            self.assertAlmostEqual(loss["intermediates"][name], value(answer, name), delta=0.02, msg=name)


class Pictures(harness.ScenarioTest):
    command = "coverage"
    run_options = ("--set", "coverage.rasters=false")

    def draw(self, name, *options):
        """The bytes of a picture of the link of a hamlet to its best cell."""
        row = next(row for row in harness.rows_of(self.run_folder / "hamlets.csv") if row["4g_best_cell"])
        path = self.folder / name
        harness.phusong("link", self.scenario, "--cell", row["4g_best_cell"], "--hamlet", row["hamlet_id"], "-o", path,
                        *options)
        return row, path.read_bytes()

    def test_an_svg_is_xml_with_the_vietnamese_names_and_the_budget(self):
        row, data = self.draw("link.svg")
        root = xml.etree.ElementTree.fromstring(data)
        self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
        title, text = (root.find("{http://www.w3.org/2000/svg}" + name).text for name in ("title", "desc"))
        self.assertIn(row["name"], title)
        self.assertIn("Quỹ đường truyền", text)
        self.assertIn(f"{float(row['4g_level_dbm']):.2f}", text)
        self.assertGreater(len(list(root.iter("{http://www.w3.org/2000/svg}use"))), 500)

    def test_a_png_opens_and_is_a4_with_black_on_white(self):
        self.draw("link.png")
        info = harness.gdalinfo(self.folder / "link.png", "-mm")
        width, height = info["size"]
        self.assertAlmostEqual(width / height, 297 / 210, delta=0.01)
        self.assertGreater(width, 2000)
        for band in info["bands"][:3]:
            self.assertEqual((band["computedMin"], band["computedMax"]), (0.0, 255.0))

    def test_a_pdf_is_a_pdf(self):
        data = self.draw("link.pdf")[1]
        self.assertTrue(data.startswith(b"%PDF-"))
        self.assertTrue(data.rstrip().endswith(b"%%EOF"))

    def test_a_picture_has_the_same_bytes_every_time_for_any_number_of_threads(self):
        for ending in ("svg", "png", "pdf"):
            first = self.draw(f"a.{ending}", "--threads", "1")[1]
            time.sleep(1.1)  # a file that said when it was made would differ
            self.assertEqual(first, self.draw(f"b.{ending}", "--threads", "2")[1], ending)

    def test_a_picture_in_english_is_another_one(self):
        self.assertNotEqual(self.draw("vi.svg")[1], self.draw("en.svg", "--set", "report.language=en")[1])


class Hops(unittest.TestCase):
    """The microwave hops of a plan."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = harness.PROJECT / "scenarios" / "plan-district"
        cls.run_folder = cls.folder / "run"
        harness.phusong("plan", cls.scenario, "-o", cls.run_folder, "-q")
        text = (cls.run_folder / "plan" / "backhaul.geojson").read_text(encoding="utf-8")
        cls.links = [feature["properties"] for feature in json.loads(text)["features"]]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def microwave(self):
        found = [row for row in self.links if row["medium"] == "microwave"]
        self.assertTrue(found)
        return found

    def test_a_hop_of_the_plan_has_the_values_of_its_link(self):
        for row in self.microwave():
            with self.subTest(hop=row["from"]):
                answer = link(self.scenario, "--hop", f"{row['from']},{row['to']}", "--run", self.run_folder)
                for term, column in (("distance_km", "length_km"), ("clearance_m", "clearance_m"),
                                     ("fade_margin_db", "fade_margin_db"), ("rain_db", "rain_db"),
                                     ("multipath_percent", "multipath_percent"),
                                     ("availability_percent", "availability_percent")):
                    self.assertAlmostEqual(value(answer, term), row[column], delta=0.011, msg=term)
                for end, column in (("from", "from_height_m"), ("to", "to_height_m")):
                    antenna_m = answer[end]["ground_m"] + answer[end]["height_m"]
                    self.assertAlmostEqual(antenna_m, row[column], delta=0.011)
                self.assertEqual([remark["kind"] for remark in answer["remarks"]], ["hop_works"])
                self.assertEqual([round(profile["k_factor"], 3) for profile in answer["profiles"]], [1.333, 0.667])
                least = min(value(answer, "clearance_4_3_m"), value(answer, "clearance_2_3_m"))
                self.assertEqual(least, value(answer, "clearance_m"))

    def test_a_hop_is_drawn(self):
        row = self.microwave()[0]
        path = self.folder / "hop.svg"
        harness.phusong("link", self.scenario, "--hop", f"{row['from']},{row['to']}", "--run", self.run_folder, "-o",
                        path)
        xml.etree.ElementTree.fromstring(path.read_bytes())

    def test_a_hop_that_the_plan_does_not_have(self):
        row = self.microwave()[0]
        options = ("--run", self.run_folder)
        text = harness.phusong("link", self.scenario, "--hop", f"{row['from']},nothing", *options, expect=2).stderr
        self.assertIn(f"{row['from']},{row['to']}", text)
        fibre = next(row for row in self.links if row["medium"] == "fibre")
        text = harness.phusong("link", self.scenario, "--hop", f"{fibre['from']},{fibre['to']}", *options,
                               expect=2).stderr
        self.assertIn("by fibre", text)
        text = harness.phusong("link", self.scenario, "--hop", "A,B", "--run", self.folder, expect=3).stderr
        self.assertIn("backhaul.geojson", text)

    def test_two_masts_of_the_scenario_need_no_plan(self):
        ids = [row["site_id"] for row in harness.rows_of(harness.PROJECT / "data-samples/karst-district/sites.csv")]
        answer = link(self.scenario, "--hop", f"{ids[0]},{ids[1]}")
        self.assertEqual((answer["from"]["id"], answer["to"]["id"]), (ids[0], ids[1]))
        text = harness.phusong("link", self.scenario, "--hop", f"{ids[0]},{ids[1]}x", expect=2).stderr
        self.assertIn(f"did you mean '{ids[1]}'", text)


class WrongQuestions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = harness.make_province(cls.folder / "province")
        cls.cell = harness.rows_of(cls.scenario / "cells.csv")[0]["cell_id"]
        cls.hamlet = harness.rows_of(cls.scenario / "hamlets.csv")[0]["hamlet_id"]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def refused(self, *options, expect=2, scenario=None):
        done = harness.phusong("link", scenario or self.scenario, *options, expect=expect)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_an_unknown_id_names_the_nearest(self):
        text = self.refused("--cell", self.cell + "x", "--hamlet", self.hamlet)
        self.assertIn("--cell", text)
        self.assertIn(f"did you mean '{self.cell}'", text)
        text = self.refused("--cell", self.cell, "--hamlet", "x" + self.hamlet)
        self.assertIn("--hamlet", text)
        self.assertIn(f"did you mean '{self.hamlet}'", text)

    def test_a_point_that_the_hamlet_does_not_have(self):
        self.assertIn("0 … 18", self.refused("--cell", self.cell, "--hamlet", self.hamlet, "--point", "19"))

    def test_a_place_off_the_terrain_and_one_that_is_none(self):
        here = harness.rows_of(self.scenario / "hamlets.csv")[0]
        good = f"{here['lon_deg']},{here['lat_deg']},30"
        self.assertIn("off the terrain", self.refused("--from", "100,20,30", "--to", good, "--frequency-mhz", "900"))
        self.assertIn("LAT", self.refused("--from", good, "--to", "105,95,30", "--frequency-mhz", "900"))
        self.assertIn("30 … 6000 MHz", self.refused("--from", good, "--to", good, "--frequency-mhz", "7000"))

    def test_no_link_two_links_and_half_a_link(self):
        self.assertIn("no link is given", self.refused())
        self.assertIn("more than one", self.refused("--cell", self.cell, "--hamlet", self.hamlet, "--frequency-mhz", "9"))
        self.assertIn("--hamlet is missing", self.refused("--cell", self.cell))

    def test_a_picture_of_another_kind_and_one_in_no_folder(self):
        options = ("--cell", self.cell, "--hamlet", self.hamlet, "-o")
        self.assertIn(".svg, .png, .pdf", self.refused(*options, self.folder / "link.jpg"))
        self.assertIn("there is no folder", self.refused(*options, self.folder / "nowhere" / "link.svg"))

    def test_a_pattern_without_a_vertical_cut(self):
        copy = self.folder / "pattern"
        shutil.copytree(self.scenario, copy)
        rows = harness.rows_of(copy / "cells.csv")
        for row in rows:
            row["antenna_pattern"] = "flat.msi" if row["cell_id"] == self.cell else ""
        harness.write_rows(copy / "cells.csv", rows)
        cut = "\n".join(f"{angle} 0.0" for angle in range(360))
        (copy / "flat.msi").write_text(f"NAME flat\nGAIN 15 dBi\nHORIZONTAL 360\n{cut}\n", encoding="utf-8")
        text = self.refused("--cell", self.cell, "--hamlet", self.hamlet, expect=3, scenario=copy)
        self.assertIn("flat.msi", text)
        self.assertIn("VERTICAL", text)


if __name__ == "__main__":
    harness.main()
