"""Every example of every --help works as it stands, from the project's folder."""

import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import harness
import made_communes
import tile_server


def examples(*command):
    """The command lines that a help shows as examples."""
    shown = harness.phusong(*command, "--help").stdout.split("Example:\n")[1]
    return re.findall(r"^  (phusong .*)$", shown, re.MULTILINE)


def runs_read_by(words):
    """The folders of runs that a command line reads, which have to be there."""
    how_many = {"compare": 2, "report": 1}
    return words[2:2 + how_many.get(words[1], 0)]


class HelpExamples(unittest.TestCase):
    def work_folder(self):
        """A folder that is to the program what the project's is, but for what it writes there."""
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        folder = pathlib.Path(temporary.name)
        for name in ("scenarios", "data-samples"):
            (folder / name).symlink_to(harness.PROJECT / name, target_is_directory=True)
        return folder

    def run_in(self, folder, arguments):
        """Runs the program there; what asks the network asks a server on this machine, and a map of people
        is made."""
        command = [harness.PROGRAM, *arguments]
        if arguments[:2] == ["data", "fetch"]:
            server = self.enterContext(tile_server.TileServer(tile_server.tiles()))
            command += server.options()
        if arguments[:2] == ["data", "hamlets"]:
            made_communes.write_people(folder / "people.tif")
            made_communes.write_communes(folder / "communes.geojson")
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    def run_example(self, example):
        """Runs an example, and sees that what it says to write is there."""
        words, folder = shlex.split(example), self.work_folder()
        self.assertEqual(words[0], "phusong")
        for run in runs_read_by(words):
            harness.phusong("run", harness.PROJECT / "scenarios/karst-district", "-o", folder / run,
                            "--set", "terrain.cell_size_m=200")
        done = self.run_in(folder, words[1:])
        self.assertEqual(done.returncode, 0, f"{example}\n{done.stdout}{done.stderr}")
        if "-o" in words:
            self.assertTrue((folder / words[words.index("-o") + 1]).exists(), example)

    def test_every_example_of_a_command_works(self):
        names = harness.commands()
        self.assertIn(["run"], names)
        for name in names:
            with self.subTest(command=name):
                found = examples(*name)
                self.assertTrue(found)
                for example in found:
                    self.run_example(example)

    def test_the_example_of_the_overview_is_one_of_a_command(self):
        (example,) = examples()
        self.assertIn(example, examples(shlex.split(example)[1]))

    def test_the_request_that_the_help_of_loss_shows_is_answered(self):
        requests = re.findall(r"^ +(\{.*\})$", harness.phusong("loss", "--help").stdout, re.MULTILINE)
        self.assertTrue(requests)
        for request in requests:
            done = subprocess.run([harness.PROGRAM, "loss"], input=request, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertIn('"loss_db"', done.stdout)


if __name__ == "__main__":
    harness.main()
