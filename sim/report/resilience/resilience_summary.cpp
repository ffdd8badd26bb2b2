#include "sim/report/resilience/resilience_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/resilience/resilience_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Events told; the file has them all.
constexpr std::size_t kTold = 10;

/// Words one event after another.
class ResilienceSummary {
 public:
  explicit ResilienceSummary(const RunData& run)
      : run_(run),
        words_(resilience_wording(run.scenario.options.report.language)),
        numbers_(wording(run.scenario.options.report.language)) {}

  std::string text(const analysis::Resilience& resilience) const {
    if (resilience.outcomes.empty()) return "";
    if (resilience.worst_first.empty()) return fmt::format("\n{}\n", words_.nothing_lost);
    std::string text = fmt::format("\n{}\n", words_.title);
    for (std::size_t i = 0; i < std::min(kTold, resilience.worst_first.size()); ++i) {
      const analysis::FailureOutcome& outcome = resilience.outcomes[resilience.worst_first[i]];
      text += fmt::format("{:>4}. {}: {}\n", i + 1, event_text(outcome.event), losses_text(outcome));
    }
    return text;
  }

 private:
  const RunData& run_;
  const ResilienceWording& words_;
  const Wording& numbers_;

  std::string number(std::int64_t value) const { return number_text(value, numbers_); }

  std::string_view form_of(analysis::FailureKind kind) const {
    switch (kind) {
      case analysis::FailureKind::kSite:
        return words_.site;
      case analysis::FailureKind::kFibre:
        return words_.fibre;
      case analysis::FailureKind::kGrid:
        break;
    }
    return words_.grid;
  }

  std::string event_text(const analysis::FailureEvent& event) const {
    const std::string name = event.mast ? run_.network().sites[*event.mast].name : std::string();
    return fmt::format(fmt::runtime(form_of(event.kind)), fmt::arg("id", event.id), fmt::arg("name", name),
                       fmt::arg("masts", number(std::ssize(event.masts_off))),
                       fmt::arg("hours", general_text(run_.scenario.options.analysis.outage_hours, numbers_)));
  }

  std::string losses_text(const analysis::FailureOutcome& outcome) const {
    std::string text;
    for (const analysis::OperatorLoss& of : outcome.by_operator) {
      if (of.loss.hamlets.empty()) continue;
      text += fmt::format(fmt::runtime(words_.loss), fmt::arg("operator", of.operator_name),
                          fmt::arg("hamlets", number(std::ssize(of.loss.hamlets))),
                          fmt::arg("people", number(of.loss.people))) +
              "; ";
    }
    if (run_.coverage.operators.size() == 1) return text.substr(0, text.size() - 2);
    return text + fmt::format(fmt::runtime(words_.any_operator),
                              fmt::arg("hamlets", number(std::ssize(outcome.any_operator.hamlets))),
                              fmt::arg("people", number(outcome.any_operator.people)));
  }
};

}  // namespace

std::string resilience_summary(const RunData& run, const analysis::Resilience& resilience) {
  return ResilienceSummary(run).text(resilience);
}

}  // namespace phusong::report
