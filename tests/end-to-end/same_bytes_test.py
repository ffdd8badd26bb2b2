"""The comparison of two programs finds a byte that differs, and none between a program and itself."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import harness
import same_bytes

SCRIPT = pathlib.Path(same_bytes.__file__)


class Contents(unittest.TestCase):
    """Two folders as runs leave them, compared."""

    def found(self, base, new):
        with tempfile.TemporaryDirectory(prefix="phusong-test-") as temporary:
            contents = []
            for side, files in (("base", base), ("new", new)):
                for name, content in files.items():
                    path = pathlib.Path(temporary, side, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content)
                contents.append(same_bytes.contents_of(pathlib.Path(temporary, side)))
            return list(same_bytes.differences(*contents))

    def test_equal_files_do_not_differ(self):
        files = {"hamlets.csv": b"hamlet_id\nH1\n", "plan/plan.json": b"{}\n"}
        self.assertEqual(self.found(files, files), [])

    def test_a_line_that_differs_is_shown(self):
        found = self.found({"plan/steps.csv": b"step\n1\n2\n"}, {"plan/steps.csv": b"step\n1\n3\n"})
        self.assertEqual(found, ["plan/steps.csv: line 3\n    base 2\n    new  3"])

    def test_a_line_more_is_a_difference(self):
        self.assertEqual(self.found({"steps.csv": b"step\n"}, {"steps.csv": b"step\n1\n"}),
                         ["steps.csv: line 2\n    base (nothing)\n    new  1"])

    def test_a_byte_of_a_map_that_differs_is_found(self):
        self.assertEqual(self.found({"map.tif": b"II\0\1\2"}, {"map.tif": b"II\0\1\3"}),
                         ["map.tif: from byte 4 on; 5 and 5 bytes"])

    def test_a_file_that_one_program_alone_writes_is_a_difference(self):
        self.assertEqual(self.found({"a.csv": b"", "b.csv": b""}, {"a.csv": b""}), ["b.csv: the base alone has it"])

    def test_times_and_the_version_may_differ(self):
        base = {"timings.json": b"1", "manifest.json": b'{\n "program": "phusong",\n "version": "1",\n "inputs": []\n}\n'}
        new = {"timings.json": b"2", "manifest.json": base["manifest.json"].replace(b'"1"', b'"2"')}
        self.assertEqual(self.found(base, new), [])

    def test_nothing_else_of_a_manifest_may_differ(self):
        base = {"manifest.json": b'{\n "version": "1",\n "counts": 1\n}\n'}
        self.assertEqual(len(self.found(base, {"manifest.json": base["manifest.json"].replace(b": 1", b": 2")})), 1)


class Programs(unittest.TestCase):
    """Two programs, run on a small province."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.scenario = harness.make_province(self.folder / "province")

    def compare(self, new):
        return subprocess.run([sys.executable, "-B", SCRIPT, harness.PROGRAM, new, self.scenario], capture_output=True,
                              text=True, check=False)

    def test_a_program_does_not_differ_from_itself(self):
        done = self.compare(harness.PROGRAM)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("0 differences in 1 runs", done.stdout)

    def test_a_program_that_computes_something_else_is_found(self):
        other = self.folder / "other"
        other.write_text(f'#!/bin/sh\nexec "{harness.PROGRAM}" "$@" --set propagation.receiver_height_m=1.6\n',
                         encoding="utf-8")
        other.chmod(0o755)
        done = self.compare(other)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("hamlets.csv: line 2", done.stdout)

    def test_a_program_that_fails_is_found(self):
        done = self.compare("/bin/false")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)


if __name__ == "__main__":
    harness.main()
