#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/plan_tables.h"

namespace phusong::scenario {

/// The program's assumption of what an item costs, at 25,000 VND a dollar; a mast of any height. Nothing for an
/// item that the planner does not know.
std::optional<CostItem> default_cost(std::string_view item);

/// The assumptions with their source as a table in Markdown.
std::string default_costs_markdown();

}  // namespace phusong::scenario
