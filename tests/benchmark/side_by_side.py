#!/usr/bin/env python3
"""Cost and accuracy of the area engine on one ground, beside SPLAT! where it is installed (Debian package `splat`).

    tests/benchmark/side_by_side.py [TERRAIN] [--range-km KM] [--cells 90 30] [--short]

TERRAIN is any raster of ground heights; without it the synthetic sample province. Needs the release build with its
tests. Prints: growth over radius, threads and memory; CPU time a receiver of the sweeps and of exact paths; how far
each map is from the exact path to each cell's centre; then the same of SPLAT!, in the same run, on the same ground.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import splat

PROJECT = Path(__file__).resolve().parents[2]
BUILD = PROJECT / "build" / "release"


def area_models(cell_m, range_km, *more):
    command = [BUILD / "benchmark_area_models", str(cell_m), str(range_km), *more]
    return json.loads(subprocess.run([str(part) for part in command], check=True, capture_output=True).stdout)


def accuracy_text(accuracy):
    return (f"median {accuracy['median_db']:.3f} dB, p90 {accuracy['p90_db']:.2f} dB, "
            f"RMSE {accuracy['rmse_db']:.2f} dB over {accuracy['points']} places")


def print_models(result):
    for model in result["models"]:
        print(f"  {model['model']}: {model['receivers']} receivers, {model['sweep_us']:.3f} µs each "
              f"({1.0 / model['sweep_us']:.2f} million a second), {model['sweep_three_frequencies_us']:.3f} at three "
              f"frequencies; an exact path {model['exact_us']:.1f} µs")
        print(f"    against exact paths: {accuracy_text(model['accuracy'])}")
    memory = result["memory_mb"]
    print(f"  memory at its peak: {memory['whole']:.0f} MB, of which {memory['terrain']:.0f} MB once the terrain is read")


def print_splat(terrain, result, cell_m, range_km):
    missing = splat.missing_for(cell_m)
    if missing:
        print(f"  SPLAT!: not run, {', '.join(missing)} not installed")
        return
    mast = result["settings"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tiles = splat.write_tiles(terrain, mast, range_km, cell_m, folder)
        # The ground that SPLAT! sees, for both: it is cut out around the mast, so the mast stays where it was or moves
        # a cell or two, and SPLAT! follows.
        ground = splat.disc_of(tiles, mast, range_km, folder)
        same = area_models(cell_m, range_km, ground)
        seconds, losses = splat.run(same["settings"], range_km, cell_m, folder)
        splat.write_points(losses, cell_m, folder / "points.csv")
        deviations = area_models(cell_m, range_km, ground, folder / "points.csv")["points"]
    each_us = 1e6 * seconds / len(losses)
    print(f"  SPLAT! (ITM): {len(losses)} receivers, {each_us:.2f} µs each; its map against the exact ITM path to each "
          f"pixel's centre: {accuracy_text(deviations)}")
    for model in same["models"]:
        print(f"    {model['model']} on the ground of SPLAT!: {model['sweep_us']:.3f} µs, "
              f"{each_us / model['sweep_us']:.1f} times as fast; RMSE {model['accuracy']['rmse_db']:.2f} dB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("terrain", nargs="?", default=PROJECT / "data-samples/karst-district/terrain.tif")
    parser.add_argument("--range-km", type=float, default=18.0)
    parser.add_argument("--cells", type=int, nargs="+", choices=sorted(splat.BUILDS), default=[90, 30])
    parser.add_argument("--short", action="store_true", help="leave out growth over radius and threads")
    arguments = parser.parse_args()
    if not (BUILD / "benchmark_area_models").exists():
        sys.exit("build/release/benchmark_area_models is missing: run scripts/test, or cmake --build --preset release")
    for cell_m in arguments.cells:
        if not arguments.short:
            subprocess.run([str(part) for part in (BUILD / "benchmark_area_sweep", arguments.terrain, cell_m,
                                                   arguments.range_km)], check=True)
        result = area_models(cell_m, arguments.range_km, arguments.terrain)
        print(f"{cell_m} m cells, {arguments.range_km:g} km, 900 MHz, one thread, {result['instructions']}")
        print_models(result)
        print_splat(arguments.terrain, result, cell_m, arguments.range_km)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
