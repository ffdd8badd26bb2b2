#include "sim/scenario/places_table.h"

#include <fmt/format.h>

#include "sim/scenario/unique_ids.h"

namespace phusong::scenario {
namespace {

void append(std::vector<Column>& columns, std::vector<Column> more) {
  columns.insert(columns.end(), more.begin(), more.end());
}

/// No key states a CRS for these tables: metres are those of the working CRS.
CrsKey crs_of(const gis::Table& table, const TableColumns& columns, const std::string& scenario_crs) {
  const bool in_metres = columns.has("x_m") && (!columns.has("lon_deg") || is_filled(table, columns, "x_m"));
  return {.name = "scenario.crs", .value = in_metres ? scenario_crs : "EPSG:4326"};
}

}  // namespace

std::vector<Column> candidate_columns(CandidateFields& fields) {
  CandidatePlace& place = fields.place;
  std::vector<Column> columns = {{.name = "candidate_id",
                                  .synonyms = {"id"},
                                  .place = &place.candidate_id,
                                  .meaning = "unique",
                                  .required = true}};
  append(columns, position_columns(fields.position));
  append(columns, {{.name = "height_m",
                    .synonyms = {"height"},
                    .place = &place.height_m,
                    .limit = {.min = 1, .max = 500, .unit = "m"},
                    .meaning = "of the mast or pole",
                    .default_text = "each of plan.mast_heights_m; of a pole plan.pole_height_m"},
                   {.name = "road_km",
                    .place = &place.road_km,
                    .limit = {.min = 0, .max = 1000, .unit = "km"},
                    .meaning = "of access road to build"},
                   {.name = "kind",
                    .place = choice(place.kind, Names<EquipmentKind>{{"mast", EquipmentKind::kMast},
                                                                     {"pole", EquipmentKind::kPole}}),
                    .meaning = "what would be built"}});
  return columns;
}

std::vector<Column> fibre_node_columns(FibreNodeFields& fields) {
  std::vector<Column> columns = {{.name = "node_id",
                                  .synonyms = {"id", "name"},
                                  .place = &fields.node_id,
                                  .meaning = "unique",
                                  .default_text = "node-<row>"}};
  append(columns, position_columns(fields.position));
  return columns;
}

std::vector<CandidatePlace> read_candidates(const gis::Table& table, const std::string& scenario_crs,
                                            const TableContext& context) {
  CandidateFields fields;
  const TableColumns columns(table, candidate_columns(fields), context.problems);
  const PositionReader positions(table, columns, crs_of(table, columns, scenario_crs), context);
  context.note_all(columns.notes());
  UniqueIds ids;
  std::vector<CandidatePlace> places;
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    const bool good = columns.read(row, context.problems);
    ids.add(fields.place.candidate_id, row, "candidate_id", columns, context.problems);
    const auto position = positions.read(row, fields.position);
    if (!good || !position) continue;
    fields.place.lon_lat = position->lon_lat;
    fields.place.position = position->point;
    fields.place.row = row.row;
    fields.place.pass_through = columns.pass_through(row);
    places.push_back(fields.place);
  }
  return places;
}

std::vector<FibreNode> read_fibre_nodes(const gis::Table& table, const std::string& scenario_crs,
                                        const TableContext& context) {
  FibreNodeFields fields;
  const TableColumns columns(table, fibre_node_columns(fields), context.problems);
  const PositionReader positions(table, columns, crs_of(table, columns, scenario_crs), context);
  context.note_all(columns.notes(Unknown::kLeftOut));
  if (table.rows.empty()) {
    context.problems.add({.file = table.file,
                          .message = "has no rows, so fibre could be joined nowhere",
                          .allowed = "leave the key out for masts with fibre and hamlets with fixed broadband"});
  }
  UniqueIds ids;
  std::vector<FibreNode> nodes;
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    const bool good = columns.read(row, context.problems);
    ids.add(fields.node_id, row, "node_id", columns, context.problems);
    const auto position = positions.read(row, fields.position);
    if (!good || !position) continue;
    nodes.push_back({.node_id = fields.node_id.empty() ? fmt::format("node-{}", row.row) : fields.node_id,
                     .lon_lat = position->lon_lat,
                     .position = position->point,
                     .row = row.row});
  }
  return nodes;
}

}  // namespace phusong::scenario
