#include "sim/scenario/costs_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/common_limits.h"
#include "sim/scenario/default_costs.h"
#include "sim/scenario/unique_ids.h"

namespace phusong::scenario {
namespace {

/// The rows that are right, and what all of them are named.
struct GivenCosts {
  std::vector<CostItem> rows;
  std::set<std::string> items;
};

GivenCosts read_rows(const gis::Table& table, const TableContext& context) {
  CostFields fields;
  const TableColumns columns(table, cost_columns(fields), context.problems);
  context.note_all(columns.notes());
  UniqueIds items;
  GivenCosts given;
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    const bool good = columns.read(row, context.problems);
    items.add(fields.cost.item, row, "item", columns, context.problems);
    given.items.insert(fields.cost.item);
    fields.cost.pass_through = columns.pass_through(row);
    if (good) given.rows.push_back(fields.cost);
  }
  return given;
}

/// Whether rows or columns of the file could not be read at all: what seems to be missing may be in them.
bool is_torn(const gis::Table& table, const gis::Problems& problems) {
  return std::ranges::any_of(problems.all(), [&](const gis::Problem& problem) {
    return problem.file == table.file && (problem.key.empty() || !problem.line);
  });
}

/// Items that no scenario pays for: misspelt, most likely.
void note_unknown(const gis::Table& table, const GivenCosts& given, const TableContext& context) {
  std::string unknown;
  for (const std::string& item : given.items)
    if (!item.empty() && !default_cost(item)) unknown += (unknown.empty() ? "" : ", ") + item;
  if (!unknown.empty())
    context.note({.kind = gis::InputNote::Kind::kCostsNotKnown, .file = table.file, .names = unknown});
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
  GivenCosts given;
  if (table) {
    given = read_rows(*table, context);
    note_unknown(*table, given, context);
  }
  const bool may_lack = !table || is_torn(*table, context.problems);
  std::vector<CostItem> costs;
  const auto take = [&](const std::string& item, bool must_stand) {
    const auto found = std::ranges::find(given.rows, item, &CostItem::item);
    if (found != given.rows.end()) {
      costs.push_back(*found);
      fill_unit(costs.back());
    } else if (must_stand && !may_lack && !given.items.contains(item)) {
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
