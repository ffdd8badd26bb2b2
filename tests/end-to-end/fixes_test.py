"""Fixes made one by one in the tables, and the run made again: it finds what the row of fixes.csv says.

Nothing of the program's own search is used here: rows are read, tables changed, and hamlets.csv compared.
"""

import collections
import itertools
import pathlib
import shutil
import tempfile

import harness

ORDER = {"unknown": 0, "white": 0, "hollow": 1, "covered": 2}
ROWS_OF_A_KIND = 3  # that are made again
TARGET = ("3g", "4g")


class Fixes(harness.ScenarioTest):
    command = "coverage"
    run_options = ("--fixes", "--set", "coverage.rasters=false")

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.scenario = cls.copy_of_sample()
        cls.run_folder = cls.folder / "run"
        harness.phusong(cls.command, cls.scenario, "-o", cls.run_folder, *cls.run_options)
        cls.hamlets = {row["hamlet_id"]: row for row in harness.rows_of(cls.run_folder / "hamlets.csv")}
        cls.fixes = harness.rows_of(cls.run_folder / "fixes.csv")
        cls.again = itertools.count()

    @classmethod
    def copy_of_sample(cls):
        """The sample district with its tables beside scenario.toml, to be changed."""
        folder = cls.folder / "district"
        shutil.copytree(harness.PROJECT / "data-samples/karst-district", folder)
        text = (harness.PROJECT / "scenarios/karst-district/scenario.toml").read_text(encoding="utf-8")
        (folder / "scenario.toml").write_text(text.replace("../../data-samples/karst-district/", ""), encoding="utf-8")
        return folder

    def rerun(self, fix):
        """hamlets.csv, by id, of the scenario with the fix made in its tables."""
        folder = self.folder / f"fix-{next(self.again)}"
        shutil.copytree(self.scenario, folder)
        cells = harness.rows_of(folder / "cells.csv")
        if fix["fix"] in ("tilt", "azimuth", "power"):
            (cell,) = [row for row in cells if row["cell_id"] == fix["cell_id"]]
            if fix["fix"] == "tilt":
                self.assertAlmostEqual(float(cell["electrical_tilt_deg"]), float(fix["from"]), places=2)
                cell["electrical_tilt_deg"] = fix["to"]
            elif fix["fix"] == "azimuth":
                self.assertAlmostEqual(float(cell["azimuth_deg"]), float(fix["from"]), places=2)
                cell["azimuth_deg"] = fix["to"]
            else:
                rise_db = float(fix["to"]) - float(fix["from"])
                cell["tx_power_dbm"] = str(float(cell["tx_power_dbm"]) + rise_db)
            harness.write_rows(folder / "cells.csv", cells)
        options = self.station_files(folder, fix)
        run = folder / "run"
        harness.phusong("coverage", folder, "-o", run, "--set", "coverage.rasters=false", *options)
        return {row["hamlet_id"]: row for row in harness.rows_of(run / "hamlets.csv")}

    def station_files(self, folder, fix):
        """The options by which a station's rows join the tables."""
        if fix["fix"] in ("tilt", "azimuth", "power"):
            return ()
        new_cells = [row for row in harness.rows_of(self.run_folder / "fixes_cells.csv")
                     if row["site_id"] == fix["site_id"]]
        technologies = fix["to"].split(" ")[-1].split("+")
        new_cells = [row for row in new_cells if row["technology"] in technologies]
        self.assertTrue(new_cells, fix)
        harness.write_rows(folder / "more_cells.csv", new_cells)
        options = ["--set", 'network.cells=["cells.csv", "more_cells.csv"]']
        new_sites = [row for row in harness.rows_of(self.run_folder / "fixes_sites.csv")
                     if row["site_id"] == fix["site_id"]]
        if new_sites:
            harness.write_rows(folder / "more_sites.csv", new_sites)
            options += ["--set", 'network.sites=["sites.csv", "more_sites.csv"]']
        return options

    def chosen(self):
        """Some rows of each kind: those that take hamlets down first, then those that cover."""
        by_kind = collections.defaultdict(list)
        for fix in self.fixes:
            if fix["rank"]:
                by_kind[fix["fix"]].append(fix)
        for rows in by_kind.values():
            rows.sort(key=lambda fix: (not fix["hamlets_lost"], fix["status"] != "covered"))
            yield from rows[:ROWS_OF_A_KIND]

    def test_each_row_is_what_a_run_with_the_change_finds(self):
        kinds = set()
        for fix in self.chosen():
            with self.subTest(hamlet=fix["hamlet_id"], fix=fix["fix"]):
                after = self.rerun(fix)
                hamlet = after[fix["hamlet_id"]]
                self.assertEqual(hamlet["status"], fix["status"])
                self.assertAlmostEqual(float(hamlet["share"]), float(fix["share"]), places=6)
                best = max((float(hamlet[t + "_probability"]), hamlet[t + "_level_dbm"]) for t in TARGET
                           if hamlet[t + "_level_dbm"])
                self.assertAlmostEqual(best[0], float(fix["probability"]), places=5)
                levels = [float(hamlet[t + "_level_dbm"]) for t in TARGET if hamlet[t + "_level_dbm"]]
                self.assertTrue(any(abs(level - float(fix["level_dbm"])) < 0.011 for level in levels))
                lost = {name for name, row in after.items() if ORDER[row["status"]] < ORDER[self.hamlets[name]["status"]]}
                self.assertEqual(lost, set(fix["hamlets_lost"].split()))
                kinds.add(fix["fix"])
        self.assertGreaterEqual(len(kinds), 4, kinds)

    def test_every_hamlet_not_covered_has_a_row_of_each_kind_and_no_other_has_any(self):
        kinds = collections.defaultdict(list)
        for fix in self.fixes:
            kinds[fix["hamlet_id"]].append(fix["fix"])
        not_covered = {name for name, row in self.hamlets.items() if row["status"] != "covered"}
        self.assertEqual(set(kinds), not_covered)
        for rows in kinds.values():
            self.assertEqual(sorted(rows), ["azimuth", "mast", "pole", "power", "technology", "tilt"])

    def test_the_cheapest_fix_is_the_first_that_covers(self):
        first = {fix["hamlet_id"]: fix for fix in self.fixes if fix["rank"] == "1"}
        for name, row in self.hamlets.items():
            fix = first.get(name)
            covers = fix is not None and fix["status"] == "covered"
            self.assertEqual(bool(row["cheapest_fix"]), covers, name)
            if covers and fix["fix"] in ("pole", "mast"):
                self.assertIn(fix["site_id"], row["cheapest_fix"])

    def test_reasons_stand_where_a_hamlet_is_not_covered(self):
        for name, row in self.hamlets.items():
            self.assertEqual(bool(row["reason"]), row["status"] != "covered", name)
            if row["reason"] not in ("", "terrain_unknown", "no_cell_in_range"):
                self.assertGreater(float(row["missing_db"]), 0.0)
                self.assertTrue(row["note"])

    def test_the_layer_has_the_reason_too(self):
        info = harness.ogrinfo(self.run_folder / "hamlets.gpkg")
        for column in ("reason", "obstacle_m", "missing_db", "cheapest_fix"):
            self.assertIn(column + ":", info)
        self.assertTrue(pathlib.Path(self.run_folder / "fixes_sites.csv").exists())


if __name__ == "__main__":
    harness.main()
