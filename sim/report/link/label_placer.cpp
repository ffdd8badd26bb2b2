#include "sim/report/link/label_placer.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace phusong::report {
namespace {

constexpr double kGapPt = 4.0;

/// The point of a box that is nearest to another.
PagePoint nearest_in(const PageBox& box, PagePoint at) {
  return {std::clamp(at.x, box.left, box.right), std::clamp(at.y, box.top, box.bottom)};
}

double distance_to(const PageBox& box, PagePoint at) {
  const PagePoint nearest = nearest_in(box, at);
  return std::hypot(nearest.x - at.x, nearest.y - at.y);
}

}  // namespace

void LabelPlacer::avoid(std::span<const PagePoint> line) {
  constexpr double kStepPt = 4.0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double length = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    const int steps = std::max(1, static_cast<int>(length / kStepPt));
    for (int k = 0; k < steps; ++k) {
      const double share = static_cast<double>(k) / steps;
      ink_.push_back({std::lerp(line[i - 1].x, line[i].x, share), std::lerp(line[i - 1].y, line[i].y, share)});
    }
  }
}

bool LabelPlacer::is_free(const PageBox& box) const {
  const bool is_inside =
      box.left >= area_.left && box.right <= area_.right && box.top >= area_.top && box.bottom <= area_.bottom;
  return is_inside && std::ranges::none_of(taken_, [&](const PageBox& other) { return box.meets(other); });
}

double LabelPlacer::cost_of(const PageBox& box, PagePoint at) const {
  constexpr double kPerPoint = 6.0;
  const auto hidden = std::ranges::count_if(ink_, [&](const PagePoint& point) { return box.holds(point); });
  return distance_to(box, at) + kPerPoint * static_cast<double>(hidden);
}

std::optional<PageBox> LabelPlacer::label(PagePoint at, std::string_view text, const Lettering& lettering) {
  const PageBox size = canvas_.extent({0.0, 0.0}, text, lettering);
  std::optional<PageBox> best;
  double least = 0.0;
  for (double dy = -120.0; dy <= 120.0; dy += 4.0) {
    for (double dx = -160.0; dx <= 160.0; dx += 8.0) {
      const double left = at.x + dx + (dx < 0.0 ? -size.width() - kGapPt : kGapPt);
      const double top = at.y + dy - 0.5 * size.height();
      const PageBox box{left, top, left + size.width(), top + size.height()};
      if (!is_free(box)) continue;
      const double cost = cost_of(box, at);
      if (best && cost >= least) continue;
      best = box;
      least = cost;
    }
  }
  if (!best) return best;
  if (distance_to(*best, at) > 2.5 * kGapPt) canvas_.line(at, nearest_in(*best, at), {.width_pt = 0.4, .grey = 0.3});
  Lettering plain = lettering;
  plain.side = Side::kLeft;
  plain.has_backing = true;
  canvas_.text({best->left, best->top}, text, plain);
  keep_free({best->left - 2.0, best->top - 1.0, best->right + 2.0, best->bottom + 1.0});
  return best;
}

}  // namespace phusong::report
