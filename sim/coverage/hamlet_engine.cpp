#include "sim/coverage/hamlet_engine.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/coverage/for_each_index.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/point_path_loss.h"

namespace phusong::coverage {
namespace {

/// Masts whose losses are held at a time: work for many cores, a few dozen megabytes.
constexpr std::size_t kTransmittersPerBlock = 64;

std::vector<std::vector<SamplePoint>> points_of_hamlets(const scenario::Scenario& scenario,
                                                        const gis::Terrain& terrain) {
  const auto& hamlets = scenario.network.hamlets;
  std::vector<std::vector<SamplePoint>> points(hamlets.size());
  tbb::enumerable_thread_specific<gis::WorkingCrs> crs([&] { return scenario.crs; });
  tbb::parallel_for(std::size_t{0}, hamlets.size(),
                    [&](std::size_t i) { points[i] = sample_points(hamlets[i], i, terrain, crs.local()); });
  return points;
}

/// The folds of all hamlets and the list of all their points.
struct AllHamlets {
  std::vector<HamletAccumulator> folds;
  std::vector<ReceiverPoint> points;
};

AllHamlets begin_folds(const HamletContext& context, const gis::Terrain& terrain) {
  AllHamlets all;
  for (std::vector<SamplePoint>& points : points_of_hamlets(context.scenario, terrain)) {
    const std::size_t first_point = all.points.size();
    for (const SamplePoint& point : points)
      all.points.push_back(receiver_at(point));
    all.folds.emplace_back(context, std::move(points), first_point);
  }
  return all;
}

void fold_block(std::span<const Transmitter> block, const PointPathLoss& paths, AllHamlets& hamlets,
                progress::Progress& progress) {
  std::vector<PointLosses> losses(block.size());
  for_each_index(block.size(), [&](std::size_t t) {
    losses[t] = paths.compute(block[t], hamlets.points, progress);
    progress.advance(1);
  });
  tbb::parallel_for(std::size_t{0}, hamlets.folds.size(), [&](std::size_t hamlet) {
    for (std::size_t t = 0; t < block.size(); ++t)
      hamlets.folds[hamlet].add(block[t], losses[t]);
  });
}

}  // namespace

std::vector<HamletOutcome> evaluate_hamlets(const HamletContext& context, const gis::Terrain& terrain,
                                            std::span<const Transmitter> transmitters, PathLossStore* store,
                                            progress::Progress& progress) {
  AllHamlets hamlets = begin_folds(context, terrain);
  const PointPathLoss paths(terrain, context.scenario.options, store);
  progress.begin("hamlets", transmitters.size());
  for (std::size_t begin = 0; begin < transmitters.size(); begin += kTransmittersPerBlock) {
    const std::size_t count = std::min(kTransmittersPerBlock, transmitters.size() - begin);
    fold_block(transmitters.subspan(begin, count), paths, hamlets, progress);
  }
  std::vector<HamletOutcome> outcomes(hamlets.folds.size());
  tbb::parallel_for(std::size_t{0}, outcomes.size(), [&](std::size_t i) { outcomes[i] = hamlets.folds[i].finish(); });
  return outcomes;
}

}  // namespace phusong::coverage
