"""phusong compare: two runs of a small province, two plans, a network before and after its plan, and bad input."""

import array
import fcntl
import json
import pathlib
import shutil
import subprocess
import unittest

import harness

MAP = "4g_rsrp_dbm.tif"
CONTRACT = ["hamlet_id", "technology", "status_a", "status_b", "level_a_dbm", "level_b_dbm", "share_a", "share_b"]


def compared_in(folder):
    return json.loads((pathlib.Path(folder) / "compare.json").read_text(encoding="utf-8"))


def compared(a, b, folder, *options):
    harness.phusong("compare", a, b, "-o", folder, *options)
    return compared_in(folder)


def pixels(path, folder):
    """The cells of a raster as floats, NaN where it has none."""
    raw = pathlib.Path(folder) / "pixels.bin"
    subprocess.run(["gdal_translate", "-q", "-of", "ENVI", "-ot", "Float32", str(path), str(raw)], check=True)
    values = array.array("f")
    values.frombytes(raw.read_bytes())
    return values


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in pathlib.Path(folder).rglob("*")
            if path.is_file()}


class TwoRuns(harness.ScenarioTest):
    """A, and B with another threshold of 4G, and more power in every cell."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cells = cls.scenario / "cells.csv"
        rows = harness.rows_of(cells)
        for row in rows:
            if row["technology"] == "4G":
                row["electrical_tilt_deg"] = str(float(row.get("electrical_tilt_deg") or 0) + 4)
        harness.write_rows(cls.scenario / "tilted.csv", rows)
        cls.other_run = cls.folder / "other"
        harness.phusong("run", cls.scenario, "-o", cls.other_run, "--set", 'network.cells="tilted.csv"',
                        "--set", 'service.threshold_dbm."4G"=-105')
        cls.comparison = cls.folder / "comparison"
        cls.json = compared(cls.run_folder, cls.other_run, cls.comparison)

    def test_options_and_inputs_that_differ_are_listed(self):
        self.assertEqual({option["key"] for option in self.json["options"]},
                         {"network.cells", 'service.threshold_dbm."4G"'})
        threshold = next(option for option in self.json["options"] if "threshold" in option["key"])
        self.assertEqual((threshold["a"], threshold["b"]), (-110.0, -105.0))
        self.assertEqual({change["role"] for change in self.json["inputs"]["differ"]}, {"network.cells"})
        self.assertGreater(self.json["inputs"]["same"], 1)

    def test_the_changed_hamlets_are_those_whose_rows_differ(self):
        before = {row["hamlet_id"]: row for row in harness.rows_of(self.run_folder / "hamlets.csv")}
        after = {row["hamlet_id"]: row for row in harness.rows_of(self.other_run / "hamlets.csv")}
        rows = harness.rows_of(self.comparison / "hamlets_changed.csv")
        self.assertEqual(list(rows[0])[:8], CONTRACT)
        self.assertEqual(list(rows[0])[8], "operator")
        expected = {}
        for hamlet, old in before.items():
            for technology in ("2g", "3g", "4g"):
                values = [(old[f"{technology}_{key}"], after[hamlet][f"{technology}_{key}"])
                          for key in ("status", "level_dbm", "share")]
                if any(a != b for a, b in values):
                    expected[hamlet, technology.upper()] = values
        found = {(row["hamlet_id"], row["technology"]):
                 [(row["status_a"], row["status_b"]), (row["level_a_dbm"], row["level_b_dbm"]),
                  (row["share_a"], row["share_b"])]
                 for row in rows if row["technology"] != "target" and row["operator"] == self.json["a"]["operator"]}
        self.assertTrue(expected)
        self.assertEqual(found, expected)

    def test_the_rows_of_each_operator_are_those_of_its_table_that_differ(self):
        def services(run):
            return {(row["hamlet_id"], row["operator"], row["technology"]): row
                    for row in harness.rows_of(run / "hamlets_by_operator.csv")}
        before, after = services(self.run_folder), services(self.other_run)
        keys = ("status", "level_dbm", "share")
        main = self.json["a"]["operator"]
        expected = {key: [(old[name], after[key][name]) for name in keys] for key, old in before.items()
                    if key[1] != main and any(old[name] != after[key][name] for name in keys)}
        rows = harness.rows_of(self.comparison / "hamlets_changed.csv")
        found = {(row["hamlet_id"], row["operator"], row["technology"]):
                 [(row["status_a"], row["status_b"]), (row["level_a_dbm"], row["level_b_dbm"]),
                  (row["share_a"], row["share_b"])] for row in rows if row["operator"] != main}
        self.assertTrue(expected)
        self.assertEqual(found, expected)
        self.assertEqual(self.json["hamlets"]["rows_changed"], len(rows))

    def test_the_layer_has_the_rows_of_the_table_and_is_read_by_gdal(self):
        shown = harness.ogrinfo(self.comparison / "hamlets_changed.gpkg")
        rows = len(harness.rows_of(self.comparison / "hamlets_changed.csv"))
        self.assertIn(f"Feature Count: {rows}", shown)
        for column in CONTRACT:
            self.assertIn(column, shown)

    def test_totals_are_those_of_both_runs(self):
        kpi = [json.loads((run / "kpi.json").read_text(encoding="utf-8")) for run in (self.run_folder, self.other_run)]
        operator = self.json["a"]["operator"]
        for service in ("4G", "target"):
            figure = self.json["totals"]["total"]["coverage"][operator][service]["hamlets_covered"]
            a, b = (of["total"]["coverage"][operator][service]["hamlets_covered"] for of in kpi)
            self.assertEqual(figure, {"a": a, "b": b, "difference": b - a})
        self.assertEqual(len(self.json["totals"]["communes"]), len(kpi[0]["communes"]))

    def test_both_runs_distances_to_their_targets_are_told(self):
        kpi = [json.loads((run / "kpi.json").read_text(encoding="utf-8")) for run in (self.run_folder, self.other_run)]
        pairs = [(self.json["totals"]["total"], *(of["total"] for of in kpi)),
                 *zip(self.json["totals"]["communes"], *(of["communes"] for of in kpi))]
        for compared_area, *areas in pairs:
            self.assertTrue(compared_area["targets"])
            for target, a, b in zip(compared_area["targets"], *(area["targets"] for area in areas)):
                self.assertEqual(target["kind"], a["kind"])
                for name in ("share", "needed", "reached", "hamlets_missing"):
                    self.assertEqual(target[name], {"a": a[name], "b": b[name], "difference": b[name] - a[name]})
        self.assertGreater(self.json["totals"]["total"]["targets"][0]["needed"]["a"], 0)

    def test_a_new_folder_may_be_named_from_where_one_is(self):
        harness.phusong("compare", self.run_folder, self.other_run, "-o", "from-here", "--no-maps", cwd=self.folder)
        self.assertEqual(compared_in(self.folder / "from-here")["a"]["run"], "../run")

    def test_a_comparison_waits_for_no_other_in_its_folder(self):
        folder = self.folder / "locked"
        folder.mkdir()
        with open(folder / ".lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            refused = harness.phusong("compare", self.run_folder, self.other_run, "-o", folder, "--overwrite",
                                      "--no-maps", expect=2)
        self.assertIn("is in use", refused.stderr)
        self.assertEqual([path.name for path in folder.iterdir()], [".lock"])
        compared(self.run_folder, self.other_run, folder, "--overwrite", "--no-maps")
        self.assertFalse((folder / ".lock").exists())

    def test_the_difference_is_b_less_a_in_every_cell(self):
        state = self.json["maps"]
        self.assertEqual(state["state"], "compared")
        name = next(map_["file"] for map_ in state["files"] if map_["technology"] == "4G" and "/" not in map_["file"])
        operator = next(map_["operator"] for map_ in state["files"] if map_["file"] == name)
        info = harness.gdalinfo(self.comparison / name)
        self.assertEqual(info["bands"][0]["unit"], "dB")
        self.assertEqual(info["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"], "COG")
        a = pixels(self.run_folder / "coverage" / operator / MAP, self.folder)
        b = pixels(self.other_run / "coverage" / operator / MAP, self.folder)
        difference = pixels(self.comparison / name, self.folder)
        self.assertEqual(len(a), len(difference))
        changed = 0
        for one, other, found in zip(a, b, difference):
            expected = array.array("f", [other - one])[0]
            self.assertTrue(found == expected or (found != found and expected != expected))
            changed += expected not in (0.0,) and expected == expected
        self.assertGreater(changed, 0)
        self.assertTrue((self.comparison / name).with_suffix(".qml").exists())

    def test_two_calls_give_the_same_bytes(self):
        again = self.folder / "again"
        compared(self.run_folder, self.other_run, again, "--json", "--quiet")
        self.assertEqual(files_of(again), files_of(self.comparison))
        self.assertNotIn(str(self.folder), (again / "compare.json").read_text(encoding="utf-8"))

    def test_a_copy_of_a_run_does_not_differ_from_it(self):
        copy = self.folder / "copy"
        shutil.copytree(self.run_folder, copy)
        self.addCleanup(shutil.rmtree, copy)
        same = compared(self.run_folder, copy, self.folder / "same")
        self.assertEqual(same["options"], [])
        self.assertEqual(same["inputs"]["differ"], [])
        self.assertEqual(same["hamlets"]["rows_changed"], 0)
        self.assertEqual(harness.rows_of(self.folder / "same" / "hamlets_changed.csv"), [])
        for map_ in same["maps"]["files"]:
            self.assertEqual((map_["least_db"], map_["greatest_db"], map_["cells_only_a"]), (0, 0, 0))

    def test_the_summary_speaks_the_language_asked_for(self):
        for language, word in (("vi", "So sánh A"), ("en", "compared with B")):
            done = harness.phusong("compare", self.run_folder, self.other_run, "-o", self.folder / language,
                                   "--language", language, "--no-maps")
            self.assertIn(word, done.stdout)
            left_out = json.loads((self.folder / language / "compare.json").read_text(encoding="utf-8"))
            self.assertEqual(left_out["maps"]["state"], "left_out")
            self.assertFalse((self.folder / language / "4g_difference_db.tif").exists())

    def test_a_folder_in_use_is_replaced_only_when_asked_to(self):
        folder = self.folder / "taken"
        folder.mkdir()
        (folder / "mine.txt").write_text("mine", encoding="utf-8")
        refused = harness.phusong("compare", self.run_folder, self.other_run, "-o", folder, expect=2)
        self.assertIn("--overwrite", refused.stderr)
        compared(self.run_folder, self.other_run, folder, "--overwrite", "--no-maps")
        self.assertEqual((folder / "mine.txt").read_text(encoding="utf-8"), "mine")

    def test_runs_that_cannot_be_compared_are_refused_by_name(self):
        empty = self.folder / "empty"
        empty.mkdir()
        out = self.folder / "refused"
        refused = harness.phusong("compare", self.run_folder, empty, "-o", out, expect=3)
        self.assertIn("has no manifest.json", refused.stderr)
        refused = harness.phusong("compare", self.run_folder, self.run_folder, "-o", out, expect=2)
        self.assertIn("same folder", refused.stderr)
        refused = harness.phusong("compare", self.run_folder, self.other_run, "-o", self.run_folder / "x", expect=2)
        self.assertIn("lies in the run", refused.stderr)
        refused = harness.phusong("compare", self.run_folder, self.other_run, "-o", "x", expect=2, cwd=self.run_folder)
        self.assertIn("lies in the run", refused.stderr)
        newer = self.folder / "newer"
        shutil.copytree(self.other_run, newer)
        kpi = json.loads((newer / "kpi.json").read_text(encoding="utf-8"))
        kpi["format"] = 99
        (newer / "kpi.json").write_text(json.dumps(kpi), encoding="utf-8")
        refused = harness.phusong("compare", self.run_folder, newer, "-o", out, expect=3)
        self.assertIn("format 99", refused.stderr)
        self.assertFalse(out.exists())

    def test_grids_that_differ_are_an_error_that_names_both(self):
        coarse = self.folder / "coarse"
        harness.phusong("run", self.scenario, "-o", coarse, "--set", "terrain.cell_size_m=200")
        out = self.folder / "grids"
        refused = harness.phusong("compare", self.run_folder, coarse, "-o", out, expect=3)
        self.assertIn("100 × 100 m", refused.stderr)
        self.assertIn("200 × 200 m", refused.stderr)
        self.assertFalse(out.exists())
        without = compared(self.run_folder, coarse, out, "--no-maps")
        self.assertEqual(without["maps"]["state"], "left_out")

    def test_a_run_without_maps_or_with_fewer_hamlets_and_technologies_is_compared_in_what_is_common(self):
        hamlets = harness.rows_of(self.scenario / "hamlets.csv")
        harness.write_rows(self.scenario / "fewer.csv", hamlets[1:])
        small = self.folder / "small"
        harness.phusong("run", self.scenario, "-o", small, "--set", "coverage.rasters=false",
                        "--set", 'coverage.technologies=["4G"]', "--set", 'plan.target.technologies=["4G"]',
                        "--set", 'network.hamlets="fewer.csv"')
        found = compared(self.run_folder, small, self.folder / "with-small")
        self.assertEqual(found["maps"]["state"], "missing")
        self.assertFalse(found["b"]["maps"])
        self.assertEqual(found["technologies"]["compared"], ["4G"])
        self.assertEqual(found["technologies"]["only_a"], ["2G", "3G"])
        self.assertEqual([hamlet["hamlet_id"] for hamlet in found["hamlets"]["only_a"]], [hamlets[0]["hamlet_id"]])
        self.assertEqual(found["hamlets"]["only_b"], [])
        self.assertEqual(found["hamlets"]["compared"], len(hamlets) - 1)


class TwoPlans(unittest.TestCase):
    """The ready scenario with a plan for two targets; and its network before and after the plan."""

    scenario = harness.PROJECT / "scenarios/plan-district"

    def folder_of(self, name):
        return self.folder / name

    def setUp(self):
        import tempfile
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def run_of(self, name, *options):
        harness.phusong("plan", self.scenario, "-o", self.folder / name, "--set", "coverage.rasters=false", *options)
        return self.folder / name

    def test_plans_and_the_network_after_one_are_compared(self):
        most = self.run_of("most")
        fewer = self.run_of("fewer", "--set", "plan.target.hamlet_share=0.9")
        found = compared(most, fewer, self.folder / "plans")["plan"]
        plans = [json.loads((run / "plan/plan.json").read_text(encoding="utf-8")) for run in (most, fewer)]
        capex = found["figures"]["capex_million_vnd"]
        self.assertEqual((capex["a"], capex["b"]), tuple(plan["capex_million_vnd"] for plan in plans))
        self.assertLess(capex["difference"], 0)
        steps = [harness.rows_of(run / "plan/steps.csv") for run in (most, fewer)]
        stations = found["stations"]
        self.assertEqual(len(stations["in_both"]) + len(stations["only_a"]), len(steps[0]))
        self.assertEqual(len(stations["in_both"]) + len(stations["only_b"]), len(steps[1]))
        self.assertTrue(stations["in_both"])

        after = self.folder / "after"
        data = "../../data-samples/karst-district"
        added = most / "plan"
        harness.phusong("coverage", self.scenario, "-o", after, "--set", "coverage.rasters=false",
                        "--set", f'network.sites=["{data}/sites.csv", "{added}/new_sites.csv"]',
                        "--set", f'network.cells=["{data}/cells.csv", "{added}/new_cells.csv"]')
        fed_back = compared(most, after, self.folder / "after-plan")
        operator = fed_back["b"]["operator"]
        covered = fed_back["totals"]["total"]["coverage"][operator]["target"]["hamlets_counted"]
        self.assertEqual((covered["a"], covered["b"]), (plans[0]["hamlets_before"], plans[0]["hamlets_after"]))
        self.assertEqual(fed_back["hamlets"]["status"]["target"]["worse"], 0)
        self.assertIsNone(fed_back["plan"]["reached_b"])


if __name__ == "__main__":
    harness.main()
