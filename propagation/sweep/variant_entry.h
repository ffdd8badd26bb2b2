#pragma once

#include "propagation/sweep/ray_sweep.h"

/// The one name that a shared object compiled for further instructions shows, e.g. phusong_new_avx2_ray_sweep. The same
/// sources are compiled more than once; were all in one program, the linker would keep one of unequal copies of every
/// inline function they share.
#define PHUSONG_VARIANT_ENTRY(name)                                                              \
  extern "C" __attribute__((visibility("default"))) phusong::propagation::sweep::RaySweep* name( \
      const phusong::propagation::sweep::SweepSettings& settings)
