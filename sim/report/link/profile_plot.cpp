#include "sim/report/link/profile_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

#include "sim/report/link/axis.h"
#include "sim/report/link/label_placer.h"

namespace phusong::report {
namespace {

using analysis::LinkBudget;
using analysis::LinkProfile;
using analysis::LinkSample;

constexpr double kUnderPlotPt = 36.0, kLegendLinePt = 13.0;
constexpr double kGroundGrey = 0.86;
constexpr double kFresnelShare = 0.6;  // P.530, 2.2.2: what is to be free of a microwave hop
const Stroke kRayStroke{.width_pt = 1.3};
const Stroke kFresnelStroke{.width_pt = 0.7, .dashes_pt = {5.0, 2.5}};
const Stroke kShareStroke{.width_pt = 0.6, .grey = 0.25, .dashes_pt = {2.0, 2.0}};
const Stroke kHorizonStroke{.width_pt = 0.9, .dashes_pt = {7.0, 2.0, 1.5, 2.0}};
const Stroke kOtherKStroke{.width_pt = 0.9, .dashes_pt = {1.2, 1.8}};
const Stroke kGroundStroke{.width_pt = 1.0};
const Stroke kGridStroke{.width_pt = 0.4, .grey = 0.72};

/// A hop has more kinds of lines.
int legend_lines(const LinkBudget& budget) {
  return budget.profiles.size() > 1 ? 3 : 2;
}

/// The profile of one link on its axes.
class ProfilePlot {
 public:
  ProfilePlot(Canvas& canvas, const PageBox& box, const LinkBudget& budget, const PictureWords& words)
      : canvas_(canvas),
        plot_{box.left + 44.0, box.top, box.right, box.bottom - kUnderPlotPt - legend_lines(budget) * kLegendLinePt},
        box_(box),
        budget_(budget),
        profile_(budget.profiles.front()),
        words_(words),
        labels_(canvas, {plot_.left + 3.0, plot_.top + 2.0, plot_.right - 3.0, plot_.bottom - 2.0}) {
    set_axes();
  }

  void draw() {
    canvas_.begin_clip(plot_);
    draw_surface();
    draw_equal_heights();
    draw_rays();
    canvas_.end_clip();
    draw_axes();
    draw_masts();
    note_ink();
    label_all();
    draw_legend();
  }

 private:
  const LinkSample& first() const { return profile_.samples.front(); }
  const LinkSample& last() const { return profile_.samples.back(); }
  bool is_hop() const { return budget_.profiles.size() > 1; }
  bool has_clutter() const {
    return std::ranges::any_of(profile_.samples, [](const LinkSample& sample) { return sample.clutter_m > 0.0; });
  }

  void set_axes() {
    double low = 1e9, high = -1e9;
    for (const LinkProfile& profile : budget_.profiles) {
      for (const LinkSample& sample : profile.samples) {
        low = std::min({low, sample.ground_m, sample.ray_m - sample.fresnel_m});
        high = std::max({high, sample.surface_m(), sample.ray_m + sample.fresnel_m});
      }
    }
    const double ground_low = std::ranges::min(profile_.samples, {}, &LinkSample::ground_m).ground_m;
    low = std::max(low, ground_low - 0.35 * (high - ground_low));  // a Fresnel zone far under the ground says nothing
    const double range_m = std::max(high - low, 20.0);
    y_ = {.low = low - 0.06 * range_m, .high = low + 1.14 * range_m, .at_low = plot_.bottom, .at_high = plot_.top};
    const double beside_km = 0.015 * last().distance_km;  // the masts stand clear of the frame
    x_ = {.low = -beside_km, .high = last().distance_km + beside_km, .at_low = plot_.left, .at_high = plot_.right};
  }

  PagePoint place(const LinkSample& sample, double height_m) const {
    return {x_.at(sample.distance_km), y_.at(height_m)};
  }

  std::vector<PagePoint> curve(const LinkProfile& profile,
                               const std::function<double(const LinkSample&)>& height_m) const {
    std::vector<PagePoint> points;
    for (const LinkSample& sample : profile.samples)
      points.push_back(place(sample, height_m(sample)));
    return points;
  }

  static double ground_of(const LinkSample& sample) { return sample.ground_m + sample.bulge_m; }
  static double surface_of(const LinkSample& sample) { return sample.surface_m(); }

  void draw_surface() {
    std::vector<PagePoint> ground = curve(profile_, ground_of);
    if (has_clutter()) {
      std::vector<PagePoint> band = curve(profile_, surface_of);
      band.insert(band.end(), ground.rbegin(), ground.rend());
      canvas_.hatch(band, 3.0);
      canvas_.polyline(curve(profile_, surface_of), {.width_pt = 0.5});
    }
    std::vector<PagePoint> earth = ground;
    earth.push_back({earth.back().x, plot_.bottom});
    earth.push_back({earth.front().x, plot_.bottom});
    canvas_.fill(earth, kGroundGrey);
    canvas_.polyline(ground, kGroundStroke);
    if (is_hop()) canvas_.polyline(curve(budget_.profiles.back(), surface_of), kOtherKStroke);
  }

  /// Lines of equal height above sea level show how the Earth curves.
  void draw_equal_heights() {
    for (const double height_m : ticks_between(y_.low, y_.high, 7).values) {
      canvas_.polyline(curve(profile_, [=](const LinkSample& sample) { return height_m + sample.bulge_m; }),
                       kGridStroke);
    }
  }

  void draw_rays() {
    for (const double sign : {-1.0, 1.0}) {
      canvas_.polyline(fresnel_edge(sign), kFresnelStroke);
      if (is_hop()) canvas_.polyline(fresnel_edge(sign * kFresnelShare), kShareStroke);
    }
    canvas_.polyline(ray(), kRayStroke);
    canvas_.polyline(horizon_ray(), kHorizonStroke);
  }

  std::vector<PagePoint> ray() const { return {place(first(), first().ray_m), place(last(), last().ray_m)}; }

  /// To the radio horizon; empty where the receiver is in sight.
  std::vector<PagePoint> horizon_ray() const {
    if (!budget_.horizon) return {};
    const LinkSample& horizon = profile_.samples[*budget_.horizon];
    return {place(first(), first().ray_m), place(horizon, ground_of(horizon))};
  }

  /// The zone is round between the samples too, near the antennas above all.
  std::vector<PagePoint> fresnel_edge(double share) const {
    constexpr int kSteps = 200;
    const LinkSample middle = *std::ranges::max_element(profile_.samples, {}, &LinkSample::fresnel_m);
    const double t_middle = middle.distance_km / last().distance_km;
    const double widest_m = middle.fresnel_m / std::sqrt(std::max(t_middle * (1.0 - t_middle), 1e-9));
    std::vector<PagePoint> points;
    for (int i = 0; i <= kSteps; ++i) {
      const double t = 0.5 - 0.5 * std::cos(std::numbers::pi * i / kSteps);
      const double radius_m = widest_m * std::sqrt(t * (1.0 - t));
      points.push_back(
          {x_.at(t * last().distance_km), y_.at(std::lerp(first().ray_m, last().ray_m, t) + share * radius_m)});
    }
    return points;
  }

  void draw_axes() {
    canvas_.box(plot_, {.width_pt = 0.8});
    const Ticks heights = ticks_between(y_.low, y_.high, 7);
    for (const double height_m : heights.values) {
      const double y = y_.at(height_m);
      canvas_.line({plot_.left - 3.0, y}, {plot_.left, y}, {});
      canvas_.text({plot_.left - 5.0, y - 5.0}, picture_number(height_m, heights.decimals(), words_),
                   {.size_pt = 7.5, .side = Side::kRight});
    }
    const Ticks distances = ticks_between(x_.low, x_.high, 8);
    for (const double distance_km : distances.values) {
      const double x = x_.at(distance_km);
      canvas_.line({x, plot_.bottom}, {x, plot_.bottom + 3.0}, {});
      canvas_.text({x, plot_.bottom + 4.0}, picture_number(distance_km, distances.decimals(), words_),
                   {.size_pt = 7.5, .side = Side::kCentre});
    }
    canvas_.text({0.5 * (plot_.left + plot_.right), plot_.bottom + 14.0}, words_.distance_axis,
                 {.size_pt = 8.0, .side = Side::kCentre});
    canvas_.text({box_.left, 0.5 * (plot_.top + plot_.bottom)}, words_.height_axis,
                 {.size_pt = 8.0, .side = Side::kCentre, .turn_deg = 90.0});
  }

  void draw_masts() {
    for (const LinkSample* end : {&first(), &last()}) {
      const PagePoint top = place(*end, end->ray_m);
      canvas_.line(place(*end, end->ground_m), top, {.width_pt = 2.2});
      canvas_.disc(top, 2.6, 0.0);
    }
    if (!profile_.obstacle) return;
    const LinkSample& at = profile_.samples[profile_.obstacle->sample];
    const PagePoint top = place(at, at.surface_m());
    canvas_.line(top, place(at, at.ray_m), {.width_pt = 1.1});
    canvas_.fill(std::array{top, PagePoint{top.x - 4.0, top.y - 7.0}, PagePoint{top.x + 4.0, top.y - 7.0}}, 0.0);
  }

  void note_ink() {
    for (const auto& line : {curve(profile_, ground_of), curve(profile_, surface_of), fresnel_edge(1.0),
                             fresnel_edge(-1.0), ray(), horizon_ray()})
      labels_.avoid(line);
    for (const LinkSample* end : {&first(), &last()}) {
      const PagePoint top = place(*end, end->ray_m);
      labels_.keep_free({top.x - 3.0, top.y - 3.0, top.x + 3.0, y_.at(end->ground_m)});
    }
    if (!profile_.obstacle) return;
    const LinkSample& at = profile_.samples[profile_.obstacle->sample];
    const PagePoint top = place(at, at.surface_m());
    const double ray_y = y_.at(at.ray_m);
    labels_.keep_free({top.x - 4.0, std::min(top.y - 7.0, ray_y), top.x + 4.0, std::max(top.y, ray_y)});
  }

  void label_all() {
    if (profile_.obstacle) {
      const LinkSample& at = profile_.samples[profile_.obstacle->sample];
      const double over_m = profile_.obstacle->over_ray_m;
      const PagePoint top = place(at, at.surface_m());
      labels_.label({top.x, top.y - 5.0},
                    fmt::format(fmt::runtime(over_m >= 0.0 ? words_.obstacle_above : words_.obstacle_below),
                                fmt::arg("height", picture_number(std::abs(over_m), 1, words_)),
                                fmt::arg("nu", picture_number(profile_.obstacle->nu, 2, words_)),
                                fmt::arg("distance", picture_number(at.distance_km, 2, words_))),
                    {.size_pt = 8.0, .is_bold = true});
    }
    const auto height_of = [&](std::string_view pattern, const analysis::LinkEnd& end) {
      return fmt::format(
          fmt::runtime(pattern),
          fmt::arg("height", general_text(std::round(end.height_agl_m * 10.0) / 10.0, wording(words_.language))));
    };
    const PagePoint from = place(first(), first().ray_m), to = place(last(), last().ray_m);
    labels_.label(from, height_of(words_.antenna, budget_.from), {.size_pt = 8.0});
    labels_.label(to, height_of(is_hop() ? words_.antenna : words_.receiver, budget_.to), {.size_pt = 8.0});
    const LinkSample& towards =
        budget_.horizon ? profile_.samples[*budget_.horizon] : profile_.samples[profile_.samples.size() / 4];
    const PagePoint aim = place(towards, budget_.horizon ? ground_of(towards) : towards.ray_m);
    labels_.label({std::lerp(from.x, aim.x, 0.5), std::lerp(from.y, aim.y, 0.5)},
                  fmt::format(fmt::runtime(words_.departure),
                              fmt::arg("angle", picture_number(budget_.departure_deg, 2, words_))),
                  {.size_pt = 8.0});
  }

  struct LegendEntry {
    std::string text;
    std::function<void(PagePoint)> sample;  ///< drawn 22 points wide around the height of the text's middle
  };

  std::vector<LegendEntry> legend() {
    const auto line = [&](const Stroke& stroke) {
      return [this, stroke](PagePoint at) { canvas_.line(at, {at.x + 22.0, at.y}, stroke); };
    };
    const auto k_text = [&](std::string_view pattern, double k) {
      return fmt::format(fmt::runtime(pattern), fmt::arg("k", picture_number(k, 2, words_)));
    };
    std::vector<LegendEntry> entries;
    entries.push_back({std::string(words_.legend_ground), [this](PagePoint at) {
                         canvas_.fill(corners_at(at), kGroundGrey);
                         canvas_.line({at.x, at.y - 3.5}, {at.x + 22.0, at.y - 3.5}, kGroundStroke);
                       }});
    if (has_clutter()) {
      entries.push_back({std::string(words_.legend_clutter), [this](PagePoint at) {
                           canvas_.hatch(corners_at(at), 3.0);
                           canvas_.line({at.x, at.y - 3.5}, {at.x + 22.0, at.y - 3.5}, {.width_pt = 0.5});
                         }});
    }
    entries.push_back({std::string(words_.legend_ray), line(kRayStroke)});
    entries.push_back({std::string(words_.legend_fresnel), line(kFresnelStroke)});
    if (is_hop()) entries.push_back({std::string(words_.legend_fresnel_share), line(kShareStroke)});
    if (budget_.horizon) entries.push_back({std::string(words_.legend_horizon), line(kHorizonStroke)});
    if (profile_.obstacle) {
      entries.push_back({std::string(words_.legend_obstacle), [this](PagePoint at) {
                           canvas_.fill(
                               std::array{PagePoint{at.x + 11.0, at.y + 3.5}, PagePoint{at.x + 7.0, at.y - 3.5},
                                          PagePoint{at.x + 15.0, at.y - 3.5}},
                               0.0);
                         }});
    }
    if (is_hop())
      entries.push_back({k_text(words_.legend_other_k, budget_.profiles.back().k_factor), line(kOtherKStroke)});
    entries.push_back({k_text(words_.legend_sea_level, profile_.k_factor), line(kGridStroke)});
    return entries;
  }

  static std::array<PagePoint, 4> corners_at(PagePoint at) {
    return {PagePoint{at.x, at.y - 3.5}, PagePoint{at.x + 22.0, at.y - 3.5}, PagePoint{at.x + 22.0, at.y + 3.5},
            PagePoint{at.x, at.y + 3.5}};
  }

  void draw_legend() {
    const Lettering lettering{.size_pt = 7.5};
    PagePoint at{plot_.left, plot_.bottom + 30.0};
    for (const LegendEntry& entry : legend()) {
      const PageBox size = canvas_.extent({0.0, 0.0}, entry.text, lettering);
      if (at.x + 26.0 + size.width() > plot_.right) at = {plot_.left, at.y + kLegendLinePt};
      entry.sample({at.x, at.y + 0.5 * size.height()});
      canvas_.text({at.x + 26.0, at.y}, entry.text, lettering);
      at.x += 26.0 + size.width() + 14.0;
    }
  }

  Canvas& canvas_;
  PageBox plot_, box_;
  const LinkBudget& budget_;
  const LinkProfile& profile_;
  const PictureWords& words_;
  LabelPlacer labels_;
  Axis x_, y_;
};

}  // namespace

void draw_profile(Canvas& canvas, const PageBox& box, const LinkBudget& budget, const PictureWords& words) {
  ProfilePlot(canvas, box, budget, words).draw();
}

}  // namespace phusong::report
