"""Quality of service worked out again from point_levels.csv by the formulas that the outputs state; its rasters as GDAL
reads them."""

import collections
import filecmp
import math

import harness

NOISE_BANDWIDTH_HZ = {"2G": 200e3, "3G": 3.84e6, "4G": 15e3}
BLOCKS = {1.4: 6, 3.0: 15, 5.0: 25, 10.0: 50, 15.0: 75, 20.0: 100}
LOAD, REUSE_2G, NOISE_FIGURE_DB = 0.4, 9, 6.0
RATIO = {"2g": "ci", "3g": "ecio", "4g": "sinr"}
# Levels are written with two decimals and so is SINR; those below -150 dBm are not written.
TOLERANCE_DB = 0.03
NO_VERDICT = "no part of the verdict"


def milliwatts(level_dbm):
    return 10.0 ** (level_dbm / 10.0)


def noise_mw(technology):
    return milliwatts(-174.0 + 10.0 * math.log10(NOISE_BANDWIDTH_HZ[technology]) + NOISE_FIGURE_DB)


def overlap(cell, other):
    """Overlapping bandwidth over the cell's own."""
    def edges(of):
        centre, width = float(of["frequency_mhz"]), float(of["bandwidth_mhz"])
        return centre - width / 2, centre + width / 2
    (low, high), (other_low, other_high) = edges(cell), edges(other)
    return max(0.0, min(high, other_high) - max(low, other_low)) / (high - low)


def is_900(cell):
    """The province's 2G is in the bands of 900 and 1800 MHz."""
    return float(cell["frequency_mhz"]) < 1000.0


def throughput_mbps(sinr_db, bandwidth_mhz):
    if sinr_db < -10.0:
        return 0.0
    return BLOCKS[bandwidth_mhz] * 0.18 * min(4.4, 0.6 * math.log2(1.0 + milliwatts(sinr_db)))


def pilot_share(cell):
    return milliwatts(float(cell.get("reference_power_offset_db") or -10.0))


class Quality(harness.ScenarioTest):
    run_options = ("--keep-levels", "--threads", "2", "--set", f"service.load={LOAD}", "--set",
                   f"service.reuse_2g={REUSE_2G}", "--set", f"service.noise_figure_db={NOISE_FIGURE_DB}", "--set",
                   'service.threshold_dbm={"2G"=-130,"3G"=-130,"4G"=-130,"5G"=-130}')

    @classmethod
    def setUpClass(cls):
        make_province = harness.make_province
        harness.make_province = lambda folder: cls.varied(make_province(folder))
        try:
            super().setUpClass()
        finally:
            harness.make_province = make_province
        cls.cells = {row["cell_id"]: row for row in harness.rows_of(cls.scenario / "cells.csv")}
        cls.operators = {row["site_id"]: row["operator"] for row in harness.rows_of(cls.scenario / "sites.csv")}
        cls.levels = collections.defaultdict(dict)
        for row in harness.rows_of(cls.run_folder / "point_levels.csv"):
            if row["point"] == "0":
                cls.levels[row["hamlet_id"]][row["cell_id"]] = float(row["level_dbm"])

    @staticmethod
    def varied(scenario):
        """The province with 4G on two channels that overlap, with some 2G at 1800 MHz, and with loads of some cells."""
        path = scenario / "cells.csv"
        rows = harness.rows_of(path)
        for number, row in enumerate(rows):
            if row["technology"] == "4G" and number % 2 == 0:
                row["frequency_mhz"] = str(float(row["frequency_mhz"]) + 0.25 * float(row["bandwidth_mhz"]))
            if row["technology"] == "2G" and number % 5 == 0:
                row["frequency_mhz"] = "1812.4"
            row["load"] = ["", "0", "0.05", "0.9"][number % 4]
        harness.write_rows(path, rows)
        return scenario

    def ratio_db(self, best, levels):
        """SINR, Ec/Io or C/I of a cell from the levels of all."""
        cell = self.cells[best]
        technology = cell["technology"]
        against_mw = noise_mw(technology)
        for cell_id, level_dbm in levels.items():
            other = self.cells[cell_id]
            if other["technology"] != technology or \
                    self.operators[other["site_id"]] != self.operators[cell["site_id"]]:
                continue
            load = float(other["load"] or LOAD)
            if technology == "3G" and overlap(cell, other) > 0:
                share = pilot_share(other)
                against_mw += milliwatts(level_dbm) / share * max(load, share)
            elif technology == "2G" and cell_id != best and is_900(cell) == is_900(other):
                against_mw += milliwatts(level_dbm) / REUSE_2G
            elif technology == "4G" and cell_id != best:
                against_mw += overlap(cell, other) * load * milliwatts(level_dbm)
        return 10.0 * math.log10(milliwatts(levels[best]) / against_mw)

    def test_sinr_and_throughput_of_every_hamlet_follow_from_the_levels_at_its_centre(self):
        compared = collections.Counter()
        for row in harness.rows_of(self.run_folder / "hamlets_by_operator.csv"):
            best, levels = row["best_cell"], self.levels[row["hamlet_id"]]
            self.assertEqual(bool(row["sinr_db"]), bool(best))
            self.assertEqual(bool(row["throughput_mbps"]), bool(best) and row["technology"] == "4G")
            if best not in levels:  # too weak to be written
                continue
            expected_db = self.ratio_db(best, levels)
            with self.subTest(hamlet=row["hamlet_id"], operator=row["operator"], technology=row["technology"]):
                self.assertAlmostEqual(float(row["sinr_db"]), expected_db, delta=TOLERANCE_DB)
                compared[row["technology"]] += 1
                if row["technology"] == "4G" and abs(expected_db + 10.0) > TOLERANCE_DB:
                    bandwidth_mhz = float(self.cells[best]["bandwidth_mhz"])
                    self.assertAlmostEqual(float(row["throughput_mbps"]), throughput_mbps(expected_db, bandwidth_mhz),
                                           delta=0.15)
        for technology in ("2G", "3G", "4G"):
            self.assertGreater(compared[technology], 20)

    def test_the_hamlets_show_what_any_operator_gives(self):
        any_operator = {(row["hamlet_id"], row["technology"].lower()): row
                        for row in harness.rows_of(self.run_folder / "hamlets_by_operator.csv")
                        if row["operator"] == "any"}
        for hamlet in harness.rows_of(self.run_folder / "hamlets.csv"):
            for technology in ("2g", "3g", "4g"):
                row = any_operator[hamlet["hamlet_id"], technology]
                self.assertEqual(hamlet[f"{technology}_sinr_db"], row["sinr_db"])
            self.assertEqual(hamlet["4g_throughput_mbps"], row["throughput_mbps"])
            self.assertNotIn("2g_throughput_mbps", hamlet)

    def test_rasters_have_unit_description_nodata_and_the_places_of_the_levels(self):
        maps = self.run_folder / "coverage/any"
        names = {f"{technology}_{ratio}_db": "dB" for technology, ratio in RATIO.items()}
        names["4g_throughput_mbps"] = "Mbit/s"
        for name, unit in names.items():
            with self.subTest(raster=name):
                band = harness.gdalinfo(maps / f"{name}.tif")["bands"][0]
                self.assertEqual(band["type"], "Float32")
                self.assertEqual(band["unit"], unit)
                self.assertIn(NO_VERDICT, band["description"])
                self.assertIn("noDataValue", band)
                self.assertTrue((maps / f"{name}.qml").exists())
                level = next(maps.glob(f"{name[:2]}_*_dbm.tif"))
                valid = [harness.gdalinfo(path)["bands"][0]["metadata"][""]["STATISTICS_VALID_PERCENT"]
                         for path in (maps / f"{name}.tif", level)]
                self.assertEqual(valid[0], valid[1])
        self.assertFalse(list(maps.glob("[23]g_throughput*")))

    def test_values_of_rasters_lie_in_their_ranges(self):
        def statistics(name):
            found = harness.gdalinfo(self.run_folder / "coverage/any" / f"{name}.tif")["bands"][0]["metadata"][""]
            return float(found["STATISTICS_MINIMUM"]), float(found["STATISTICS_MAXIMUM"])
        self.assertLessEqual(statistics("3g_ecio_db")[1], 0.0)
        low, high = statistics("4g_throughput_mbps")
        self.assertGreaterEqual(low, 0.0)
        self.assertGreater(high, 30.0)
        self.assertLessEqual(high, 79.21)
        self.assertGreater(statistics("4g_sinr_db")[1], 10.0)
        self.assertGreater(statistics("2g_ci_db")[1], 10.0)

    def test_without_quality_every_other_value_and_file_is_the_same(self):
        without = self.folder / "without"
        harness.phusong(self.command, self.scenario, "-o", without, *self.run_options, "--set",
                        "coverage.quality=false")
        files = {path.relative_to(self.run_folder) for path in self.run_folder.rglob("*") if path.is_file()}
        others = {path.relative_to(without) for path in without.rglob("*") if path.is_file()}
        gone = {path.name for path in files - others}
        self.assertEqual(gone, {f"{name}{ending}" for name in ("2g_ci_db", "3g_ecio_db", "4g_sinr_db",
                                                               "4g_throughput_mbps") for ending in (".tif", ".qml")})
        self.assertFalse(others - files)
        for path in others:
            if path.parts[0] == "coverage" or path.name in ("point_levels.csv", "points.csv", "communes.csv", "kpi.json"):
                self.assertTrue(filecmp.cmp(self.run_folder / path, without / path, shallow=False), path)
        for name in ("hamlets.csv", "hamlets_by_operator.csv"):
            kept = [{key: value for key, value in row.items() if not key.endswith(("sinr_db", "throughput_mbps"))}
                    for row in harness.rows_of(self.run_folder / name)]
            self.assertEqual(kept, harness.rows_of(without / name))

    def test_the_summary_says_that_no_verdict_rests_on_quality(self):
        words = "are no part of any verdict"
        options = (self.scenario, "--set", "coverage.rasters=false", "--set", 'report.language="en"')
        with_quality = harness.phusong("coverage", *options, "-o", self.folder / "told")
        self.assertIn(words, with_quality.stdout)
        unasked = harness.phusong("coverage", *options, "-o", self.folder / "untold", "--set", "coverage.quality=false")
        self.assertNotIn(words, unasked.stdout)


if __name__ == "__main__":
    harness.main()
