#include "sim/report/sunset/sunset_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/sunset/sunset_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

using sunset::BlockingDemand;

constexpr std::size_t kShownHamlets = 10;

template <class... Arguments>
std::string line(std::string_view words, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(words), arguments...) + "\n";
}

class SunsetSummary {
 public:
  SunsetSummary(const network::Network& network, const sunset::SunsetOutcome& outcome, std::string_view language)
      : network_(network),
        outcome_(outcome),
        question_(outcome.question),
        totals_(outcome.totals),
        words_(sunset_wording(language)),
        common_(wording(language)) {}

  std::string text() const {
    if (totals_.cells == 0) return line(words_.nothing_to_do, fmt::arg("technology", technology()));
    return switch_off() + crews() + refarming() + handsets() + hamlets();
  }

 private:
  const network::Network& network_;
  const sunset::SunsetOutcome& outcome_;
  const sunset::SunsetQuestion& question_;
  const sunset::SunsetTotals& totals_;
  const SunsetWording& words_;
  const Wording& common_;

  std::string_view technology() const { return name_of(question_.technology); }
  std::string number(double value) const { return number_text(std::llround(value), common_); }

  std::string switch_off() const {
    if (!totals_.last_period) {
      return line(words_.not_finished, fmt::arg("technology", technology()), fmt::arg("off", totals_.cells_off),
                  fmt::arg("cells", totals_.cells), fmt::arg("left", totals_.cells_left_on),
                  fmt::arg("bound", totals_.cells_left_on_bound));
    }
    const int last = *totals_.last_period;
    return line(words_.finished, fmt::arg("technology", technology()), fmt::arg("cells", totals_.cells),
                fmt::arg("quarter", question_.quarter_of(last).name()), fmt::arg("period", last),
                fmt::arg("periods", question_.periods)) +
           line(words_.finished_bound, fmt::arg("bound", totals_.last_period_bound));
  }

  std::string crews() const {
    const int periods = totals_.periods_by_crews;
    return line(periods > question_.periods ? words_.crews_too_few : words_.crews, fmt::arg("periods", periods));
  }

  std::string refarming() const {
    const auto frequency = fmt::arg("frequency", question_.refarm_frequency_mhz);
    if (totals_.refarmable == 0) return line(words_.no_band, fmt::arg("technology", technology()), frequency);
    return line(words_.refarmed, fmt::arg("carriers", totals_.refarmed), fmt::arg("to", name_of(question_.refarm_to)),
                frequency);
  }

  std::string handsets() const {
    return line(words_.handsets, fmt::arg("handsets", number_text(totals_.handsets_subsidised, common_)),
                fmt::arg("cost", number(totals_.cost_million_vnd))) +
           (totals_.handsets_cut == 0
                ? line(words_.nobody_cut)
                : line(words_.cut, fmt::arg("handsets", number_text(totals_.handsets_cut, common_))));
  }

  std::string hamlets() const {
    const std::vector<BlockingDemand>& blocking = outcome_.blocking_demands;
    if (blocking.empty()) return "";
    std::string text = line(words_.held_back, fmt::arg("hamlets", blocking.size()));
    for (std::size_t i = 0; i < std::min(kShownHamlets, blocking.size()); ++i)
      text += hamlet(blocking[i]);
    if (blocking.size() > kShownHamlets) text += line(words_.more, fmt::arg("count", blocking.size() - kShownHamlets));
    return text;
  }

  std::string hamlet(const BlockingDemand& blocking) const {
    const network::Hamlet& hamlet = network_.hamlets[blocking.hamlet];
    const bool voice = blocking.service == sunset::Service::kVoice;
    return fmt::format(fmt::runtime(words_.held_back_one), fmt::arg("hamlet", hamlet.hamlet_id),
                       fmt::arg("name", hamlet.name), fmt::arg("operator", network_.operators[blocking.operator_index]),
                       fmt::arg("service", voice ? words_.voice : words_.data),
                       fmt::arg("share", percent_text(blocking.share, common_)),
                       fmt::arg("floor", percent_text(blocking.floor, common_)),
                       fmt::arg("cells", blocking.cells.size())) +
           remedy(blocking);
  }

  std::string remedy(const BlockingDemand& blocking) const {
    if (blocking.remedies.empty()) return line(words_.no_remedy);
    const sunset::Remedy& cheapest = blocking.remedies.front();
    const auto handsets = fmt::arg("handsets", cheapest.handsets);
    const std::string cost = number(std::ceil(cheapest.cost_million_vnd));
    if (!cheapest.site) return line(words_.remedy_handsets, handsets, fmt::arg("cost", cost));
    return line(words_.remedy_equipment, fmt::arg("site", network_.sites[*cheapest.site].site_id), handsets,
                fmt::arg("cost", cost));
  }
};

}  // namespace

std::string sunset_summary(const network::Network& network, const sunset::SunsetOutcome& outcome,
                           std::string_view language) {
  return SunsetSummary(network, outcome, language).text();
}

}  // namespace phusong::report
