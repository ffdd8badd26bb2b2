#include "sim/analysis/resilience/resilience.h"

#include <algorithm>
#include <utility>

#include "sim/analysis/resilience/lost_hamlets.h"
#include "sim/coverage/for_each_index.h"

namespace phusong::analysis {
namespace {

/// People lost by all operators together, then by each of them; hamlets likewise.
struct Severity {
  std::int64_t people_any = 0, people = 0;
  std::size_t hamlets_any = 0, hamlets = 0;
  auto operator<=>(const Severity&) const = default;  // NOLINT(modernize-use-nullptr)
};

Severity severity_of(const FailureOutcome& outcome) {
  Severity severity{.people_any = outcome.any_operator.people, .hamlets_any = outcome.any_operator.hamlets.size()};
  for (const OperatorLoss& of : outcome.by_operator) {
    severity.people += of.loss.people;
    severity.hamlets += of.loss.hamlets.size();
  }
  return severity;
}

std::vector<std::size_t> worst_first(const std::vector<FailureOutcome>& outcomes) {
  std::vector<std::pair<Severity, std::size_t>> ranked;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const Severity severity = severity_of(outcomes[i]);
    if (severity.hamlets > 0 || severity.hamlets_any > 0) ranked.emplace_back(severity, i);
  }
  std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> order;
  for (const auto& [severity, index] : ranked)
    order.push_back(index);
  return order;
}

/// Judges one event after another from the same signals.
class FailureJudge {
 public:
  FailureJudge(const scenario::Scenario& scenario, const gis::Terrain& terrain,
               const coverage::CoverageResult& coverage)
      : network_(scenario.network), coverage_(coverage), lost_(scenario, terrain, coverage) {}

  /// Fills by_operator and any_operator.
  void judge(FailureOutcome& outcome) const {
    std::vector<std::vector<std::size_t>> lost = lost_.without(outcome.event.masts_off);
    const std::size_t union_column = coverage_.operators.size() - 1;
    for (const std::size_t column : lost_.columns_of(outcome.event.masts_off)) {
      if (column == union_column && union_column > 0) continue;
      outcome.by_operator.push_back(
          {.operator_name = coverage_.operators[column], .loss = loss_of(network_, lost[column])});
    }
    outcome.any_operator = loss_of(network_, std::move(lost[union_column]));
  }

 private:
  const network::Network& network_;
  const coverage::CoverageResult& coverage_;
  LostHamlets lost_;
};

}  // namespace

Loss loss_of(const network::Network& network, std::vector<std::size_t> hamlets) {
  Loss loss{.hamlets = std::move(hamlets)};
  for (const std::size_t hamlet : loss.hamlets)
    loss.people += network.hamlets[hamlet].population;
  return loss;
}

Resilience compute_resilience(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                              const coverage::CoverageResult& coverage, progress::Progress& progress) {
  Resilience resilience;
  for (FailureEvent& event : failure_events(scenario))
    resilience.outcomes.push_back({.event = std::move(event), .by_operator = {}, .any_operator = {}});
  const FailureJudge judge(scenario, terrain, coverage);
  progress.begin("resilience", resilience.outcomes.size());
  coverage::for_each_index(resilience.outcomes.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    judge.judge(resilience.outcomes[i]);
    progress.advance(1);
  });
  resilience.worst_first = worst_first(resilience.outcomes);
  return resilience;
}

}  // namespace phusong::analysis
