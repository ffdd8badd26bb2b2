#include "sim/scenario/key.h"

namespace phusong::scenario {

std::vector<Key> scenario_keys(ScenarioOptions& o) {
  return {
      {.name = "scenario.name", .place = &o.name, .meaning = "short name; empty: the folder's name"},
      {.name = "scenario.title", .place = &o.title, .meaning = "shown in the report; empty: the name"},
      {.name = "scenario.crs",
       .place = &o.crs,
       .meaning = "working CRS, projected, metres, e.g. \"EPSG:9211\"; \"auto\": the UTM zone of the terrain's centre"},
      {.name = "scenario.synthetic",
       .place = &o.synthetic,
       .meaning = "whether ground, people or network are made up; the report and kpi.json then say so"},
      {.name = "scenario.data_note",
       .place = &o.data_note,
       .meaning =
           "what a reader must know of the inputs, e.g. that masts are derived, not surveyed; on top of the report"},
  };
}

std::vector<Key> terrain_keys(TerrainOptions& o) {
  return {
      {.name = "terrain.elevation",
       .place = &o.elevation,
       .meaning = "elevation raster, or a list of them: the first that has data wins",
       .required = true,
       .names_file = true,
       .example = "\"terrain.tif\""},
      {.name = "terrain.elevation_crs",
       .place = &o.elevation_crs,
       .meaning = "CRS of elevation rasters that neither say theirs nor have a .prj beside them; empty: all say it"},
      {.name = "terrain.elevation_kind",
       .place = choice(o.elevation_kind,
                       Names<ElevationKind>{{"dtm", ElevationKind::kTerrain}, {"dsm", ElevationKind::kSurface}}),
       .meaning = "bare ground or surface; required with land_cover: over a dsm no clutter height is added"},
      {.name = "terrain.land_cover",
       .place = &o.land_cover,
       .meaning = "land-cover raster; empty: no clutter",
       .names_file = true},
      {.name = "terrain.land_cover_classes",
       .place = &o.land_cover_classes,
       .meaning = "\"esa-worldcover\" (built in) or a table class,name,clutter_height_m"},
      {.name = "terrain.cell_size_m",
       .place = &o.cell_size_m,
       .limit = {.min = 0, .max = 5000, .unit = "m"},
       .meaning = "working grid; 0: about that of the elevation"},
      {.name = "terrain.valid_range_m",
       .place = NumberPair{&o.valid_min_m, &o.valid_max_m},
       .limit = {.min = -12000, .max = 9000, .unit = "m"},
       .meaning = "an elevation sample outside it is void"},
  };
}

std::vector<Key> network_keys(NetworkOptions& o) {
  return {
      {.name = "network.sites",
       .place = &o.sites,
       .meaning = "table of masts, or a list of files that make it up",
       .required = true,
       .names_file = true,
       .example = "\"sites.csv\""},
      {.name = "network.cells",
       .place = &o.cells,
       .meaning = "table of cells, or a list of files that make it up",
       .required = true,
       .names_file = true,
       .example = "\"cells.csv\""},
      {.name = "network.hamlets",
       .place = &o.hamlets,
       .meaning = "table of hamlets",
       .required = true,
       .names_file = true,
       .example = "\"hamlets.csv\""},
      {.name = "network.clusters",
       .place = &o.clusters,
       .meaning = "table of clusters of houses; empty: rings around each hamlet's centre",
       .names_file = true},
      {.name = "network.communes",
       .place = &o.communes,
       .meaning = "outlines of communes, for the maps; empty: none",
       .names_file = true},
      {.name = "network.operator_share",
       .place = &o.operator_share,
       .meaning = "table of each operator's share of a hamlet's handsets; empty: equal shares",
       .names_file = true},
      {.name = "network.sites_crs", .place = &o.sites_crs, .meaning = "CRS of the positions in sites"},
      {.name = "network.hamlets_crs", .place = &o.hamlets_crs, .meaning = "CRS of the positions in hamlets"},
      {.name = "network.clusters_crs", .place = &o.clusters_crs, .meaning = "CRS of the positions in clusters"},
      {.name = "network.include_planned",
       .place = &o.include_planned,
       .meaning = "sites with status planned are on air too"},
  };
}

}  // namespace phusong::scenario
