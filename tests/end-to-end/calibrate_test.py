"""phusong calibrate: corrections that were put into a synthetic drive test are found again, and applied everywhere."""

import json
import math
import pathlib
import random
import re
import unittest
import xml.etree.ElementTree

import drive
import harness


def rmse(errors):
    return math.sqrt(sum(error * error for error in errors) / len(errors))


def files_of(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


class DriveTest(harness.ScenarioTest):
    """Every other hamlet is measured; what is found is judged by the others."""

    command = "coverage"
    run_options = ("--keep-levels", "--set", "coverage.rasters=false")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.levels = list(drive.kept_levels(cls.run_folder, cls.scenario / "cells.csv"))
        hamlets = sorted({level["hamlet_id"] for level in cls.levels})
        cls.driven = [level for level in cls.levels if hamlets.index(level["hamlet_id"]) % 2 == 0]
        cls.table = cls.folder / "measurements.csv"
        harness.write_rows(cls.table, list(drive.measured(cls.driven, seed=1)))
        cls.out = cls.folder / "calibration"
        cls.said = cls.calibrate(cls.table, cls.out).stdout
        cls.json = json.loads((cls.out / "calibration.json").read_text(encoding="utf-8"))
        cls.calibrated = cls.folder / "calibrated"
        # The path that the summary says is one as seen from the scenario.
        (said_path,) = re.findall(r'\[propagation\] calibration = "(.+)"', cls.said)
        cls.key = f"propagation.calibration={said_path}"
        harness.phusong("coverage", cls.scenario, "-o", cls.calibrated, *cls.run_options, "--set", cls.key)

    @classmethod
    def calibrate(cls, table, out, *options, expect=0):
        return harness.phusong("calibrate", cls.scenario, "--measurements", table, "-o", out, "-q", *options,
                               expect=expect)

    def test_the_files_are_there_and_can_be_read(self):
        self.assertEqual(set(files_of(self.out)),
                         {"calibration.toml", "calibration.json", "residuals.gpkg", "measured_predicted.svg",
                          "residual_distance.svg", "residual_histogram.svg"})
        for picture in self.out.glob("*.svg"):
            xml.etree.ElementTree.parse(picture)
        layer = harness.ogrinfo(self.out / "residuals.gpkg")
        self.assertIn(f"Feature Count: {len(self.driven)}", layer)
        self.assertIn("residual_after_db: Real", layer)

    def test_offsets_are_found_within_their_standard_errors(self):
        terms = {term["term"]: term["kept"] for term in self.json["terms"]}
        self.assertTrue(terms["technology"])
        self.assertTrue(terms["cell"])
        technology = {row["technology"]: row["offset_db"] for row in self.json["corrections"]["technology"]}
        far = 0
        for row in self.json["corrections"]["cell"]:
            cell = next(level for level in self.levels if level["cell_id"] == row["cell_id"])
            found_db = row["offset_db"] + technology[cell["technology"]]
            # Four standard errors, and half a dB that the ridge takes of a cell that is measured a few times.
            if row["measurements"] >= 20:
                far += abs(found_db - cell["correction_db"]) > 4 * row["standard_error_db"] + 0.5
        self.assertEqual(far, 0)
        self.assertAlmostEqual(self.json["sigma"]["residual_db"], drive.SIGMA_DB, delta=0.5)

    def test_held_out_ground_is_predicted_better(self):
        for part in ("fitting", "held_out"):
            before, after = (self.json["agreement"][part][when] for when in ("before", "after"))
            self.assertLess(after["rmse_db"], before["rmse_db"] - 0.5)
            self.assertGreater(after["hit_rate"], before["hit_rate"] - 0.01)

    def test_a_run_with_the_calibration_is_nearer_the_truth_where_nothing_was_measured(self):
        driven = {level["hamlet_id"] for level in self.driven}
        truth = {(level["hamlet_id"], level["point"], level["cell_id"]): level["predicted_dbm"] + level["correction_db"]
                 for level in self.levels if level["hamlet_id"] not in driven}
        before = [level["correction_db"] for level in self.levels if level["hamlet_id"] not in driven]
        after = []
        for row in harness.rows_of(self.calibrated / "point_levels.csv"):
            of = (row["hamlet_id"], row["point"], row["cell_id"])
            if of in truth:
                after.append(truth[of] - float(row["level_dbm"]))
        self.assertGreater(len(after), 500)
        self.assertLess(rmse(after), 0.6 * rmse(before))

    def test_levels_add_up_and_path_losses_stay(self):
        plain = {(row["hamlet_id"], row["point"], row["cell_id"]): row
                 for row in harness.rows_of(self.run_folder / "point_levels.csv")}
        self.assertNotIn("calibration_db", next(iter(plain.values())))
        compared = 0
        for row in harness.rows_of(self.calibrated / "point_levels.csv"):
            before = plain.get((row["hamlet_id"], row["point"], row["cell_id"]))
            if before is None:
                continue
            compared += 1
            self.assertEqual(row["loss_db"], before["loss_db"])
            self.assertAlmostEqual(float(row["level_dbm"]),
                                   float(before["level_dbm"]) + float(row["calibration_db"]), delta=0.0151)
        self.assertGreater(compared, 1000)

    def test_the_link_shows_the_correction_and_has_the_level_of_the_run(self):
        level = next(row for row in harness.rows_of(self.calibrated / "point_levels.csv") if row["point"] == "0")
        link = json.loads(harness.phusong("link", self.scenario, "--cell", level["cell_id"], "--hamlet",
                                          level["hamlet_id"], "--json", "--set", self.key).stdout)
        terms = {term["term"]: term for term in link["terms"]}
        self.assertAlmostEqual(terms["calibration_db"]["value"], float(level["calibration_db"]), delta=0.0051)
        self.assertAlmostEqual(terms["level_dbm"]["value"], float(level["level_dbm"]), delta=0.0051)
        self.assertEqual(terms["calibration_db"]["source"], "[propagation] calibration")

    def test_a_plan_begins_from_the_calibrated_hamlets_and_keeps_its_promises(self):
        # A plan whose new cells do not cover in the coverage stage what its own levels promised is an internal fault.
        folder, plain = self.folder / "planned", self.folder / "planned-plainly"
        (self.scenario / "weaker.toml").write_text('[technology_offset_db]\n"3G" = -9.0\n"4G" = -12.0\n[distance]\n'
                                                   'slope_db_per_decade = -5.0\nreference_km = 1.0\nmin_km = 0.2\n'
                                                   'max_km = 6.0\n', encoding="utf-8")
        harness.phusong("plan", self.scenario, "-o", folder, "-q", "--set", "propagation.calibration=weaker.toml")
        harness.phusong("plan", self.scenario, "-o", plain, "-q")
        before, plain_before = (json.loads((run / "plan/plan.json").read_text(encoding="utf-8"))["hamlets_before"]
                                for run in (folder, plain))
        covered = sum(row["status"] == "covered" for row in harness.rows_of(folder / "hamlets.csv"))
        self.assertEqual(before, covered)
        self.assertLess(before, plain_before)

    def test_a_switch_off_hears_the_calibrated_levels(self):
        folder = self.folder / "switched"
        harness.phusong("sunset", self.scenario, "-o", folder, "-q", "--set", self.key, expect=4)
        status = {(row["hamlet_id"], row["operator"], row["technology"]): row["status"]
                  for row in harness.rows_of(self.calibrated / "hamlets_by_operator.csv")}
        compared = 0
        for row in harness.rows_of(folder / "sunset/hamlets_by_period.csv"):
            if row["period"] == "0":
                for technology in ("2G", "3G", "4G"):
                    compared += 1
                    self.assertEqual(row[f"{technology.lower()}_status"],
                                     status[row["hamlet_id"], row["operator"], technology])
        self.assertGreater(compared, 300)

    def test_the_same_measurements_give_the_same_bytes_for_any_threads(self):
        other = self.folder / "one-thread"
        self.calibrate(self.table, other, "--threads", "1")
        self.assertEqual(files_of(other), files_of(self.out))

    def test_a_calibration_that_the_scenario_has_is_left_aside(self):
        other = self.folder / "again"
        self.calibrate(self.table, other, "--set", self.key)
        self.assertEqual(files_of(other)["calibration.toml"], files_of(self.out)["calibration.toml"])

    def test_corrections_that_do_not_help_are_not_written(self):
        table, out = self.folder / "as-predicted.csv", self.folder / "nothing"
        # The spread that the scenario has already: 6 dB of the model alone.
        harness.write_rows(table, list(drive.measured(self.driven, 3, sigma_db=6.0, with_corrections=False)))
        quiet = ("--set", "service.location_variability_cell_m=1", "--set", "report.language=en")
        done = self.calibrate(table, out, *quiet, expect=4)
        self.assertIn("nothing is written", done.stdout)
        self.assertFalse(out.exists())

    def test_measurements_of_another_network_write_nothing_and_say_so(self):
        rows = list(drive.measured(self.driven, seed=1))
        cells = [row["cell_id"] for row in rows]
        random.Random(1).shuffle(cells)
        table, out = self.folder / "exchanged.csv", self.folder / "absurd"
        harness.write_rows(table, [dict(row, cell_id=cell) for row, cell in zip(rows, cells)])
        done = self.calibrate(table, out, "--set", "report.language=en", expect=4)
        self.assertIn("these are not measurements of this network", done.stdout)
        self.assertFalse(out.exists())

    def test_rows_that_are_there_twice_are_told(self):
        rows = list(drive.measured(self.driven, seed=1))
        table = self.folder / "twice.csv"
        harness.write_rows(table, rows + rows[3:10])
        done = self.calibrate(table, self.folder / "twice", "--set", "report.language=en")
        self.assertIn(f"twice.csv: 7 rows say the same as an earlier one, and all count: row {len(rows) + 2} is the first",
                      done.stderr)

    def test_a_run_says_that_its_levels_are_corrected(self):
        said = harness.phusong("coverage", self.scenario, "-o", self.folder / "told", *self.run_options, "--set", self.key,
                               "--set", "report.language=en").stdout
        file = self.key.split("=")[1]
        self.assertIn(f"Levels are corrected by measurements: {file}.", said)
        self.assertIn("its levels were corrected by measurements",
                      (self.folder / "told/report.html").read_text(encoding="utf-8"))

    def test_rows_that_cannot_be_compared_are_named(self):
        rows = list(drive.measured(self.driven[:3], seed=1))
        rows[1]["cell_id"] = "NONE"
        table = self.folder / "unknown.csv"
        harness.write_rows(table, rows)
        done = self.calibrate(table, self.folder / "refused", expect=3)
        self.assertIn("unknown.csv:3: cell_id = 'NONE'", done.stderr)
        rows[1] = dict(rows[0], lon_deg="100.0")
        harness.write_rows(table, rows)
        self.assertIn("unknown.csv:3", self.calibrate(table, self.folder / "refused", expect=3).stderr)
        self.assertFalse((self.folder / "refused").exists())

    def test_a_folder_with_something_in_it_is_refused(self):
        self.assertIn("--overwrite", self.calibrate(self.table, self.out, expect=2).stderr)

    def test_the_summary_is_in_the_language_of_the_report(self):
        self.assertIn("Đo trừ dự đoán", self.said)


if __name__ == "__main__":
    harness.main()
