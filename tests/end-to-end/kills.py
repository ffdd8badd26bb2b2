"""Kills the program at random moments, and sees that nothing which exists is wrong and nothing finished is lost.

    kills.py [--count N] [--seed N]   kills over all commands, turn by turn, and prints what came of them

For each command there is one undisturbed run, whose files are the expected ones. Then, N times: the command in an
empty folder, SIGKILL after a random part of its usual time; every file under its own name must have the expected bytes
(but those that a later stage adds to); the same command, with --resume where there is one, must end well; then all
files must be the expected ones, and no temporary one be left.
"""

import argparse
import contextlib
import dataclasses
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import drive
import harness
import tile_server
from run_folder_test import contents

# Small enough for a run of every stage in half a second.
PROVINCE = ["--size-km", "8", "--cell-m", "100", "--hamlets", "8", "--masts", "3", "--seed", "3"]
SETTINGS = ["--set", "plan.gap=0.02", "--set", "sunset.technology=3G", "--set", "sunset.start=2027-Q1", "--set",
            "analysis.draws=100"]
# What a run of several stages writes more than once; the last writing counts. The lock and the note of what a folder
# is a run of are there while a run goes on.
WRITTEN_AGAIN = {"point_levels.csv", "kpi.json", "kpi.csv", "sources.json", "SOURCES.md"}
AT_WORK = {".lock", ".begun.json"}


@dataclasses.dataclass
class Command:
    name: str
    words: list  # {out} is the folder that it fills
    again: list  # what the second call has beside them
    code: int = 0
    seconds: float = 0.0
    expected: dict = dataclasses.field(default_factory=dict)

    def words_for(self, out):
        return [str(word).replace("{out}", str(out)) for word in self.words]


def commands_in(folder, server):
    """All commands that write a folder, on inputs that are made in `folder`; `server` has tiles of terrain."""
    province = folder / "province"
    harness.phusong("synth", province, *PROVINCE)
    run = folder / "run"
    harness.phusong("run", province, "-o", run, "-q", "--keep-levels", "--no-store", "--set", "plan.gap=0.02")
    harness.write_rows(folder / "measurements.csv",
                       list(drive.measured(drive.kept_levels(run, province / "cells.csv"), seed=1)))
    other = folder / "other"
    harness.phusong("coverage", province, "-o", other, "-q", "--no-store", "--set", "service.threshold_dbm.4G=-100")
    (folder / "batch.toml").write_text(
        '[[run]]\nname = "a"\nscenario = "province"\ncommand = "coverage"\n[matrix]\n"service.model_sigma_db" = [5, 7]\n',
        encoding="utf-8")
    resume = ["--resume"]
    stages = ["-o", "{out}", "-q", "--store", folder / "store", *SETTINGS]
    return [
        Command("run", ["run", province, *stages, "--keep-levels", "--uncertainty"], resume),
        Command("coverage", ["coverage", province, *stages], resume),
        Command("plan", ["plan", province, *stages], resume),
        Command("sunset", ["sunset", province, *stages], resume),
        Command("batch", ["batch", folder / "batch.toml", "-o", "{out}", "-q", "--no-store"], []),
        Command("compare", ["compare", other, run, "-o", "{out}", "-q"], ["--overwrite"]),
        Command("calibrate", ["calibrate", province, "--measurements", folder / "measurements.csv", "-o", "{out}", "-q",
                              "--block-km", "0.5"], ["--overwrite"]),
        Command("import", ["import", "sites", harness.PROJECT / "data-samples/tables-as-received/tram-bts.csv", "-o",
                           "{out}/sites.csv", "-q"], ["--overwrite"]),
        Command("fetch", ["data", "fetch", "--bbox", "105.9,21.9,106.1,22.1", "--out", "{out}", "-q", *server.options()],
                []),
    ]


def usual(command, folder):
    """Notes the time, exit code and files of the command when nothing disturbs it."""
    out = folder / "expected"
    shutil.rmtree(out, ignore_errors=True)
    for _ in range(2):  # the second one finds the store filled, as most of those that are killed do
        shutil.rmtree(out, ignore_errors=True)
        start = time.monotonic()
        done = subprocess.run([harness.PROGRAM, *command.words_for(out)], capture_output=True, text=True, check=False)
        command.seconds = time.monotonic() - start
    command.code = done.returncode
    if command.code not in (0, 4):
        raise AssertionError(f"{command.name}: exit code {command.code}\n{done.stderr}")
    command.expected = kept(out)
    if not command.expected:
        raise AssertionError(f"{command.name} has written nothing")


def kept(out):
    """The files of a folder whose bytes are known beforehand."""
    return {name: data for name, data in contents(out).items() if pathlib.Path(name).name not in {*AT_WORK, "batch.csv"}}


def wrong_files(command, out):
    """Names of files that are there under their own name and are not what they should be."""
    if not out.exists():
        return []
    return [name for name, data in kept(out).items()
            if ".part" not in name and not name.endswith(".log") and pathlib.Path(name).name not in WRITTEN_AGAIN
            and data != command.expected.get(name)]


def kill_once(command, folder, moment):
    """What is wrong after a kill at this part of the usual time; empty where nothing is. Also whether it came in time."""
    out = folder / "killed"
    shutil.rmtree(out, ignore_errors=True)
    with subprocess.Popen([harness.PROGRAM, *command.words_for(out)], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        time.sleep(moment * command.seconds)
        process.kill()
        came_in_time = process.wait() == -signal.SIGKILL
    faults = [f"{name} is wrong after the kill" for name in wrong_files(command, out)]
    again = command.again if out.exists() else []
    if again == ["--overwrite"] and not any(out.iterdir()):
        again = []
    done = subprocess.run([harness.PROGRAM, *command.words_for(out), *again], capture_output=True, text=True, check=False)
    if done.returncode != command.code:
        return faults + [f"the second call ends with {done.returncode}: {done.stderr.strip()}"], came_in_time
    found = kept(out)
    faults += [f"{name} is {'wrong' if name in found else 'missing'} after the second call"
               for name in command.expected if found.get(name) != command.expected[name]]
    faults += [f"{name} is left over" for name in found if name not in command.expected]
    return faults, came_in_time


@dataclasses.dataclass
class Tally:
    kills: int = 0  # that came before the end
    calls: int = 0
    faults: list = dataclasses.field(default_factory=list)


def kill_all(count, seed, tell=lambda text: None):
    """Kills `count` times, command by command in turn; what came of it by the command's name."""
    moments = random.Random(seed)
    tallies = {}
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="phusong-kills-")))
        server = stack.enter_context(tile_server.TileServer(tile_server.tiles()))
        commands = commands_in(folder, server)
        for command in commands:
            usual(command, folder)
            tallies[command.name] = Tally()
        for i in range(count):
            command = commands[i % len(commands)]
            moment = moments.uniform(0.0, 1.05)
            faults, came_in_time = kill_once(command, folder, moment)
            tally = tallies[command.name]
            tally.calls += 1
            tally.kills += came_in_time
            tally.faults += [f"{command.name}, killed at {moment:.3f} of its time: {fault}" for fault in faults]
            for fault in tally.faults[-len(faults):] if faults else []:
                tell(fault)
            if (i + 1) % 50 == 0:
                tell(f"{i + 1} of {count}")
    return tallies


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tallies = kill_all(arguments.count, arguments.seed, lambda text: print(text, file=sys.stderr, flush=True))
    print(f"{'command':<10}  {'calls':>5}  {'killed before the end':>21}  {'faults':>6}")
    for name, tally in tallies.items():
        print(f"{name:<10}  {tally.calls:>5}  {tally.kills:>21}  {len(tally.faults):>6}")
    sys.exit(any(tally.faults for tally in tallies.values()))


if __name__ == "__main__":
    main()
