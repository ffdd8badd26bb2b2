#include "sim/report/build_info.h"

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
  return name;
}

}  // namespace phusong::report
