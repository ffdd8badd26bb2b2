#pragma once

#include <string_view>

#include "sim/analysis/link/link_budget.h"
#include "sim/report/link/canvas.h"
#include "sim/report/link/picture_words.h"

namespace phusong::report {

/// Draws the terms of a budget one under another, each with its value, unit and source: all of the budget and of what
/// it is held against, and of path and model as many as the column has room for.
void draw_budget(Canvas& canvas, const PageBox& box, const analysis::LinkBudget& budget, std::string_view language);

}  // namespace phusong::report
