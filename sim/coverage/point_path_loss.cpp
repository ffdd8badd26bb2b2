#include "sim/coverage/point_path_loss.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "sim/coverage/path_engine.h"

namespace phusong::coverage {
namespace {

/// Paths of one piece of work: enough to be worth an engine of their own.
constexpr std::size_t kPathsPerTask = 64;
/// Stands at a point off the terrain until it is left out.
constexpr std::uint32_t kOffTerrain = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> points_in_range(const Transmitter& transmitter, std::span<const ReceiverPoint> points) {
  std::vector<std::uint32_t> in_range;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double length_m = distance_m(transmitter.position, points[i].position);
    if (!transmitter.frequencies_within(length_m).empty()) in_range.push_back(static_cast<std::uint32_t>(i));
  }
  return in_range;
}

/// Writes the path and its losses into their places; off the terrain nothing but the mark of it.
void follow(PathEngine& engine, const PathEnds& ends, const Transmitter& transmitter, PointPath& path,
            std::span<double> losses_db) {
  PathGeometry geometry;
  const auto frequencies_mhz = transmitter.frequencies_within(distance_m(ends.mast, ends.receiver));
  if (!engine.evaluate(ends, frequencies_mhz, geometry, losses_db.first(frequencies_mhz.size()))) {
    path.point = kOffTerrain;
    return;
  }
  path.violations = static_cast<std::uint32_t>(geometry.violations);
  path.is_short = geometry.is_short;
  path.crosses_void = geometry.crosses_void;
  path.departure_deg = geometry.departure_deg;
}

void leave_out_off_terrain(PointLosses& losses) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < losses.paths.size(); ++i) {
    if (losses.paths[i].point == kOffTerrain) continue;
    losses.paths[kept] = losses.paths[i];
    std::ranges::copy(losses.loss_db_of(i),
                      losses.loss_db.begin() + static_cast<std::ptrdiff_t>(kept * losses.frequencies));
    ++kept;
  }
  losses.paths.resize(kept);
  losses.loss_db.resize(kept * losses.frequencies);
}

}  // namespace

PointLosses PointPathLoss::compute(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                                   const progress::Progress& progress) const {
  const std::vector<std::uint32_t> in_range = points_in_range(transmitter, points);
  std::optional<PointLosses> losses;
  if (store_ != nullptr && !in_range.empty()) losses = store_->load(transmitter, points, in_range);
  if (!losses) {
    losses = evaluate(transmitter, points, in_range, progress);
    if (store_ != nullptr && !in_range.empty()) store_->save(transmitter, points, in_range, *losses);
  }
  for (PointPath& path : losses->paths)
    path.point = in_range[path.point];
  return *std::move(losses);
}

PointLosses PointPathLoss::evaluate(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                                    std::span<const std::uint32_t> in_range, const progress::Progress& progress) const {
  const std::size_t frequencies = transmitter.frequencies_mhz.size();
  PointLosses losses{
      .frequencies = frequencies,
      .paths = std::vector<PointPath>(in_range.size()),
      .loss_db = std::vector<double>(in_range.size() * frequencies, std::numeric_limits<double>::quiet_NaN())};
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, in_range.size(), kPathsPerTask), [&](const auto& range) {
    progress.throw_if_stopped();
    PathEngine engine(terrain_, options_);
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      const ReceiverPoint& point = points[in_range[i]];
      losses.paths[i].point = static_cast<std::uint32_t>(i);
      follow(engine,
             {.mast = transmitter.position,
              .mast_height_m = transmitter.antenna_height_agl_m,
              .receiver = point.position,
              .receiver_height_m = options_.propagation.receiver_height_m,
              .latitude_deg = 0.5 * (transmitter.latitude_deg + point.latitude_deg)},
             transmitter, losses.paths[i], std::span(losses.loss_db).subspan(i * frequencies, frequencies));
    }
  });
  leave_out_off_terrain(losses);
  return losses;
}

}  // namespace phusong::coverage
