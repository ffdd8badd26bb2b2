#include "sim/scenario/costs_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/default_costs.h"
#include "sim/scenario/unique_ids.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kMillionVnd{.min = 0, .unit = "million VND"};

std::vector<CostItem> read_rows(const gis::Table& table, const TableContext& context) {
  CostFields fields;
  const TableColumns columns(table, cost_columns(fields), context.problems);
  context.note(columns.unknown_note());
  UniqueIds items;
  std::vector<CostItem> rows;
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    const bool good = columns.read(row, context.problems);
    items.add(fields.cost.item, row, "item", columns, context.problems);
    if (good) rows.push_back(fields.cost);
  }
  return rows;
}

/// The unit of the item's assumption stands where the table gives none.
void fill_unit(CostItem& cost) {
  const auto usual = default_cost(cost.item);
  if (cost.unit.empty() && usual) cost.unit = usual->unit;
}

}  // namespace

std::vector<Column> cost_columns(CostFields& fields) {
  CostItem& cost = fields.cost;
  return {
      {.name = "item", .place = &cost.item, .meaning = "unique; the items are listed below", .required = true},
      {.name = "unit", .place = &cost.unit, .meaning = "for people", .default_text = "the usual one"},
      {.name = "cost_million_vnd",
       .place = &cost.cost_million_vnd,
       .limit = kMillionVnd,
       .meaning = "to build one",
       .required = true},
      {.name = "opex_million_vnd_per_year",
       .place = &cost.opex_million_vnd_per_year,
       .limit = kMillionVnd,
       .meaning = "to run one for a year"},
  };
}

std::string mast_item(double height_m) {
  return fmt::format("mast_{:g}m", height_m);
}

std::string radio_item(network::Technology technology) {
  return fmt::format("radio_{}", network::prefix_of(technology));
}

std::vector<CostItem> read_costs(const std::optional<gis::Table>& table, const std::vector<std::string>& needed,
                                 const std::vector<std::string>& optional, const TableContext& context) {
  std::vector<CostItem> given;
  if (table) given = read_rows(*table, context);
  std::vector<CostItem> costs;
  const auto take = [&](const std::string& item, bool must_stand) {
    const auto found = std::ranges::find(given, item, &CostItem::item);
    if (found != given.end()) {
      costs.push_back(*found);
      fill_unit(costs.back());
    } else if (table && must_stand) {
      context.problems.add(
          {.file = table->file, .key = item, .message = "the plan needs this item, and it is missing"});
    } else if (const auto usual = default_cost(item)) {
      costs.push_back(*usual);
    }
  };
  for (const std::string& item : needed)
    take(item, true);
  for (const std::string& item : optional)
    if (std::ranges::find(needed, item) == needed.end()) take(item, false);
  return costs;
}

}  // namespace phusong::scenario
