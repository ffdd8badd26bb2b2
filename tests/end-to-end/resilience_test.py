"""What resilience.csv says is lost, against runs of the sample with the masts taken out of its tables."""

import json
import math
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

import harness

SAMPLE = harness.PROJECT / "scenarios/karst-district"
DATA = harness.PROJECT / "data-samples/karst-district"
RANK = {"covered": 0, "hollow": 1, "white": 2}


class Resilience(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.sites = harness.rows_of(DATA / "sites.csv")
        cls.cells = harness.rows_of(DATA / "cells.csv")
        cls.hamlets = harness.rows_of(DATA / "hamlets.csv")
        cls.people = {row["hamlet_id"]: int(row["population"]) for row in cls.hamlets}
        cls.base = cls.folder / "base"
        harness.phusong("coverage", SAMPLE, "-o", cls.base, "--set", "coverage.rasters=false")
        cls.events = harness.rows_of(cls.base / "resilience.csv")
        cls.lost_hamlets = harness.rows_of(cls.base / "resilience_hamlets.csv")
        cls.runs = {}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def statuses(self, off, operator):
        """Status of each hamlet for an operator ("any": all together), the masts of `off` taken out of the tables."""
        key = (frozenset(off), operator)
        if key in self.runs:
            return self.runs[key]
        folder = self.folder / f"without-{len(self.runs)}"
        folder.mkdir()
        sites = [dict(row, backhaul_to="" if row["backhaul_to"] in off else row["backhaul_to"]) for row in self.sites
                 if row["site_id"] not in off]
        harness.write_rows(folder / "sites.csv", sites)
        harness.write_rows(folder / "cells.csv", [row for row in self.cells if row["site_id"] not in off])
        harness.phusong("coverage", SAMPLE, "-o", folder / "run", "--set", "coverage.rasters=false", "--set",
                        f'network.sites="{folder}/sites.csv"', "--set", f'network.cells="{folder}/cells.csv"', "--set",
                        f'service.operators=["{operator}"]')
        self.runs[key] = {row["hamlet_id"]: row["status"] for row in harness.rows_of(folder / "run/hamlets.csv")}
        return self.runs[key]

    def compare(self, event, off):
        """Compares the rows of an event with runs; the number of hamlets lost."""
        rows = [row for row in self.events if (row["event"], row["id"]) == event]
        self.assertEqual({row["operator"] for row in rows},
                         {row["operator"] for row in self.sites if row["site_id"] in off}, event)
        lost = 0
        for operator, columns in [(row["operator"], ("hamlets_lost", "people_lost")) for row in rows] + [
                ("any", ("hamlets_lost_any_operator", "people_lost_any_operator"))]:
            before, after = self.statuses((), operator), self.statuses(off, operator)
            fallen = [hamlet for hamlet, status in before.items()
                      if status in RANK and RANK[after[hamlet]] > RANK[status]]
            listed = [row["hamlet_id"] for row in self.lost_hamlets
                      if (row["event"], row["id"], row["operator"]) == (*event, operator)]
            self.assertEqual(listed, fallen, (event, operator))
            for row in rows:
                if operator in ("any", row["operator"]):
                    self.assertEqual(int(row[columns[0]]), len(fallen), (event, operator))
                    self.assertEqual(int(row[columns[1]]), sum(self.people[hamlet] for hamlet in fallen))
            lost += len(fallen)
        return lost

    def worst(self, kind):
        """The identifiers of a kind of event, the worst first."""
        people = {row["id"]: int(row["people_lost_any_operator"]) for row in self.events if row["event"] == kind}
        return sorted(people, key=lambda name: -people[name])

    def behind(self, site):
        """A mast and all whose chain of links goes over it."""
        link = {row["site_id"]: row["backhaul_to"] for row in self.sites}
        found = set()
        for at in link:
            chain = [at]
            while link[chain[-1]]:
                chain.append(link[chain[-1]])
            if site in chain:
                found.add(at)
        return found

    def district(self, site):
        """The district of the hamlet nearest to a mast, on a plane."""
        def away(hamlet):
            east = (float(hamlet["lon_deg"]) - float(site["lon_deg"])) * math.cos(math.radians(21.9))
            return math.hypot(east, float(hamlet["lat_deg"]) - float(site["lat_deg"]))
        return min(self.hamlets, key=away)["district"]

    def test_every_mast_is_an_event_and_every_link(self):
        self.assertEqual([row["id"] for row in self.events if row["event"] == "site"],
                         [row["site_id"] for row in self.sites])
        self.assertEqual([row["id"] for row in self.events if row["event"] == "fibre"],
                         [row["site_id"] for row in self.sites if row["backhaul_to"]])

    def test_a_mast_takes_what_a_run_without_its_row_lacks(self):
        worst = self.worst("site")
        for site in worst[:3] + worst[len(worst) // 2:len(worst) // 2 + 1] + worst[-2:]:
            self.compare(("site", site), {site})
        self.assertGreater(self.compare(("site", worst[0]), {worst[0]}), 5)

    def test_a_cut_link_takes_all_masts_behind_it(self):
        worst = self.worst("fibre")
        for site in worst[:2] + worst[-1:]:
            self.compare(("fibre", site), self.behind(site))
        self.assertGreater(len(self.behind(worst[0])), 3)
        self.assertGreater(self.compare(("fibre", worst[0]), self.behind(worst[0])), 10)

    def test_the_grid_of_a_district_takes_the_masts_whose_batteries_do_not_last(self):
        short = [row for row in self.sites if row["power"] == "grid" and float(row["battery_hours"]) < 8]
        districts = {self.district(row) for row in short}
        self.assertEqual({row["id"] for row in self.events if row["event"] == "grid"}, districts)
        for name in districts:
            off = {row["site_id"] for row in short if self.district(row) == name}
            self.assertGreater(self.compare(("grid", name), off), 10)

    def test_the_summary_names_the_ten_worst(self):
        done = harness.phusong("coverage", SAMPLE, "-o", self.folder / "told", "--set", "coverage.rasters=false", "--set",
                               'report.language="en"')
        told = [line for line in done.stdout.splitlines() if " operators together " in line]
        self.assertEqual(len(told), 10)
        ranked = sorted({(int(row["people_lost_any_operator"]), row["event"], row["id"]) for row in self.events},
                        reverse=True)
        for line, (people, _, name) in zip(told, ranked):
            self.assertIn(name, line)
            self.assertTrue(line.endswith(f"{people:,} people"), line)

    def test_the_layer_has_the_rows_of_the_table_and_its_style_is_whole(self):
        self.assertIn(f"Feature Count: {len(self.events)}", harness.ogrinfo(self.base / "resilience.gpkg"))
        self.assertIn(f"Feature Count: {len(self.events)}", harness.ogrinfo(self.base / "resilience.geojson"))
        style = xml.etree.ElementTree.parse(self.base / "resilience.qml")
        rules = style.findall(".//rule")
        self.assertEqual({rule.get("symbol") for rule in rules},
                         {symbol.get("name") for symbol in style.findall(".//symbol")})

    def test_a_finished_run_is_resumed_where_its_last_table_is_lost(self):
        folder = self.folder / "resumed"
        harness.phusong("coverage", SAMPLE, "-o", folder, "--set", "coverage.rasters=false")
        table = (folder / "resilience.csv").read_bytes()
        (folder / "resilience.csv").unlink()
        again = harness.phusong("coverage", SAMPLE, "-o", folder, "--set", "coverage.rasters=false", "--resume")
        self.assertNotIn("nothing left to do", again.stdout)
        self.assertEqual((folder / "resilience.csv").read_bytes(), table)


class ResilienceOfAPlan(unittest.TestCase):
    """The parts of a plan, against the events of a run with the plan's rows in the tables."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        folder = pathlib.Path(cls.temporary.name)
        cls.plan = folder / "run/plan"
        harness.phusong("plan", harness.PROJECT / "scenarios/plan-district", "-o", folder / "run")
        cls.parts = harness.rows_of(cls.plan / "resilience.csv")
        tables = ", ".join(f'"{path}"' for path in (DATA / "sites.csv", cls.plan / "new_sites.csv"))
        cells = ", ".join(f'"{path}"' for path in (DATA / "cells.csv", cls.plan / "new_cells.csv"))
        harness.phusong("coverage", SAMPLE, "-o", folder / "built", "--set", "coverage.rasters=false", "--set",
                        f"network.sites=[{tables}]", "--set", f"network.cells=[{cells}]")
        cls.events = {(row["event"], row["id"]): row for row in harness.rows_of(folder / "built/resilience.csv")}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_every_station_relay_and_link_is_a_part(self):
        links = json.loads((self.plan / "backhaul.geojson").read_text(encoding="utf-8"))["features"]
        self.assertEqual(sorted((row["site_id"], row["to"]) for row in self.parts if row["part"] == "link"),
                         sorted((link["properties"]["from"], link["properties"]["to"]) for link in links))
        self.assertEqual({row["site_id"] for row in self.parts if row["part"] != "link"},
                         {row["site_id"] for row in harness.rows_of(self.plan / "new_sites.csv")})

    def test_parts_lose_what_the_events_of_the_network_built_lose(self):
        compared = {"site": 0, "fibre": 0}
        for row in self.parts:
            event = "fibre" if row["part"] == "link" else "site"
            if (event, row["site_id"]) not in self.events or (event == "site" and row["masts_off"] != "1"):
                continue
            of_run = self.events[(event, row["site_id"])]
            self.assertEqual((row["hamlets_lost"], row["people_lost"]),
                             (of_run["hamlets_lost_any_operator"], of_run["people_lost_any_operator"]), row)
            compared[event] += 1
        self.assertGreater(compared["site"], 5)
        self.assertGreater(compared["fibre"], 2)

    def test_the_worst_come_first_and_their_links_have_a_second_path(self):
        lost = [(int(row["hamlets_lost"]), int(row["people_lost"])) for row in self.parts]
        self.assertEqual(lost, sorted(lost, reverse=True))
        links = [row for row in self.parts
                 if row["part"] == "link" and row["medium"] != "satellite" and row["hamlets_lost"] != "0"]
        self.assertGreater(len(links), 5)
        for row in links[:20]:
            self.assertIn(row["second_path"], ("fibre", "microwave", "satellite"))
            self.assertNotEqual(row["second_path_to"], row["to"])
            self.assertGreater(float(row["second_path_capex_million_vnd"]), 0)


if __name__ == "__main__":
    harness.main()
