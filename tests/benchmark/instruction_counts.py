#!/usr/bin/env python3
"""Instructions a receiver that the area engine takes on a small fixed disc, by callgrind: unlike times they do not
depend on what else the machine does. Fails where they grow by more than a tenth over instruction_counts.json.

    tests/benchmark/instruction_counts.py BENCHMARK_SMALL_DISC [--update]    --update keeps the new figures

The kept figures belong to the compiler and C library of Debian 12 on x86-64. Exit code 77: valgrind is not installed,
or there is no figure for this machine's instruction set.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = Path(__file__).with_name("instruction_counts.json")
GROWTH_ALLOWED = 0.10
SKIPPED = 77
CASES = {"p1812": ("30", "3"), "itm": ("60", "3")}  # cell size in m, range in km


def count(program, model, times):
    """Instructions of a run, its instruction set and its receivers."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, model,
                              *CASES[model], str(times)], check=True, capture_output=True, text=True)
    instructions = int(re.search(r"Collected : (\d+)", run.stderr).group(1))
    instruction_set, receivers = run.stdout.split()
    return instructions, instruction_set, int(receivers)


def instructions_a_receiver(program, model):
    """Of two discs more: making the terrain and loading the program fall out of the difference."""
    once, instruction_set, receivers = count(program, model, 1)
    thrice = count(program, model, 3)[0]
    return instruction_set, round((thrice - once) / (2 * receivers))


def main():
    if not shutil.which("valgrind"):
        print("SKIPPED: instruction counts of the area engine: valgrind is not installed")
        return SKIPPED
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    result = 0
    for model in CASES:
        instruction_set, found = instructions_a_receiver(sys.argv[1], model)
        before = kept.get(instruction_set, {}).get(model)
        print(f"{model}, {instruction_set}: {found} instructions a receiver, kept figure {before}")
        if "--update" in sys.argv[2:]:
            kept.setdefault(instruction_set, {})[model] = found
        elif before is None:
            print(f"SKIPPED: {model} by {instruction_set}: no kept figure; --update keeps one")
            result = result or SKIPPED
        elif found > before * (1 + GROWTH_ALLOWED):
            print(f"FAILED: {found / before - 1:.0%} more than kept. Where that is worth it, run this with --update.")
            result = 1
    if "--update" in sys.argv[2:]:
        KEPT.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")
    return result


if __name__ == "__main__":
    sys.exit(main())
