#!/usr/bin/env python3
"""Two programs side by side: do they write the same bytes?

    tests/end-to-end/same_bytes.py BASE_PROGRAM NEW_PROGRAM [FOLDER...]

Runs both on every scenario of the project and on the cases beside it, or on the scenario folders given, and compares
every file that they leave, what they print on stdout and their exit codes. Exempt is what differs by its nature:

    timings.json     the whole file
    manifest.json    the line of the key "version"

Scenarios whose data are absent are skipped by name. Prints each difference and a count; exit code 1 where there is any.
"""

import argparse
import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import tomllib

import cases
import harness

EXEMPT_FILES = {"timings.json"}
# File -> its lines that may differ.
EXEMPT_LINES = {"manifest.json": re.compile(rb'^ "version": .*$', re.MULTILINE)}

QUICK = ("karst-district", "plan-district", "sunset-3g")
# Scenario -> its further runs: other targets that a plan may have, the other language, a technology that stays.
VARIANTS = {
    "plan-district": {
        "broadband": ("--set", "plan.target={fixed_broadband_share=0.6}", "--set", "report.language=en"),
        "broadband-budget": ("--set", "plan.target={fixed_broadband_share=0.9}", "--set", "plan.budget_per_year=500"),
        "people": ("--set", "plan.target={population_share=0.9,technologies=[\"4G\"]}", "--set", "report.language=en"),
        "budget": ("--set", "plan.target={budget=9000}", "--set", "plan.budget_per_year=3000"),
    },
    "sunset-3g": {
        "held-back": ("--set", "sunset.subsidised_handsets_per_period=20", "--set", "report.language=en"),
    },
}
EXIT_CODES_OF_A_RESULT = (0, 4)


@dataclasses.dataclass
class Job:
    """One run that both programs make."""

    name: str
    scenario: pathlib.Path
    command: str
    options: tuple = ()


@dataclasses.dataclass
class Outcome:
    """What a program left: by its name, the bytes of each file, of stdout and of the exit code."""

    contents: dict
    took_s: float
    exit_code: int
    stderr: str


def command_of(scenario):
    """The most that a scenario asks for. A [plan] that has a target alone says what covered means."""
    keys = tomllib.loads((scenario / "scenario.toml").read_text(encoding="utf-8"))
    if "sunset" in keys:
        return "sunset"
    return "plan" if set(keys.get("plan", {})) - {"target"} else "run"


def jobs_of_folder(scenario):
    command = command_of(scenario)
    yield Job(scenario.name, scenario, command)
    for variant, options in VARIANTS.get(scenario.name, {}).items():
        yield Job(f"{scenario.name} {variant}", scenario, command, options)


def is_complete(scenario):
    """Whether the tables of a scenario are there: those of real provinces are the user's to add."""
    keys = tomllib.loads((scenario / "scenario.toml").read_text(encoding="utf-8"))
    return (scenario / keys["network"]["sites"]).exists()


def jobs_of_scenarios(names):
    for path in sorted((harness.PROJECT / "scenarios").glob("*/scenario.toml")):
        scenario = path.parent
        if names and scenario.name not in names:
            continue
        if is_complete(scenario):
            yield from jobs_of_folder(scenario)
        else:
            print(f"SKIPPED: scenarios/{scenario.name}: its data are absent", flush=True)


def jobs_of_case(data, folder):
    """Coverage, a plan for each operator, and the switch-offs of 2G and 3G."""
    yield Job(f"{data.name} coverage", cases.write_case(data, folder / "coverage", cases.COMMUNES), "run")
    planned = cases.write_case(data, folder / "plan", cases.PLAN)
    for operator in cases.OPERATORS:
        yield Job(f"{data.name} plan {operator}", planned, "plan", ("--set", f"plan.operator={operator}"))
    for technology, sunset in (("2g", cases.SUNSET_2G), ("3g", cases.SUNSET_3G)):
        yield Job(f"{data.name} sunset {technology}", cases.write_case(data, folder / technology, sunset), "sunset")


def jobs_of_cases(folder):
    for name in cases.CASES:
        data = harness.SHARED / "cases" / name
        if data.is_dir():
            yield from jobs_of_case(data, folder)
        else:
            print(f"SKIPPED: ../shared/cases/{name} is absent", flush=True)


def comparable(name, content):
    """The bytes of a file without those that may differ."""
    lines = EXEMPT_LINES.get(name)
    return lines.sub(b"", content) if lines else content


def contents_of(folder):
    """The bytes of all files that are compared, by their path in the folder."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: comparable(name, path.read_bytes()) for name, path in names.items() if name not in EXEMPT_FILES}


def run(program, job, folder, options):
    """Runs the job in `folder`: paths in what is printed are relative to it, and so the same for both programs."""
    folder.mkdir(parents=True)
    command = [str(program), job.command, str(job.scenario), "-o", "run", "--keep-levels", *job.options, *options]
    if job.command in ("plan", "sunset"):
        command += ["--write-model", "model.lp"]
    begin = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    took_s = time.monotonic() - begin
    run_folder = folder / "run"
    contents = contents_of(run_folder)
    if (folder / "model.lp").exists():
        contents["model.lp"] = (folder / "model.lp").read_bytes()
    contents |= {"stdout": done.stdout, "exit code": str(done.returncode).encode()}
    return Outcome(contents, took_s, done.returncode, done.stderr.decode(errors="replace"))


def first_difference(base, new):
    """Where two contents part: the line of a text, the byte of anything else."""
    offset = next((at for at, (a, b) in enumerate(zip(base, new)) if a != b), min(len(base), len(new)))
    if b"\0" in base[:4096]:
        return f"from byte {offset} on; {len(base)} and {len(new)} bytes"
    number = base.count(b"\n", 0, offset) + 1
    lines = [text.splitlines()[number - 1:number] for text in (base, new)]
    shown = [line[0].decode("utf-8", "replace").strip()[:160] if line else "(nothing)" for line in lines]
    return f"line {number}\n    base {shown[0]}\n    new  {shown[1]}"


def differences(base, new):
    """What differs between two contents, a text each."""
    for name in sorted(base.keys() | new.keys()):
        if name not in new:
            yield f"{name}: the base alone has it"
        elif name not in base:
            yield f"{name}: the new program alone has it"
        elif base[name] != new[name]:
            yield f"{name}: {first_difference(base[name], new[name])}"


def stopped_by_time(contents):
    """Whether a search ran out of its time: then the same bytes are not promised."""
    results = (contents.get(name) for name in ("plan/plan.json", "sunset/sunset.json"))
    return any(json.loads(result).get("stopped_by") == "time" for result in results if result)


def compare(job, programs, folder, options):
    """Runs both programs, prints how they differ, and returns the number of differences."""
    outcomes = []
    for side, program in programs.items():
        store = ["--no-store"] if options.no_store else ["--store", str(folder / side / "store")]
        outcomes.append(run(program, job, folder / side / job.name.replace(" ", "-"), store + options.passed_on))
    base, new = outcomes
    found = list(differences(base.contents, new.contents))
    for outcome in outcomes:
        if outcome.exit_code not in EXIT_CODES_OF_A_RESULT:
            found.append(f"exit code {outcome.exit_code}, no result to compare\n    {outcome.stderr.strip()[-400:]}")
    print(f"{job.name}: {len(base.contents)} contents, {len(found)} differences; "
          f"base {base.took_s:.0f} s, new {new.took_s:.0f} s", flush=True)
    for difference in found:
        print(f"  {difference}", flush=True)
    if found and any(stopped_by_time(outcome.contents) for outcome in outcomes):
        print("  a search ran out of its time: the same bytes are not promised", flush=True)
    return len(found)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base_program", type=pathlib.Path)
    parser.add_argument("new_program", type=pathlib.Path)
    parser.add_argument("folders", metavar="FOLDER", nargs="*", type=pathlib.Path,
                        help="scenario folders instead of those of the project and the cases")
    parser.add_argument("--quick", action="store_true", help=f"the scenarios {', '.join(QUICK)} alone")
    parser.add_argument("--no-store", action="store_true",
                        help="compute every path loss in every run, instead of one store for each program")
    parser.add_argument("--threads", type=int, help="threads of each run (default: the programs')")
    parser.add_argument("--keep", metavar="FOLDER", type=pathlib.Path, help="keep the runs in this new folder, to look at them")
    options = parser.parse_args()
    options.passed_on = ["--threads", str(options.threads)] if options.threads else []
    return options


def jobs(options, folder):
    if options.folders:
        return [job for scenario in options.folders for job in jobs_of_folder(scenario.resolve())]
    if options.quick:
        return list(jobs_of_scenarios(QUICK))
    return [*jobs_of_scenarios(()), *jobs_of_cases(folder / "cases")]


def main():
    options = arguments()
    programs = {"base": options.base_program.resolve(), "new": options.new_program.resolve()}
    with tempfile.TemporaryDirectory(prefix="phusong-same-bytes-") as temporary:
        folder = (options.keep or pathlib.Path(temporary)).resolve()
        todo = jobs(options, folder)
        found = sum(compare(job, programs, folder, options) for job in todo)
    print(f"{found} differences in {len(todo)} runs")
    return 1 if found or not todo else 0


if __name__ == "__main__":
    sys.exit(main())
