#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/column.h"
#include "sim/scenario/plan_tables.h"
#include "sim/scenario/table_context.h"

namespace phusong::scenario {

/// A row of the costs table as it is read.
struct CostFields {
  CostItem cost;
};
std::vector<Column> cost_columns(CostFields& fields);

/// "mast_42m"
std::string mast_item(double height_m);
/// "radio_4g"
std::string radio_item(network::Technology technology);

/// The items of the table (nothing: the program's assumptions) that are `needed`, one that is missing being a problem,
/// and `optional` ones, whose assumption stands where the table is without.
std::vector<CostItem> read_costs(const std::optional<gis::Table>& table, const std::vector<std::string>& needed,
                                 const std::vector<std::string>& optional, const TableContext& context);

}  // namespace phusong::scenario
