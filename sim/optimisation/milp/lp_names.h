#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>

namespace phusong::milp {

/// Makes unique names that the LP format accepts.
class LpNames {
 public:
  /// Returns `wish` if it is legal and not used yet, else a name close to it.
  std::string name(const std::string& wish);

 private:
  std::unordered_set<std::string> used_;
  std::size_t next_number_ = 1;
};

}  // namespace phusong::milp
