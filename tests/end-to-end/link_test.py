"""phusong link: its numbers are those of a coverage run, and wrong questions get answers."""

import json
import pathlib
import shutil
import tempfile
import unittest

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
