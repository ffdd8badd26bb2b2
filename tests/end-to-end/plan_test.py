"""Plans: exit codes, files that agree with each other and with the coverage stage, the same bytes for any threads."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import harness

SAMPLE = harness.PROJECT / "scenarios/karst-district"
FILES = ("plan.json", "steps.csv", "new_sites.csv", "new_sites.geojson", "upgrades.csv", "new_cells.csv", "backhaul.geojson",
         "cost_lines.csv", "candidates.csv", "candidate_coverage.csv", "unserved.csv")


def toml_list(paths):
    return "[" + ", ".join(f'"{path}"' for path in paths) + "]"


class SamplePlan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.run_folder = cls.folder / "run"
        cls.model = cls.folder / "model.lp"
        harness.phusong("plan", SAMPLE, "-o", cls.run_folder, "--threads", "1", "--write-model", cls.model, "--keep-levels",
                        "--set", "plan.gap=0")
        cls.plan = json.loads((cls.run_folder / "plan/plan.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def rows(self, name):
        return harness.rows_of(self.run_folder / "plan" / name)

    def test_every_file_is_there(self):
        for name in FILES:
            self.assertTrue((self.run_folder / "plan" / name).exists(), name)

    def test_the_target_is_reached_with_a_bound(self):
        plan = self.plan
        self.assertTrue(plan["reached"])
        self.assertGreaterEqual(plan["hamlets_after"], plan["target"]["hamlets_needed"])
        self.assertLessEqual(plan["lower_bound"], plan["objective"] + 1e-6)
        self.assertLessEqual(plan["gap"], 0.01)

    def test_a_model_that_cannot_be_written_is_told_before_the_search(self):
        for command in ("plan", "sunset"):
            out = self.folder / f"unwritable-{command}"
            done = harness.phusong(command, SAMPLE, "-o", out, "--write-model", self.folder / "nowhere/model.lp", expect=2)
            self.assertIn("--write-model", done.stderr)
            self.assertFalse((out / command).exists())

    def test_costs_and_steps_add_up(self):
        lines, steps = self.rows("cost_lines.csv"), self.rows("steps.csv")
        for key, column in (("capex_million_vnd", "cost_million_vnd"),
                            ("opex_million_vnd_per_year", "opex_million_vnd_per_year")):
            self.assertAlmostEqual(sum(float(line[column]) for line in lines), self.plan[key], places=2)
        self.assertAlmostEqual(sum(float(step["capex_million_vnd"]) for step in steps), self.plan["capex_million_vnd"],
                               delta=0.005 * len(steps))
        gained = sum(int(step["hamlets_gained"]) for step in steps)
        self.assertEqual(self.plan["hamlets_before"] + gained, self.plan["hamlets_after"])
        self.assertEqual(len(steps), self.plan["new_masts"] + self.plan["poles"] + self.plan["upgrades"])

    def test_chosen_candidates_are_the_objective(self):
        chosen = [row for row in self.rows("candidates.csv") if row["chosen"] == "1"]
        objective = sum(float(row["capex_million_vnd"]) + float(row["backhaul_capex_million_vnd"]) +
                        self.plan["opex_years"] * float(row["opex_million_vnd_per_year"]) for row in chosen)
        self.assertAlmostEqual(objective, self.plan["objective"], delta=0.01 * len(chosen))

    def test_the_plan_fed_back_as_tables_counts_the_same_hamlets(self):
        data = "../../data-samples/karst-district"
        plan = self.run_folder / "plan"
        again = self.folder / "again"
        harness.phusong("coverage", SAMPLE, "-o", again, "--set", "coverage.rasters=false",
                        "--set", "network.sites=" + toml_list([f"{data}/sites.csv", plan / "new_sites.csv"]),
                        "--set", "network.cells=" + toml_list([f"{data}/cells.csv", plan / "new_cells.csv"]))
        statuses = [row["status"] for row in harness.rows_of(again / "hamlets.csv")]
        self.assertEqual(statuses.count("covered"), self.plan["hamlets_after"])

    def test_levels_of_new_cells_are_kept(self):
        new_cells = {row["cell_id"] for row in self.rows("new_cells.csv")}
        kept = {row["cell_id"] for row in harness.rows_of(self.run_folder / "point_levels.csv")}
        self.assertLessEqual(new_cells, kept)

    def test_candidate_coverage_names_candidates_and_hamlets(self):
        candidates = {row["candidate_id"] for row in self.rows("candidates.csv")}
        named = {row["candidate_id"] for row in self.rows("candidate_coverage.csv")}
        self.assertEqual(candidates, named)

    def test_two_threads_write_the_same_bytes(self):
        other = self.folder / "two-threads"
        harness.phusong("plan", SAMPLE, "-o", other, "--threads", "2", "--keep-levels", "--set", "plan.gap=0")
        for name in FILES:
            self.assertEqual((self.run_folder / "plan" / name).read_bytes(), (other / "plan" / name).read_bytes(), name)
        self.assertEqual((self.run_folder / "point_levels.csv").read_bytes(), (other / "point_levels.csv").read_bytes())

    def test_cbc_finds_the_same_optimum(self):
        if shutil.which("cbc") is None:
            harness.skip(self, "cbc is not installed")
        done = subprocess.run(["cbc", str(self.model), "solve"], capture_output=True, text=True, timeout=300, check=True)
        objective = float(re.search(r"Objective value:\s+(\S+)", done.stdout).group(1))
        self.assertAlmostEqual(objective, self.plan["objective"], delta=1e-4 * objective)

    def test_no_number_can_be_taken_for_thousands(self):
        tables = sorted(self.run_folder.rglob("*.csv"))
        self.assertIn("steps.csv", [path.name for path in tables])
        for path in tables:
            for row in harness.rows_of(path):
                for column, value in row.items():
                    self.assertNotRegex(value, r"^-?\d{1,3}[.,]\d{3}$", f"{path.name}: {column}")

    def test_resuming_a_whole_plan_does_nothing(self):
        done = harness.phusong("plan", SAMPLE, "-o", self.run_folder, "--resume", "--keep-levels", "--set", "plan.gap=0")
        self.assertIn("nothing left to do", done.stdout)


class Goals(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(self.temporary.cleanup)
        self.run_folder = pathlib.Path(self.temporary.name, "run")

    def plan(self, *options, expect=0):
        harness.phusong("plan", SAMPLE, "-o", self.run_folder, *options, expect=expect)
        return json.loads((self.run_folder / "plan/plan.json").read_text(encoding="utf-8"))

    def test_a_target_out_of_reach_is_exit_code_4_with_results(self):
        plan = self.plan("--set", "plan.target.hamlet_share=1.0", "--set", "plan.candidates.from_hamlets=false",
                         "--set", "plan.candidates.from_peaks=false", expect=4)
        self.assertFalse(plan["reached"])
        # Said again where nothing is left to do.
        again = self.plan("--set", "plan.target.hamlet_share=1.0", "--set", "plan.candidates.from_hamlets=false",
                          "--set", "plan.candidates.from_peaks=false", "--resume", expect=4)
        self.assertEqual(again, plan)
        unserved = harness.rows_of(self.run_folder / "plan/unserved.csv")
        self.assertEqual(len(unserved), plan["hamlets"] - plan["hamlets_after"])
        self.assertTrue(all(row["reason"] for row in unserved))

    def test_a_budget_is_kept(self):
        plan = self.plan("--set", "plan.target.budget=5000.0")
        self.assertLessEqual(plan["capex_million_vnd"], 5000.0)
        self.assertGreater(plan["hamlets_after"], plan["hamlets_before"])

    def test_years_follow_the_budget_of_a_year(self):
        self.plan("--set", "plan.budget_per_year=4000.0", "--set", "plan.order_by=fairness")
        capex_of_year = {}
        for step in harness.rows_of(self.run_folder / "plan/steps.csv"):
            capex_of_year.setdefault(step["year"], []).append(float(step["capex_million_vnd"]))
        self.assertGreater(len(capex_of_year), 1)
        for capex in capex_of_year.values():
            self.assertTrue(sum(capex) <= 4000.001 or len(capex) == 1)

    def test_notes_speak_the_language_of_the_report(self):
        limits = ("--set", "plan.budget_per_year=1500.0")
        vietnamese = self.plan(*limits)["notes"]
        shutil.rmtree(self.run_folder)
        english = self.plan(*limits, "--set", 'report.language="en"')["notes"]
        self.assertEqual(len(vietnamese), len(english))
        self.assertTrue(any("1.500,0" in note and "bước" in note for note in vietnamese), vietnamese)
        self.assertTrue(any("1,500.0" in note and "steps" in note for note in english), english)

    def test_fibre_to_half_of_the_hamlets(self):
        plan = self.plan("--set", "plan.target.fixed_broadband_share=0.5")
        self.assertGreaterEqual(2 * plan["hamlets_after"], plan["hamlets"])

    def test_an_operator_plans_on_its_own_and_on_others_masts(self):
        plan = self.plan("--set", 'plan.operator="Mạng A"', "--set", "plan.target.hamlet_share=0.9")
        self.assertTrue(plan["reached"])
        for site in harness.rows_of(self.run_folder / "plan/new_sites.csv"):
            self.assertEqual(site["operator"], "Mạng A")

    def test_columns_that_are_not_known_are_passed_through(self):
        folder = pathlib.Path(self.temporary.name)
        data = harness.PROJECT / "data-samples/karst-district"
        sites = harness.rows_of(data / "sites.csv")
        owner = {site["site_id"]: f"Hộ {number}" for number, site in enumerate(sites)}
        harness.write_rows(folder / "sites.csv", [{**site, "land_owner": owner[site["site_id"]]} for site in sites])
        places = [{"candidate_id": f"P{number}", "lon_deg": hamlet["lon_deg"], "lat_deg": hamlet["lat_deg"],
                   "survey_code": f"{number:03}"} for number, hamlet in enumerate(harness.rows_of(data / "hamlets.csv"))]
        harness.write_rows(folder / "candidates.csv", places)
        harness.write_rows(folder / "equipment.csv", [{"kind": "upgrade", "technology": "4G", "frequency_mhz": 1842.5,
                                                       "bandwidth_mhz": 20, "vendor": "V1"}])
        self.plan("--set", 'plan.operator="Mạng A"', "--set", "plan.target.hamlet_share=0.9",
                  "--set", f'network.sites="{folder}/sites.csv"',
                  "--set", f'plan.candidates.file="{folder}/candidates.csv"',
                  "--set", f'plan.equipment="{folder}/equipment.csv"')
        upgrades, candidates, cells = (harness.rows_of(self.run_folder / "plan" / name)
                                       for name in ("upgrades.csv", "candidates.csv", "new_cells.csv"))
        self.assertTrue(upgrades)
        for upgrade in upgrades:
            self.assertEqual(upgrade["land_owner"], owner[upgrade["site_id"]])
        ours = [row for row in candidates if row["survey_code"]]
        self.assertTrue(ours)
        for row in ours:
            self.assertEqual(row["candidate_id"].split("-")[0], f"P{int(row['survey_code'])}")
        vendors = {row["cell_id"]: row["vendor"] for row in cells}
        self.assertEqual({vendor for vendor in vendors.values() if vendor}, {"V1"})


if __name__ == "__main__":
    harness.main()
