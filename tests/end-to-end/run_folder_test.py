"""What a run leaves in its folder: the same bytes for any number of threads, and nothing replaced unasked."""

import fcntl
import resource
import signal
import subprocess

import harness


def contents(folder):
    """Bytes of all files but the one that may differ."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "timings.json"}


class RunFolder(harness.ScenarioTest):
    run_options = ("--threads", "1", "--keep-levels")

    def test_one_and_two_threads_write_the_same_bytes(self):
        other = self.folder / "two-threads"
        harness.phusong("run", self.scenario, "-o", other, "--threads", "2", "--keep-levels", "--no-store")
        one, two = contents(self.run_folder), contents(other)
        self.assertEqual(one.keys(), two.keys())
        self.assertEqual([name for name in one if one[name] != two[name]], [])

    def test_a_finished_run_is_not_replaced_unasked(self):
        before = contents(self.run_folder)
        refused = harness.phusong("run", self.scenario, "-o", self.run_folder, expect=2)
        self.assertIn("--overwrite", refused.stderr)
        self.assertEqual(contents(self.run_folder), before)

    def test_overwriting_gives_the_same_bytes_and_leaves_nothing_stale(self):
        copy = self.folder / "overwritten"
        harness.phusong("run", self.scenario, "-o", copy, "--set", "coverage.technologies=[\"4G\"]")
        harness.phusong("run", self.scenario, "-o", copy, "--overwrite", "--keep-levels")
        self.assertEqual(contents(copy), contents(self.run_folder))

    def test_a_folder_in_use_is_refused_and_left_alone(self):
        before = contents(self.run_folder)
        with open(self.run_folder / ".lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            refused = harness.phusong("run", self.scenario, "-o", self.run_folder, "--overwrite", expect=2)
        (self.run_folder / ".lock").unlink()
        self.assertIn("is in use by another run", refused.stderr)
        self.assertEqual(contents(self.run_folder), before)

    def test_of_two_runs_into_one_folder_one_goes_on_and_the_other_is_told(self):
        folder = self.folder / "both"
        command = [harness.PROGRAM, "run", self.scenario, "-o", folder, "--threads", "1", "--keep-levels", "--no-store"]
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        errors = [run.communicate(timeout=900)[1] for run in runs]
        self.assertEqual(sorted(run.returncode for run in runs), [0, 2], errors)
        refused = next(error for run, error in zip(runs, errors) if run.returncode == 2)
        self.assertRegex(refused, "is in use by another run|--overwrite")

    def test_a_lock_that_a_killed_run_left_is_no_lock(self):
        folder = self.folder / "killed"
        folder.mkdir()
        (folder / ".lock").touch()
        harness.phusong("run", self.scenario, "-o", folder, "--overwrite", "--keep-levels")
        self.assertEqual(contents(folder), contents(self.run_folder))

    def test_a_disk_without_room_is_told_as_such(self):
        def no_large_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        done = subprocess.run([harness.PROGRAM, "run", self.scenario, "-o", self.folder / "full", "--no-store"],
                              preexec_fn=no_large_files, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("the machine lacks what this needs", done.stderr)
        self.assertIn("cannot be written", done.stderr)
        self.assertNotIn("internal fault", done.stderr)

    def test_no_half_written_file_is_left(self):
        self.assertEqual([name for name in contents(self.run_folder) if ".part" in name], [])


if __name__ == "__main__":
    harness.main()
