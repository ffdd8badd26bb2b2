#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>

namespace phusong::milp {

/// Makes names that the LP format takes, each once.
class LpNames {
 public:
  /// `wish` if it may be, else something close to it.
  std::string name(const std::string& wish);

 private:
  std::unordered_set<std::string> used_;
  std::size_t next_number_ = 1;
};

}  // namespace phusong::milp
