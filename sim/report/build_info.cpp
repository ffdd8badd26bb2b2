#include "sim/report/build_info.h"

#include <fmt/core.h>

#include "propagation/sweep/ray_sweep.h"

namespace phusong::report {

std::string instruction_set() {
#if defined(__x86_64__)
  std::string name = "x86-64";
#elif defined(__aarch64__)
  std::string name = "aarch64";
#else
  std::string name = "other";
#endif
#if defined(__AVX512F__)
  name += " avx512f";
#elif defined(__AVX2__)
  name += " avx2";
#endif
#if defined(__FMA__)
  name += " fma";
#endif
  // Chosen when the program runs, unlike the rest.
  if (const auto sweep = propagation::sweep::instruction_set(); sweep != "portable")
    name += fmt::format(", sweep {}", sweep);
  return name;
}

}  // namespace phusong::report
