#include "sim/report/link/pattern_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "propagation/units.h"
#include "sim/report/link/axis.h"

namespace phusong::report {
namespace {

constexpr double kFloorDb = 30.0;  ///< attenuations beyond are drawn as this
const Stroke kCutStroke{.width_pt = 1.1};
const Stroke kRingStroke{.width_pt = 0.4, .grey = 0.65};
const Stroke kDirectionStroke{.width_pt = 1.0, .dashes_pt = {4.0, 2.0}};

void draw_title(Canvas& canvas, const PageBox& box, std::string_view title, const std::string& reading) {
  const double middle = 0.5 * (box.left + box.right);
  canvas.text({middle, box.top}, title, {.size_pt = 8.0, .is_bold = true, .side = Side::kCentre});
  canvas.text({middle, box.bottom - 10.0}, reading, {.size_pt = 7.0, .side = Side::kCentre});
}

/// A polar diagram: 0 dB at the rim, kFloorDb in the centre.
struct Polar {
  PagePoint centre;
  double radius_pt = 1.0;

  PagePoint at(double azimuth_deg, double attenuation_db) const {
    const double r = radius_pt * (1.0 - std::min(attenuation_db, kFloorDb) / kFloorDb);
    const double angle_rad = propagation::radians_from_degrees(azimuth_deg);
    return {centre.x + r * std::sin(angle_rad), centre.y - r * std::cos(angle_rad)};
  }
};

std::string azimuth_text(const analysis::PatternView& view, const PictureWords& words) {
  return fmt::format(fmt::runtime(view.boresight_deg ? words.azimuth_reading : words.omnidirectional_reading),
                     fmt::arg("azimuth", picture_number(view.direction.azimuth_deg, 1, words)),
                     fmt::arg("off", picture_number(view.off_boresight_deg, 1, words)));
}

}  // namespace

void draw_azimuth_cut(Canvas& canvas, const PageBox& box, const analysis::PatternView& view,
                      const PictureWords& words) {
  draw_title(canvas, box, words.azimuth_title, azimuth_text(view, words));
  const PageBox area{box.left, box.top + 24.0, box.right, box.bottom - 16.0};
  const Polar polar{.centre = {0.5 * (area.left + area.right), 0.5 * (area.top + area.bottom)},
                    .radius_pt = 0.5 * std::min(area.width(), area.height())};
  for (const double ring_db : {0.0, 10.0, 20.0}) {
    const double radius_pt = polar.radius_pt * (1.0 - ring_db / kFloorDb);
    canvas.circle(polar.centre, radius_pt, kRingStroke);
  }
  canvas.line(polar.at(0.0, 0.0), polar.at(180.0, 0.0), kRingStroke);
  canvas.line(polar.at(90.0, 0.0), polar.at(270.0, 0.0), kRingStroke);
  canvas.text({polar.centre.x, polar.centre.y - polar.radius_pt - 11.0}, words.north,
              {.size_pt = 7.0, .is_bold = true, .side = Side::kCentre});
  std::vector<PagePoint> curve;
  for (std::size_t i = 0; i <= view.azimuth_cut_db.size(); ++i)
    curve.push_back(polar.at(static_cast<double>(i), view.azimuth_cut_db[i % view.azimuth_cut_db.size()]));
  canvas.polyline(curve, kCutStroke);
  canvas.line(polar.centre, polar.at(view.direction.azimuth_deg, 0.0), kDirectionStroke);
  canvas.disc(polar.at(view.direction.azimuth_deg, view.attenuation_db), 2.6, 0.0);
  for (const double ring_db : {0.0, 10.0, 20.0}) {  // behind the antenna, where the curve is not
    const PagePoint at = polar.at(view.boresight_deg.value_or(view.direction.azimuth_deg) + 165.0, ring_db);
    canvas.text({at.x, at.y - 4.0}, picture_number(-ring_db, 0, words),
                {.size_pt = 6.0, .side = Side::kCentre, .grey = 0.2, .has_backing = true});
  }
}

void draw_elevation_cut(Canvas& canvas, const PageBox& box, const analysis::PatternView& view,
                        const PictureWords& words) {
  const double ray_deg = view.direction.departure_deg;
  draw_title(canvas, box, words.elevation_title,
             fmt::format(fmt::runtime(words.elevation_reading), fmt::arg("angle", picture_number(ray_deg, 2, words)),
                         fmt::arg("loss", picture_number(view.attenuation_db, 2, words))));
  const PageBox plot{box.left + 20.0, box.top + 14.0, box.right - 4.0, box.bottom - 38.0};
  const double reach_deg = std::clamp(5.0 * std::ceil((std::abs(ray_deg) + 5.0) / 5.0), 20.0, 90.0);
  const Axis x{.low = -reach_deg, .high = reach_deg, .at_low = plot.left, .at_high = plot.right};
  const Axis y{.low = -kFloorDb, .high = 0.0, .at_low = plot.bottom, .at_high = plot.top};
  for (const double level_db : {-30.0, -20.0, -10.0, 0.0}) {
    canvas.line({plot.left, y.at(level_db)}, {plot.right, y.at(level_db)}, kRingStroke);
    canvas.text({plot.left - 3.0, y.at(level_db) - 4.0}, picture_number(level_db, 0, words),
                {.size_pt = 6.5, .side = Side::kRight});
  }
  for (const double angle_deg : ticks_between(x.low, x.high, 5).values) {
    canvas.line({x.at(angle_deg), plot.bottom}, {x.at(angle_deg), plot.bottom + 2.5}, {.width_pt = 0.6});
    canvas.text({x.at(angle_deg), plot.bottom + 3.0}, picture_number(angle_deg, 0, words),
                {.size_pt = 6.5, .side = Side::kCentre});
  }
  canvas.text({0.5 * (plot.left + plot.right), plot.bottom + 12.0}, words.elevation_axis,
              {.size_pt = 6.5, .side = Side::kCentre});
  canvas.begin_clip(plot);
  std::vector<PagePoint> curve;
  for (std::size_t i = 0; i < view.elevation_cut_db.size(); ++i)
    curve.push_back({x.at(static_cast<double>(i) - 90.0), y.at(-std::min(view.elevation_cut_db[i], kFloorDb))});
  canvas.polyline(curve, kCutStroke);
  canvas.line({x.at(ray_deg), plot.top}, {x.at(ray_deg), plot.bottom}, kDirectionStroke);
  canvas.end_clip();
  canvas.box(plot, {.width_pt = 0.8});
  canvas.disc({x.at(ray_deg), y.at(-std::min(view.attenuation_db, kFloorDb))}, 2.6, 0.0);
}

}  // namespace phusong::report
