#include <benchmark/benchmark.h>

#include "propagation/hata/hata.h"
#include "propagation/itm/itm.h"
#include "propagation/p2108/p2108.h"
#include "propagation/p2109/building_entry.h"
#include "propagation/p530/availability.h"
#include "propagation/p530/multipath.h"
#include "propagation/p838/rain.h"

// The models without a profile, a call each.

using namespace phusong::propagation;

namespace {

void okumura_hata(benchmark::State& state) {
  const hata::Input input{.frequency_mhz = 900.0, .distance_km = 5.0, .base_height_m = 40.0, .mobile_height_m = 1.5};
  for (auto _ : state) {
    benchmark::DoNotOptimize(hata::okumura_hata_loss(input));
  }
}

void itm_area(benchmark::State& state) {
  const itm::AreaInput input{.settings = {.frequency_mhz = 900.0},
                             .tx_height_m = 40.0,
                             .rx_height_m = 1.5,
                             .distance_km = 45.0,
                             .delta_h_m = 90.0};
  for (auto _ : state) {
    benchmark::DoNotOptimize(itm::area(input));
  }
}

void clutter_loss(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(p2108::terrestrial_loss({.frequency_ghz = 1.8425, .distance_km = 5.0, .p_percent = 90.0}));
  }
}

void building_entry(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(p2109::building_entry_loss({.frequency_ghz = 1.8425, .p_percent = 90.0}));
  }
}

void rain_coefficients(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(p838::coefficients({.frequency_ghz = 7.5, .tilt_deg = 90.0}));
  }
}

void hop_availability(benchmark::State& state) {
  const p530::Hop hop{.distance_km = 25.0,
                      .frequency_ghz = 7.5,
                      .tx_height_amsl_m = 640.0,
                      .rx_height_amsl_m = 420.0,
                      .latitude_deg = 22.0};
  for (auto _ : state) {
    const double p0_percent = p530::deep_fade_percent_from_dn1(hop, -300.0, 0.0);
    benchmark::DoNotOptimize(p530::availability(
        {.hop = hop,
         .p0_percent = p0_percent,
         .rain = {.distance_km = 25.0, .wave = {.frequency_ghz = 7.5, .tilt_deg = 90.0}, .r001_mm_per_h = 90.0},
         .fade_margin_db = 35.0}));
  }
}

}  // namespace

BENCHMARK(okumura_hata);
BENCHMARK(itm_area);
BENCHMARK(clutter_loss);
BENCHMARK(building_entry);
BENCHMARK(rain_coefficients);
BENCHMARK(hop_availability);
