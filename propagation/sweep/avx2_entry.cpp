#include "propagation/sweep/avx2_entry.h"

phusong::propagation::sweep::RaySweep* phusong_new_avx2_ray_sweep(
    const phusong::propagation::sweep::SweepSettings& settings) {
  return phusong::propagation::sweep::make_portable_ray_sweep(settings).release();
}
