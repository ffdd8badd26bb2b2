#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace phusong::analysis {

/// An effective option: its key in scenario.toml and its value as text, equal where the values are.
using OptionValue = std::pair<std::string, std::string>;

/// An option that two runs do not share; nothing where a run has none of that key.
struct OptionChange {
  std::string key;
  std::optional<std::string> a{}, b{};

  bool operator==(const OptionChange&) const = default;
};
std::vector<OptionChange> changed_options(const std::vector<OptionValue>& a, const std::vector<OptionValue>& b);

/// A file that a run was made from.
struct RunInput {
  std::string role;  ///< the key that names it
  std::string path;  ///< as the scenario names it
  std::string sha256;
};

/// An input whose content two runs do not share; nothing where a run has none of that role and path.
struct InputChange {
  std::string role, path;
  std::optional<std::string> sha256_a{}, sha256_b{};

  bool operator==(const InputChange&) const = default;
};
struct InputComparison {
  std::size_t same = 0;  ///< inputs of one role, path and content
  std::vector<InputChange> changes;
};
/// Pairs inputs by role and path; of those that are left, one of each run with the same role and content counts as the
/// same file in another place.
InputComparison compare_inputs(const std::vector<RunInput>& a, const std::vector<RunInput>& b);

}  // namespace phusong::analysis
