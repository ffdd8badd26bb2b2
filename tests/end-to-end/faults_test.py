"""A disk without room, folders where files should be, a terrain that goes: over all commands that write."""

import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import unittest

import harness
import kills
import tile_server

EXIT_CODE_MACHINE_LACKS = 5


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        server = cls.enterClassContext(tile_server.TileServer(tile_server.tiles()))
        cls.commands = kills.commands_in(cls.folder, server)
        for command in cls.commands:
            kills.usual(command, cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.out = self.folder / "out"
        shutil.rmtree(self.out, ignore_errors=True)

    def call(self, command, *more, largest_file=None):
        """The finished command; no file that it writes may be larger, as on a disk that is full."""
        def no_large_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

        return subprocess.run([harness.PROGRAM, *command.words_for(self.out), *more], capture_output=True, text=True,
                              preexec_fn=no_large_files if largest_file is not None else None, check=False)

    def assert_told(self, done, *words):
        self.assertEqual(done.returncode, EXIT_CODE_MACHINE_LACKS, done.stderr)
        for word in ("the machine lacks what this needs", *words):
            self.assertIn(word, done.stderr)

    def goes_on(self, command):
        """The same command once more, with room: all files are there as if nothing had been."""
        again = command.again if self.out.exists() and any(self.out.iterdir()) else []
        done = self.call(command, *again)
        self.assertEqual(done.returncode, command.code, done.stderr)
        self.assertEqual(kills.kept(self.out), command.expected)

    def test_a_disk_without_room_leaves_nothing_wrong_and_the_same_command_goes_on(self):
        for command in self.commands:
            largest = max(len(data) for data in command.expected.values())
            for part in (0.0, 0.02, 0.5):
                with self.subTest(command=command.name, part=part):
                    shutil.rmtree(self.out, ignore_errors=True)
                    done = self.call(command, largest_file=int(part * largest))
                    if command.name == "batch":
                        # What the runs lack is told in their rows and logs.
                        said = "".join(log.read_text(encoding="utf-8") for log in self.out.glob("*.log"))
                        self.assertEqual(done.returncode, EXIT_CODE_MACHINE_LACKS, done.stderr + said)
                    else:
                        self.assert_told(done, "cannot be written")
                    self.assertEqual(kills.wrong_files(command, self.out), [])
                    self.goes_on(command)

    def test_a_folder_in_the_place_of_a_file_is_named_and_left_alone(self):
        for name in ("run", "plan", "sunset"):
            command = next(one for one in self.commands if one.name == name)
            for file in ("hamlets.csv", "tables.xlsx", "report.html", "terrain.tif", "hamlets.gpkg", "phusong.qgz"):
                if file not in command.expected:
                    continue
                with self.subTest(command=name, file=file):
                    shutil.rmtree(self.out, ignore_errors=True)
                    self.goes_on(command)
                    (self.out / "manifest.json").unlink()
                    (self.out / ".begun.json").write_text(self.identity_of(command), encoding="utf-8")
                    (self.out / file).unlink()
                    (self.out / file).mkdir()
                    (self.out / file / "mine.txt").write_text("mine", encoding="utf-8")
                    done = self.call(command, "--resume")
                    # The ground is read again, and is no file then.
                    self.assertEqual(done.returncode, 3 if file == "terrain.tif" else EXIT_CODE_MACHINE_LACKS, done.stderr)
                    self.assertIn(file, done.stderr)
                    self.assertEqual((self.out / file / "mine.txt").read_text(encoding="utf-8"), "mine")
                    shutil.rmtree(self.out / file)
                    self.goes_on(command)

    def identity_of(self, command):
        """What a run that has begun notes in its folder."""
        other = self.folder / "begun"
        shutil.rmtree(other, ignore_errors=True)
        words = [word.replace(str(self.out), str(other)) for word in command.words_for(self.out)]
        with subprocess.Popen([harness.PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            while run.poll() is None and not (other / ".begun.json").exists():
                pass
            text = (other / ".begun.json").read_text(encoding="utf-8")
            run.kill()
        return text


if __name__ == "__main__":
    harness.main()
