"""Path losses that outlive a run: they are used where they hold, never where they do not, and never change a result."""

import json
import os
import pathlib
import signal
import subprocess
import time
import unittest

import harness
from run_folder_test import contents

RASTERS = ("--keep-levels", "--keep-path-loss")


def counts(run_folder):
    """Paths (to points and to map cells) that a run computed, and those that it read."""
    with open(run_folder / "timings.json", encoding="utf-8") as file:
        timings = json.load(file)
    kinds = timings["hamlet_paths"], timings["map_paths"]
    return sum(kind["computed"] for kind in kinds), sum(kind["read"] for kind in kinds)


def change_cells(scenario, **values):
    """Rewrites columns of cells.csv."""
    path = next(pathlib.Path(scenario).rglob("cells.csv"))
    rows = harness.rows_of(path)
    for row in rows:
        row.update(values)
    harness.write_rows(path, rows)


def entries(store):
    return sorted(path for path in store.rglob("*") if path.is_file())


class Store(harness.ScenarioTest):
    """The class's own run is made without a store: it is what the others are compared with."""

    command = "coverage"  # a plan tries other candidates when a threshold changes
    run_options = ("--no-store", *RASTERS)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = cls.folder / "store"
        cls.run_with(cls.folder / "cold", cls.store)

    @classmethod
    def run_with(cls, run_folder, store, *options):
        return harness.phusong("coverage", cls.scenario, "-o", run_folder, "--store", store, *RASTERS, *options)

    def assert_same(self, run_folder, expected):
        found, wanted = contents(run_folder), contents(expected)
        self.assertEqual(found.keys(), wanted.keys())
        self.assertEqual([name for name in wanted if found[name] != wanted[name]], [])

    def test_a_cold_and_a_warm_run_write_the_bytes_of_a_run_without_a_store(self):
        warm = self.folder / "warm"
        self.run_with(warm, self.store, "--threads", "1")
        self.assert_same(self.folder / "cold", self.run_folder)
        self.assert_same(warm, self.run_folder)
        computed, read = counts(warm)
        self.assertEqual(computed, 0)
        self.assertGreater(read, 0)
        self.assertGreater(counts(self.folder / "cold")[0], 0)

    def test_other_thresholds_need_no_propagation(self):
        options = ('--set', 'service.threshold_dbm."4G"=-103', "--set", "service.location_probability=0.8", "--set",
                   "service.indoor=true")
        warm, plain = self.folder / "warm-thresholds", self.folder / "plain-thresholds"
        self.run_with(warm, self.store, *options)
        self.assertEqual(counts(warm)[0], 0)
        harness.phusong("coverage", self.scenario, "-o", plain, "--no-store", *RASTERS, *options)
        self.assert_same(warm, plain)

    def test_other_tilt_azimuth_and_power_need_no_propagation(self):
        original = next(self.scenario.rglob("cells.csv"))
        before = original.read_bytes()
        self.addCleanup(original.write_bytes, before)
        change_cells(self.scenario, electrical_tilt_deg="5", azimuth_deg="77", tx_power_dbm="40")
        warm, plain = self.folder / "warm-cells", self.folder / "plain-cells"
        self.run_with(warm, self.store)
        self.assertEqual(counts(warm)[0], 0)
        harness.phusong("coverage", self.scenario, "-o", plain, "--no-store", *RASTERS)
        self.assert_same(warm, plain)
        self.assertNotEqual((warm / "point_levels.csv").read_bytes(),
                            (self.run_folder / "point_levels.csv").read_bytes())

    def test_another_receiver_height_is_computed(self):
        other = self.folder / "higher"
        self.run_with(other, self.folder / "store-higher")
        self.run_with(other, self.folder / "store-higher", "--overwrite", "--set", "propagation.receiver_height_m=3")
        self.assertGreater(counts(other)[0], 0)

    def test_damaged_entries_are_computed_again(self):
        store, run = self.folder / "store-damaged", self.folder / "damaged"
        self.run_with(run, store)
        for number, entry in enumerate(entries(store)):
            whole = entry.read_bytes()
            middle = len(whole) // 2
            entry.write_bytes([b"", whole[:middle], whole[:middle] + b"damage" + whole[middle + 6:],
                               entries(store)[number - 1].read_bytes()][number % 4])
        self.run_with(run, store, "--overwrite")
        self.assertGreater(counts(run)[0], 0)
        self.assert_same(run, self.run_folder)
        self.run_with(run, store, "--overwrite")
        self.assertEqual(counts(run)[0], 0)

    def test_two_processes_share_an_empty_store(self):
        store = self.folder / "store-shared"
        runs = [self.folder / "left", self.folder / "right"]
        processes = [subprocess.Popen([harness.PROGRAM, "coverage", self.scenario, "-o", run, "--store", store, *RASTERS],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for run in runs]
        self.assertEqual([process.wait(timeout=300) for process in processes], [0, 0])
        for run in runs:
            self.assert_same(run, self.run_folder)
        self.assertEqual([path for path in entries(store) if path.suffix != ".loss"], [])

    def test_a_stopped_run_leaves_whole_entries_alone(self):
        store, run = self.folder / "store-stopped", self.folder / "stopped"
        command = [harness.PROGRAM, "coverage", self.scenario, "-o", run, "--store", store, "--threads", "1", *RASTERS]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and not (store.exists() and entries(store)):
                time.sleep(0.005)
            process.send_signal(signal.SIGINT)
            self.assertIn(process.wait(timeout=60), (0, 130))
        self.assertEqual([path for path in entries(store) if path.suffix != ".loss"], [])
        self.run_with(run, store, "--resume")
        self.assert_same(run, self.run_folder)

    def test_the_store_keeps_within_its_limit(self):
        store, run = self.folder / "store-small", self.folder / "small"
        limit = sum(entry.stat().st_size for entry in entries(self.store)) // 3
        self.run_with(run, store, "--store-limit-gb", limit / 1e9)
        self.assertLessEqual(sum(entry.stat().st_size for entry in entries(store)), limit)
        self.assertGreater(len(entries(store)), 0)
        self.assert_same(run, self.run_folder)

    def test_a_folder_that_cannot_be_made_is_a_warning(self):
        in_the_way = self.folder / "file"
        in_the_way.write_text("not a folder", encoding="utf-8")
        run = self.folder / "no-folder"
        done = self.run_with(run, in_the_way / "store")
        self.assertIn("warning: path losses are not kept", done.stderr)
        self.assert_same(run, self.run_folder)

    def test_a_plan_without_a_store_finds_the_paths_of_its_masts_in_memory(self):
        runs = [self.folder / name for name in ("plan-with-store", "plan-without")]
        for run, options in zip(runs, (("--store", self.folder / "store-plan"), ("--no-store",))):
            harness.phusong("plan", self.scenario, "-o", run, *options)
        self.assert_same(runs[1], runs[0])
        self.assertGreater(counts(runs[1])[1], 0)
        self.assertEqual(sum(counts(runs[1])), sum(counts(runs[0])))

    def test_by_default_it_is_in_the_users_cache(self):
        harness.phusong("coverage", self.scenario, "-o", self.folder / "default", *RASTERS)
        cache = pathlib.Path(os.environ["XDG_CACHE_HOME"], "phusong")
        self.assertEqual(len(entries(cache)), len(entries(self.store)))

    def test_a_store_and_none_are_refused_together(self):
        refused = harness.phusong("coverage", self.scenario, "-o", self.folder / "both", "--store", self.store, "--no-store",
                                  expect=2)
        self.assertIn("exclude each other", refused.stderr)


if __name__ == "__main__":
    unittest.main()
