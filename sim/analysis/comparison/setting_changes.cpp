#include "sim/analysis/comparison/setting_changes.h"

#include <algorithm>

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {
namespace {

/// Takes out the input of this role and content that is in no pair; false where there is none.
bool take_moved(const RunInput& input, std::vector<const RunInput*>& left) {
  const auto found = std::ranges::find_if(
      left, [&](const RunInput* other) { return other->role == input.role && other->sha256 == input.sha256; });
  if (found == left.end()) return false;
  left.erase(found);
  return true;
}

}  // namespace

std::vector<OptionChange> changed_options(const std::vector<OptionValue>& a, const std::vector<OptionValue>& b) {
  std::vector<OptionChange> changes;
  for (const auto& [of_a, of_b] : paired(a, b, [](const OptionValue& option) { return option.first; })) {
    OptionChange change{.key = of_a != nullptr ? of_a->first : of_b->first};
    if (of_a != nullptr) change.a = of_a->second;
    if (of_b != nullptr) change.b = of_b->second;
    if (change.a != change.b) changes.push_back(std::move(change));
  }
  return changes;
}

InputComparison compare_inputs(const std::vector<RunInput>& a, const std::vector<RunInput>& b) {
  InputComparison comparison;
  std::vector<const RunInput*> only_a, only_b;
  for (const auto& [of_a, of_b] :
       paired(a, b, [](const RunInput& input) { return std::pair(input.role, input.path); })) {
    if (of_b == nullptr) {
      only_a.push_back(of_a);
    } else if (of_a == nullptr) {
      only_b.push_back(of_b);
    } else if (of_a->sha256 == of_b->sha256) {
      ++comparison.same;
    } else {
      comparison.changes.push_back({of_a->role, of_a->path, of_a->sha256, of_b->sha256});
    }
  }
  for (const RunInput* const input : only_a) {
    if (take_moved(*input, only_b)) {
      ++comparison.same;
    } else {
      comparison.changes.push_back({input->role, input->path, input->sha256, std::nullopt});
    }
  }
  for (const RunInput* const input : only_b)
    comparison.changes.push_back({input->role, input->path, std::nullopt, input->sha256});
  return comparison;
}

}  // namespace phusong::analysis
