"""phusong batch: many runs by one command, failures among them, stopped and gone on with."""

import fcntl
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest
import unittest.mock

import harness
from run_folder_test import contents

COLUMNS = ["name", "exit_code", "seconds", "reached", "hamlets_covered", "cost_million_vnd", "gap", "message"]


class Batch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.province = harness.make_province(cls.folder / "province")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.out = pathlib.Path(temporary.name, "batch")

    def manifest(self, text):
        path = self.folder / "batch.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def batch(self, text, *options, expect=0):
        return harness.phusong("batch", self.manifest(text), "-o", self.out, *options, expect=expect)

    def rows(self):
        return {row["name"]: row for row in harness.rows_of(self.out / "batch.csv")}

    def test_runs_have_the_bytes_of_single_runs_and_a_row_each(self):
        self.batch("""
            [[run]]
            name = "kế hoạch"
            scenario = "province"
            set = { plan.order_by = "cost", plan.gap = 0.02 }
            [[run]]
            name = "coverage"
            scenario = "province"
            command = "coverage"
            """, "--jobs", "2")
        rows = self.rows()
        self.assertEqual(list(rows["coverage"]), COLUMNS)
        alone = self.folder / "alone"
        harness.phusong("run", self.province, "-o", alone, "-q", "--set", "plan.order_by=cost", "--set", "plan.gap=0.02")
        self.assertEqual(contents(self.out / "kế hoạch"), contents(alone))
        plan = json.loads((alone / "plan/plan.json").read_text(encoding="utf-8"))
        row = rows["kế hoạch"]
        self.assertEqual((row["exit_code"], row["reached"], int(row["hamlets_covered"]), float(row["cost_million_vnd"])),
                         ("0", "true", plan["hamlets_after"], plan["capex_million_vnd"]))
        self.assertAlmostEqual(float(row["gap"]), plan["gap"], places=5)
        self.assertGreater(float(row["seconds"]), 0)
        self.assertEqual((rows["coverage"]["exit_code"], rows["coverage"]["reached"], rows["coverage"]["gap"]),
                         ("0", "", ""))
        self.assertEqual(int(rows["coverage"]["hamlets_covered"]), plan["hamlets_before"])

    def test_a_matrix_makes_every_combination(self):
        done = self.batch("""
            [[run]]
            name = "a"
            scenario = "province"
            command = "coverage"
            set = { "coverage.rasters" = false }
            [matrix]
            "service.threshold_dbm.4G" = [-110, -80]
            "plan.target.technologies" = [["4G"]]
            "service.environment" = ["outdoor", "indoor"]
            """, "--json", "-q")
        rows = self.rows()
        self.assertEqual(list(rows), [
            f"a__service.threshold_dbm.4G={dbm}__plan.target.technologies=4G__service.environment={where}"
            for dbm in (-110, -80) for where in ("outdoor", "indoor")])
        covered = [int(row["hamlets_covered"]) for row in rows.values()]
        self.assertGreater(covered[0], covered[1])
        self.assertGreater(covered[0], covered[2])
        self.assertEqual([row["hamlets_covered"] for row in json.loads(done.stdout)], covered)
        self.assertEqual(done.stderr, "")

    FAILING = """
        [[run]]
        name = "good"
        scenario = "province"
        command = "coverage"
        set = { "coverage.rasters" = false }
        [[run]]
        name = "no-such-key"
        scenario = "province"
        set = { "plan.gapp" = 1 }
        [[run]]
        name = "no-such-scenario"
        scenario = "nowhere"
        [[run]]
        name = "out-of-reach"
        scenario = "province"
        command = "plan"
        set = { "plan.candidates.from_hamlets" = false, "plan.candidates.from_peaks" = false,
                "plan.candidates.existing_masts" = false, "plan.target.hamlet_share" = 1.0 }
        """.replace("false,\n                ", "false, ")

    def test_one_that_fails_harms_no_other_and_says_why(self):
        alone = {name: harness.phusong("run", scenario, "-o", self.out.parent / "alone", "-q", *options, expect=2)
                 for name, scenario, options in (("no-such-key", self.province, ("--set", "plan.gapp=1")),
                                                 ("no-such-scenario", self.folder / "nowhere", ()))}
        self.batch(self.FAILING, expect=2)
        rows = self.rows()
        self.assertEqual({name: row["exit_code"] for name, row in rows.items()},
                         {"good": "0", "no-such-key": "2", "no-such-scenario": "2", "out-of-reach": "4"})
        self.assertEqual(rows["good"]["message"], "")
        for name, done in alone.items():
            # A text that a spreadsheet would take for a formula has an apostrophe before it.
            self.assertEqual(rows[name]["message"].lstrip("'"), done.stderr.strip())
            self.assertEqual((self.out / f"{name}.log").read_text(encoding="utf-8"), done.stderr)
        self.assertIn("did you mean plan.gap?", rows["no-such-key"]["message"])
        self.assertEqual((rows["out-of-reach"]["reached"], rows["out-of-reach"]["message"]),
                         ("false", "the target is not reached"))

    def test_a_second_call_makes_what_is_not_complete_and_nothing_else(self):
        self.batch(self.FAILING, expect=2)
        first = {path: path.stat().st_mtime_ns for path in self.out.rglob("*")
                 if path.is_file() and path.parent.name in ("good", "plan")}
        rows = self.rows()
        fixed = self.FAILING.replace("plan.gapp", "plan.gap").replace('"nowhere"', '"province"')
        self.batch(fixed, expect=4)
        self.assertEqual({path: path.stat().st_mtime_ns for path in first}, first)
        again = self.rows()
        self.assertEqual(again["good"], rows["good"])
        self.assertEqual(again["out-of-reach"], rows["out-of-reach"])
        self.assertEqual({row["exit_code"] for row in again.values()}, {"0", "4"})

    def test_a_run_of_something_else_is_left_alone_unless_it_is_to_be_replaced(self):
        text = '[[run]]\nname = "a"\nscenario = "province"\ncommand = "coverage"\nset = { "coverage.rasters" = false%s }\n'
        self.batch(text % "")
        before = contents(self.out / "a")
        self.batch(text % ', "propagation.receiver_height_m" = 2.5', expect=2)
        self.assertIn("--overwrite replaces it", self.rows()["a"]["message"])
        self.assertEqual(contents(self.out / "a"), before)
        self.batch(text % ', "propagation.receiver_height_m" = 2.5', "--overwrite")
        self.assertNotEqual(contents(self.out / "a"), before)

    def stop(self, number):
        """A batch that a signal stops in its second run; its exit code."""
        text = "\n".join(f'[[run]]\nname = "{name}"\nscenario = "province"\n' for name in "abc")
        command = [harness.PROGRAM, "batch", str(self.manifest(text)), "-o", str(self.out), "-q", "--no-store",
                   "--threads", "1"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
            while run.poll() is None and not (self.out / "b/hamlets.csv").exists():
                time.sleep(0.01)
            run.send_signal(number)
            return text, run.wait(timeout=60)

    def test_a_stopped_batch_goes_on_to_the_same_bytes(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                self.out = self.out.parent / number.name
                text, code = self.stop(number)
                self.assertEqual(code, 130)
                rows = self.rows()
                self.assertEqual((rows["a"]["exit_code"], rows["b"]["exit_code"], rows["c"]["exit_code"]), ("0", "", ""))
                self.assertEqual((rows["b"]["message"], rows["c"]["message"]), ("stopped", "not run yet"))
                self.batch(text, "--no-store")
                self.assertEqual(contents(self.out / "b"), contents(self.out / "a"))
                self.assertEqual(contents(self.out / "c"), contents(self.out / "a"))

    def test_runs_stop_with_a_batch_that_is_killed(self):
        _, code = self.stop(signal.SIGKILL)
        self.assertEqual(code, -signal.SIGKILL)
        # The lock of the run goes with its process.
        for _ in range(500):
            if not (self.out / "b/.lock").exists():
                break
            time.sleep(0.02)
        self.assertFalse((self.out / "b/.lock").exists())
        self.assertFalse((self.out / "b/manifest.json").exists())

    def threads_of(self, *options):
        self.batch('[[run]]\nname = "a"\nscenario = "province"\ncommand = "coverage"\n'
                   'set = { "coverage.rasters" = false }\n', "--overwrite", *options)
        return json.loads((self.out / "a/timings.json").read_text(encoding="utf-8"))["threads"]

    def test_threads_are_those_of_the_task_that_slurm_has_made(self):
        with unittest.mock.patch.dict(os.environ, {"SLURM_CPUS_PER_TASK": "3"}):
            self.assertEqual(self.threads_of(), 3)
            self.assertEqual(self.threads_of("--jobs", "2"), 1)
            self.assertEqual(self.threads_of("--threads", "2"), 2)
        # What is no number says nothing.
        with unittest.mock.patch.dict(os.environ, {"SLURM_CPUS_PER_TASK": "all"}):
            self.assertEqual(self.threads_of("--jobs", "1000"), 1)

    def test_a_run_that_is_still_stopping_is_waited_for(self):
        text = '[[run]]\nname = "a"\nscenario = "province"\ncommand = "coverage"\nset = { "coverage.rasters" = false }\n'
        self.batch(text)
        with open(self.out / "a/.lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            command = [harness.PROGRAM, "batch", str(self.manifest(text)), "-o", str(self.out), "-q"]
            with subprocess.Popen(command) as again:
                time.sleep(1.0)
                self.assertIsNone(again.poll())
                fcntl.flock(lock, fcntl.LOCK_UN)
                self.assertEqual(again.wait(timeout=60), 0)

    def test_wrong_command_lines_and_manifests(self):
        self.assertIn("the manifest is missing", harness.phusong("batch", "-o", self.out, expect=2).stderr)
        self.assertIn("-o: the folder", harness.phusong("batch", self.manifest(self.FAILING), expect=2).stderr)
        self.assertIn("does not exist", harness.phusong("batch", self.folder / "no.toml", "-o", self.out, expect=3).stderr)
        self.assertIn("is missing: there is nothing to run", self.batch("# none", expect=2).stderr)
        self.assertFalse(self.out.exists())
        self.assertIn("holds no batch", harness.phusong("batch", self.manifest(self.FAILING), "-o", self.province,
                                                        expect=2).stderr)

    def test_two_batches_into_one_folder_are_kept_apart(self):
        self.out.mkdir()
        (self.out / "batch.csv").touch()
        lock = os.open(self.out / ".lock", os.O_RDWR | os.O_CREAT)
        fcntl.flock(lock, fcntl.LOCK_EX)
        self.assertIn("is in use", self.batch(self.FAILING, expect=2).stderr)
        os.close(lock)


if __name__ == "__main__":
    harness.main()
