#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <vector>

#include "propagation/point_to_point.h"

using namespace phusong::propagation;

namespace {

/// Hills by a formula: the same profile everywhere.
struct Hills {
  std::vector<double> distance_km, ground_m, clutter_m;

  Hills(std::size_t points, double height_m) {
    for (std::size_t i = 0; i < points; ++i) {
      const double d_km = 0.09 * static_cast<double>(i);
      distance_km.push_back(d_km);
      ground_m.push_back(300.0 + height_m * std::sin(1.7 * d_km) * std::cos(0.4 * d_km) + 10.0 * std::sin(9.0 * d_km));
      clutter_m.push_back(i % 3 == 0 ? 10.0 : 0.0);
    }
  }

  PathQuery query() const {
    return {.profile = {.distance_km = distance_km, .ground_m = ground_m, .clutter_m = clutter_m},
            .tx_height_m = 42.0,
            .rx_height_m = 1.5,
            .latitude_deg = 22.0};
  }
};

constexpr std::array kFrequenciesMhz = {900.0, 1842.5, 2140.0};

void losses(benchmark::State& state, Model model, double time_percent) {
  const Hills hills(static_cast<std::size_t>(state.range(0)), 120.0);
  const PathQuery query = hills.query();
  const PropagationSettings settings{.model = model, .time_percent = time_percent};
  std::array<PathLoss, kFrequenciesMhz.size()> out;
  for (auto _ : state) {
    path_losses(query, settings, kFrequenciesMhz, out);
    benchmark::DoNotOptimize(out.data());
  }
}

void departure_angle(benchmark::State& state) {
  const Hills hills(static_cast<std::size_t>(state.range(0)), 120.0);
  const PathQuery query = hills.query();
  for (auto _ : state) {
    benchmark::DoNotOptimize(departure_angle_rad(query, {}));
  }
}

void short_path(benchmark::State& state) {
  const Hills hills(static_cast<std::size_t>(state.range(0)), 120.0);
  const PathQuery query = hills.query();
  for (auto _ : state) {
    benchmark::DoNotOptimize(short_path_loss_db(query, {}, 900.0));
  }
}

}  // namespace

BENCHMARK_CAPTURE(losses, p1812_median, Model::kP1812, 50.0)->Arg(50)->Arg(150)->Arg(500);
BENCHMARK_CAPTURE(losses, p1812_10_percent, Model::kP1812, 10.0)->Arg(150)->Arg(500);
BENCHMARK_CAPTURE(losses, itm, Model::kItm, 50.0)->Arg(500);
BENCHMARK_CAPTURE(losses, extended_hata, Model::kExtendedHata, 50.0)->Arg(500);
BENCHMARK_CAPTURE(losses, rma, Model::kRma, 50.0)->Arg(500);
BENCHMARK_CAPTURE(losses, free_space, Model::kFreeSpace, 50.0)->Arg(500);
BENCHMARK(departure_angle)->Arg(500);
BENCHMARK(short_path)->Arg(10);
