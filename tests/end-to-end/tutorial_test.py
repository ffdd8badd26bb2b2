"""The tutorial, from its own text: each command as it stands, on made-up ground in place of the public servers'."""

import contextlib
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import unittest.mock

import harness
import tile_server

SAMPLE = harness.PROJECT / "data-samples/first-day"
# Of the tile of terrain that is served; the public one has 3600.
TILE_PIXELS = 1200
# The box of the tutorial, and the part of it that the hills of the sample district are laid over.
BOX = (105.10, 21.75, 105.30, 21.95)


def blocks_of(text):
    """Commands, each with the lines that the text says they print."""
    found = []
    for kind, body in re.findall(r"^```(sh|text)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if kind == "sh":
            found.append((body, []))
        else:
            found[-1][1].extend(body.splitlines())
    return found


def write_ground(path):
    """A tile of terrain whose hills over the box are those of the sample district, lower, and that is flat elsewhere."""
    west, south, east, north = BOX
    half = 0.5 / TILE_PIXELS
    with tempfile.TemporaryDirectory() as folder:
        hills = pathlib.Path(folder, "hills.tif")
        whole = pathlib.Path(folder, "whole.tif")
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run(["gdal_translate", "-q", "-ot", "Float32", "-scale", "0", "1000", "0", "500", "-a_srs", "EPSG:4326",
                        "-a_ullr", *map(str, (west - 0.05, north + 0.05, east + 0.05, south - 0.05)),
                        str(harness.PROJECT / "data-samples/karst-district/terrain.tif"), str(hills)], **quiet)
        subprocess.run(["gdalwarp", "-q", "-te", *map(repr, (105 - half, 21 + half, 106 - half, 22 + half)), "-ts",
                        str(TILE_PIXELS), str(TILE_PIXELS), "-r", "bilinear", "-dstnodata", "none", str(hills),
                        str(whole)], **quiet)
        subprocess.run(["gdal_translate", "-q", "-of", "COG", "-co", "COMPRESS=DEFLATE", "-co", "BLOCKSIZE=512",
                        str(whole), str(path)], **quiet)


class Tutorial(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = contextlib.ExitStack()
        cls.addClassCleanup(cls.stack.close)
        cls.folder = pathlib.Path(cls.stack.enter_context(tempfile.TemporaryDirectory(prefix="phusong-test-")))
        write_ground(cls.folder / "ground.tif")
        name = tile_server.terrain_name(105, 21)
        files = {**tile_server.tiles(terrain=(), cover=((105, 21),)),
                 f"/{name}/{name}.tif": (cls.folder / "ground.tif").read_bytes()}
        url = cls.stack.enter_context(tile_server.TileServer(files)).url
        # The program is found by its name, as in the text.
        (cls.folder / "bin").mkdir()
        (cls.folder / "bin/phusong").symlink_to(harness.PROGRAM)
        cls.stack.enter_context(unittest.mock.patch.dict(os.environ, {
            "PATH": f"{cls.folder / 'bin'}:{os.environ['PATH']}", "PHUSONG_TERRAIN_URL": url,
            "PHUSONG_LAND_COVER_URL": url}))

    def follow(self, name):
        """Gives all commands of a text in a copy of the sample, which it returns."""
        copy = self.folder / name
        shutil.copytree(SAMPLE, copy)
        before = {path.name: path.read_bytes() for path in copy.iterdir()}
        blocks = blocks_of((SAMPLE / name).read_text(encoding="utf-8"))
        self.assertGreater(len(blocks), 8)
        for commands, expected in blocks:
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], capture_output=True, text=True, cwd=copy,
                                  check=False)
            self.assertEqual(done.returncode, 0, f"{commands}{done.stdout}{done.stderr}")
            for line in expected:
                self.assertIn(line, done.stdout, commands)
        # Nothing that was there is changed.
        self.assertEqual({name: (copy / name).read_bytes() for name in before}, before)
        return copy

    def check_results(self, copy, language, today, calibrated, plan):
        page = (copy / plan / "report.html").read_text(encoding="utf-8")
        self.assertIn(f'<html lang="{language}"', page)
        self.assertIn("Suối Trong", page)
        for run in (today, calibrated, plan):
            self.assertEqual(len(harness.rows_of(copy / run / "hamlets.csv")), 43)
            self.assertTrue((copy / run / "phusong.qgz").is_file())
        covered = {run: sum(row["4g_status"] == "covered" for row in harness.rows_of(copy / run / "hamlets.csv"))
                   for run in (today, calibrated)}
        # Eight decibels less than computed: fewer hamlets have 4G, and some still have it.
        self.assertLess(0, covered[calibrated])
        self.assertLess(covered[calibrated], covered[today])
        found = json.loads((copy / plan / "plan/plan.json").read_text(encoding="utf-8"))
        self.assertGreater(found["hamlets_after"], found["hamlets_before"])
        with open(copy / "suoi-trong/import.csv", encoding="utf-8-sig", newline="") as file:
            refused = [(row["table"], row["row"]) for row in csv.DictReader(file, delimiter=",")
                       if row["action"] == "refused"]
        self.assertEqual(sorted(refused), [("hamlets.csv", "21"), ("sites.csv", "12"), ("sites.csv", "13"),
                                           ("sites.csv", "15")])

    def test_the_vietnamese_text_leads_to_a_report(self):
        copy = self.follow("HUONG-DAN.md")
        self.check_results(copy, "vi", "ket-qua/hien-trang", "ket-qua/da-hieu-chinh", "ket-qua/phuong-an")
        self.assertTrue((copy / "ket-qua/so-sanh/compare.html").is_file())

    def test_the_english_text_leads_to_a_report(self):
        copy = self.follow("TUTORIAL.md")
        self.check_results(copy, "en", "results/today", "results/calibrated", "results/plan")
        self.assertTrue((copy / "results/today-calibrated/compare.html").is_file())

    def test_both_texts_give_the_same_commands(self):
        def commands(name):
            text = "".join(body for body, _ in blocks_of((SAMPLE / name).read_text(encoding="utf-8")))
            text = text.replace(" --language en", "").replace("results/today-calibrated", "ket-qua/so-sanh")
            for english, vietnamese in (("today", "hien-trang"), ("calibrated", "da-hieu-chinh"), ("plan", "phuong-an")):
                text = text.replace(f"results/{english}", f"ket-qua/{vietnamese}")
            return text

        self.assertEqual(commands("TUTORIAL.md"), commands("HUONG-DAN.md"))


if __name__ == "__main__":
    harness.main()
