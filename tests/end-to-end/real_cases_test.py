"""Two provinces on real ground, from their tables to maps and totals, each within a quarter of an hour on two cores."""

import collections
import json
import pathlib
import tempfile
import time
import unittest

import cases
import harness

LIMIT_S = 15 * 60


class RealCases(unittest.TestCase):
    def run_case(self, name):
        """Runs the case and returns its folder, which the test's end removes, and the warnings."""
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        scenario = harness.make_case(self, temporary.name, name, cases.COMMUNES)
        run_folder = pathlib.Path(temporary.name, "run")
        begin = time.monotonic()
        done = harness.phusong("run", scenario, "-o", run_folder, "--threads", "2", timeout=2 * LIMIT_S)
        took_s = time.monotonic() - begin
        print(f"{name}: {took_s:.0f} s", flush=True)
        self.assertLess(took_s, LIMIT_S)
        return run_folder, done.stderr

    def check_results(self, run_folder, hamlet_count, crs):
        hamlets = harness.rows_of(run_folder / "hamlets.csv")
        self.assertEqual(len(hamlets), hamlet_count)
        statuses = collections.Counter(hamlet["status"] for hamlet in hamlets)
        print(dict(statuses), flush=True)
        self.assertGreater(statuses["covered"], 0.3 * hamlet_count)
        self.assertGreater(statuses["white"] + statuses["hollow"], 0)
        with open(run_folder / "kpi.json", encoding="utf-8") as file:
            self.assertEqual(json.load(file)["total"]["hamlets"], hamlet_count)
        for raster in ("2g_rxlev_dbm", "3g_rscp_dbm", "4g_rsrp_dbm", "4g_best_server", "4g_probability"):
            info = harness.gdalinfo(run_folder / "coverage/any" / f"{raster}.tif")
            self.assertEqual(info["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"], "COG")
            self.assertIn(f'ID["EPSG",{crs}]', info["coordinateSystem"]["wkt"])

    def test_tuyen_quang_south(self):
        run_folder, warnings = self.run_case("tuyen-quang-south")
        self.check_results(run_folder, 1052, 9211)
        self.assertIn("VTL0358", warnings)  # a mast that stands just off the terrain

    def test_ha_giang(self):
        run_folder, _ = self.run_case("ha-giang")
        self.check_results(run_folder, 2061, 9209)


if __name__ == "__main__":
    harness.main()
