"""What the end-to-end tests share: the program, a small synthetic province, tables, and GDAL's own tools."""

import atexit
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import cases

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("PHUSONG", PROJECT / "build/release/phusong"))

# Reference values and cases on real ground, where somebody has put them beside the project.
SHARED = pathlib.Path(os.environ.get("PHUSONG_SHARED_DIR", PROJECT / "../shared")).resolve()

# What CTest is told to take for "skipped".
EXIT_SKIPPED = 77

# Path losses that the tests keep are nobody else's, and go with them.
_cache = tempfile.TemporaryDirectory(prefix="phusong-test-cache-")
atexit.register(_cache.cleanup)
os.environ["XDG_CACHE_HOME"] = _cache.name

# Small enough to run in seconds: ranges are short and cells coarse.
PROVINCE = ["--size-km", "16", "--cell-m", "100", "--hamlets", "40", "--masts", "9", "--seed", "3"]


def phusong(*arguments, expect=0, timeout=900, cwd=None):
    """Runs the program, in a folder where one is given; the finished process, its exit code checked."""
    command = [PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, cwd=cwd)
    if done.returncode != expect:
        raise AssertionError(
            f"{' '.join(command)}: exit code {done.returncode}, not {expect}\n{done.stdout}\n{done.stderr}")
    return done


def commands():
    """The words of all commands, as the program lists them: ["run"], ["data", "fetch"]."""
    listed = phusong("--help").stdout.split("Commands:\n")[1].split("\n\n")[0]
    return [line.strip().split("  ")[0].split() for line in listed.splitlines()]


def make_province(folder):
    """A synthetic scenario in `folder`, which it returns."""
    phusong("synth", folder, *PROVINCE)
    return pathlib.Path(folder)


def rows_of(path):
    """The rows of a CSV as dictionaries."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path, rows):
    """A CSV with the columns of the first row."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def gdalinfo(path, *options):
    text = subprocess.run(["gdalinfo", "-json", *options, str(path)], capture_output=True, text=True, check=True)
    return json.loads(text.stdout)


def ogrinfo(path, *options):
    done = subprocess.run(["ogrinfo", "-ro", "-al", "-so", *options, str(path)], capture_output=True, text=True,
                          check=True)
    return done.stdout


def shared_folder(test):
    """The folder of reference values and cases beside the project; skips the test where it is absent."""
    if not SHARED.is_dir():
        skip(test, "../shared is absent")
    return SHARED


def skip(test, reason):
    """Says on stdout which test is skipped, for those who read logs, and skips it."""
    print(f"SKIPPED: {test.id()}: {reason}", flush=True)
    raise unittest.SkipTest(reason)


def make_case(test, folder, name, more=""):
    """The scenario of a case on real ground, with further lines, in a new folder of `folder`; skips the test where the
    case is absent."""
    data = shared_folder(test) / "cases" / name
    if not data.is_dir():
        skip(test, f"../shared/cases/{name} is absent")
    return cases.write_case(data, folder, more)


def main():
    """Runs the tests of the script that calls it. A failure outweighs a skipped test, which outweighs success."""
    result = unittest.main(exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(EXIT_SKIPPED if result.skipped else 0)


class ScenarioTest(unittest.TestCase):
    """Tests of one run of a small province, made once for all tests of a class."""

    command = "run"
    run_options = ()

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = make_province(cls.folder / "province")
        cls.run_folder = cls.folder / "run"
        phusong(cls.command, cls.scenario, "-o", cls.run_folder, *cls.run_options)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()
