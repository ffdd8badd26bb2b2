"""Two made-up communes side by side, and the people in them as a raster."""

import json

import tile_server

# Pixels of 0.001°, from this corner.
WEST, NORTH, PIXEL = 105.2, 22.3, 0.001
COMMUNES = (("Xã Một", 105.2, 105.22, 640), ("Xã Hai", 105.22, 105.24, None))


def people():
    """40 × 20 pixels: two settlements in the first commune, one in the second, scattered crumbs, and a void pixel."""
    rows = [[0.25] * 40 for _ in range(20)]
    for row, column, count in ((3, 3, 100), (3, 4, 50), (4, 3, 50), (15, 15, 120), (8, 30, 90), (9, 31, 60),
                               (9, 37, 30)):
        rows[row][column] = count
    rows[0][0] = -1
    return rows


def write_people(path, rows=None, *options):
    """The raster of people; other rows and options of gdal_translate where they are given."""
    tile_server.write_raster(path, rows or people(), (WEST, NORTH), PIXEL, "-ot", "Float32",
                             *(options or ("-a_nodata", "-1")))


def write_features(path, features):
    """A GeoJSON of (properties, type of the geometry, coordinates)."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
        for properties, kind, coordinates in features]}), encoding="utf-8")


def box(west, south, east, north):
    """The ring of a rectangle."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def write_communes(path, *more):
    """Their outlines as GeoJSON, and more like them: name, west, east, population."""
    write_features(path, [({"commune": name, "district": "Huyện A", "province": "Tỉnh B", "population": population},
                           "Polygon", [box(west, 22.28, east, 22.3)])
                          for name, west, east, population in (*COMMUNES, *more)])
