#pragma once

/// For innermost loops that a compiler makes the more of the wider the machine's registers are. Their body stands in a
/// function marked PHUSONG_WIDE_BODY, called from two others: a plain one, and one marked PHUSONG_AVX2 for machines
/// where has_avx2(). Neither contracts products and sums, so both give the same bits.
#if defined(__x86_64__) && defined(__GNUC__)
#define PHUSONG_WIDE_BODY [[gnu::always_inline]] inline
#define PHUSONG_AVX2 [[gnu::target("avx2")]]
#else
#define PHUSONG_WIDE_BODY inline
#define PHUSONG_AVX2
#endif

namespace phusong::propagation {

inline bool has_avx2() {
#if defined(__x86_64__) && defined(__GNUC__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

/// Which of the two functions to call.
template <typename Function>
Function* wider(Function* plain, Function* by_avx2) {
  return has_avx2() ? by_avx2 : plain;
}

}  // namespace phusong::propagation
