#include "sim/scenario/plan_tables_reader.h"

#include <algorithm>
#include <set>

#include "gis/table.h"
#include "sim/scenario/costs_table.h"
#include "sim/scenario/equipment_table.h"
#include "sim/scenario/named_files.h"
#include "sim/scenario/places_table.h"

namespace phusong::scenario {
namespace {

/// Nothing when the key names no file, or one that was reported already.
std::optional<gis::Table> open_table(const PlanTableInputs& inputs, const char* key, const std::vector<Column>& columns,
                                     const TableContext& context) {
  const auto file = std::ranges::find(inputs.files, key, &InputFile::role);
  if (file == inputs.files.end()) return std::nullopt;
  gis::Table table = gis::read_table(resolved(inputs.folder, file->path), wish_of(columns), context.problems);
  context.note_all(table.notes);
  if (table.columns.empty()) return std::nullopt;
  return table;
}

/// Every height that a new mast may have.
std::set<double> mast_heights_m(const PlanTableInputs& inputs, const std::vector<CandidatePlace>& candidates) {
  const std::vector<double>& usual = inputs.options.plan.mast_heights_m;
  std::set<double> heights(usual.begin(), usual.end());
  for (const CandidatePlace& place : candidates) {
    if (place.height_m && place.kind == EquipmentKind::kMast) heights.insert(*place.height_m);
  }
  for (const network::Site& site : inputs.network.sites) {
    if (site.status == network::SiteStatus::kCandidate && site.type != network::SiteType::kPole)
      heights.insert(site.mast_height_m);
  }
  return heights;
}

/// What only a sunset or a fix pays for: a costs table may be without.
std::vector<std::string> items_with_assumption(const Options& options) {
  return {"handset", radio_item(options.sunset.refarm.to), "site_visit"};
}

}  // namespace

std::vector<std::string> needed_cost_items(const PlanTableInputs& inputs, const PlanTables& tables) {
  std::vector<std::string> items;
  for (const double height_m : mast_heights_m(inputs, tables.candidates))
    items.push_back(mast_item(height_m));
  items.emplace_back("pole");
  for (const network::Technology technology : network::kTechnologies) {
    if (std::ranges::find(tables.equipment, technology, &Equipment::technology) != tables.equipment.end())
      items.push_back(radio_item(technology));
  }
  for (const char* const item : {"colocation", "fibre_per_km", "microwave_hop", "satellite_terminal", "solar_power",
                                 "grid_connection", "grid_line_per_km", "access_road_per_km"})
    items.emplace_back(item);
  return items;
}

PlanTables read_plan_tables(const PlanTableInputs& inputs, const TableContext& context) {
  const std::string crs = context.crs == nullptr ? "EPSG:4326" : context.crs->definition();
  EquipmentFields equipment;
  CandidateFields candidate;
  FibreNodeFields fibre_node;
  CostFields cost;
  PlanTables tables;
  tables.equipment = read_equipment(open_table(inputs, "plan.equipment", equipment_columns(equipment), context),
                                    inputs.options.propagation.settings.model, context);
  if (const auto table = open_table(inputs, "plan.candidates.file", candidate_columns(candidate), context))
    tables.candidates = read_candidates(*table, crs, context);
  if (const auto table = open_table(inputs, "backhaul.fibre_nodes", fibre_node_columns(fibre_node), context))
    tables.fibre_nodes = read_fibre_nodes(*table, crs, context);
  tables.costs = read_costs(open_table(inputs, "plan.costs", cost_columns(cost), context),
                            needed_cost_items(inputs, tables), items_with_assumption(inputs.options), context);
  return tables;
}

}  // namespace phusong::scenario
