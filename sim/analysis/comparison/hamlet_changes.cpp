#include "sim/analysis/comparison/hamlet_changes.h"

#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {
namespace {

using coverage::Status;

ChangeDirection direction_of(bool rises) {
  return rises ? ChangeDirection::kBetter : ChangeDirection::kWorse;
}

/// Which way a change of level goes: a level beside none is the better.
bool level_rises(const HamletService& a, const HamletService& b) {
  return b.level_dbm && (!a.level_dbm || *b.level_dbm > *a.level_dbm);
}

/// Statuses are ordered from the best to the worst, unknown last.
void judge(HamletChange& change) {
  const auto& [a, b] = std::tie(change.a, change.b);
  if (a.status != b.status) {
    change.kind = ChangeKind::kStatus;
    if (a.status != Status::kUnknown && b.status != Status::kUnknown)
      change.direction = direction_of(b.status < a.status);
  } else if (a.share != b.share) {
    change.kind = ChangeKind::kShare;
    change.direction = direction_of(b.share > a.share);
  } else {
    change.kind = ChangeKind::kLevel;
    change.direction = direction_of(level_rises(a, b));
  }
}

/// Gathers the changes of hamlets that are in both tables.
class ChangeList {
 public:
  explicit ChangeList(HamletComparison& comparison) : comparison_(comparison) {}

  void add_hamlet(const ComparedHamlet& a, const ComparedHamlet& b, const ComparedServices& services) {
    ++comparison_.compared;
    add_technologies(b, "", services, {a.by_technology, b.by_technology});
    add({.hamlet = b, .technology = std::nullopt}, {a.target, b.target});
    for (const std::string& name : services.operators)
      add_technologies(b, name, services, {a.by_operator.at(name), b.by_operator.at(name)});
  }

  void finish() {
    for (const auto& [key, transition] : transitions_)
      comparison_.transitions.push_back(transition);
  }

 private:
  using TransitionKey = std::tuple<std::size_t, Status, Status>;

  HamletComparison& comparison_;
  std::map<TransitionKey, StatusTransition> transitions_;

  /// Whose service it is.
  struct Place {
    const ComparedHamlet& hamlet;
    std::string_view operator_name{};
    std::optional<network::Technology> technology;
  };
  template <class Service>
  struct Both {
    const Service &a, &b;
  };

  void add_technologies(const ComparedHamlet& hamlet, std::string_view operator_name, const ComparedServices& services,
                        const Both<network::PerTechnology<HamletService>>& both) {
    for (const network::Technology technology : services.technologies)
      add({hamlet, operator_name, technology}, {both.a[technology], both.b[technology]});
  }

  void add(const Place& place, const Both<HamletService>& both) {
    if (both.a == both.b) return;
    HamletChange change{.hamlet = place.hamlet,
                        .operator_name = std::string(place.operator_name),
                        .technology = place.technology,
                        .a = both.a,
                        .b = both.b};
    judge(change);
    if (change.kind == ChangeKind::kStatus && change.operator_name.empty()) count(change);
    comparison_.changes.push_back(std::move(change));
  }

  void count(const HamletChange& change) {
    const std::size_t order = change.technology ? network::index_of(*change.technology) : network::kTechnologyCount;
    StatusTransition& transition = transitions_[{order, change.a.status, change.b.status}];
    transition.technology = change.technology;
    transition.from = change.a.status;
    transition.to = change.b.status;
    ++transition.hamlets;
    transition.people += change.hamlet.population;
  }
};

}  // namespace

std::string_view name_of(ChangeKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"status", "share", "level"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(ChangeDirection direction) {
  constexpr std::array<std::string_view, 3> kNames = {"better", "worse", ""};
  return kNames[static_cast<std::size_t>(direction)];
}

HamletComparison compare_hamlets(const std::vector<ComparedHamlet>& a, const std::vector<ComparedHamlet>& b,
                                 const ComparedServices& services) {
  HamletComparison comparison;
  ChangeList changes(comparison);
  for (const auto& [of_a, of_b] : paired(a, b, [](const ComparedHamlet& hamlet) { return hamlet.hamlet_id; })) {
    if (of_b == nullptr) {
      comparison.only_a.push_back(*of_a);
    } else if (of_a == nullptr) {
      comparison.only_b.push_back(*of_b);
    } else {
      changes.add_hamlet(*of_a, *of_b, services);
    }
  }
  changes.finish();
  return comparison;
}

}  // namespace phusong::analysis
