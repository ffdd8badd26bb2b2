#!/usr/bin/env python3
"""What of a run's work goes into what people open: report.html, tables.xlsx and phusong.qgz.

    tests/benchmark/presentation_cost.py SCENARIO... [--rounds N]

Runs build/release/phusong on each SCENARIO, the folder of a scenario or of tables as in ../shared/cases, N times (default
3) and without a path-loss store, then `phusong report`, which makes the presentation alone from the files of the run.
Prints the medians of processor seconds (user and system, all threads), with the least and the greatest: of the whole run,
of it without the presentation, of the presentation inside of the run (its stage in timings.json), of `phusong report` with
its own start, and the share of the presentation in the run. Ends with 1 where a median share is above a tenth.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from against import PROJECT, scenario_of, text_of

MOST_SHARE = 0.10
STAGE = "report"


def processor_s(command):
    """Runs a command; its processor seconds."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 4):
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def measured(program, scenario, folder):
    """Name -> processor seconds of one run, and the share of the presentation."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        run = pathlib.Path(name, "run")
        whole = processor_s([program, "run", scenario, "-o", run, "-q", "--no-store"])
        stages = json.loads((run / "timings.json").read_text(encoding="utf-8"))["stages"]
        alone = processor_s([program, "report", run])
    presentation = sum(stage["processor_seconds"] for stage in stages if stage["stage"] == STAGE)
    return {"run": whole, "run without presentation": whole - presentation, "presentation": presentation,
            "phusong report": alone, "share": presentation / whole}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", type=pathlib.Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    program = PROJECT / "build/release/phusong"
    is_met = True
    for case in asked.scenario:
        with tempfile.TemporaryDirectory(prefix="phusong-presentation-") as name:
            folder = pathlib.Path(name)
            scenario = scenario_of(case.resolve(), folder)
            rounds = [measured(program, scenario, folder) for _ in range(asked.rounds)]
        print(f"\n{case}, processor seconds")
        for part in rounds[0]:
            print(f"  {part:26}{text_of([one[part] for one in rounds]):>30}", flush=True)
        share = statistics.median(one["share"] for one in rounds)
        print(f"  the presentation takes {100 * share:.1f} % of the run; at most {100 * MOST_SHARE:g} % are allowed")
        is_met = is_met and share <= MOST_SHARE
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
