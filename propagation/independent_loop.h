#pragma once

/// Before a loop: tells the compiler what it cannot see, that the arrays of the loop do not overlap.
#ifdef __clang__
#define PHUSONG_INDEPENDENT_LOOP _Pragma("clang loop vectorize(assume_safety)")
#else
#define PHUSONG_INDEPENDENT_LOOP _Pragma("GCC ivdep")
#endif
