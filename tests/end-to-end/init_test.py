"""phusong init: a fresh scenario folder says what it lacks, and runs once it is filled in."""

import csv
import json
import pathlib
import re
import shlex
import tempfile
import tomllib
import unittest

import harness
import tile_server

BOX = "105.2,22.2,105.4,22.4"


class Init(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.scenario = self.folder / "tinh"

    def init(self, *options, box=BOX, province="Tuyên Quang", expect=0):
        return harness.phusong("init", self.scenario, *(["--bbox", box] if box else []), "--province", province, *options,
                               expect=expect)

    def toml(self):
        return tomllib.loads(self.text("scenario.toml"))

    def text(self, name):
        return (self.scenario / name).read_text(encoding="utf-8-sig")


class FreshFolder(Init):
    def test_every_key_stands_with_its_default_as_a_comment(self):
        self.init()
        defaults = harness.phusong("check", "--defaults").stdout
        names = re.findall(r'^(?:# )?([a-z0-9_."A-Z]+) = ', defaults, re.MULTILINE)
        self.assertGreater(len(names), 80)
        self.assertEqual(re.findall(r'^(?:# )?([a-z0-9_."A-Z]+) = ', self.text("scenario.toml"), re.MULTILINE), names)
        for line in defaults.splitlines():
            if re.match(r"^(time_percent|hamlet_covered_share|mast_heights_m|guard_level_dbm) = ", line):
                self.assertIn(f"\n# {line}\n", self.text("scenario.toml"))
        self.assertEqual(self.toml(), {
            "scenario": {"title": "Phủ sóng Tuyên Quang", "crs": "EPSG:9211"},
            "terrain": {"elevation": "terrain/terrain.tif", "elevation_kind": "dsm",
                        "land_cover": "terrain/land_cover.tif"},
            "network": {"sites": "sites.csv", "cells": "cells.csv", "hamlets": "hamlets.csv"},
            "propagation": {}, "service": {}, "coverage": {}, "plan": {}, "backhaul": {}, "sunset": {}, "analysis": {},
            "new_countryside": {}, "report": {"language": "vi"}})

    def test_tables_have_all_columns_those_required_first(self):
        self.init()
        documented, table = {}, None
        for line in harness.phusong("check", "--tables").stdout.splitlines():
            if line.startswith("## "):
                table = line[3:]
            if line.startswith("| item | unit |"):
                table = None  # the costs that hold without a table
            found = re.match(r"^\| `([a-z0-9_]+)` \| [^|]*\| [^|]*\| [^|]*\| ([^|]*) \|", line)
            if found and table:
                documented.setdefault(table, []).append((found[1], "required" in found[2]))
        del documented["measurements"]  # what calibrate reads: no table of a scenario
        self.assertEqual(set(documented), {"sites", "cells", "hamlets", "clusters", "operator_share", "equipment", "costs",
                                           "candidates", "fibre_nodes"})
        for table, columns in documented.items():
            (header,) = self.text(f"{table}.csv").splitlines()
            expected = [name for name, required in columns if required] + [
                name for name, required in columns if not required]
            self.assertEqual(header.split(";"), expected, table)

    def test_check_says_what_is_still_to_fill_in_and_nothing_else(self):
        self.init()
        said = harness.phusong("check", self.scenario, expect=3).stderr
        self.assertEqual(sorted(line.split(": ", 1)[1] for line in said.splitlines()), [
            "has no rows: there is no hamlet to compute",
            "terrain.elevation = 'terrain/terrain.tif': the file does not exist",
            "terrain.land_cover = 'terrain/land_cover.tif': the file does not exist"])

    def test_the_readme_says_the_next_commands_and_tables_in_either_language(self):
        for language, words, separator in (("vi", "Các bảng phải điền", ";"), ("en", "Tables to fill in", ",")):
            self.scenario = self.folder / language
            self.init("--language", language)
            readme = self.text("README.md")
            self.assertIn(words, readme)
            self.assertIn(f"phusong data fetch --bbox={BOX} --out {self.scenario}/terrain", readme)
            self.assertIn("| `hamlets.csv` |", readme)
            self.assertIn("`hamlet_id`, `population`", readme)
            self.assertNotIn("{", readme)
            for word in re.findall(r"`phusong (\w+)", readme):
                self.assertIn(word, [command[0] for command in harness.commands()])
            self.assertIn(f"hamlet_id{separator}population", self.text("hamlets.csv"))
            self.assertEqual(self.toml()["report"]["language"], language)

    def test_the_commands_of_the_readme_are_good_for_a_shell_whatever_the_folder_is_called(self):
        self.scenario = self.folder / "tỉnh O'Brien (mới) $1"
        self.init("--bbox", "105.2, 22.2, 105.4, 22.4", box=None)
        (fetch,) = re.findall(r"^    phusong (data fetch .*)$", self.text("README.md"), re.MULTILINE)
        self.assertEqual(shlex.split(fetch)[-1], str(self.scenario / "terrain"))
        (check,) = re.findall(r"^    phusong (check .*)$", self.text("README.md"), re.MULTILINE)
        self.assertEqual(shlex.split(check)[-1], str(self.scenario))

    def test_a_province_that_is_not_known_takes_the_zone_of_the_terrain(self):
        for province, crs in (("Atlantis", "auto"), ("Lào Cai", "EPSG:9208"), ("tỉnh Hà Giang", "EPSG:9209"), ("BAC KAN", "EPSG:9213"),
                              ("Binh-Dinh", "EPSG:9217")):
            self.scenario = self.folder / province
            self.init(province=province)
            self.assertEqual(self.toml()["scenario"]["crs"], crs)
        self.scenario = self.folder / "said"
        self.assertIn("hệ tọa độ làm việc auto (chưa biết múi VN-2000 của 'Atlantis')",
                      self.init(province=" Atlantis ").stdout)
        self.scenario = self.folder / "own"
        self.init("--crs", "EPSG:32648")
        self.assertEqual(self.toml()["scenario"]["crs"], "EPSG:32648")


class FilledIn(Init):
    def append(self, table, *rows):
        """Rows as dictionaries under the header that is there."""
        path = self.scenario / f"{table}.csv"
        (header,) = csv.reader(self.text(path.name).splitlines(), delimiter=";")
        with open(path, "a", encoding="utf-8", newline="") as file:
            csv.DictWriter(file, header, delimiter=";", lineterminator="\n").writerows(rows)

    def fetch(self, out):
        with tile_server.TileServer(tile_server.tiles()) as server:
            harness.phusong("data", "fetch", "--bbox", BOX, "--out", out, *server.options())

    def fill_in(self):
        self.append("hamlets", {"hamlet_id": "H1", "population": 300, "lon_deg": 105.31, "lat_deg": 22.31},
                    {"hamlet_id": "H2", "population": 200, "lon_deg": 105.33, "lat_deg": 22.3})
        self.append("sites", {"site_id": "S1", "operator": "VNPT", "mast_height_m": 42, "lon_deg": 105.3, "lat_deg": 22.3})
        self.append("cells", {"cell_id": "C1", "site_id": "S1", "technology": "4G", "frequency_mhz": 1842.5,
                              "bandwidth_mhz": 20, "antenna_height_agl_m": 40, "tx_power_dbm": 46,
                              "antenna_gain_dbi": 17})

    def test_the_fetched_terrain_is_named_and_a_filled_folder_runs(self):
        self.fetch(self.folder / "du lieu")
        self.init("--data", self.folder / "du lieu", box=None)
        self.assertEqual(self.toml()["terrain"]["elevation"], "../du lieu/terrain.tif")
        self.assertEqual(self.toml()["terrain"]["land_cover"], "../du lieu/land_cover.tif")
        self.assertIn("../du lieu/terrain.tif", self.text("README.md"))
        self.assertNotIn("data fetch", self.text("README.md"))
        said = harness.phusong("check", self.scenario, expect=3).stderr
        self.assertEqual(said, f"{self.scenario}/hamlets.csv: has no rows: there is no hamlet to compute\n")
        self.fill_in()
        checked = json.loads(harness.phusong("check", self.scenario, "--json").stdout)
        self.assertEqual(checked["warnings"], [])
        harness.phusong("coverage", self.scenario, "-o", self.folder / "run")
        rows = harness.rows_of(self.folder / "run/hamlets.csv")
        self.assertEqual([row["hamlet_id"] for row in rows], ["H1", "H2"])

    def test_the_command_of_the_readme_brings_the_terrain_to_where_the_scenario_looks(self):
        self.init()
        (command,) = re.findall(r"^    phusong (data fetch .*)$", self.text("README.md"), re.MULTILINE)
        with tile_server.TileServer(tile_server.tiles()) as server:
            harness.phusong(*command.split(), *server.options())
        said = harness.phusong("check", self.scenario, expect=3).stderr
        self.assertEqual(said, f"{self.scenario}/hamlets.csv: has no rows: there is no hamlet to compute\n")

    def test_optional_tables_are_read_once_their_key_is_uncommented(self):
        self.fetch(self.scenario / "..")
        self.init("--data", self.folder)
        self.fill_in()
        self.append("clusters", {"hamlet_id": "H1", "lon_deg": 105.311, "lat_deg": 22.311, "households": 4})
        self.append("operator_share", {"hamlet_id": "H1", "operator": "VNPT", "share": 1})
        self.append("candidates", {"candidate_id": "K1", "lon_deg": 105.32, "lat_deg": 22.31})
        self.append("fibre_nodes", {"node_id": "N1", "x_m": 428000, "y_m": 2468000})
        text = self.text("scenario.toml")
        for key in ("clusters", "operator_share", "candidates.file", "fibre_nodes"):
            self.assertEqual(text.count(f"\n# {key} = "), 1, key)
            text = text.replace(f"\n# {key} = ", f"\n{key} = ")
        (self.scenario / "scenario.toml").write_text(text, encoding="utf-8")
        checked = json.loads(harness.phusong("check", self.scenario, "--json").stdout)
        self.assertEqual(checked["warnings"], [])


class CommandLine(Init):
    def test_a_folder_that_is_not_empty_is_left_alone(self):
        self.scenario.mkdir()
        self.init()
        before = {path.name: path.read_bytes() for path in self.scenario.iterdir()}
        self.assertIn("is not empty", self.init(expect=2).stderr)
        self.assertEqual({path.name: path.read_bytes() for path in self.scenario.iterdir()}, before)

    def test_what_is_wrong_or_missing_is_named(self):
        self.assertIn("--bbox is missing", self.init(box=None, expect=2).stderr)
        self.assertIn("no sources.json", self.init("--data", self.folder, box=None, expect=2).stderr)
        self.assertIn("--province is missing", harness.phusong("init", self.scenario, "--bbox", BOX, expect=2).stderr)
        self.assertIn("lies too far from the zone of EPSG:9211", self.init(box="120,22,121,23", expect=2).stderr)
        self.assertIn("EPSG:4326", self.init("--crs", "EPSG:4326", expect=2).stderr)
        self.assertIn("--language", self.init("--language", "fr", expect=2).stderr)
        self.assertIn("--province is missing", self.init(province=" ", expect=2).stderr)
        self.assertIn("--province: holds a line break", self.init(province="Tuyên\nQuang", expect=2).stderr)
        self.assertFalse(self.scenario.exists())


if __name__ == "__main__":
    harness.main()
