#include "propagation/sweep/variant_entry.h"

// PHUSONG_VARIANT: the name, from the build.
PHUSONG_VARIANT_ENTRY(PHUSONG_VARIANT) {
  return phusong::propagation::sweep::make_portable_ray_sweep(settings).release();
}
