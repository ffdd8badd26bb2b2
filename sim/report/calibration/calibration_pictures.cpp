#include "sim/report/calibration/calibration_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "sim/report/calibration/calibration_summary.h"
#include "sim/report/calibration/calibration_wording.h"
#include "sim/report/calibration/plot_frame.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

constexpr PageBox kPlotBox{.left = 70.0, .top = 70.0, .right = 800.0, .bottom = 430.0};
constexpr PageBox kLeftHalf{.left = 70.0, .top = 70.0, .right = 390.0, .bottom = 390.0};
constexpr PageBox kRightHalf{.left = 480.0, .top = 70.0, .right = 800.0, .bottom = 390.0};
const Stroke kBeforeStroke{.width_pt = 1.2, .grey = 0.55};
const Stroke kAfterStroke{.width_pt = 1.8};

/// A measurement above the noise floor.
struct PlottedValue {
  double measured_db = 0.0, before_db = 0.0, after_db = 0.0;
  double distance_km = 0.0;

  double residual_before_db() const { return measured_db - before_db; }
  double residual_after_db() const { return measured_db - after_db; }
};
using PlottedResidual = double (PlottedValue::*)() const;

std::vector<PlottedValue> plotted_values(const CalibrationReport& report) {
  std::vector<PlottedValue> values;
  for (std::size_t i = 0; i < report.study.compared.used.size(); ++i) {
    const analysis::Compared& of = report.compared(i);
    if (of.is_censored) continue;
    values.push_back({.measured_db = of.measured_db,
                      .before_db = of.predicted_db,
                      .after_db = report.study.held_out_db[i],
                      .distance_km = of.distance_m / 1000.0});
  }
  return values;
}

double quantile(std::vector<double> values, double share) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

/// Round multiples of `step` around all values but one in five hundred at each end.
std::pair<double, double> plotted_range(const std::vector<double>& values, double step) {
  constexpr double kEnd = 0.002;
  if (values.empty()) return {-step, step};
  const double low = std::floor(quantile(values, kEnd) / step) * step;
  const double high = std::ceil(quantile(values, 1.0 - kEnd) / step) * step;
  return {low, std::max(high, low + step)};
}

std::vector<double> residuals_of(std::span<const PlottedValue> values, PlottedResidual residual) {
  std::vector<double> residuals;
  for (const PlottedValue& value : values)
    residuals.push_back((value.*residual)());
  return residuals;
}

/// A page with a heading and a line that says of what it is.
class CalibrationPage {
 public:
  CalibrationPage(const CalibrationReport& report, std::string_view title, double height_pt)
      : words_(calibration_wording(report.language())),
        numbers_(wording(report.language())),
        values_(plotted_values(report)),
        canvas_(PictureKind::kSvg, {.width_pt = 842.0,
                                    .height_pt = height_pt,
                                    .title = std::string(title),
                                    .description = calibration_findings(report)}) {
    canvas_.text({24.0, 14.0}, fmt::format("{} · {}", title, report.scenario.options.scenario.title),
                 {.size_pt = 12.0, .is_bold = true});
    canvas_.text({24.0, 32.0},
                 fmt::format(fmt::runtime(words_.counted),
                             fmt::arg("count", number_text(static_cast<std::int64_t>(values_.size()), numbers_))),
                 {.grey = 0.3});
  }

  std::string scatter() {
    std::vector<double> levels;
    for (const PlottedValue& value : values_)
      levels.insert(levels.end(), {value.measured_db, value.before_db, value.after_db});
    const auto [low, high] = plotted_range(levels, 10.0);
    draw_scatter(kLeftHalf, {low, high}, words_.before, &PlottedValue::before_db);
    draw_scatter(kRightHalf, {low, high}, words_.held_out_after, &PlottedValue::after_db);
    return canvas_.finish();
  }

  std::string over_distance() {
    std::vector<double> residuals = residuals_of(values_, &PlottedValue::residual_before_db), distances;
    for (const PlottedValue& value : values_)
      distances.push_back(value.distance_km);
    const auto [low, high] = plotted_range(residuals, 10.0);
    PlotFrame frame(canvas_, kPlotBox, {.low = 0.0, .high = plotted_range(distances, 1.0).second},
                    {.low = std::min(low, -10.0), .high = std::max(high, 10.0)});
    frame.draw({.title = {}, .x = words_.distance_axis, .y = words_.residual_axis}, numbers_.decimal_mark);
    canvas_.line(frame.at(0.0, 0.0), frame.at(frame.x().high, 0.0), {.width_pt = 0.6});
    canvas_.begin_clip(kPlotBox);
    draw_quantiles(frame, &PlottedValue::residual_before_db, kBeforeStroke);
    draw_quantiles(frame, &PlottedValue::residual_after_db, kAfterStroke);
    canvas_.end_clip();
    draw_key(fmt::format(", {}", words_.median_line), true);
    return canvas_.finish();
  }

  std::string histogram() {
    const std::vector<double> before = residuals_of(values_, &PlottedValue::residual_before_db);
    const std::vector<double> after = residuals_of(values_, &PlottedValue::residual_after_db);
    std::vector<double> all = before;
    all.insert(all.end(), after.begin(), after.end());
    const auto [low, high] = plotted_range(all, 10.0);
    const std::vector<double> before_percent = percent_by_bin(before, low, high);
    const std::vector<double> after_percent = percent_by_bin(after, low, high);
    const double most =
        std::max({1.0, *std::ranges::max_element(before_percent), *std::ranges::max_element(after_percent)});
    PlotFrame frame(canvas_, kPlotBox, {.low = low, .high = high}, {.low = 0.0, .high = 1.1 * most});
    frame.draw({.title = {}, .x = words_.residual_axis, .y = words_.share_axis}, numbers_.decimal_mark);
    draw_steps(frame, before_percent, kBeforeStroke);
    draw_steps(frame, after_percent, kAfterStroke);
    draw_key("", false);
    return canvas_.finish();
  }

 private:
  static constexpr double kBinDb = 2.0;

  void draw_scatter(const PageBox& box, Axis axis, std::string_view title, double PlottedValue::*predicted) {
    PlotFrame frame(canvas_, box, axis, axis);
    frame.draw({.title = title, .x = words_.predicted_axis, .y = words_.measured_axis}, numbers_.decimal_mark);
    std::map<std::pair<long, long>, std::size_t> counts;
    std::size_t most = 1;
    for (const PlottedValue& value : values_) {
      std::size_t& count = counts[{std::lround(std::floor(value.*predicted / kBinDb)),
                                   std::lround(std::floor(value.measured_db / kBinDb))}];
      most = std::max(most, ++count);
    }
    canvas_.begin_clip(box);
    for (const auto& [bin, count] : counts) {
      const double share = std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
      const double left = kBinDb * static_cast<double>(bin.first), bottom = kBinDb * static_cast<double>(bin.second);
      canvas_.fill(std::array{frame.at(left, bottom), frame.at(left + kBinDb, bottom),
                              frame.at(left + kBinDb, bottom + kBinDb), frame.at(left, bottom + kBinDb)},
                   0.85 * (1.0 - share));
    }
    canvas_.line(frame.at(axis.low, axis.low), frame.at(axis.high, axis.high), {.width_pt = 0.8, .grey = 0.4});
    canvas_.end_clip();
  }

  /// Median, tenth and ninth tenth by bins of distance that hold enough.
  void draw_quantiles(const PlotFrame& frame, PlottedResidual residual, const Stroke& stroke) {
    constexpr std::size_t kBins = 24, kEnough = 10;
    std::array<std::vector<double>, kBins> bins;
    for (const PlottedValue& value : values_) {
      const double share = value.distance_km / frame.x().high;
      if (share < 1.0) bins[static_cast<std::size_t>(share * kBins)].push_back((value.*residual)());
    }
    for (const double part : {0.5, 0.1, 0.9}) {
      std::vector<PagePoint> line;
      for (std::size_t bin = 0; bin < kBins; ++bin) {
        if (bins[bin].size() < kEnough) continue;
        const double middle_km = (static_cast<double>(bin) + 0.5) / kBins * frame.x().high;
        line.push_back(frame.at(middle_km, quantile(bins[bin], part)));
      }
      Stroke of_part = stroke;
      if (part != 0.5) of_part = {.width_pt = 0.6 * stroke.width_pt, .grey = stroke.grey, .dashes_pt = {4.0, 3.0}};
      canvas_.polyline(line, of_part);
    }
  }

  static std::vector<double> percent_by_bin(const std::vector<double>& residuals, double low, double high) {
    std::vector<double> percent(static_cast<std::size_t>(std::ceil((high - low) / kBinDb)), 0.0);
    for (const double residual_db : residuals) {
      const double bin = std::floor((residual_db - low) / kBinDb);
      if (bin >= 0.0 && bin < static_cast<double>(percent.size()))
        percent[static_cast<std::size_t>(bin)] += 100.0 / static_cast<double>(residuals.size());
    }
    return percent;
  }

  void draw_steps(const PlotFrame& frame, const std::vector<double>& percent, const Stroke& stroke) {
    std::vector<PagePoint> line = {frame.at(frame.x().low, 0.0)};
    for (std::size_t bin = 0; bin < percent.size(); ++bin) {
      const double left = frame.x().low + kBinDb * static_cast<double>(bin);
      line.push_back(frame.at(left, percent[bin]));
      line.push_back(frame.at(left + kBinDb, percent[bin]));
    }
    line.push_back(frame.at(frame.x().high, 0.0));
    canvas_.polyline(line, stroke);
  }

  /// Which line is which, under the plot.
  void draw_key(const std::string& of_line, bool has_tenths) {
    constexpr double kTop = 466.0;
    double left = kPlotBox.left;
    const auto entry = [&](const Stroke& stroke, const std::string& text) {
      canvas_.line({left, kTop + 6.0}, {left + 26.0, kTop + 6.0}, stroke);
      left = canvas_.text({left + 32.0, kTop}, text, {.size_pt = 9.0}).right + 24.0;
    };
    entry(kBeforeStroke, std::string(words_.before) + of_line);
    entry(kAfterStroke, std::string(words_.held_out_after) + of_line);
    if (has_tenths) entry({.width_pt = 0.9, .dashes_pt = {4.0, 3.0}}, std::string(words_.tenths_line));
  }

  const CalibrationWording& words_;
  const Wording& numbers_;
  std::vector<PlottedValue> values_;
  Canvas canvas_;
};

}  // namespace

std::string measured_predicted_picture(const CalibrationReport& report) {
  return CalibrationPage(report, calibration_wording(report.language()).scatter_title, 440.0).scatter();
}

std::string residual_distance_picture(const CalibrationReport& report) {
  return CalibrationPage(report, calibration_wording(report.language()).distance_title, 495.0).over_distance();
}

std::string residual_histogram_picture(const CalibrationReport& report) {
  return CalibrationPage(report, calibration_wording(report.language()).histogram_title, 495.0).histogram();
}

}  // namespace phusong::report
