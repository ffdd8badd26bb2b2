"""Odds of a run with --uncertainty: of its coverage, its plan and every period of its switch-off."""

import collections
import json
import math
import pathlib
import statistics
import tempfile
import unittest

import harness
from run_folder_test import contents

DISTRICT = harness.PROJECT / "scenarios/plan-district"
DATA = harness.PROJECT / "data-samples/karst-district"

DRAWS = 4000
OPTIONS = ("--uncertainty", "--keep-levels", "--set", f"analysis.draws={DRAWS}", "--set", "coverage.rasters=false")
NORMAL = statistics.NormalDist()
PROBABILITIES = ("covered_probability", "hollow_probability", "white_probability")


def odds_of(folder):
    return json.loads((folder / "uncertainty.json").read_text(encoding="utf-8"))


def check_state(test, state, probabilities):
    """The mean share of a state is that of its hamlets, and its quantiles are in order."""
    mean = sum(probabilities) / len(probabilities)
    test.assertAlmostEqual(state["covered_share_mean"], mean, delta=2e-6)
    test.assertLessEqual(state["covered_share_5"], state["covered_share_50"])
    test.assertLessEqual(state["covered_share_50"], state["covered_share_95"])
    test.assertLessEqual(state["covered_share_5"], mean + 1 / len(probabilities))
    test.assertGreaterEqual(state["covered_share_95"], mean - 1 / len(probabilities))


class Coverage(harness.ScenarioTest):
    command = "coverage"
    run_options = (*OPTIONS, "--threads", "1")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.odds = odds_of(cls.run_folder)
        cls.hamlets = harness.rows_of(cls.run_folder / "hamlets_uncertainty.csv")

    def test_the_settings_and_the_target_are_named(self):
        self.assertEqual((self.odds["draws"], self.odds["seed"]), (DRAWS, 1))
        hamlets = harness.rows_of(self.run_folder / "hamlets.csv")
        self.assertEqual(self.odds["hamlets"], len(hamlets))
        self.assertEqual(self.odds["target"]["needed"], math.ceil(0.985 * len(hamlets) - 1e-9))
        self.assertEqual([row["hamlet_id"] for row in self.hamlets], [row["hamlet_id"] for row in hamlets])
        self.assertIsNone(self.odds["plan"])
        self.assertIsNone(self.odds["sunset"])

    def test_the_statuses_of_a_hamlet_add_up_to_one(self):
        for row in self.hamlets:
            self.assertAlmostEqual(sum(float(row[name]) for name in PROBABILITIES), 1.0, delta=3e-6)
        check_state(self, self.odds["coverage"][-1], [float(row["covered_probability"]) for row in self.hamlets])

    def test_more_operators_cover_no_less(self):
        *operators, any_of_them = self.odds["coverage"]
        self.assertEqual(any_of_them["operator"], "any")
        for state in operators:
            for key in ("covered_share_5", "covered_share_50", "covered_share_95", "covered_share_mean"):
                self.assertLessEqual(state[key], any_of_them[key])

    def test_two_threads_and_no_store_write_the_same_bytes(self):
        other = self.folder / "other"
        harness.phusong("coverage", self.scenario, "-o", other, *OPTIONS, "--threads", "2", "--no-store")
        self.assertEqual(contents(other), contents(self.run_folder))

    def test_without_the_option_the_other_files_are_the_same(self):
        other = self.folder / "without"
        harness.phusong("coverage", self.scenario, "-o", other, *OPTIONS[1:])
        without = contents(other)
        self.assertEqual(set(contents(self.run_folder)) - set(without), {"uncertainty.json", "hamlets_uncertainty.csv", "hamlets_uncertainty.gpkg"})
        shown = {"report.html", "phusong.qgz", "tables.xlsx", "kpi.json", "kpi.csv"}  # they show what is there
        self.assertEqual({name for name, content in without.items() if contents(self.run_folder)[name] != content},
                         shown)
        harness.phusong("coverage", self.scenario, "-o", other, *OPTIONS, "--resume")
        self.assertEqual(contents(other), contents(self.run_folder))

    def test_another_seed_gives_other_draws_of_nearly_the_same_odds(self):
        other = self.folder / "seed"
        harness.phusong("coverage", self.scenario, "-o", other, *OPTIONS, "--set", "analysis.seed=2")
        found = harness.rows_of(other / "hamlets_uncertainty.csv")
        self.assertNotEqual(found, self.hamlets)
        for ours, theirs in zip(self.hamlets, found):
            p, q = float(ours["covered_probability"]), float(theirs["covered_probability"])
            self.assertLess(abs(p - q), 5 * math.sqrt(max(p * (1 - p), 1 / DRAWS) * 2 / DRAWS))

    def test_wrong_settings_are_told_with_their_range(self):
        for setting in ("analysis.draws=0", "analysis.draws=-5", "analysis.seed=-1", "analysis.correlation_m=-1"):
            refused = harness.phusong("coverage", self.scenario, "-o", self.folder / "wrong", *OPTIONS, "--set", setting,
                                      expect=2)
            self.assertIn(setting.split("=")[0], refused.stderr)
            self.assertIn("allowed", refused.stderr)
            self.assertFalse((self.folder / "wrong").exists())


class OneHouse(harness.ScenarioTest):
    """Hamlets of one house each, with one cell on air: the closed form."""

    command = "coverage"
    run_options = OPTIONS[1:]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cell, levels = cls.most_heard_cell()
        cls.threshold_dbm = round(statistics.median(levels))
        hamlets = harness.rows_of(cls.scenario / "hamlets.csv")
        harness.write_rows(cls.scenario / "clusters.csv", [
            {"hamlet_id": row["hamlet_id"], "lon_deg": row["lon_deg"], "lat_deg": row["lat_deg"], "households": 1}
            for row in hamlets])
        cells = [row for row in harness.rows_of(cls.scenario / "cells.csv") if row["cell_id"] == cell]
        harness.write_rows(cls.scenario / "cells.csv", cells)
        cls.closed = cls.folder / "closed"
        harness.phusong("coverage", cls.scenario, "-o", cls.closed, *OPTIONS, "--set", 'network.clusters="clusters.csv"',
                        "--set", f'service.threshold_dbm."4G"={cls.threshold_dbm}')

    @classmethod
    def most_heard_cell(cls):
        """The 4G cell heard at the centres of most hamlets, and its levels there."""
        cells = {row["cell_id"] for row in harness.rows_of(cls.scenario / "cells.csv") if row["technology"] == "4G"}
        levels = collections.defaultdict(list)
        for row in harness.rows_of(cls.run_folder / "point_levels.csv"):
            if row["point"] == "0" and row["cell_id"] in cells:
                levels[row["cell_id"]].append(float(row["level_dbm"]))
        return max(levels.items(), key=lambda item: (len(item[1]), item[0]))

    def test_the_odds_of_a_house_are_the_probability_of_its_point(self):
        levels = {row["hamlet_id"]: row for row in harness.rows_of(self.closed / "point_levels.csv") if row["point"] == "1"}
        between = 0
        for row in harness.rows_of(self.closed / "hamlets_uncertainty.csv"):
            p = 0.0
            if row["hamlet_id"] in levels:
                level = levels[row["hamlet_id"]]
                p = NORMAL.cdf((float(level["level_dbm"]) - self.threshold_dbm) / math.hypot(float(level["sigma_l_db"]), 6.0))
                between += 0.02 < p < 0.98
            self.assertLess(abs(float(row["covered_probability"]) - p),
                            4 * math.sqrt(max(p, 1e-3) * (1 - p) / DRAWS) + 1e-3, row["hamlet_id"])
        self.assertGreater(between, 2)


class PlanAndSunset(harness.ScenarioTest):
    """A plan and a switch-off (which cannot be finished, exit code 4), each with the odds of what they leave."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.folder / "plan-run"
        harness.phusong("plan", cls.scenario, "-o", cls.plan, *OPTIONS, "--threads", "1", "--set",
                        "plan.target.hamlet_share=0.975")
        cls.sunset = cls.folder / "sunset-run"
        cls.sunset_options = (*OPTIONS, "--set", 'sunset.technology="3G"', "--set", "sunset.periods=4")
        harness.phusong("sunset", cls.scenario, "-o", cls.sunset, *cls.sunset_options, "--threads", "1", expect=4)

    def test_a_plan_covers_more_in_every_draw(self):
        plan = odds_of(self.plan)["plan"]
        rows = harness.rows_of(self.plan / "plan/hamlets_uncertainty.csv")
        for name in ("before", "after"):
            check_state(self, plan[name], [float(row[f"{name}_covered_probability"]) for row in rows])
        self.assertGreater(plan["after"]["covered_share_mean"], plan["before"]["covered_share_mean"])
        for row in rows:
            self.assertGreaterEqual(float(row["after_covered_probability"]), float(row["before_covered_probability"]))

    def test_before_the_plan_the_odds_are_those_of_the_network_as_it_stands(self):
        before = dict(odds_of(self.plan)["plan"]["before"])
        self.assertEqual(before, {key: value for key, value in odds_of(self.plan)["coverage"][-1].items()
                                  if key != "operator"})

    def test_the_network_with_the_rows_of_the_plan_has_the_odds_of_the_plan(self):
        again = self.folder / "again"
        harness.phusong("coverage", self.scenario, "-o", again, *OPTIONS, "--set", "plan.target.hamlet_share=0.975", "--set",
                        f'network.sites=["sites.csv", "{self.plan}/plan/new_sites.csv"]', "--set",
                        f'network.cells=["cells.csv", "{self.plan}/plan/new_cells.csv"]')
        found = {row["hamlet_id"]: row["covered_probability"] for row in harness.rows_of(again / "hamlets_uncertainty.csv")}
        for row in harness.rows_of(self.plan / "plan/hamlets_uncertainty.csv"):
            self.assertAlmostEqual(float(found[row["hamlet_id"]]), float(row["after_covered_probability"]), delta=2 / DRAWS)

    def test_every_period_of_a_sunset_has_its_odds_and_the_first_those_of_today(self):
        odds = odds_of(self.sunset)
        rows = harness.rows_of(self.sunset / "sunset/hamlets_uncertainty.csv")
        self.assertEqual([state["period"] for state in odds["sunset"]], list(range(5)))
        for state in odds["sunset"]:
            check_state(self, state, [float(row["covered_probability"]) for row in rows
                                      if row["period"] == str(state["period"])])
        for key in ("covered_share_5", "covered_share_50", "covered_share_95", "covered_share_mean"):
            self.assertEqual(odds["sunset"][0][key], odds["coverage"][-1][key])
        schedule = harness.rows_of(self.sunset / "sunset/schedule.csv")
        self.assertTrue(any(row["action"] == "off" for row in schedule))

    def test_a_sunset_by_hand_has_the_odds_of_its_last_period(self):
        """The cells that are off taken out of the table, the new ones put in."""
        off = {row["cell_id"] for row in harness.rows_of(self.sunset / "sunset/schedule.csv") if row["action"] == "off"}
        new = harness.rows_of(self.sunset / "sunset/new_cells.csv")
        left = [row for row in harness.rows_of(self.scenario / "cells.csv") if row["cell_id"] not in off]
        harness.write_rows(self.scenario / "cells-left.csv", left)
        tables = ["cells-left.csv"]
        if new:
            tables.append(f"{self.sunset}/sunset/new_cells.csv")
        again = self.folder / "by-hand"
        harness.phusong("coverage", self.scenario, "-o", again, *OPTIONS, "--set",
                        "network.cells=[" + ", ".join(f'"{table}"' for table in tables) + "]")
        found = {row["hamlet_id"]: row["covered_probability"] for row in harness.rows_of(again / "hamlets_uncertainty.csv")}
        for row in harness.rows_of(self.sunset / "sunset/hamlets_uncertainty.csv"):
            if row["period"] == "4":
                self.assertAlmostEqual(float(found[row["hamlet_id"]]), float(row["covered_probability"]), delta=2 / DRAWS)

    def test_two_threads_write_the_same_bytes(self):
        other = self.folder / "two-threads"
        harness.phusong("sunset", self.scenario, "-o", other, *self.sunset_options, "--threads", "2", "--no-store",
                        expect=4)
        self.assertEqual(contents(other), contents(self.sunset))


class ConfidentPlan(unittest.TestCase):
    """A plan of the sample district whose target is to hold with a probability."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.run_folder = cls.folder / "run"
        cls.options = ("--store", cls.folder / "store", "--uncertainty", "--set", f"analysis.draws={DRAWS}")
        cls.done = harness.phusong("plan", DISTRICT, "-o", cls.run_folder, *cls.options, "--threads", "1", "--set",
                                   "plan.target.confidence=0.9", "--set", "report.language=en")
        cls.plan = json.loads((cls.run_folder / "plan/plan.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_target_holds_with_the_probability_asked_for(self):
        confidence = self.plan["confidence"]
        self.assertTrue(self.plan["reached"])
        self.assertEqual(confidence["asked"], 0.9)
        self.assertGreater(confidence["demanded"], 0.9)
        self.assertGreaterEqual(confidence["probability"], confidence["demanded"])
        self.assertGreaterEqual(confidence["checked_probability"], 0.9)
        self.assertNotEqual(confidence["seed"], confidence["check_seed"])
        self.assertLess(confidence["by_medians"]["checked_probability"], 0.9)

    def test_what_the_confidence_costs_is_beside_the_plan_by_medians(self):
        by_medians = self.folder / "by-medians"
        harness.phusong("plan", DISTRICT, "-o", by_medians, *self.options)
        plan = json.loads((by_medians / "plan/plan.json").read_text(encoding="utf-8"))
        self.assertIsNone(plan["confidence"])
        found = self.plan["confidence"]
        for key in ("capex_million_vnd", "opex_million_vnd_per_year"):
            self.assertEqual(found["by_medians"][key], plan[key])
            self.assertEqual(found[key], self.plan[key])
        self.assertAlmostEqual(found["cost_of_confidence_million_vnd"],
                               found["cost_million_vnd"] - found["by_medians"]["cost_million_vnd"], delta=0.011)
        self.assertGreater(found["cost_of_confidence_million_vnd"], 0.0)
        self.assertIn("the confidence costs +", self.done.stdout)

    def test_the_network_with_the_plan_holds_as_often_as_the_check_said(self):
        again = self.folder / "again"
        harness.phusong("coverage", DISTRICT, "-o", again, *self.options, "--set", "analysis.seed=2", "--set",
                        "coverage.rasters=false", "--set",
                        f'network.sites=["{DATA}/sites.csv", "{self.run_folder}/plan/new_sites.csv"]', "--set",
                        f'network.cells=["{DATA}/cells.csv", "{self.run_folder}/plan/new_cells.csv"]')
        self.assertAlmostEqual(odds_of(again)["coverage"][-1]["target_probability"],
                               self.plan["confidence"]["checked_probability"], delta=3 / DRAWS)
        kpi = json.loads((again / "kpi.json").read_text(encoding="utf-8"))
        self.assertEqual(kpi["total"]["targets"][0]["reached"], self.plan["hamlets_after"])

    def test_two_threads_write_the_same_bytes(self):
        other = self.folder / "two-threads"
        harness.phusong("plan", DISTRICT, "-o", other, *self.options, "--threads", "2", "--set",
                        "plan.target.confidence=0.9", "--set", "report.language=en")
        self.assertEqual(contents(other), contents(self.run_folder))

    def test_what_no_plan_can_hold_is_told_with_exit_code_4(self):
        done = harness.phusong("plan", DISTRICT, "-o", self.folder / "never", *self.options, "--set",
                               "plan.target.confidence=0.999999", "--set", "plan.target.hamlet_share=1", "--set",
                               "plan.candidates.from_hamlets=false", expect=4)
        self.assertIn("Không đạt được mục tiêu", done.stdout)

    def test_a_confidence_of_0_or_1_or_beside_a_budget_is_refused(self):
        for settings in (["plan.target.confidence=1"], ["plan.target.confidence=0"],
                         ["plan.target.confidence=0.9", "plan.target.budget=1000"],
                         ["plan.target.confidence=0.9", "plan.target.fixed_broadband_share=0.5"]):
            options = [option for setting in settings for option in ("--set", setting)]
            refused = harness.phusong("plan", DISTRICT, "-o", self.folder / "wrong", *options, expect=2)
            self.assertIn("plan.target.confidence", refused.stderr)
            self.assertIn("allowed", refused.stderr)


if __name__ == "__main__":
    harness.main()
