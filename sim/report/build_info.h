#pragma once

#include <string>

namespace phusong::report {

/// The instruction set that the program was built for, e.g. "x86-64 avx2 fma": numbers may differ in their last
/// bits between two of them.
std::string instruction_set();

}  // namespace phusong::report
