#pragma once

#include "propagation/sweep/ray_sweep.h"

/// The one name that the shared object compiled for AVX2 shows. The same sources are compiled twice; were both in
/// one program, the linker would keep one of two unequal copies of every inline function they share.
extern "C" __attribute__((visibility("default"))) phusong::propagation::sweep::RaySweep* phusong_new_avx2_ray_sweep(
    const phusong::propagation::sweep::SweepSettings& settings);
