#pragma once

#include "sim/analysis/link/pattern_view.h"
#include "sim/report/link/canvas.h"
#include "sim/report/link/picture_words.h"

namespace phusong::report {

/// Draws the horizontal cut of the antenna, north up, with the direction of the link.
void draw_azimuth_cut(Canvas& canvas, const PageBox& box, const analysis::PatternView& view, const PictureWords& words);

/// Draws the vertical cut over the angle to the horizontal, with the angle of the ray.
void draw_elevation_cut(Canvas& canvas, const PageBox& box, const analysis::PatternView& view,
                        const PictureWords& words);

}  // namespace phusong::report
