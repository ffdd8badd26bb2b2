#pragma once

#include <map>
#include <string>
#include <vector>

namespace phusong::scenario {

/// Finds names that a person reads as equal: those that differ only in letter case, or in blanks or hyphens.
class SameNames {
 public:
  /// Takes a name in; `within` keeps names of different surroundings apart. Returns its first spelling.
  const std::string& add(const std::string& name, const std::string& within = "");
  /// "'Viettel' and 'VIETTEL'" for each name with several spellings.
  std::vector<std::string> doubles() const;

 private:
  std::map<std::string, std::vector<std::string>> spellings_;  ///< by what is equal, in the order of the table
};

/// The one of `names` that a person reads as `name`; `name` itself where there is none.
std::string spelt_as_in(const std::vector<std::string>& names, const std::string& name);

}  // namespace phusong::scenario
