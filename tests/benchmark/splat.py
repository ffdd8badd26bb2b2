"""Runs SPLAT! (Debian package `splat`) around one mast on a given ground, in a folder of its own."""

import math
import os
import shutil
import subprocess
from pathlib import Path

# Its two builds: 3" and 1" ground.
BUILDS = {90: ("splat", "srtm2sdf", 1200), 30: ("splat-hd", "srtm2sdf-hd", 3600)}


def missing_for(cell_m):
    """What is not installed of what a run takes."""
    splat, srtm2sdf, _ = BUILDS[cell_m]
    return [tool for tool in (splat, srtm2sdf, "gdalwarp", "gdal_translate") if not shutil.which(tool)]


def quietly(*command, cwd=None):
    subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def tiles_around(lon_deg, lat_deg, range_km):
    """South-west corners of the one-degree tiles that a disc touches."""
    north = range_km / 110.0
    east = north / math.cos(math.radians(lat_deg))
    return [(lon, lat)
            for lon in range(math.floor(lon_deg - east), math.floor(lon_deg + east) + 1)
            for lat in range(math.floor(lat_deg - north), math.floor(lat_deg + north) + 1)]


def write_tiles(terrain, mast, range_km, cell_m, folder):
    """Ground as SPLAT! reads it. Voids take the mean of their surroundings: both programs then have the same ground."""
    per_degree = BUILDS[cell_m][2]
    coarse = folder / "coarse.tif"
    quietly("gdalwarp", "-q", "-r", "average", "-t_srs", "EPSG:4326", "-tr", 0.01, 0.01, terrain, coarse)
    half = 0.5 / per_degree
    tiles = []
    for lon, lat in tiles_around(mast["lon_deg"], mast["lat_deg"], range_km):
        name = f"{'N' if lat >= 0 else 'S'}{abs(lat):02d}{'E' if lon >= 0 else 'W'}{abs(lon):03d}.hgt"
        quietly("gdalwarp", "-q", "-overwrite", "-ot", "Int16", "-r", "bilinear", "-t_srs", "EPSG:4326", "-dstnodata", "none",
                "-wo", "INIT_DEST=0", "-te", lon - half, lat - half, lon + 1 + half, lat + 1 + half,
                "-ts", per_degree + 1, per_degree + 1, coarse, terrain, folder / "tile.tif")
        quietly("gdal_translate", "-q", "-of", "SRTMHGT", folder / "tile.tif", folder / name)
        quietly(BUILDS[cell_m][1], name, cwd=folder)
        tiles.append(folder / name)
    return tiles


def disc_of(tiles, mast, range_km, folder):
    """The tiles' ground around the mast as one raster, for phusong."""
    north = 1.1 * range_km / 110.0
    east = north / math.cos(math.radians(mast["lat_deg"]))
    quietly("gdalbuildvrt", "-q", folder / "tiles.vrt", *tiles)
    quietly("gdal_translate", "-q", "-projwin", mast["lon_deg"] - east, mast["lat_deg"] + north,
            mast["lon_deg"] + east, mast["lat_deg"] - north, folder / "tiles.vrt", folder / "ground.tif")
    return folder / "ground.tif"


def cpu_seconds(command, folder):
    """CPU time of a command and of what it calls."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, cwd=folder, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} failed with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def run(settings, range_km, cell_m, folder):
    """ITM over a disc. Gives its CPU time and {(column, row): loss} by pixel, counted from 0 E 0 N."""
    splat, _, per_degree = BUILDS[cell_m]
    west_deg = (360.0 - settings["lon_deg"]) % 360.0  # longitudes count westwards
    (folder / "mast.qth").write_text(
        f"mast\n{settings['lat_deg']:.9f}\n{west_deg:.9f}\n{settings['antenna_height_agl_m']} meters\n", "ascii")
    (folder / "mast.lrp").write_text(
        f"{settings['epsilon']}\n{settings['sigma_s_per_m']}\n{settings['n0']}\n{settings['frequency_mhz']}\n"
        f"{settings['climate']}\n1\n0.50\n0.50\n0\n", "ascii")

    def command(radius_km):
        return [splat, "-t", "mast.qth", "-L", str(settings["receiver_height_m"]), "-R", str(radius_km), "-metric",
                "-olditm", "-N", "-n", "-d", ".", "-o", "map.ppm", "-ano", "losses.txt"]

    # Ground in and picture out, the same for any range within one tile; further tiles that it touches count for SPLAT!.
    reading_s = cpu_seconds(command(0.5), folder)
    whole_s = cpu_seconds(command(range_km), folder)
    losses = {}
    for line in (folder / "losses.txt").read_text("ascii", "replace").splitlines():
        fields = line.split(";")[0].replace("*", "").split(",")
        if len(fields) >= 5:
            pixel = (round((360.0 - float(fields[1])) * per_degree), round(float(fields[0]) * per_degree))
            losses[pixel] = float(fields[4])
    return whole_s - reading_s, losses


def write_points(losses, cell_m, file):
    """Pixel centres with their losses: lon_deg,lat_deg,loss_db."""
    per_degree = BUILDS[cell_m][2]
    with open(file, "w", encoding="ascii") as out:
        for (column, row), loss_db in losses.items():
            out.write(f"{column / per_degree:.9f},{row / per_degree:.9f},{loss_db}\n")
