#pragma once

#include "sim/analysis/link/link_budget.h"
#include "sim/report/link/canvas.h"
#include "sim/report/link/picture_words.h"

namespace phusong::report {

/// Draws the hamlet's points, north up, with the level of the cell at each: a filled dot where it covers the point, an
/// empty one where it does not; and the direction of the mast.
void draw_points(Canvas& canvas, const PageBox& box, const analysis::LinkBudget& budget, const PictureWords& words);

}  // namespace phusong::report
