#pragma once

#include <string_view>

namespace phusong::coverage {

/// SHA-256 over the compiler, its options and every source that a path loss depends on; made by the build. Losses that
/// another program has kept are not taken for its own, and nobody has to remember to raise a version.
extern const std::string_view kEngineDigest;

}  // namespace phusong::coverage
