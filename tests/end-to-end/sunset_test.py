"""The switch-off of a technology: the ready scenarios, and their files checked once more from the points and levels."""

import collections
import datetime
import json
import math
import pathlib
import subprocess
import tempfile
import unittest

import harness
import sunset_rules

SCENARIOS = harness.PROJECT / "scenarios"
TOLERANCE = 2e-6  # shares are written with 6 decimals
CLASSES_WITHOUT_VOLTE = ("2g_only", "3g_only", "4g_without_volte")


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Sunset(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        for name, code in (("sunset-2g", 0), ("sunset-3g", 0), ("sunset-2g-too-few-handsets", 4)):
            harness.phusong("run", SCENARIOS / name, "-o", cls.folder / name, "--threads", "1", "--no-store",
                            "--keep-levels", expect=code)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def sunset(self, name):
        return self.folder / name / "sunset"

    def options(self, name):
        return read_json(self.folder / name / "manifest.json")["options"]

    def test_both_ready_scenarios_finish_as_early_as_can_be(self):
        for name, cells, last in (("sunset-2g", 57, 6), ("sunset-3g", 87, 8)):
            result = read_json(self.sunset(name) / "sunset.json")
            levels = result["objective"]
            self.assertEqual([level["level"] for level in levels], [1, 2, 3, 4])
            self.assertEqual((levels[0]["value"], levels[0]["bound"], levels[0]["gap"]), (0, 0, 0))
            self.assertEqual((levels[1]["value"], levels[1]["bound"]), (last, last))
            self.assertEqual(levels[0]["method"], "search; bound by crews and floors")
            self.assertTrue(all(level["method"] for level in levels))
            self.assertGreaterEqual(levels[2]["bound"], levels[2]["value"])
            self.assertLessEqual(levels[3]["bound"], levels[3]["value"])
            self.assertEqual(result["last_cell_off_period"], last)
            self.assertEqual(result["cells_off"], cells)
            self.assertEqual(result["handsets_cut"], 0)
            self.assertEqual(result["hamlets_held_back"], [])

    def test_the_one_that_cannot_be_finished_says_why(self):
        result = read_json(self.sunset("sunset-2g-too-few-handsets") / "sunset.json")
        self.assertIsNone(result["last_cell_off_period"])
        self.assertGreater(result["objective"][0]["bound"], 0)
        self.assertTrue(result["hamlets_held_back"])
        left = {cell for held in result["hamlets_held_back"] for cell in held["cells"]}
        self.assertEqual(len(left), result["cells_left_on"])
        for held in result["hamlets_held_back"]:
            self.assertLess(held["share"], held["floor"])
            self.assertTrue(held["remedies"])
            costs = [remedy["cost_million_vnd"] for remedy in held["remedies"]]
            self.assertEqual(costs, sorted(costs))

    def test_with_nothing_to_switch_off_the_sunset_is_done(self):
        out = self.folder / "nothing"
        harness.phusong("sunset", SCENARIOS / "sunset-3g", "-o", out, "--no-store", "--set", "sunset.technology=5G",
                        "--write-model", self.folder / "nothing.lp")
        result = read_json(out / "sunset/sunset.json")
        self.assertEqual((result["reached"], result["cells_off"], result["cells_left_on"]), (True, 0, 0))
        self.assertEqual(harness.rows_of(out / "sunset/schedule.csv"), [])
        self.assertTrue((out / "manifest.json").exists())

    def test_every_row_of_the_guard_can_be_looked_up_among_the_levels(self):
        name = "sunset-2g-too-few-handsets"
        heard = {(row["cell_id"], row["hamlet_id"], row["point"])
                 for row in harness.rows_of(self.folder / name / "point_levels.csv")}
        rows = harness.rows_of(self.sunset(name) / "guard.csv")
        self.assertTrue(rows)
        self.assertEqual([row for row in rows if (row["carrier"], row["hamlet_id"], row["point"]) not in heard], [])

    def test_a_key_that_changes_the_radio_is_swept_too(self):
        out = self.folder / "sweep-guard"
        harness.phusong("sunset", SCENARIOS / "sunset-3g", "-o", out, "--sweep", "sunset.guard_level_dbm=[-140, -60]")
        rows = harness.rows_of(out / "sunset/sweep.csv")
        self.assertEqual([row["value"] for row in rows], ["-140", "-60"])
        wrong = harness.phusong("sunset", SCENARIOS / "sunset-3g", "-o", self.folder / "wrong", "--sweep",
                                "sunset.periods=[1, 999]", expect=2)
        self.assertIn("--sweep: sunset.periods = '999': out of range", wrong.stderr)

    def test_crews_and_handsets_keep_to_their_limits(self):
        for name in ("sunset-2g", "sunset-3g", "sunset-2g-too-few-handsets"):
            options = self.options(name)
            off = collections.Counter()
            for row in harness.rows_of(self.sunset(name) / "schedule.csv"):
                off[row["period"]] += row["action"] == "off"
            self.assertLessEqual(max(off.values()), options["sunset.max_cells_per_period"])
            given = collections.Counter()
            for row in harness.rows_of(self.sunset(name) / "hamlets_by_period.csv"):
                given[row["period"]] += int(row["handsets_subsidised"])
            self.assertLessEqual(max(given.values()), options["sunset.subsidised_handsets_per_period"])

    def test_no_floor_breaks_in_any_period(self):
        for name in ("sunset-2g", "sunset-3g", "sunset-2g-too-few-handsets"):
            rows = harness.rows_of(self.sunset(name) / "hamlets_by_period.csv")
            self.assertEqual(len(rows), 150 * 3 * 9)
            for row in rows:
                for service in ("voice", "data"):
                    self.assertGreaterEqual(float(row[f"{service}_share"]), float(row[f"{service}_floor"]) - TOLERANCE)

    def test_classes_shrink_by_uptake_and_subsidies_alone(self):
        uptake = self.options("sunset-2g")["sunset.handset_uptake_per_year"]
        hamlets = {row["hamlet_id"]: row for row in harness.rows_of(self.folder / "sunset-2g/hamlets.csv")}
        given = collections.Counter()
        for row in harness.rows_of(self.sunset("sunset-2g") / "hamlets_by_period.csv"):
            hamlet, period = hamlets[row["hamlet_id"]], int(row["period"])
            everyone = math.floor(0.8 * int(hamlet["population"]) + 0.5)
            handsets = math.floor(everyone / 3 + 0.5)
            shares = [float(hamlet["share_2g_only"]), float(hamlet["share_3g_only"])]
            shares += [1 - sum(shares) - float(hamlet["share_volte"]), float(hamlet["share_volte"])]
            counts = [math.floor(share * handsets + 0.5) for share in shares]
            counts[shares.index(max(shares))] += handsets - sum(counts)
            left = [math.floor(n * (1 - uptake) ** (period / 4) + 1e-9) for n in counts[:3]]
            key = row["hamlet_id"], row["operator"]
            given[key] += int(row["handsets_subsidised"])
            by_class = [int(row["handsets_subsidised_" + name]) for name in CLASSES_WITHOUT_VOLTE]
            self.assertEqual(sum(by_class), int(row["handsets_subsidised"]))
            for i, moved in enumerate(by_class):
                given[key, i] += moved
            for i, column in enumerate(("share_2g_only", "share_3g_only")):
                self.assertAlmostEqual(float(row[column]) * handsets, max(0, left[i] - given[key, i]), delta=1e-3)
            volte = float(row["share_volte"]) * handsets
            # Handsets given to a class that uptake empties later are not counted twice.
            self.assertLessEqual(volte, handsets - sum(left) + given[key] + 1e-3)
            self.assertGreaterEqual(volte, handsets - sum(left) - 1e-3)

    def test_a_carrier_starts_after_its_cell_and_everything_in_its_way(self):
        folder = self.sunset("sunset-2g")
        off, on = {}, {}
        for row in harness.rows_of(folder / "schedule.csv"):
            (off if row["action"] == "off" else on)[row["cell_id"]] = int(row["period"])
        for carrier, period in on.items():
            self.assertGreaterEqual(period, off[carrier.rsplit("-4G-", 1)[0]])
        guard = harness.rows_of(folder / "guard.csv")
        self.assertTrue(guard)
        for row in guard:
            self.assertGreater(float(row["level_dbm"]), -95)
            self.assertEqual(int(row["clear_from_period"]), off[row["blocking_cell"]])
            if row["carrier"] in on:
                self.assertGreaterEqual(on[row["carrier"]], off[row["blocking_cell"]])

    def test_every_rule_holds_when_worked_out_again_from_the_files_alone(self):
        for name in ("sunset-2g", "sunset-3g", "sunset-2g-too-few-handsets"):
            self.assertEqual(sunset_rules.check(SCENARIOS / name, self.folder / name), [])

    def test_levels_of_the_cells_that_go_on_are_kept(self):
        levels = harness.rows_of(self.folder / "sunset-2g/point_levels.csv")
        order = [(row["hamlet_id"], int(row["point"]), row["cell_id"].encode()) for row in levels]
        self.assertEqual(len(set(order)), len(order))
        new = {row["cell_id"] for row in harness.rows_of(self.sunset("sunset-2g") / "new_cells.csv")}
        heard = {row["cell_id"] for row in levels}
        self.assertGreater(len(heard & new), 0.9 * len(new))
        # A carrier stands where its old cell stands: a path to the same point is about as long for both.
        loss = {(row["hamlet_id"], row["point"], row["cell_id"]): float(row["loss_db"]) for row in levels}
        pairs = [(value, loss.get((hamlet, point, cell.rsplit("-4G-", 1)[0])))
                 for (hamlet, point, cell), value in loss.items() if cell in new]
        for of_carrier, of_old in pairs:
            if of_old is not None:
                self.assertAlmostEqual(of_carrier, of_old, delta=0.5)

    def test_a_carrier_has_the_pattern_file_of_the_cell_that_it_replaces(self):
        scenario = self.folder / "with-pattern"
        scenario.mkdir()
        text = (SCENARIOS / "sunset-2g/scenario.toml").read_text(encoding="utf-8")
        text = text.replace("../../data-samples", str(harness.PROJECT / "data-samples"))
        sample = harness.PROJECT / "data-samples/karst-district/cells.csv"
        text = text.replace(f'"{sample}"', '"cells.csv"')
        (scenario / "scenario.toml").write_text(text, encoding="utf-8")
        cuts = "".join(f"{cut} 360\n" + "".join(f"{i} {0.01 * min(i, 360 - i):.2f}\n" for i in range(360))
                       for cut in ("HORIZONTAL", "VERTICAL"))
        (scenario / "flat.msi").write_text("NAME flat\nFREQUENCY 947\nGAIN 15 dBi\n" + cuts, encoding="utf-8")
        header, *rows = sample.read_text(encoding="utf-8-sig").splitlines()
        first_2g = next(i for i, row in enumerate(rows) if ",2G," in row)
        rows = [row + (",flat.msi" if i == first_2g else ",") for i, row in enumerate(rows)]
        (scenario / "cells.csv").write_text("\n".join([header + ",antenna_pattern", *rows]) + "\n", encoding="utf-8")
        harness.phusong("sunset", scenario, "-o", self.folder / "with-pattern-run", "--threads", "2", "--set",
                        "sunset.voice_floor=0", "--set", "sunset.data_floor=0")
        new_cells = self.folder / "with-pattern-run/sunset/new_cells.csv"
        with_pattern = [row for row in harness.rows_of(new_cells) if row["antenna_pattern"]]
        self.assertEqual([row["antenna_pattern"] for row in with_pattern], ["flat.msi"])
        self.assertTrue(with_pattern[0]["cell_id"].startswith(rows[first_2g].split(",")[0]))
        self.assertEqual(with_pattern[0]["beamwidth_h_deg"], "")
        (scenario / "scenario.toml").write_text(text.replace('"cells.csv"', f'["cells.csv", "{new_cells}"]'),
                                                encoding="utf-8")
        self.assertIn("không có lỗi", harness.phusong("check", scenario).stdout)

    def test_gdal_reads_the_layer_and_its_days(self):
        path = self.sunset("sunset-2g") / "cells_by_period.geojson"
        text = harness.ogrinfo(path)
        self.assertIn("begin: Date", text)
        self.assertIn("end: Date", text)
        features = read_json(path)["features"]
        self.assertEqual(len(features), 234 + 57)
        for feature in features:
            begin, end = (datetime.date.fromisoformat(feature["properties"][key]) for key in ("begin", "end"))
            self.assertLess(begin, end)
        self.assertTrue(path.with_suffix(".qml").exists())

    def test_new_cells_can_be_fed_back(self):
        scenario = self.folder / "fed-back"
        scenario.mkdir()
        text = (SCENARIOS / "sunset-2g/scenario.toml").read_text(encoding="utf-8")
        text = text.replace("../../data-samples", str(harness.PROJECT / "data-samples"))
        new_cells = self.sunset("sunset-2g") / "new_cells.csv"
        sample = harness.PROJECT / "data-samples/karst-district/cells.csv"
        text = text.replace(f'"{sample}"', f'["{sample}", "{new_cells}"]')
        (scenario / "scenario.toml").write_text(text, encoding="utf-8")
        self.assertIn("không có lỗi", harness.phusong("check", scenario).stdout)

    def test_the_same_bytes_for_any_number_of_threads(self):
        harness.phusong("run", SCENARIOS / "sunset-3g", "-o", self.folder / "again", "--threads", "2", "--no-store")
        for path in sorted(self.sunset("sunset-3g").iterdir()):
            self.assertEqual(path.read_bytes(), (self.folder / "again/sunset" / path.name).read_bytes(), path.name)

    def test_a_sweep_is_a_table_and_a_model_can_be_written(self):
        model = self.folder / "model.lp"
        done = harness.phusong("sunset", SCENARIOS / "sunset-3g", "-o", self.folder / "sweep", "--write-model", model,
                               "--sweep", "sunset.subsidised_handsets_per_period=[0, 200]")
        self.assertIn("3G is switched off", done.stdout)
        self.assertIn("Tắt xong 3G", done.stdout)
        rows = harness.rows_of(self.folder / "sweep/sunset/sweep.csv")
        self.assertEqual([row["value"] for row in rows], ["0", "200"])
        self.assertEqual([row["last_cell_off_period"] for row in rows], ["", "8"])
        solved = subprocess.run(["cbc", str(model), "solve"], capture_output=True, text=True, check=True, timeout=120)
        self.assertIn("Optimal solution found", solved.stdout)
        harness.phusong("sunset", SCENARIOS / "sunset-2g", "-o", self.folder / "no", "--sweep", "sunset.start=[1]",
                        expect=2)


if __name__ == "__main__":
    unittest.main()
