"""A run that is stopped half way leaves whole files alone, and goes on where it was."""

import signal
import subprocess
import time

import harness
from run_folder_test import contents

EXIT_CODE_STOPPED = 130


class Interrupt(harness.ScenarioTest):
    def stop_half_way(self, run_folder):
        """Starts a run and interrupts it once the first table is there; its exit code."""
        command = [harness.PROGRAM, "run", str(self.scenario), "-o", str(run_folder), "--threads", "1", "-q",
                   "--no-store"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            while run.poll() is None and not (run_folder / "hamlets.csv").exists():
                time.sleep(0.01)
            run.send_signal(signal.SIGINT)
            return run.wait(timeout=60)

    def test_a_stopped_run_is_resumed_to_the_same_bytes(self):
        half = self.folder / "half"
        exit_code = self.stop_half_way(half)
        self.assertIn(exit_code, (0, EXIT_CODE_STOPPED))  # 0: it was quicker than the signal
        if exit_code == EXIT_CODE_STOPPED:
            self.assertFalse((half / "manifest.json").exists())
        self.assertEqual([path for path in half.rglob("*.part*")], [])
        harness.phusong("run", self.scenario, "-o", half, "--resume")
        self.assertEqual(contents(half), contents(self.run_folder))

    def test_a_run_of_something_else_is_not_resumed(self):
        refused = harness.phusong("run", self.scenario, "-o", self.run_folder, "--resume", "--set",
                                  "propagation.receiver_height_m=2.5", expect=2)
        self.assertIn("--overwrite", refused.stderr)


if __name__ == "__main__":
    harness.main()
