"""Includes run one way through the layers, and heavy or foreign headers stay where they belong.

    layering_test.py               checks the sources of the project
    layering_test.py --self-test   plants one violation of each rule and sees that it is found
"""

import pathlib
import re
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]

# Layer -> the layers whose headers it may include, beside its own.
ALLOWED = {
    "propagation": [],
    "gis": [],
    "sim/progress": [],
    "sim/optimisation": ["sim/progress"],
    "sim/optimisation/milp": ["sim/progress"],
    "sim/optimisation/covering": ["sim/progress", "sim/optimisation/milp"],
    "sim/network": ["propagation", "gis"],
    "sim/scenario": ["propagation", "gis", "sim/progress", "sim/network"],
    "sim/coverage": ["propagation", "gis", "sim/progress", "sim/network", "sim/scenario"],
}
# What makes scenarios knows nothing of what is computed from them.
ALLOWED["sim/intake"] = ALLOWED["sim/scenario"] + ["sim/scenario"]
COVERAGE_AND_BELOW = ALLOWED["sim/coverage"] + ["sim/coverage"]
OPTIMISATION = ["sim/optimisation/milp", "sim/optimisation/covering"]
# Siblings: neither includes the other.
ALLOWED["sim/planning"] = COVERAGE_AND_BELOW + OPTIMISATION
ALLOWED["sim/sunset"] = COVERAGE_AND_BELOW + OPTIMISATION
# Inside planning: neither candidates nor backhaul know of each other or of the solver; the solver has no hamlets, goal
# translates. What all of them use lies in sim/planning itself.
PLANNING = "sim/planning/"
COVERING = "sim/optimisation/covering"
for stage, uses in {
    "candidates": [],
    "costs": ["candidates"],
    "matrix": ["candidates"],
    "goal": ["candidates", "matrix", COVERING],
    "backhaul": [],
    "broadband": ["backhaul", "sim/optimisation/milp"],
    "steps": ["candidates", "costs", "backhaul", "broadband", COVERING],
}.items():
    used = [use if use.startswith("sim/") else PLANNING + use for use in uses]
    ALLOWED[PLANNING + stage] = COVERAGE_AND_BELOW + ["sim/planning"] + used
ALLOWED["sim/planning"] = ALLOWED["sim/planning"] + [layer for layer in ALLOWED if layer.startswith(PLANNING)]
# Inside sunset: the model is plain data without radio; heuristic, bound and exact work on it alone; radio makes it;
# outcome may use them all, and the report the outcome alone.
SUNSET = "sim/sunset/"
ALLOWED[SUNSET + "model"] = []
ALLOWED[SUNSET + "exact"] = ["sim/progress", "sim/optimisation/milp", SUNSET + "model"]
ALLOWED[SUNSET + "heuristic"] = ["sim/progress", SUNSET + "model"]
ALLOWED[SUNSET + "bound"] = ALLOWED[SUNSET + "exact"] + [SUNSET + "exact", SUNSET + "heuristic"]
ALLOWED[SUNSET + "radio"] = COVERAGE_AND_BELOW + [SUNSET + "model"]
SUNSET_STAGES = [layer for layer in ALLOWED if layer.startswith(SUNSET)]
ALLOWED[SUNSET + "outcome"] = COVERAGE_AND_BELOW + SUNSET_STAGES + ["sim/sunset"]
ALLOWED["sim/sunset"] += SUNSET_STAGES + [SUNSET + "outcome"]
# Analysis asks what follows from a coverage, a plan or a sunset; siblings inside it, but for what lies in sim/analysis.
ALLOWED["sim/analysis"] = COVERAGE_AND_BELOW + [layer for layer in ALLOWED if layer.startswith("sim/planning")] + [
    "sim/optimisation/covering", SUNSET + "outcome"]
# A report words and formats results: it solves nothing.
PLANNED = [layer for layer in ALLOWED if layer.startswith("sim/planning")]
ALLOWED["sim/report"] = COVERAGE_AND_BELOW + PLANNED + [SUNSET + "outcome", "sim/analysis"]
ALLOWED["sim/cli"] = list(ALLOWED)

# Headers of gis that write files: results leave the domain as values, and files are made from them elsewhere.
WRITERS = r"gis/(vector_writer|gpkg_writer|zip_writer|raster_writer|height_writer|output_file)\.h"
MAY_WRITE = r"gis/.*|sim/(scenario|coverage/store|intake|report|cli)/.*"

# Headers of libraries, the only place where they may be included, and why.
CONFINED = [
    (r"(gdal|ogr|cpl|vrt|proj)[^/]*\.h", r"gis/.*\.cpp", "GDAL and PROJ stay inside the sources of gis"),
    # An answer holds its values in the order in which they are written, so its few includers need the whole type.
    (r"(toml\+\+/.*|nlohmann/json\.hpp)", r".*\.cpp|sim/cli/loss/answer\.h",
     "a heavy header that every includer would pay for"),
    (r"(cairo|pango)[^/]*\.h|pango/.*", r"sim/report/link/.*\.cpp", "pictures are drawn in one place"),
    (r"xlsxwriter\.h", r"gis/workbook/.*\.cpp", "workbooks are written in one place"),
    (r"pugixml\.hpp", r"gis/.*|sim/report/qgis/.*\.cpp", "XML is read and written in few places"),
    (r"boost/program_options.*", r"sim/cli/.*", "nothing but the command line knows argv"),
    (r"(boost|tbb|oneapi|fmt|nlohmann|toml\+\+)/.*", r"(gis|sim)/.*", "propagation is the standard library and Eigen"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def layer_of(path):
    """The layer that a source or header belongs to, or None outside the house."""
    return max((layer for layer in ALLOWED if path.startswith(layer + "/")), key=len, default=None)


def problems_of_include(source, header):
    own, other = layer_of(source), layer_of(header)
    if other is not None:
        if other != own and other not in ALLOWED[own]:
            yield f"{own} must not include {other}"
        elif re.fullmatch(WRITERS, header) and not re.fullmatch(MAY_WRITE, source):
            yield f"{own} must not write files"
        return
    for pattern, place, reason in CONFINED:
        if re.fullmatch(pattern, header) and not re.fullmatch(place, source):
            yield reason


def problems_of(folder):
    """All violations under a project folder: (file, line number, header, reason)."""
    for path in sorted(folder.glob("*/**/*")):
        source = path.relative_to(folder).as_posix()
        if path.suffix not in (".h", ".cpp") or layer_of(source) is None:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            match = INCLUDE.match(line)
            if match:
                for reason in problems_of_include(source, match.group(1)):
                    yield source, number, match.group(1), reason


PLANTED = [
    ("propagation/a.cpp", "gis/grid.h"),
    ("propagation/sub/a.cpp", "tbb/parallel_for.h"),
    ("gis/a.cpp", "propagation/profile.h"),
    ("gis/a.cpp", "sim/network/site.h"),
    ("gis/a.h", "gdal_priv.h"),
    ("sim/network/a.cpp", "sim/scenario/scenario.h"),
    ("sim/scenario/a.h", "toml++/toml.h"),
    ("sim/coverage/a.cpp", "ogr_spatialref.h"),
    ("sim/coverage/a.cpp", "sim/report/kpi.h"),
    ("sim/intake/a.cpp", "sim/coverage/verdict.h"),
    ("sim/scenario/a.cpp", "sim/intake/fetch/fetch.h"),
    ("sim/progress/a.h", "sim/network/site.h"),
    ("sim/optimisation/milp/a.cpp", "sim/optimisation/covering/problem/covering_problem.h"),
    ("sim/optimisation/covering/cuts/a.cpp", "sim/network/hamlet.h"),
    ("sim/optimisation/covering/a.h", "propagation/units.h"),
    ("sim/optimisation/covering/a.h", "sim/scenario/scenario.h"),
    ("sim/optimisation/a.h", "sim/network/site.h"),
    ("sim/planning/a.cpp", "sim/sunset/model/schedule.h"),
    ("sim/sunset/radio/a.cpp", "sim/planning/plan.h"),
    ("sim/network/a.h", "gis/vector_writer.h"),
    ("sim/planning/a.cpp", "sim/analysis/resilience.h"),
    ("sim/coverage/a.cpp", "sim/analysis/resilience.h"),
    ("sim/analysis/a.cpp", "sim/report/kpi.h"),
    ("sim/analysis/a.cpp", "gis/vector_writer.h"),
    ("sim/coverage/a.cpp", "gis/raster_writer.h"),
    ("sim/planning/a.cpp", "gis/output_file.h"),
    ("sim/planning/backhaul/a.cpp", "sim/planning/candidates/candidate.h"),
    ("sim/planning/backhaul/a.cpp", "sim/optimisation/covering/solve.h"),
    ("sim/planning/candidates/a.cpp", "sim/planning/backhaul/finder.h"),
    ("sim/planning/matrix/a.cpp", "sim/optimisation/covering/problem/covering_problem.h"),
    ("sim/planning/goal/a.cpp", "sim/planning/steps/build_order.h"),
    ("sim/report/plan/a.cpp", "sim/optimisation/covering/problem/value.h"),
    ("sim/sunset/model/a.h", "sim/network/technology.h"),
    ("sim/sunset/model/a.cpp", "sim/scenario/plan_tables.h"),
    ("sim/sunset/model/a.cpp", "sim/sunset/radio/band.h"),
    ("sim/sunset/heuristic/a.h", "sim/sunset/bound/bounds.h"),
    ("sim/sunset/heuristic/a.cpp", "sim/sunset/exact/exact_model.h"),
    ("sim/sunset/exact/a.cpp", "sim/sunset/heuristic/trim.h"),
    ("sim/sunset/bound/a.cpp", "sim/coverage/verdict.h"),
    ("sim/sunset/bound/a.cpp", "sim/sunset/radio/signals.h"),
    ("sim/sunset/radio/a.cpp", "sim/sunset/exact/exact_model.h"),
    ("sim/sunset/radio/a.h", "sim/sunset/sunset.h"),
    ("sim/report/sunset/a.cpp", "sim/sunset/model/replay.h"),
    ("sim/report/sunset/a.cpp", "sim/sunset/sunset.h"),
    ("sim/report/a.h", "nlohmann/json.hpp"),
    ("sim/report/a.cpp", "sim/cli/command.h"),
    ("sim/report/a.cpp", "boost/program_options.hpp"),
    ("sim/report/a.cpp", "cairo.h"),
    ("sim/report/link/a.h", "pango/pangocairo.h"),
    ("sim/report/a.cpp", "pugixml.hpp"),
    ("sim/report/qgis/a.h", "pugixml.hpp"),
]
INNOCENT = [
    ("propagation/a.cpp", "Eigen/Core"),
    ("gis/a.cpp", "gdal_priv.h"),
    ("gis/a.cpp", "proj.h"),
    ("sim/scenario/a.cpp", "toml++/toml.h"),
    ("sim/scenario/a.h", "nlohmann/json_fwd.hpp"),
    ("sim/optimisation/covering/a.cpp", "sim/optimisation/milp/model.h"),
    ("sim/planning/a.cpp", "sim/optimisation/covering/solve.h"),
    ("sim/planning/a.cpp", "sim/planning/steps/build_order.h"),
    ("sim/planning/broadband/a.cpp", "sim/planning/backhaul/finder.h"),
    ("sim/network/a.h", "gis/column.h"),
    ("sim/coverage/store/a.cpp", "gis/output_file.h"),
    ("sim/report/plan/a.cpp", "sim/planning/steps/years.h"),
    ("sim/sunset/exact/a.cpp", "sim/sunset/model/schedule.h"),
    ("sim/sunset/bound/a.cpp", "sim/sunset/heuristic/rounded_state.h"),
    ("sim/sunset/radio/a.cpp", "sim/sunset/model/sunset_model.h"),
    ("sim/sunset/outcome/a.cpp", "sim/sunset/radio/guard.h"),
    ("sim/report/sunset/a.h", "sim/sunset/outcome/quarter.h"),
    ("sim/analysis/a.cpp", "sim/planning/make_plan.h"),
    ("sim/report/a.cpp", "sim/analysis/resilience.h"),
    ("sim/report/link/a.cpp", "cairo-pdf.h"),
    ("sim/report/qgis/a.cpp", "pugixml.hpp"),
    ("sim/intake/a.cpp", "gis/output_file.h"),
    ("sim/cli/a.cpp", "boost/program_options.hpp"),
    ("sim/cli/a.cpp", "sim/coverage/verdict.h"),
]


def finds(source, header):
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name, source)
        path.parent.mkdir(parents=True)
        path.write_text(f'#pragma once\n#include "{header}"\n', encoding="utf-8")
        return bool(list(problems_of(pathlib.Path(name))))


def self_test():
    missed = [f"not found: {s} includes {h}" for s, h in PLANTED if not finds(s, h)]
    false_alarms = [f"found wrongly: {s} includes {h}" for s, h in INNOCENT if finds(s, h)]
    return missed + false_alarms


def main():
    if sys.argv[1:] == ["--self-test"]:
        found = self_test()
    else:
        found = [f"{file}:{line}: {header}: {reason}" for file, line, header, reason in problems_of(PROJECT)]
    print("\n".join(found) or "nothing to complain about")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
