#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "propagation/sweep/itm_sweep.h"
#include "propagation/sweep/ray_sweep.h"
#include "propagation/sweep/variant_entry.h"

#ifdef PHUSONG_HAS_SWEEP_VARIANTS
PHUSONG_VARIANT_ENTRY(phusong_new_avx2_ray_sweep);
PHUSONG_VARIANT_ENTRY(phusong_new_avx512_ray_sweep);
#endif

namespace phusong::propagation::sweep {
namespace {

RaySweep* new_portable_ray_sweep(const SweepSettings& settings) {
  return make_portable_ray_sweep(settings).release();
}

/// The same sources, compiled for one set of instructions.
struct Variant {
  std::string_view name;
  bool is_runnable;  ///< on this machine
  RaySweep* (*make)(const SweepSettings&);
};

/// The fastest first.
const auto& variants() {
#ifdef PHUSONG_HAS_SWEEP_VARIANTS
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  static const bool has_avx512 = has_avx2 && __builtin_cpu_supports("avx512f") != 0 &&
                                 __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512cd") != 0 &&
                                 __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  static const std::array all{Variant{"avx512", has_avx512, phusong_new_avx512_ray_sweep},
                              Variant{"avx2", has_avx2, phusong_new_avx2_ray_sweep},
                              Variant{"portable", true, new_portable_ray_sweep}};
#else
  static const std::array all{Variant{"portable", true, new_portable_ray_sweep}};
#endif
  return all;
}

/// What PHUSONG_INSTRUCTIONS asks for, or the fastest.
const Variant& find_variant() {
  const char* const asked = std::getenv("PHUSONG_INSTRUCTIONS");
  std::string names;
  for (const Variant& variant : variants()) {
    if (!variant.is_runnable) continue;
    if (asked == nullptr || variant.name == asked) return variant;
    names.append(names.empty() ? "" : ", ").append(variant.name);
  }
  throw std::invalid_argument(std::string("PHUSONG_INSTRUCTIONS: ") + asked +
                              " is none of what this machine can run: " + names);
}

const Variant& chosen() {
  static const Variant& variant = find_variant();
  return variant;
}

}  // namespace

std::vector<std::unique_ptr<RaySweep>> make_ray_sweeps_of_all_instruction_sets(const SweepSettings& settings) {
  std::vector<std::unique_ptr<RaySweep>> sweeps;
  for (const Variant& variant : variants())
    if (variant.is_runnable) sweeps.emplace_back(variant.make(settings));
  return sweeps;
}

bool has_ray_sweep(Model model) {
  return model == Model::kP1812 || model == Model::kItm;
}

std::unique_ptr<RaySweep> make_ray_sweep(const SweepSettings& settings) {
  if (settings.propagation.model == Model::kItm) return make_itm_ray_sweep(settings);
  return std::unique_ptr<RaySweep>(chosen().make(settings));
}

std::string_view instruction_set() {
  return chosen().name;
}

}  // namespace phusong::propagation::sweep
