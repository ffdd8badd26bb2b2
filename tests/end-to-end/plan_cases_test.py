"""Two provinces on real ground, planned for any operator and for each: the check agrees and the gap is small."""

import json
import pathlib
import tempfile
import unittest

import cases
import harness


class PlanCases(unittest.TestCase):
    def plan_case(self, name):
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        scenario = harness.make_case(self, temporary.name, name, cases.PLAN)
        for operator in cases.OPERATORS:
            with self.subTest(operator=operator):
                self.check_plan(scenario, pathlib.Path(temporary.name, operator), operator)

    def check_plan(self, scenario, run_folder, operator):
        # A plan that does not stand its check ends with exit code 1.
        harness.phusong("plan", scenario, "-o", run_folder, "--store", run_folder.parent / "store", "--set",
                        f"plan.operator={operator}")
        plan = json.loads((run_folder / "plan/plan.json").read_text(encoding="utf-8"))
        print(f"{scenario.name} {operator}: {plan['hamlets_before']} -> {plan['hamlets_after']} hamlets, gap {plan['gap']}",
              flush=True)
        self.assertTrue(plan["reached"])
        self.assertGreaterEqual(plan["hamlets_after"], plan["target"]["hamlets_needed"])
        self.assertLessEqual(plan["gap"], 0.01)
        self.assertNotEqual(plan["stopped_by"], "time")

    def test_tuyen_quang_south(self):
        self.plan_case("tuyen-quang-south")

    def test_ha_giang(self):
        self.plan_case("ha-giang")


if __name__ == "__main__":
    harness.main()
