"""The files of a run as other programs see them: GDAL's own tools read every one."""

import csv
import json
import re
import sqlite3

import harness

CRS = 'ID["EPSG",9211]'
UNITS = {"_dbm": "dBm", "_db": "dB"}


class Outputs(harness.ScenarioTest):
    run_options = ("--threads", "2")

    def rasters(self):
        found = sorted((self.run_folder / "coverage").glob("*/*.tif"))
        self.assertTrue(found)
        return found

    def test_every_technology_has_its_rasters(self):
        names = {path.stem for path in self.rasters()}
        for technology, quantity in (("2g", "rxlev"), ("3g", "rscp"), ("4g", "rsrp")):
            self.assertLessEqual({f"{technology}_{quantity}_dbm", f"{technology}_best_server", f"{technology}_overlap",
                                  f"{technology}_probability"}, names)

    def test_rasters_are_cloud_optimised_with_overviews_statistics_nodata_and_the_scenarios_crs(self):
        for path in self.rasters():
            with self.subTest(raster=path.name):
                info = harness.gdalinfo(path)
                band = info["bands"][0]
                self.assertEqual(info["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"], "COG")
                self.assertEqual(info["metadata"]["IMAGE_STRUCTURE"]["COMPRESSION"], "DEFLATE")
                self.assertIn(CRS, info["coordinateSystem"]["wkt"])
                self.assertIn("noDataValue", band)
                self.assertIn("STATISTICS_MEAN", band["metadata"][""])
                self.assertTrue(band["description"])
                for ending, unit in UNITS.items():
                    if path.stem.endswith(ending):
                        self.assertEqual(band["unit"], unit)

    def test_a_large_raster_has_overviews(self):
        large = self.folder / "large"
        harness.phusong("coverage", self.scenario, "-o", large, "--set", "terrain.cell_size_m=25", "--set",
                        "coverage.technologies=[\"4G\"]", "--set", "propagation.max_range_km.\"4G\"=1")
        info = harness.gdalinfo(large / "coverage/any/4g_rsrp_dbm.tif")
        self.assertGreater(info["size"][0], 512)
        self.assertTrue(info["bands"][0]["overviews"])

    def test_levels_and_probabilities_lie_in_their_ranges(self):
        for path in self.rasters():
            statistics = harness.gdalinfo(path)["bands"][0]["metadata"][""]
            low, high = float(statistics["STATISTICS_MINIMUM"]), float(statistics["STATISTICS_MAXIMUM"])
            if path.stem.endswith("_dbm"):
                self.assertGreater(low, -400.0)
                self.assertLess(high, 0.0)
            if path.stem.endswith("_probability"):
                self.assertGreaterEqual(low, 0.0)
                self.assertLessEqual(high, 1.0)

    def test_best_servers_are_named_in_the_attribute_table(self):
        cells = {row["cell_id"] for row in harness.rows_of(self.scenario / "cells.csv")}
        for path in self.rasters():
            if not path.stem.endswith("_best_server"):
                continue
            table = harness.gdalinfo(path)["rat"]
            labels = {row["f"][-1] for row in table["row"]}
            self.assertTrue(labels & cells)
            self.assertLessEqual(labels - cells, {"none", ""})

    def test_the_layers_of_hamlets_hold_every_hamlet_once(self):
        hamlets = {row["hamlet_id"] for row in harness.rows_of(self.scenario / "hamlets.csv")}
        self.assertEqual({row["hamlet_id"] for row in harness.rows_of(self.run_folder / "hamlets.csv")}, hamlets)
        for name in ("hamlets.gpkg", "hamlets.geojson"):
            text = harness.ogrinfo(self.run_folder / name)
            self.assertIn(f"Feature Count: {len(hamlets)}", text)
            self.assertIn("Geometry: Point", text)
        self.assertIn(CRS, harness.ogrinfo(self.run_folder / "hamlets.gpkg"))

    def test_geojson_is_longitude_and_latitude_with_six_decimals(self):
        with open(self.run_folder / "hamlets.geojson", encoding="utf-8") as file:
            collection = json.load(file)
        self.assertNotIn("crs", collection)
        given = {row["hamlet_id"]: row for row in harness.rows_of(self.scenario / "hamlets.csv")}
        for feature in collection["features"]:
            lon_deg, lat_deg = feature["geometry"]["coordinates"]
            row = given[feature["properties"]["hamlet_id"]]
            self.assertAlmostEqual(lon_deg, float(row["lon_deg"]), places=6)
            self.assertAlmostEqual(lat_deg, float(row["lat_deg"]), places=6)

    def test_the_geopackage_is_whole_and_its_numbers_are_numbers(self):
        with sqlite3.connect(self.run_folder / "hamlets.gpkg") as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            kinds = database.execute("SELECT DISTINCT typeof(\"4g_probability\") FROM hamlets").fetchall()
            self.assertEqual(kinds, [("real",)])
        database.close()

    def test_totals_of_communes_add_up_to_the_province(self):
        communes = harness.rows_of(self.run_folder / "communes.csv")
        self.assertEqual(sum(int(row["hamlets"]) for row in communes), 40)
        with open(self.run_folder / "kpi.json", encoding="utf-8") as file:
            self.assertTrue(json.load(file))

    def test_tables_open_in_a_spreadsheet_without_asking_for_the_encoding(self):
        for path in self.run_folder.glob("*.csv"):
            self.assertEqual(path.read_bytes()[:3], b"\xef\xbb\xbf", path.name)
            self.assertNotIn(b"\r", path.read_bytes(), path.name)

    def test_tables_for_a_spreadsheet_have_semicolons_and_decimal_commas_and_are_read_back(self):
        folder = self.folder / "semicolon"
        harness.phusong("run", self.scenario, "-o", folder, "--set", 'report.csv="semicolon"', "--set",
                        "coverage.rasters=false")
        for path in sorted(self.run_folder.rglob("*.csv")):
            with self.subTest(table=path.name):
                with open(folder / path.relative_to(self.run_folder), encoding="utf-8-sig", newline="") as file:
                    rows = list(csv.DictReader(file, delimiter=";"))
                expected = [{key: value.replace(".", ",") if re.fullmatch(r"-?\d+\.\d+", value) else value
                             for key, value in row.items()} for row in harness.rows_of(path)]
                self.assertEqual(rows, expected)
        harness.phusong("check", self.scenario, "--set", f'network.hamlets="{folder / "hamlets.csv"}"')


if __name__ == "__main__":
    harness.main()
