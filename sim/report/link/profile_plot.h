#pragma once

#include "sim/analysis/link/link_budget.h"
#include "sim/report/link/canvas.h"
#include "sim/report/link/picture_words.h"

namespace phusong::report {

/// Draws the profile of a link into a box: ground and clutter over the curved Earth, the ray, its first Fresnel zone,
/// the main obstacle, both antennas; and a legend under it.
void draw_profile(Canvas& canvas, const PageBox& box, const analysis::LinkBudget& budget, const PictureWords& words);

}  // namespace phusong::report
