"""Every verdict taken again from points.csv and point_levels.csv, by the rules that the outputs state."""

import collections
import math
import statistics

import harness

THRESHOLD_DBM = {"2G": -95.0, "3G": -100.0, "4G": -110.0}
MODEL_SIGMA_DB = 6.0
LOCATION_PROBABILITY = 0.90
COVERED_SHARE = 0.75
TARGET = ("3G", "4G")
ROUNDING_DB = 0.011  # levels are written with two decimals, verdicts are taken before
NORMAL = statistics.NormalDist()


def probability(level_dbm, sigma_l_db, technology):
    return NORMAL.cdf((level_dbm - THRESHOLD_DBM[technology]) / math.hypot(sigma_l_db, MODEL_SIGMA_DB))


def status_of(share):
    if share >= COVERED_SHARE - 1e-9:
        return "covered"
    return "hollow" if share > 1e-9 else "white"


class Verdicts(harness.ScenarioTest):
    run_options = ("--keep-levels", "--set", "coverage.rasters=false")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hamlets = harness.rows_of(cls.run_folder / "hamlets.csv")
        cls.cells = {row["cell_id"]: row for row in harness.rows_of(cls.scenario / "cells.csv")}
        cls.points = collections.defaultdict(list)
        for row in harness.rows_of(cls.run_folder / "points.csv"):
            cls.points[row["hamlet_id"]].append((row["point"], float(row["weight"])))
        # The levels of a plan's new cells stand there too.
        cls.levels = [row for row in harness.rows_of(cls.run_folder / "point_levels.csv") if row["cell_id"] in cls.cells]
        cls.best = cls.strongest_cells()

    @classmethod
    def strongest_cells(cls):
        """(hamlet, point, technology) -> (level, sigma, cell): the strongest, of equals the lower cell_id."""
        best = {}
        for row in cls.levels:
            technology = cls.cells[row["cell_id"]]["technology"]
            key = (row["hamlet_id"], row["point"], technology)
            candidate = (-float(row["level_dbm"]), row["cell_id"], float(row["sigma_l_db"]))
            best[key] = min(best.get(key, candidate), candidate)
        return {key: (-level, sigma, cell) for key, (level, cell, sigma) in best.items()}

    def is_covered(self, hamlet_id, point, technologies, margin_db):
        """Whether one of the technologies covers the point, all levels raised by `margin_db`."""
        for technology in technologies:
            level, sigma, _ = self.best.get((hamlet_id, point, technology), (-math.inf, 1.0, ""))
            if probability(level + margin_db, sigma, technology) >= LOCATION_PROBABILITY:
                return True
        return False

    def share(self, hamlet_id, technologies, margin_db):
        points = self.points[hamlet_id]
        weight = sum(w for point, w in points if self.is_covered(hamlet_id, point, technologies, margin_db))
        return weight / sum(w for _, w in points)

    def check_share_and_status(self, hamlet, technologies, share, status):
        """Exact but for levels within a rounding of the limit, where either answer is right."""
        low = self.share(hamlet["hamlet_id"], technologies, -ROUNDING_DB)
        high = self.share(hamlet["hamlet_id"], technologies, ROUNDING_DB)
        self.assertLessEqual(low - 1e-6, float(share))
        self.assertLessEqual(float(share), high + 1e-6)
        self.assertEqual(status, status_of(float(share)))

    def test_every_hamlet_has_its_points_and_their_weights_add_up(self):
        self.assertEqual(len(self.points), len(self.hamlets))
        for points in self.points.values():
            self.assertEqual(len(points), 19)
            self.assertAlmostEqual(sum(weight for _, weight in points) / points[0][1], 19.0, places=4)

    def test_share_and_status_of_each_technology(self):
        for hamlet in self.hamlets:
            for technology in THRESHOLD_DBM:
                prefix = technology.lower()
                with self.subTest(hamlet=hamlet["hamlet_id"], technology=technology):
                    self.check_share_and_status(hamlet, (technology,), hamlet[f"{prefix}_share"],
                                                hamlet[f"{prefix}_status"])

    def test_share_and_status_over_the_technologies_of_the_target(self):
        for hamlet in self.hamlets:
            with self.subTest(hamlet=hamlet["hamlet_id"]):
                self.check_share_and_status(hamlet, TARGET, hamlet["share"], hamlet["status"])

    def test_level_probability_and_best_cell_are_those_of_the_centre(self):
        for hamlet in self.hamlets:
            centre = self.points[hamlet["hamlet_id"]][0][0]
            for technology, threshold_dbm in THRESHOLD_DBM.items():
                prefix = technology.lower()
                level, sigma, cell = self.best.get((hamlet["hamlet_id"], centre, technology), (None, None, None))
                with self.subTest(hamlet=hamlet["hamlet_id"], technology=technology):
                    if level is None:  # weaker cells than this are not kept
                        written = hamlet[f"{prefix}_level_dbm"]
                        self.assertTrue(written == "" or float(written) < threshold_dbm - 20.0 + ROUNDING_DB)
                        continue
                    self.assertAlmostEqual(float(hamlet[f"{prefix}_level_dbm"]), level, delta=0.005)
                    self.assertEqual(hamlet[f"{prefix}_best_cell"], cell)
                    self.assertAlmostEqual(float(hamlet[f"{prefix}_probability"]), probability(level, sigma, technology),
                                           delta=0.001)

    def test_a_level_is_the_link_budget_less_the_path_loss(self):
        resource_blocks = {"20.0": 100}
        for row in self.levels:
            cell = self.cells[row["cell_id"]]
            offset_db = {"2G": 0.0, "3G": -10.0}.get(cell["technology"])
            if offset_db is None:
                offset_db = -10.0 * math.log10(12 * resource_blocks[cell["bandwidth_mhz"]])
            level_dbm = (float(cell["tx_power_dbm"]) + float(cell["antenna_gain_dbi"]) - float(cell["feeder_loss_db"]) +
                         offset_db + float(row["pattern_db"]) - float(row["loss_db"]))
            self.assertAlmostEqual(float(row["level_dbm"]), level_dbm, delta=0.016)

    def test_terrain_hides_some_hamlets_and_not_the_most(self):
        statuses = collections.Counter(hamlet["status"] for hamlet in self.hamlets)
        self.assertGreater(statuses["covered"], len(self.hamlets) / 2)
        self.assertGreater(statuses["white"] + statuses["hollow"], 0)


if __name__ == "__main__":
    harness.main()
