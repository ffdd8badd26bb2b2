#pragma once

#include <string>
#include <string_view>

#include "sim/analysis/link/link_budget.h"
#include "sim/network/network.h"

namespace phusong::report {

/// A link as text: its ends, then the terms of its budget as an aligned table (term, value, unit, source, meaning), the
/// hamlet's points, the remarks. Numbers have decimal points, as in tables.
std::string link_text(const analysis::LinkBudget& budget, std::string_view language);

/// The same as JSON, with the profile of each k.
std::string link_json(const analysis::LinkBudget& budget, std::string_view language);

/// Decimals that a term is written with: those of the tables that have it too.
int term_decimals(const analysis::LinkTerm& term);

/// "MC1-4G-1 Bản Mẹ → H1 Thôn Lũng", or positions where an end has no name.
std::string title_of(const analysis::LinkBudget& budget);

}  // namespace phusong::report
