#include "sim/coverage/own_sampler.h"

#include <algorithm>
#include <cmath>

#include "propagation/independent_loop.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {

using propagation::sweep::kOwnSamples;
using propagation::sweep::Receivers;

namespace {

constexpr auto kRun = PlacesNearCells::kCount;

/// From some receivers towards the mast, as many as places are read at a time.
struct OwnLines {
  PlacesNearCells places;                     ///< the receivers' cells
  std::array<float, kRun> columns{}, rows{};  ///< of an interval
  std::array<float, kRun> last{};             ///< number of the last sample before the receiver, from the mast
  std::array<double, kRun> interval_km{};
};

struct ReceiverRun {
  std::size_t first, count;
};

/// Sets distances and heights of the own samples; NaN beside a void, and so their sum in `sum_m`.
PHUSONG_WIDE_BODY void read_lines_wide(const InnerHeights& inner, OwnLines& lines, const ReceiverRun& run,
                                       Receivers& receivers, InnerHeights::Heights& sum_m) {
  InnerHeights::Heights height_m, back;  // back: intervals from the receiver, see intervals_to()
  const double* const receiver_km = receivers.distance_km.data() + run.first;
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const float furthest = static_cast<float>(kOwnSamples - k);
    for (std::size_t i = 0; i < kRun; ++i) {
      back[i] = lines.last[i] < furthest ? lines.last[i] : furthest;
      lines.places.column_offset[i] = back[i] * lines.columns[i];
      lines.places.row_offset[i] = back[i] * lines.rows[i];
    }
    inner.read_wide(lines.places, run.count, height_m);
    double* const distance_km = receivers.own_distance_km[k].data() + run.first;
    double* const ground_m = receivers.own_ground_m[k].data() + run.first;
    PHUSONG_INDEPENDENT_LOOP
    for (std::size_t i = 0; i < run.count; ++i) {
      distance_km[i] = receiver_km[i] - double{back[i]} * lines.interval_km[i];
      ground_m[i] = double{height_m[i]};
    }
    for (std::size_t i = 0; i < kRun; ++i)
      sum_m[i] += height_m[i];
  }
}

void read_lines(const InnerHeights& inner, OwnLines& lines, const ReceiverRun& run, Receivers& receivers,
                InnerHeights::Heights& sum_m) {
  read_lines_wide(inner, lines, run, receivers, sum_m);
}

PHUSONG_AVX2 void read_lines_by_avx2(const InnerHeights& inner, OwnLines& lines, const ReceiverRun& run,
                                     Receivers& receivers, InnerHeights::Heights& sum_m) {
  read_lines_wide(inner, lines, run, receivers, sum_m);
}

/// Intervals between own sample k and the receiver; on a path too short for all of them the first is repeated.
std::size_t intervals_to(std::size_t k, std::size_t intervals) {
  return std::min(kOwnSamples - k, intervals - 1);
}

/// The sample right before the own ones.
int last_before_own(std::size_t intervals) {
  return intervals > kOwnSamples + 1 ? static_cast<int>(intervals - 1 - kOwnSamples) : 0;
}

}  // namespace

bool OwnSampler::read(const MastPlace& mast, std::span<const FanCell> cells, std::size_t first,
                      Receivers& receivers) const {
  const InnerHeights& inner = terrain_.inner();
  std::size_t done = 0;
  bool any_void = false;
  if (inner.holds(mast.column, mast.row)) {
    // Cells come outwards: once one is on the border, the few left are read with care.
    const auto outside =
        std::ranges::find_if(cells, [&](const FanCell& cell) { return !inner.holds(cell.column, cell.row); });
    const auto inside = static_cast<std::size_t>(outside - cells.begin());
    for (; done < inside; done += std::min(kRun, inside - done))
      any_void |= read_run(mast, cells.subspan(done, std::min(kRun, inside - done)), first + done, receivers);
  }
  for (; done < cells.size(); ++done)
    any_void |= read_carefully(mast, cells[done], first + done, receivers);
  for (std::size_t i = 0; i < cells.size() && (terrain_.adds_clutter() || terrain_.has_zones()); ++i)
    read_cover(mast, cells[i], first + i, receivers);
  return any_void;
}

bool OwnSampler::read_run(const MastPlace& mast, std::span<const FanCell> cells, std::size_t first,
                          Receivers& receivers) const {
  OwnLines lines;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t intervals = interval_count(cells[i].distance_m, terrain_.grid().cell_size_m);
    const double per_interval = 1.0 / static_cast<double>(intervals);
    lines.places.cell[i] = static_cast<std::ptrdiff_t>(terrain_.grid().index(cells[i].column, cells[i].row));
    lines.columns[i] = static_cast<float>((mast.column - cells[i].column) * per_interval);
    lines.rows[i] = static_cast<float>((mast.row - cells[i].row) * per_interval);
    lines.last[i] = static_cast<float>(static_cast<int>(intervals) - 1);
    lines.interval_km[i] = receivers.distance_km[first + i] * per_interval;
    receivers.last_ray_sample[first + i] = last_before_own(intervals);
  }
  const ReceiverRun run{first, cells.size()};
  InnerHeights::Heights sum_m{};
  propagation::wider(read_lines, read_lines_by_avx2)(terrain_.inner(), lines, run, receivers, sum_m);
  bool any_void = false;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (std::isnan(sum_m[i])) any_void |= read_carefully(mast, cells[i], first + i, receivers);
  return any_void;
}

bool OwnSampler::read_carefully(const MastPlace& mast, const FanCell& cell, std::size_t receiver,
                                Receivers& receivers) const {
  const std::size_t intervals = interval_count(cell.distance_m, terrain_.grid().cell_size_m);
  const double columns = cell.column - mast.column, rows = cell.row - mast.row;
  bool any_void = false;
  receivers.last_ray_sample[receiver] = last_before_own(intervals);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double t = static_cast<double>(intervals - intervals_to(k, intervals)) / static_cast<double>(intervals);
    receivers.own_distance_km[k][receiver] = t * receivers.distance_km[receiver];
    const double ground_m = terrain_.terrain().sample_at(mast.column + t * columns, mast.row + t * rows);
    receivers.own_ground_m[k][receiver] = ground_m;
    any_void = any_void || std::isnan(ground_m);
  }
  return any_void;
}

void OwnSampler::read_cover(const MastPlace& mast, const FanCell& cell, std::size_t receiver,
                            Receivers& receivers) const {
  const gis::MapPoint at = terrain_.grid().centre_of(cell.column, cell.row);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double t = receivers.own_distance_km[k][receiver] / receivers.distance_km[receiver];
    const gis::MapPoint point{mast.position.x_m + t * (at.x_m - mast.position.x_m),
                              mast.position.y_m + t * (at.y_m - mast.position.y_m)};
    if (terrain_.adds_clutter()) receivers.own_clutter_m[k][receiver] = terrain_.clutter_at(point);
    if (terrain_.has_zones()) receivers.own_zone[k][receiver] = terrain_.zone_at(point);
  }
  if (terrain_.has_zones()) receivers.zone[receiver] = terrain_.zone_at(at);
}

bool bridge_own_samples(const propagation::sweep::Ray& ray, std::size_t receiver, Receivers& receivers) {
  const auto last_on_ray = static_cast<std::size_t>(receivers.last_ray_sample[receiver]);
  double known_km = ray.distance_km[last_on_ray], known_m = ray.ground_m[last_on_ray];
  bool any_void = false;
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double at_km = receivers.own_distance_km[k][receiver];
    double& ground_m = receivers.own_ground_m[k][receiver];
    if (std::isnan(ground_m)) {
      any_void = true;
      std::size_t next = k + 1;
      while (next < kOwnSamples && std::isnan(receivers.own_ground_m[next][receiver]))
        ++next;
      const bool at_receiver = next == kOwnSamples;
      const double next_km = at_receiver ? receivers.distance_km[receiver] : receivers.own_distance_km[next][receiver];
      const double next_m = at_receiver ? receivers.ground_m[receiver] : receivers.own_ground_m[next][receiver];
      ground_m = known_m + (at_km - known_km) / (next_km - known_km) * (next_m - known_m);
    }
    known_km = at_km;
    known_m = ground_m;
  }
  return any_void;
}

}  // namespace phusong::coverage
