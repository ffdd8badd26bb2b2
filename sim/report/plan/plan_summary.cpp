#include "sim/report/plan/plan_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/planning/station_counts.h"
#include "sim/report/plan/plan_notes.h"
#include "sim/report/plan/plan_wording.h"
#include "sim/report/plan/unserved.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Hamlets listed; the file has them all.
constexpr std::size_t kListed = 20;

/// Puts the parts together in one language.
class PlanSummary {
 public:
  explicit PlanSummary(const PlanData& data)
      : data_(data),
        outcome_(data.outcome()),
        words_(plan_wording(data.scenario.options.report.language)),
        numbers_(wording(data.scenario.options.report.language)) {}

  std::string text() const {
    return fmt::format("\n{}\n", words_.title) + (outcome_.reached ? "" : std::string(words_.not_reached) + "\n") +
           stations() + costs() + hamlets() + confidence() + bounds() + notes() + unserved();
  }

 private:
  const PlanData& data_;
  const planning::PlanOutcome& outcome_;
  const PlanWording& words_;
  const Wording& numbers_;

  std::string number(double value) const { return number_text(std::llround(value), numbers_); }
  std::string number(std::size_t value) const { return number_text(static_cast<std::int64_t>(value), numbers_); }
  /// With one decimal: costs and kilometres.
  std::string decimal(double value) const { return decimal_text(value, 1, numbers_); }

  std::string stations() const {
    if (const auto* const broadband = data_.broadband()) {
      return fmt::format(fmt::runtime(words_.broadband), fmt::arg("links", number(broadband->fibre.links.size())),
                         fmt::arg("km", decimal(broadband->fibre.length_km()))) +
             "\n";
    }
    const planning::StationCounts counts = station_counts(data_.stations());
    std::string text = fmt::format("{}: {} {}", words_.stations, number(counts.masts), words_.masts);
    if (counts.relays > 0) text += fmt::format(" ({} {})", words_.relays, number(counts.relays));
    return text + fmt::format(", {} {}, {} {}\n", number(counts.poles), words_.poles, number(counts.upgrades),
                              words_.upgrades);
  }

  std::string costs() const {
    std::string text = fmt::format("{}\n", words_.costs) + row(words_.item, words_.quantity, words_.capex, words_.opex);
    for (const auto& [item, sum] : totals_by_item(outcome_.cost_lines)) {
      text += row(item, decimal(sum.quantity), decimal(sum.cost.capex_million_vnd),
                  decimal(sum.cost.opex_million_vnd_per_year));
    }
    return text + row(words_.total, "", decimal(outcome_.cost.capex_million_vnd),
                      decimal(outcome_.cost.opex_million_vnd_per_year));
  }

  static std::string row(std::string_view item, std::string_view quantity, std::string_view capex,
                         std::string_view opex) {
    return fmt::format("  {:<22}{:>12}{:>14}{:>14}\n", item, quantity, capex, opex);
  }

  std::string hamlets() const {
    const std::size_t all = data_.scenario.network.hamlets.size();
    return fmt::format("{}: {} {} → {} {} / {}\n", words_.hamlets, words_.before, number(outcome_.before.hamlets),
                       words_.after, number(outcome_.after.hamlets), number(all));
  }

  std::string confidence() const {
    if (data_.confidence == nullptr) return "";
    const analysis::PlanConfidence& confidence = *data_.confidence;
    const double difference = confidence.cost_of_confidence_million_vnd();
    return fmt::format(fmt::runtime(words_.confidence),
                       fmt::arg("probability", percent_text(confidence.plan.chosen_by, numbers_)),
                       fmt::arg("asked", percent_text(confidence.asked, numbers_)),
                       fmt::arg("draws", number_text(confidence.check.draws, numbers_)),
                       fmt::arg("checked", percent_text(confidence.plan.checked, numbers_))) +
           "\n" +
           fmt::format(fmt::runtime(words_.confidence_costs),
                       fmt::arg("probability", percent_text(confidence.by_medians.checked, numbers_)),
                       fmt::arg("by_medians", decimal(confidence.by_medians.objective_million_vnd)),
                       fmt::arg("difference", (difference < 0.0 ? "" : "+") + decimal(difference)),
                       fmt::arg("years", general_text(data_.options().opex_years, numbers_))) +
           "\n" +
           fmt::format(fmt::runtime(words_.confidence_margins),
                       fmt::arg("count", number_text(confidence.planned_for, numbers_)),
                       fmt::arg("margin", general_text(confidence.margin_db, numbers_))) +
           "\n";
  }

  std::string bound(std::string_view form, double objective, double lower, double gap) const {
    return fmt::format(fmt::runtime(form), fmt::arg("objective", decimal(objective)), fmt::arg("bound", decimal(lower)),
                       fmt::arg("gap", percent_text(gap, numbers_))) +
           "\n";
  }

  std::string bounds() const {
    const planning::Optimality& optimality = outcome_.optimality;
    std::string text = bound(data_.broadband() != nullptr ? words_.broadband_bound : words_.bound, optimality.objective,
                             optimality.lower_bound, optimality.gap);
    const std::optional<planning::FullBound>& full = data_.stations().full;
    if (full) text += bound(words_.full_bound, full->objective, full->lower_bound, full->gap);
    return text;
  }

  std::string notes() const {
    std::string text;
    for (const std::string& note : note_texts(data_))
      text += "* " + note + "\n";
    return text;
  }

  std::string unserved() const {
    const std::vector<planning::UnservedHamlet>& hamlets = outcome_.unserved;
    if (hamlets.empty()) return "";
    std::string text = fmt::format("{}: {}\n", words_.unserved, number(hamlets.size()));
    for (std::size_t i = 0; i < std::min(kListed, hamlets.size()); ++i) {
      const network::Hamlet& hamlet = data_.scenario.network.hamlets[hamlets[i].hamlet];
      text += fmt::format("  {} {}: {}\n", hamlet.hamlet_id, hamlet.name, text_of(hamlets[i].reason, words_));
    }
    if (hamlets.size() > kListed)
      text += "  " + fmt::format(fmt::runtime(words_.more), fmt::arg("count", number(hamlets.size() - kListed))) + "\n";
    return text;
  }
};

}  // namespace

std::string plan_summary(const PlanData& data) {
  return PlanSummary(data).text();
}

}  // namespace phusong::report
