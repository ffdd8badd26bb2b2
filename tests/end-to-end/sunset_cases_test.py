"""2G switched off from 2024 and 3G from 2027 in two provinces on real ground: a checked schedule with bounds, each within
a quarter of an hour on two cores, its rules worked out again from its files."""

import json
import pathlib
import tempfile
import time
import unittest

import cases
import harness
import sunset_rules

LIMIT_S = 15 * 60


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
        self.run_case("tuyen-quang-south", cases.SUNSET_2G)

    def test_3g_in_tuyen_quang_south(self):
        self.run_case("tuyen-quang-south", cases.SUNSET_3G)

    def test_2g_in_ha_giang(self):
        self.run_case("ha-giang", cases.SUNSET_2G)

    def test_3g_in_ha_giang(self):
        self.run_case("ha-giang", cases.SUNSET_3G)


if __name__ == "__main__":
    harness.main()
