#pragma once

#include <string_view>

namespace phusong::progress {

/// Why a search for the best solution ended.
enum class StopReason {
  kOptimal,  ///< the solution is proved to be optimal
  kGap,      ///< the gap is as small as was asked for
  kWork,     ///< the counted work is done
  kTime      ///< the emergency time limit is over
};

/// Names the reason as users see it: "optimal", "gap", "work" or "time".
constexpr std::string_view name_of(StopReason reason) {
  switch (reason) {
    case StopReason::kOptimal:
      return "optimal";
    case StopReason::kGap:
      return "gap";
    case StopReason::kWork:
      return "work";
    case StopReason::kTime:
      return "time";
  }
  return "";
}

}  // namespace phusong::progress
