#include "sim/report/plan/plan_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/report/plan/plan_notes.h"
#include "sim/report/plan/plan_wording.h"
#include "sim/report/plan/unserved.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Hamlets listed; the file has them all.
constexpr std::size_t kListed = 20;

/// Puts the parts together in one language.
class Summary {
 public:
  explicit Summary(const PlanData& data)
      : data_(data),
        plan_(data.plan),
        words_(plan_wording(data.scenario.options.report.language)),
        numbers_(wording(data.scenario.options.report.language)) {}

  std::string text() const {
    return fmt::format("\n{}\n", words_.title) + (plan_.reached ? "" : std::string(words_.not_reached) + "\n") +
           stations() + costs() + hamlets() + bounds() + notes() + unserved();
  }

 private:
  const PlanData& data_;
  const planning::Plan& plan_;
  const PlanWording& words_;
  const Wording& numbers_;

  std::string number(double value) const { return number_text(std::llround(value), numbers_); }
  std::string number(std::size_t value) const { return number_text(static_cast<std::int64_t>(value), numbers_); }
  /// With one decimal: costs and kilometres.
  std::string decimal(double value) const { return decimal_text(value, 1, numbers_); }

  std::string stations() const {
    if (plan_.broadband) {
      double km = 0.0;
      for (const planning::BackhaulLink& link : plan_.broadband->links)
        km += link.length_km;
      return fmt::format(fmt::runtime(words_.broadband), fmt::arg("links", number(plan_.broadband->links.size())),
                         fmt::arg("km", decimal(km))) +
             "\n";
    }
    const StationCounts counts = station_counts(data_);
    std::string text = fmt::format("{}: {} {}", words_.stations, number(counts.masts), words_.masts);
    if (counts.relays > 0) text += fmt::format(" ({} {})", words_.relays, number(counts.relays));
    return text + fmt::format(", {} {}, {} {}\n", number(counts.poles), words_.poles, number(counts.upgrades),
                              words_.upgrades);
  }

  std::string costs() const {
    struct Sum {
      double quantity = 0.0;
      planning::Cost cost;
    };
    std::map<std::string, Sum> sums;
    for (const auto& [site_id, line] : plan_.cost_lines) {
      Sum& sum = sums[line.item];
      sum.quantity += line.quantity;
      sum.cost.capex_million_vnd += line.cost_million_vnd();
      sum.cost.opex_million_vnd_per_year += line.opex_million_vnd_per_year();
    }
    std::string text = fmt::format("{}\n", words_.costs) + row(words_.item, words_.quantity, words_.capex, words_.opex);
    for (const auto& [item, sum] : sums) {
      text += row(item, decimal(sum.quantity), decimal(sum.cost.capex_million_vnd),
                  decimal(sum.cost.opex_million_vnd_per_year));
    }
    return text +
           row(words_.total, "", decimal(plan_.cost.capex_million_vnd), decimal(plan_.cost.opex_million_vnd_per_year));
  }

  static std::string row(std::string_view item, std::string_view quantity, std::string_view capex,
                         std::string_view opex) {
    return fmt::format("  {:<22}{:>12}{:>14}{:>14}\n", item, quantity, capex, opex);
  }

  std::string hamlets() const {
    const std::size_t all = data_.scenario.network.hamlets.size();
    return fmt::format("{}: {} {} → {} {} / {}\n", words_.hamlets, words_.before, number(plan_.hamlets_before),
                       words_.after, number(plan_.hamlets_after), number(all));
  }

  std::string bound(std::string_view form, double objective, double lower, double gap) const {
    return fmt::format(fmt::runtime(form), fmt::arg("objective", decimal(objective)), fmt::arg("bound", decimal(lower)),
                       fmt::arg("gap", percent_text(gap, numbers_))) +
           "\n";
  }

  std::string bounds() const {
    if (plan_.broadband)
      return bound(words_.broadband_bound, plan_.broadband->objective, plan_.broadband->bound, plan_.broadband->gap);
    std::string text = bound(words_.bound, plan_.selection.objective, plan_.selection.bound, plan_.selection.gap);
    if (plan_.full) text += bound(words_.full_bound, plan_.full->objective, plan_.full->lower_bound, plan_.full->gap);
    return text;
  }

  std::string notes() const {
    std::string text;
    for (const std::string& note : note_texts(data_))
      text += "* " + note + "\n";
    return text;
  }

  std::string unserved() const {
    const std::vector<UnservedHamlet> hamlets = unserved_hamlets(data_);
    if (hamlets.empty()) return "";
    std::string text = fmt::format("{}: {}\n", words_.unserved, number(hamlets.size()));
    for (std::size_t i = 0; i < std::min(kListed, hamlets.size()); ++i) {
      const network::Hamlet& hamlet = data_.scenario.network.hamlets[hamlets[i].hamlet];
      text += fmt::format("  {} {}: {}\n", hamlet.hamlet_id, hamlet.name, hamlets[i].reason);
    }
    if (hamlets.size() > kListed)
      text += "  " + fmt::format(fmt::runtime(words_.more), fmt::arg("count", number(hamlets.size() - kListed))) + "\n";
    return text;
  }
};

}  // namespace

std::string plan_summary(const PlanData& data) {
  return Summary(data).text();
}

}  // namespace phusong::report
