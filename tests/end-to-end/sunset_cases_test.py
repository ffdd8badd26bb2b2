"""2G switched off from 2024 and 3G from 2027 in two provinces on real ground: a checked schedule with bounds, each within
a quarter of an hour on two cores, its rules worked out again from its files."""

import json
import pathlib
import tempfile
import time
import unittest

import harness
import sunset_rules

LIMIT_S = 15 * 60

BACKWARD = """
[sunset]
technology = "2G"
start = "2024-Q4"
max_cells_per_period = 400
handset_uptake_per_year = 0.3
subsidised_handsets_per_period = 2000
refarm = {{ to = "4G", frequency_mhz = 947.5, bandwidth_mhz = 5 }}
"""
FORWARD = """
[sunset]
technology = "3G"
start = "2027-Q1"
max_cells_per_period = 600
subsidised_handsets_per_period = 2000
refarm = {{ to = "4G", frequency_mhz = 2140, bandwidth_mhz = 5 }}
"""


class SunsetCases(unittest.TestCase):
    def run_case(self, name, sunset):
        with tempfile.TemporaryDirectory(prefix="phusong-test-") as temporary:
            scenario, run_folder = harness.make_case(self, temporary, name, sunset), pathlib.Path(temporary, "run")
            begin = time.monotonic()
            # Not everything can go in these cases: 4 is the right answer, from a schedule that has been checked.
            harness.phusong("sunset", scenario, "-o", run_folder, "--threads", "2", "--no-store", "--keep-levels",
                            expect=4, timeout=2 * LIMIT_S)
            took_s = time.monotonic() - begin
            result = json.loads((run_folder / "sunset/sunset.json").read_text(encoding="utf-8"))
            print(f"{name}: {took_s:.0f} s", *(tuple(level.values())[1:] for level in result["objective"]), flush=True)
            self.assertLess(took_s, LIMIT_S)
            self.assertLessEqual(result["objective"][0]["bound"], result["objective"][0]["value"])
            self.assertGreater(result["cells_off"], 0)
            self.assertEqual(result["handsets_cut"], 0)
            self.assertTrue(result["hamlets_held_back"])
            self.assertEqual(sunset_rules.check(scenario, run_folder), [])

    def test_2g_in_tuyen_quang_south(self):
        self.run_case("tuyen-quang-south", BACKWARD)

    def test_3g_in_tuyen_quang_south(self):
        self.run_case("tuyen-quang-south", FORWARD)

    def test_2g_in_ha_giang(self):
        self.run_case("ha-giang", BACKWARD)

    def test_3g_in_ha_giang(self):
        self.run_case("ha-giang", FORWARD)


if __name__ == "__main__":
    harness.main()
