"""Synthetic drive tests: what a receiver would have had at places whose levels a run has kept, with known corrections.

    drive.py SCENARIO FILE  makes data-samples/drive-test/measurements.csv from the sample
"""

import argparse
import pathlib
import random
import subprocess
import tempfile
import zlib

import harness

# What is added to the levels of a run, beside an offset of each cell and the spread.
TECHNOLOGY_DB = {"2G": 1.0, "3G": 3.0, "4G": -5.0, "5G": 0.0}
CELL_DB = 4.0
SIGMA_DB = 6.0
# The least that a handset reports.
FLOOR_DBM = {"2G": -110.0, "3G": -120.0, "4G": -140.0, "5G": -156.0}


def cell_offset_db(cell_id):
    """Between −CELL_DB and CELL_DB, by the name."""
    return CELL_DB * (zlib.crc32(cell_id.encode()) % 2001 / 1000 - 1)


def correction_db(cell):
    return TECHNOLOGY_DB[cell["technology"]] + cell_offset_db(cell["cell_id"])


def kept_levels(run, cells):
    """The places of a run with the levels that were kept there, and what the truth is beside them."""
    places = {(row["hamlet_id"], row["point"]): row for row in harness.rows_of(pathlib.Path(run) / "points.csv")}
    of_id = {row["cell_id"]: row for row in harness.rows_of(cells)}
    for level in harness.rows_of(pathlib.Path(run) / "point_levels.csv"):
        place, cell = places[level["hamlet_id"], level["point"]], of_id[level["cell_id"]]
        yield {"hamlet_id": level["hamlet_id"], "point": level["point"], "lon_deg": place["lon_deg"],
               "lat_deg": place["lat_deg"], "cell_id": level["cell_id"], "technology": cell["technology"],
               "predicted_dbm": float(level["level_dbm"]), "correction_db": correction_db(cell)}


def measured(levels, seed, sigma_db=SIGMA_DB, with_corrections=True):
    """Rows of a measurements table; levels below the floor are those of the floor."""
    noise = random.Random(seed)
    for level in levels:
        truth_dbm = level["predicted_dbm"] + (level["correction_db"] if with_corrections else 0.0)
        level_dbm = max(FLOOR_DBM[level["technology"]], truth_dbm + noise.gauss(0.0, sigma_db))
        yield {"lon_deg": level["lon_deg"], "lat_deg": level["lat_deg"], "cell_id": level["cell_id"],
               "level_dbm": f"{level_dbm:.2f}"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", type=pathlib.Path)
    parser.add_argument("file", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([harness.PROGRAM, "coverage", str(arguments.scenario), "-o", f"{folder}/run", "--keep-levels",
                        "-q", "--set", "coverage.rasters=false"], check=True, stdout=subprocess.DEVNULL)
        cells = harness.PROJECT / "data-samples/karst-district/cells.csv"
        levels = list(kept_levels(f"{folder}/run", cells))
        chosen = random.Random(1).sample(levels, 1500)
        chosen.sort(key=lambda level: (level["hamlet_id"], int(level["point"]), level["cell_id"]))
        harness.write_rows(arguments.file, list(measured(chosen, seed=2)))


if __name__ == "__main__":
    main()
