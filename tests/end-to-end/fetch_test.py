"""phusong data fetch, against a server on this machine: what is read, what is void, what breaks and goes on."""

import hashlib
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import tempfile
import unittest
import unittest.mock

import harness
import tile_server
from tile_server import COVER_PIXELS, TERRAIN_PIXELS, Fault

# Over the corners of four tiles of terrain, the south-eastern of which is sea.
BOX = (105.9, 21.9, 106.1, 22.1)
TERRAIN = tile_server.terrain_name


def box_text(box):
    return ",".join(map(str, box))


def pixels_of(path):
    """The values of a raster by row, and its geotransform."""
    text = subprocess.run(["gdal_translate", "-q", "-of", "AAIGrid", "-co", "FORCE_CELLSIZE=YES", str(path),
                           "/vsistdout/"], capture_output=True, text=True, check=True).stdout
    lines = [line for line in text.splitlines() if re.match(r"^\s*(nan|-?[\d.])", line)]
    return [[float(value) for value in line.split()] for line in lines], harness.gdalinfo(path)["geoTransform"]


class Fetch(unittest.TestCase):
    def setUp(self):
        self.files = tile_server.tiles()
        temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.out = self.folder / "out"
        self.server = self.enterContext(tile_server.TileServer(self.files))

    def fetch(self, *options, box=BOX, expect=0):
        return harness.phusong("data", "fetch", "--bbox", box_text(box), "--out", self.out, *self.server.options(),
                               *options, expect=expect)

    def sources(self):
        rasters = json.loads((self.out / "sources.json").read_text(encoding="utf-8"))["rasters"]
        return {raster["file"]: raster for raster in rasters}

    def bytes_of(self, *names):
        return {name: (self.out / name).read_bytes() for name in names or ("terrain.tif", "land_cover.tif",
                                                                          "sources.json", "SOURCES.md")}

    def asked(self, part=""):
        return [path for _, path in self.server.requests if part in path]


class Rasters(Fetch):
    def test_the_terrain_is_that_of_the_tiles_pixel_by_pixel_and_void_at_sea(self):
        self.fetch()
        rows, (west, step, _, north, _, down) = pixels_of(self.out / "terrain.tif")
        self.assertAlmostEqual(step, 1 / TERRAIN_PIXELS)
        self.assertAlmostEqual(down, -1 / TERRAIN_PIXELS)
        first, top = round(west * TERRAIN_PIXELS + 0.5), round(north * TERRAIN_PIXELS - 0.5)
        self.assertEqual((first, top), (25416, 5304))
        self.assertEqual((len(rows), len(rows[0])), (48, 48))
        void = 0
        for i, row in enumerate(rows):
            for j, height in enumerate(row):
                lon, lat = first + j, top - i
                if lon >= 106 * TERRAIN_PIXELS and lat <= 22 * TERRAIN_PIXELS:
                    self.assertNotEqual(height, height, (lon, lat))
                    void += 1
                else:
                    self.assertEqual(height, tile_server.height_m(lon, lat), (lon, lat))
        self.assertEqual(self.sources()["terrain.tif"]["void_pixels"], void)

    def test_the_environment_names_servers_of_ones_own(self):
        own = {"PHUSONG_TERRAIN_URL": self.server.url, "PHUSONG_LAND_COVER_URL": self.server.url + "/"}
        with unittest.mock.patch.dict(os.environ, own):
            harness.phusong("data", "fetch", "--bbox", box_text(BOX), "--out", self.out)
            self.assertEqual({raster["origin"] for raster in self.sources().values()}, {self.server.url})
            # An option stands above it.
            harness.phusong("data", "fetch", "--bbox", box_text(BOX), "--out", self.folder / "other", "--terrain-url",
                            "http://127.0.0.1:9", "--tries", "1", expect=5)

    def test_the_terrain_says_its_unit_void_and_crs(self):
        self.fetch("--terrain-only")
        info = harness.gdalinfo(self.out / "terrain.tif")
        (band,) = info["bands"]
        self.assertEqual((band["type"], band["unit"], str(band["noDataValue"]).lower()), ("Float32", "m", "nan"))
        self.assertIn("EPSG\",4326", info["coordinateSystem"]["wkt"].replace("EPSG:", "EPSG\","))
        self.assertFalse((self.out / "land_cover.tif").exists())

    def test_the_land_cover_is_that_of_the_tile(self):
        self.fetch()
        rows, (west, _, _, north, _, _) = pixels_of(self.out / "land_cover.tif")
        first, top = round(west * COVER_PIXELS), round(north * COVER_PIXELS) - 1
        self.assertEqual((first, top, len(rows), len(rows[0])), (4236, 883, 8, 8))
        for i, row in enumerate(rows):
            self.assertEqual(row, [tile_server.cover_class(first + j, top - i) for j in range(8)])

    def test_a_missing_tile_is_told_and_noted(self):
        said = self.fetch().stdout
        self.assertIn(TERRAIN(106, 21), said)
        self.assertIn("open sea", said)
        tiles = {tile["name"]: tile["absent"] for tile in self.sources()["terrain.tif"]["tiles"]}
        self.assertEqual(tiles, {TERRAIN(105, 22): False, TERRAIN(106, 22): False, TERRAIN(105, 21): False,
                                 TERRAIN(106, 21): True})

    def test_a_scenario_can_name_the_rasters_at_once(self):
        self.fetch(box=(105.6, 21.9, 105.9, 22.2))
        scenario = harness.make_province(self.folder / "province")
        for column, low, high in (("lon_deg", 105.7, 105.8), ("lat_deg", 22.0, 22.1)):
            for table in ("sites", "hamlets"):
                rows = harness.rows_of(scenario / f"{table}.csv")
                for i, row in enumerate(rows):
                    row[column] = low + (high - low) * i / len(rows)
                harness.write_rows(scenario / f"{table}.csv", rows)
        toml = (scenario / "scenario.toml").read_text(encoding="utf-8")
        toml = toml.replace('"terrain.tif"', '"../out/terrain.tif"').replace(
            'elevation_kind = "dtm"', 'elevation_kind = "dsm"\nland_cover = "../out/land_cover.tif"')
        (scenario / "scenario.toml").write_text(toml.replace("cell_size_m    = 100", "cell_size_m = 400"),
                                                encoding="utf-8")
        checked = json.loads(harness.phusong("check", scenario, "--json").stdout)
        self.assertEqual([w for w in checked["warnings"] if "terrain" in w or "land" in w], [])

    def test_the_same_request_gives_the_same_bytes_elsewhere(self):
        self.fetch()
        first = self.bytes_of()
        self.out = self.folder / "again"
        self.fetch()
        self.assertEqual(self.bytes_of(), first)


class Sources(Fetch):
    def test_licences_and_attributions_stand_beside_for_people_and_programs(self):
        self.fetch()
        text = (self.out / "SOURCES.md").read_text(encoding="utf-8")
        for name, product, licence, attribution in (
                ("terrain.tif", "Copernicus DEM GLO-30", "WorldDEM-30", "© DLR e.V. 2010-2014"),
                ("land_cover.tif", "ESA WorldCover 10 m 2021 v200", "CC BY 4.0",
                 "Contains modified Copernicus Sentinel data (2021)")):
            raster = self.sources()[name]
            self.assertEqual(raster["product"], product)
            self.assertIn(licence, raster["licence"])
            self.assertIn(attribution, raster["attribution"])
            for word in (product, raster["licence"], raster["attribution"], raster["sha256"]):
                self.assertIn(word, text)
            digest = hashlib.sha256((self.out / name).read_bytes()).hexdigest()
            self.assertEqual(raster["sha256"], digest)
            self.assertEqual(raster["bbox_deg"], dict(zip(("west", "south", "east", "north"), BOX)))

    def test_sha256sum_can_check_every_piece(self):
        self.fetch()
        sums = sorted(self.out.glob("pieces/*/*.sha256"))
        self.assertEqual(len(sums), 4)
        for file in sums:
            subprocess.run(["sha256sum", "--quiet", "-c", file.name], cwd=file.parent, check=True)

    def test_a_raster_fetched_before_keeps_its_place_in_the_list(self):
        self.fetch()
        self.fetch("--terrain-only", box=(105.2, 22.2, 105.4, 22.4))
        self.assertEqual(set(self.sources()), {"terrain.tif", "land_cover.tif"})


class Faults(Fetch):
    def whole(self):
        """What a fetch without faults writes."""
        out, self.out = self.out, self.folder / "whole"
        self.fetch()
        expected = self.bytes_of("terrain.tif", "land_cover.tif")
        self.out = out
        self.server.requests.clear()
        return expected

    def fails(self, *options):
        return self.fetch(*options, expect=5).stderr

    def test_what_a_server_refuses_for_a_while_is_read_later(self):
        expected = self.whole()
        for code in (403, 429, 500, 503):
            with self.subTest(code=code):
                self.out = self.folder / str(code)
                self.server.faults = [Fault(TERRAIN(105, 22), code=code, times=2),
                                      Fault(TERRAIN(105, 21), code=code, least_first=20000),
                                      Fault("WorldCover", code=code)]
                said = self.fetch().stderr
                self.assertEqual([fault.times for fault in self.server.faults], [0, 0, 0])
                self.assertIn(f"{TERRAIN(105, 22)}.tif: the server answers HTTP {code}; try 2 of 6 in 0.05 s", said)
                self.assertIn("try 3 of 6 in 0.1 s", said)
                self.assertEqual(self.bytes_of(*expected), expected)

    def test_a_connection_that_is_closed_midway_is_made_again(self):
        expected = self.whole()
        self.server.faults = [Fault(TERRAIN(105, 22), cut=True, least_first=20000),
                              Fault(TERRAIN(106, 22), cut=True, least_first=20000, times=3)]
        self.assertIn("try 2 of 6", self.fetch().stderr)
        self.assertEqual([fault.times for fault in self.server.faults], [0, 0])
        self.assertEqual(self.bytes_of(*expected), expected)

    def test_a_server_that_falls_silent_is_asked_again(self):
        expected = self.whole()
        self.server.faults = [Fault(TERRAIN(105, 22), silent_s=20.0, least_first=20000, times=2)]
        self.assertIn("try 2 of 6", self.fetch("--patience-s", "1").stderr)
        self.assertEqual(self.bytes_of(*expected), expected)

    def test_a_server_that_stays_away_is_an_error_and_what_was_read_is_kept(self):
        expected = self.whole()
        self.server.faults = [Fault(TERRAIN(105, 21), code=503, least_first=20000, times=1000)]
        said = self.fails("--tries", "3")
        self.assertIn(f"{TERRAIN(105, 21)}.tif: the server answers HTTP 503; given up after 3 tries, 0.05, 0.1 s apart",
                      said)
        self.assertFalse((self.out / "terrain.tif").exists())
        self.assertEqual(len(list(self.out.glob("pieces/*/*.sha256"))), 2)
        self.server.faults = []
        self.server.requests.clear()
        self.assertIn("1 pieces read, 2 kept", self.fetch().stdout)
        self.assertEqual(self.asked(TERRAIN(105, 22)) + self.asked(TERRAIN(106, 22)), [])
        self.assertEqual(self.bytes_of(*expected), expected)

    def test_a_forbidden_tile_is_no_sea(self):
        self.server.faults = [Fault(TERRAIN(106, 21), code=403, times=1000)]
        self.assertIn("the server answers HTTP 403; given up", self.fails("--tries", "2"))
        self.assertFalse((self.out / "terrain.tif").exists())

    def test_nobody_at_the_address_is_an_error_that_says_so(self):
        done = harness.phusong("data", "fetch", "--bbox", box_text(BOX), "--out", self.out, "--terrain-url",
                               "http://127.0.0.1:9", "--tries", "2", "--first-wait-s", "0", expect=5)
        self.assertIn("http://127.0.0.1:9/" + TERRAIN(105, 22), done.stderr)
        self.assertIn("given up after 2 tries", done.stderr)

    def test_a_file_that_is_cut_short_at_the_server_is_an_error(self):
        path = f"/{TERRAIN(105, 22)}/{TERRAIN(105, 22)}.tif"
        self.server.files[path] = self.files[path][:len(self.files[path]) // 2]
        said = self.fails("--tries", "2")
        self.assertIn(f"{len(self.server.files[path])} bytes at the server", said)
        self.assertEqual(list(self.out.glob(f"pieces/{TERRAIN(105, 22)}/*.tif*")), [])

    def test_an_empty_file_and_one_that_is_no_raster_are_errors(self):
        path = f"/{TERRAIN(105, 22)}/{TERRAIN(105, 22)}.tif"
        for content in (b"", b"<html>sign in first</html>" * 100):
            with self.subTest(content=content[:10]):
                self.server.files[path] = content
                self.assertIn(TERRAIN(105, 22), self.fails("--tries", "2"))

    def test_a_server_that_knows_no_ranges_is_an_error_that_says_so(self):
        self.server.knows_ranges = False
        self.assertIn("one that answers range requests is needed", self.fetch(expect=3).stderr)
        path = f"/{TERRAIN(105, 22)}/{TERRAIN(105, 22)}.tif"
        self.server.files[path] = self.files[path][:5000]
        self.assertIn("one that answers range requests is needed", self.fetch(expect=3).stderr)

    def test_a_tile_of_another_place_is_an_error(self):
        path = f"/{TERRAIN(105, 22)}/{TERRAIN(105, 22)}.tif"
        self.server.files[path] = self.files[f"/{TERRAIN(106, 22)}/{TERRAIN(106, 22)}.tif"]
        said = self.fetch(expect=3).stderr
        self.assertIn("is not the tile that its name says: it lies at 105.9979 … 106.9979° E", said)

    def test_no_tile_at_all_is_an_error_and_no_void_raster(self):
        said = self.fetch(box=(110.1, 15.1, 110.3, 15.3), expect=3).stderr
        self.assertIn("has none of the 1 tiles of Copernicus DEM GLO-30", said)
        self.assertFalse((self.out / "terrain.tif").exists())


class Resume(Fetch):
    def test_a_second_call_asks_nobody_and_changes_nothing(self):
        self.fetch()
        before = self.bytes_of()
        self.server.requests.clear()
        said = self.fetch().stdout
        self.assertEqual(said.count("was complete"), 2)
        self.assertEqual(self.server.requests, [])
        self.assertEqual(self.bytes_of(), before)

    def test_a_damaged_raster_is_made_again_from_its_pieces(self):
        self.fetch()
        before = self.bytes_of()
        path = self.out / "terrain.tif"
        path.write_bytes(path.read_bytes()[:-100])
        self.server.requests.clear()
        self.assertIn("0 pieces read, 3 kept", self.fetch().stdout)
        self.assertEqual(self.asked("/Copernicus"), self.asked(TERRAIN(106, 21)))
        self.assertEqual(self.bytes_of(), before)

    def test_a_damaged_piece_is_read_again_and_the_others_are_not(self):
        self.fetch()
        before = self.bytes_of()
        (self.out / "terrain.tif").unlink()
        (piece,) = self.out.glob(f"pieces/{TERRAIN(105, 21)}/*.tif")
        data = bytearray(piece.read_bytes())
        data[len(data) // 2] ^= 1
        piece.write_bytes(data)
        self.server.requests.clear()
        self.assertIn("1 pieces read, 2 kept", self.fetch().stdout)
        self.assertEqual(self.asked(TERRAIN(105, 22)) + self.asked(TERRAIN(106, 22)), [])
        self.assertNotEqual(self.asked(TERRAIN(105, 21)), [])
        self.assertEqual(self.bytes_of(), before)

    def test_another_box_reads_what_the_first_did_not(self):
        self.fetch("--terrain-only", box=(105.2, 22.2, 105.4, 22.4))
        self.assertIn("1 pieces read, 1 kept", self.fetch("--terrain-only", box=(105.8, 22.2, 106.2, 22.4)).stdout)
        info = harness.gdalinfo(self.out / "terrain.tif")
        self.assertEqual(info["size"], [96, 48])

    def test_a_tile_that_the_server_has_renewed_is_read_anew(self):
        self.fetch("--terrain-only")
        (self.out / "terrain.tif").unlink()
        (piece,) = self.out.glob(f"pieces/{TERRAIN(105, 22)}/*.tif")
        piece.unlink()
        path = f"/{TERRAIN(105, 22)}/{TERRAIN(105, 22)}.tif"
        self.server.files[path] = self.files[path] + b"\0" * 64
        self.assertIn("1 pieces read, 2 kept", self.fetch("--terrain-only").stdout)
        tile = json.loads((piece.parent / "tile.json").read_text(encoding="utf-8"))
        self.assertEqual(tile["size_bytes"], len(self.server.files[path]))


class Interrupted(Fetch):
    def test_ctrl_c_ends_the_waiting_and_the_same_command_goes_on(self):
        self.server.faults = [Fault(TERRAIN(106, 22), code=503, least_first=20000, times=1000)]
        command = [harness.PROGRAM, "data", "fetch", "--bbox", box_text(BOX), "--out", self.out, *self.server.options(),
                   "--first-wait-s", "300"]
        command.remove("0.05")
        command.remove("--first-wait-s")
        with subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True) as process:
            said = ""
            while "in 300 s" not in said:
                line = process.stderr.readline()
                self.assertTrue(line, said)
                said += line
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read()
            self.assertEqual(process.wait(60), 130)
        self.assertIn("what was read is kept, and the same command goes on", rest)
        self.server.faults = []
        self.assertIn("2 pieces read, 1 kept", self.fetch().stdout)


class Srtm(Fetch):
    def write_hgt(self, name, value, size=1201, void_at=None):
        samples = [value] * (size * size)
        if void_at is not None:
            samples[void_at] = -32768
        path = self.folder / "hgt" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(struct.pack(f">{len(samples)}h", *samples))
        return path

    def fetch_srtm(self, *options, expect=0):
        return self.fetch("--srtm", self.folder / "hgt", "--terrain-only", *options, expect=expect)

    def test_tiles_of_a_folder_are_put_together_without_a_server(self):
        self.write_hgt("N22E105.hgt", 700, void_at=1201 * 1199 + 1199)
        self.write_hgt("n22e106.hgt", 300)
        self.fetch_srtm()
        self.assertEqual(self.server.requests, [])
        rows, _ = pixels_of(self.out / "terrain.tif")
        self.assertEqual((len(rows), len(rows[0])), (240, 240))
        self.assertEqual((rows[5][5], rows[5][119], rows[5][121], rows[5][239]), (700.0, 700.0, 300.0, 300.0))
        self.assertNotEqual(rows[119][119], rows[119][119])
        self.assertNotEqual(rows[239][5], rows[239][5])
        self.assertEqual(rows[119][118], 700.0)
        self.assertEqual(self.sources()["terrain.tif"]["product"], "SRTM")

    def test_a_tile_of_a_wrong_size_is_an_error_that_names_all_such(self):
        for name in ("N22E105.hgt", "N21E105.hgt"):
            path = self.write_hgt(name, 5)
            path.write_bytes(path.read_bytes()[:-2])
        said = self.fetch_srtm(expect=3).stderr
        for name in ("N22E105.hgt", "N21E105.hgt", "2884800 bytes", "25934402 bytes"):
            self.assertIn(name, said)

    def test_a_folder_without_a_tile_of_the_box_is_an_error(self):
        self.write_hgt("N10E105.hgt", 5)
        self.assertIn("has none of the 4 tiles of SRTM", self.fetch_srtm(expect=3).stderr)


class CommandLine(Fetch):
    def test_a_wrong_box_is_refused_before_anything_is_asked(self):
        for box, word in (((106, 22, 105, 23), "east = 105°"), ((105, 23, 106, 22), "north = 22°"),
                          ((105, 22, 181, 23), "out of range"), ((105, -91, 106, 23), "out of range"),
                          (("x", 22, 106, 23), "is not a number"), ((105, 22, 106), "four numbers"),
                          ((100, 10, 104, 14), "16 square degrees are more than 9; --most-square-degrees")):
            with self.subTest(box=box):
                self.assertIn(word, self.fetch(box=box, expect=2).stderr)
        self.assertEqual(self.server.requests, [])
        self.assertFalse(self.out.exists())

    def test_a_larger_box_can_be_allowed(self):
        self.fetch("--most-square-degrees", "0.01", expect=2)
        self.fetch("--most-square-degrees", "0.05")

    def test_other_wrong_words_are_named(self):
        for options, word in ((("--terrain-url", "ftp://x"), "--terrain-url 'ftp://x'"), (("--tries", "0"), "tries"),
                              (("--srtm", self.folder / "none"), "--srtm")):
            done = harness.phusong("data", "fetch", "--bbox", box_text(BOX), "--out", self.out, *options, expect=2)
            self.assertIn(word, done.stderr)
        self.assertIn("data fetch, data hamlets", harness.phusong("data", "bring", expect=2).stderr)
        self.assertIn("data fetch, data hamlets", harness.phusong("data", expect=2).stderr)
        self.assertIn("--out", harness.phusong("data", "fetch", "--bbox", box_text(BOX), expect=2).stderr)
        self.assertIn("--bbox", harness.phusong("data", "fetch", "--out", self.out, expect=2).stderr)


if __name__ == "__main__":
    harness.main()
