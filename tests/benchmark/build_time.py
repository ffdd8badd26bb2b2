#!/usr/bin/env python3
"""What building from nothing costs, against an earlier commit.

    tests/benchmark/build_time.py [COMMIT] [--jobs N] [--only program|tests] [--keep FOLDER]

Builds COMMIT (default: the last one that compiled every file by itself) and the working tree, each in a clean clone
of its own and without the compiler cache: the program as users build it, and the unit tests under the address and
undefined-behaviour sanitizers. Prints processor seconds, seconds, compiled units and the ratio of the processor
seconds. Takes as long as the four builds; of what else the machine does, the processor seconds feel little.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SINGLE_FILES = "05f7923"


@dataclass
class Build:
    title: str
    preset: str
    target: str
    options: tuple


BUILDS = {
    "program": Build("the program", "release", "phusong", ("-DPHUSONG_BUILD_TESTS=OFF",)),
    "tests": Build("the unit tests, sanitizers", "asan", "unit_tests", ()),
}


@dataclass
class Cost:
    processor_s: float
    wall_s: float
    units: int


def git(*arguments, cwd=PROJECT):
    return subprocess.run(["git", *arguments], cwd=cwd, check=True, capture_output=True, text=True).stdout


def clone_of_commit(commit, folder):
    git("clone", "--quiet", "--no-checkout", str(PROJECT), str(folder))
    git("checkout", "--quiet", "--detach", git("rev-parse", commit).strip(), cwd=folder)


def copy_of_working_tree(folder):
    for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        source = PROJECT / name
        if name and source.is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)


def children_s():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def cost_of(build, folder, jobs):
    environment = dict(os.environ, CCACHE_DISABLE="1")
    configure = ["cmake", "--preset", build.preset, "-DCCACHE_PROGRAM=", "--log-level=WARNING", *build.options]
    compile_all = ["cmake", "--build", "--preset", build.preset, "--parallel", str(jobs), "--target", build.target]
    processor_s, begin_s = children_s(), time.monotonic()
    output = ""
    for command in (configure, compile_all):
        done = subprocess.run(command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} failed in {folder}:\n{done.stdout[-4000:]}")
        output = done.stdout
    units = len(re.findall(r"^\[\d+/\d+\] Building CXX object", output, re.MULTILINE))
    return Cost(children_s() - processor_s, time.monotonic() - begin_s, units)


def compare(build, before, now, jobs):
    old, new = (cost_of(build, folder, jobs) for folder in (before, now))
    print(f"\n{build.title}, {jobs} at a time\n{'':14}{'processor s':>12}{'seconds':>10}{'units':>8}")
    for name, cost in (("before", old), ("working tree", new)):
        print(f"{name:14}{cost.processor_s:12.1f}{cost.wall_s:10.1f}{cost.units:8}")
    print(f"{'ratio':14}{new.processor_s / old.processor_s:12.3f}{new.wall_s / old.wall_s:10.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commit", nargs="?", default=SINGLE_FILES)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", choices=BUILDS)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="phusong-build-time-") as folder:
        before, now = (asked.keep or Path(folder)) / "before", (asked.keep or Path(folder)) / "now"
        clone_of_commit(asked.commit, before)
        copy_of_working_tree(now)
        for name in [asked.only] if asked.only else BUILDS:
            compare(BUILDS[name], before, now, asked.jobs)


if __name__ == "__main__":
    main()
