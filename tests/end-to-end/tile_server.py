"""A server of made-up terrain and land-cover tiles under the names of the public ones, on this machine alone.

It knows range requests, and can be told to fail: a fault is used up by the first request that it fits.
"""

import dataclasses
import functools
import http.server
import os
import pathlib
import re
import subprocess
import tempfile
import threading
import time

# No proxy stands between the program and this machine.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"

# Pixels of a degree: enough that a tile is read in several requests.
TERRAIN_PIXELS = 240
COVER_PIXELS = 40
COVER_CLASSES = (10, 30, 40, 50)


def height_m(lon_pixel, lat_pixel):
    """The made-up height at a pixel, counted from 0° E and from 0° N."""
    return float((37 * lon_pixel + 11 * lat_pixel) % 1700 + 20)


def cover_class(lon_pixel, lat_pixel):
    """The made-up class of a pixel, counted from 0° E and northwards from 0° N."""
    return COVER_CLASSES[(lon_pixel // 3 + lat_pixel // 5) % len(COVER_CLASSES)]


def write_raster(path, rows, corner, pixel_deg, *options):
    """A GeoTIFF of these rows; `corner`: longitude and latitude of its outer north-western corner."""
    height, width = len(rows), len(rows[0])
    west, north = corner
    with tempfile.TemporaryDirectory() as name:
        grid = pathlib.Path(name, "grid.asc")
        text = f"ncols {width}\nnrows {height}\nxllcorner 0\nyllcorner 0\ncellsize 1\n"
        grid.write_text(text + "\n".join(" ".join(map(str, row)) for row in rows) + "\n", encoding="ascii")
        edges = [west, north, west + width * pixel_deg, north - height * pixel_deg]
        subprocess.run(["gdal_translate", "-q", "-a_srs", "EPSG:4326", "-a_ullr", *map(repr, edges), *options, str(grid),
                        str(path)], check=True)


def write_terrain(path, lon, lat):
    """Pixel centres lie on the degrees, as those of the Copernicus tiles do."""
    pixels = TERRAIN_PIXELS
    rows = [[height_m(lon * pixels + column, (lat + 1) * pixels - row) for column in range(pixels)]
            for row in range(pixels)]
    corner = (lon - 0.5 / pixels, lat + 1 + 0.5 / pixels)
    write_raster(path, rows, corner, 1.0 / pixels, "-ot", "Float32", "-of", "COG", "-co", "COMPRESS=NONE", "-co",
                 "BLOCKSIZE=128")


def write_cover(path, lon, lat):
    pixels = 3 * COVER_PIXELS
    rows = [[cover_class(lon * COVER_PIXELS + column, (lat + 3) * COVER_PIXELS - 1 - row) for column in range(pixels)]
            for row in range(pixels)]
    write_raster(path, rows, (lon, lat + 3), 1.0 / COVER_PIXELS, "-ot", "Byte", "-a_nodata", "0", "-of", "COG", "-co",
                 "COMPRESS=DEFLATE")


def terrain_name(lon, lat):
    return f"Copernicus_DSM_COG_10_N{lat:02}_00_E{lon:03}_00_DEM"


def cover_name(lon, lat):
    return f"ESA_WorldCover_10m_2021_v200_N{lat:02}E{lon:03}_Map"


@functools.cache
def tiles(terrain=((105, 22), (106, 22), (105, 21)), cover=((105, 21),)):
    """The bytes of tiles by their paths; the corners are longitudes and latitudes of their south-western ends."""
    files = {}
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name, "tile.tif")
        for lon, lat in terrain:
            write_terrain(path, lon, lat)
            files[f"/{terrain_name(lon, lat)}/{terrain_name(lon, lat)}.tif"] = path.read_bytes()
        for lon, lat in cover:
            write_cover(path, lon, lat)
            files[f"/v200/2021/map/{cover_name(lon, lat)}.tif"] = path.read_bytes()
    return files


@dataclasses.dataclass
class Fault:
    """What becomes of a request for a path that holds `part`, from byte `least_first` on."""

    part: str
    code: int = 0  # answered by it, and nothing else
    cut: bool = False  # the connection is closed midway
    silent_s: float = 0.0  # nothing is sent for so long
    least_first: int = 0
    times: int = 1

    def fits(self, path, first):
        return self.times > 0 and self.part in path and first >= self.least_first


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body in one packet

    def log_message(self, *_arguments):
        pass

    def do_HEAD(self):
        self.answer(with_body=False)

    def do_GET(self):
        self.answer(with_body=True)

    def answer(self, with_body):
        first, last = self.wanted_range()
        fault = self.server.tile_server.fault_for(self.command, self.path, first)
        if fault and fault.silent_s:
            time.sleep(fault.silent_s)
        data = self.server.tile_server.files.get(self.path)
        code = fault.code if fault and fault.code else 404 if data is None else 206 if first is not None else 200
        if code >= 400:
            self.send_whole(code, {}, b"")
            return
        if first is None:
            first, last = 0, len(data) - 1
        if first >= len(data):
            self.send_whole(416, {}, b"")
            return
        body = data[first:last + 1]
        headers = {"Accept-Ranges": "bytes", "Content-Length": str(len(body))}
        if code == 206:
            headers["Content-Range"] = f"bytes {first}-{first + len(body) - 1}/{len(data)}"
        if fault and fault.cut:
            self.close_connection = True
            body = body[:len(body) // 2]
        self.send_whole(code, headers, body if with_body else b"")

    def wanted_range(self):
        found = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not found or not self.server.tile_server.knows_ranges:
            return None, None
        return int(found[1]), int(found[2]) if found[2] else 2**40

    def send_whole(self, code, headers, body):
        self.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
            self.wfile.flush()
        except OSError:
            pass  # the program has given up waiting


class TileServer:
    """Serves files from memory on loopback while the `with` block lasts."""

    def __init__(self, files):
        self.files = dict(files)
        self.faults = []
        self.requests = []  # (method, path) in order
        self.knows_ranges = True
        self.lock = threading.Lock()
        self.httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.httpd.daemon_threads = True
        self.httpd.handle_error = lambda *_: None  # the program may hang up whenever it likes
        self.httpd.tile_server = self
        self.url = f"http://127.0.0.1:{self.httpd.server_port}"

    def __enter__(self):
        self.thread = threading.Thread(target=self.httpd.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_exception):
        self.httpd.shutdown()
        self.httpd.server_close()
        self.thread.join()

    def fault_for(self, method, path, first):
        with self.lock:
            self.requests.append((method, path))
            for fault in self.faults:
                if fault.fits(path, first or 0):
                    fault.times -= 1
                    return fault
        return None

    def options(self):
        """What makes `phusong data fetch` ask this server, without long waits."""
        return ["--terrain-url", self.url, "--land-cover-url", self.url + "/", "--first-wait-s", "0.05"]
