#include "propagation/sweep/avx2_entry.h"
#include "propagation/sweep/itm_sweep.h"
#include "propagation/sweep/ray_sweep.h"

namespace phusong::propagation::sweep {
namespace {

bool has_avx2() {
#ifdef PHUSONG_HAS_AVX2_SWEEP
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
#else
  return false;
#endif
}

}  // namespace

std::unique_ptr<RaySweep> make_avx2_ray_sweep([[maybe_unused]] const SweepSettings& settings) {
#ifdef PHUSONG_HAS_AVX2_SWEEP
  if (has_avx2()) return std::unique_ptr<RaySweep>(phusong_new_avx2_ray_sweep(settings));
#endif
  return nullptr;
}

bool has_ray_sweep(Model model) {
  return model == Model::kP1812 || model == Model::kItm;
}

std::unique_ptr<RaySweep> make_ray_sweep(const SweepSettings& settings) {
  if (settings.propagation.model == Model::kItm) return make_itm_ray_sweep(settings);
  return has_avx2() ? make_avx2_ray_sweep(settings) : make_portable_ray_sweep(settings);
}

std::string_view instruction_set() {
  return has_avx2() ? "avx2" : "portable";
}

}  // namespace phusong::propagation::sweep
