#include "sim/report/sunset/sunset_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/sunset/sunset_json.h"
#include "sim/report/sunset/sunset_wording.h"
#include "sim/report/wording.h"
#include "sim/sunset/model/quarter.h"
#include "sim/sunset/outcome/held_back.h"

namespace phusong::report {
namespace {

using sunset::HeldBack;

constexpr std::size_t kShownHamlets = 10;

class SunsetSummary {
 public:
  SunsetSummary(const SunsetData& data, std::string_view language)
      : data_(data), words_(sunset_wording(language)), common_(wording(language)) {}

  std::string text() const {
    if (result().model.cells.empty()) return line(words_.nothing_to_do, fmt::arg("technology", technology()));
    return outcome() + crews() + effects() + hamlets();
  }

 private:
  const SunsetData& data_;
  const SunsetWording& words_;
  const Wording& common_;

  const sunset::SunsetResult& result() const { return data_.result; }
  std::string_view technology() const { return name_of(data_.options().technology); }
  std::string number(double value) const { return number_text(std::llround(value), common_); }

  template <class... Arguments>
  static std::string line(std::string_view words, const Arguments&... arguments) {
    return fmt::format(fmt::runtime(words), arguments...) + "\n";
  }

  std::string outcome() const {
    const auto cells = static_cast<std::int64_t>(result().model.cells.size());
    if (!result().reached()) {
      const std::int64_t left = result().found.cells_left;
      return line(words_.not_finished, fmt::arg("technology", technology()), fmt::arg("off", cells - left),
                  fmt::arg("cells", cells), fmt::arg("left", left), fmt::arg("bound", result().bounds.cells_left));
    }
    const int last = result().found.last_period;
    const auto quarter = sunset::parse_quarter(data_.options().start).plus(last - 1);
    return line(words_.finished, fmt::arg("technology", technology()), fmt::arg("cells", cells),
                fmt::arg("quarter", quarter.name()), fmt::arg("period", last),
                fmt::arg("periods", data_.options().periods)) +
           line(words_.finished_bound, fmt::arg("bound", result().bounds.last_period));
  }

  std::string crews() const {
    const int periods = result().limits.periods_by_crews;
    return line(periods > data_.options().periods ? words_.crews_too_few : words_.crews, fmt::arg("periods", periods));
  }

  std::string effects() const {
    const auto is_on = [](int period) { return period != sunset::kNever; };
    const auto carriers = std::ranges::count_if(result().schedule.on_period, is_on);
    std::int64_t handsets = 0;
    for (const sunset::Subsidy& subsidy : result().schedule.subsidies)
      handsets += sunset::total(subsidy.handsets);
    const std::int64_t cut = handsets_cut(data_);
    const auto frequency = fmt::arg("frequency", data_.options().refarm.frequency_mhz);
    return (data_.sunset.more.refarmed.empty() ? line(words_.no_band, fmt::arg("technology", technology()), frequency)
                                               : line(words_.refarmed, fmt::arg("carriers", carriers),
                                                      fmt::arg("to", name_of(data_.options().refarm.to)), frequency)) +
           line(words_.handsets, fmt::arg("handsets", number_text(handsets, common_)),
                fmt::arg("cost", number(result().found.cost_million_vnd))) +
           (cut == 0 ? line(words_.nobody_cut) : line(words_.cut, fmt::arg("handsets", number_text(cut, common_))));
  }

  std::string hamlets() const {
    const std::vector<HeldBack> held = held_back(result().model, result().schedule);
    if (held.empty()) return "";
    std::string text = line(words_.held_back, fmt::arg("hamlets", held.size()));
    for (std::size_t i = 0; i < std::min(kShownHamlets, held.size()); ++i)
      text += hamlet(held[i]);
    if (held.size() > kShownHamlets) text += line(words_.more, fmt::arg("count", held.size() - kShownHamlets));
    return text;
  }

  std::string hamlet(const HeldBack& held) const {
    const sunset::Demand& demand = result().model.demands[held.demand];
    const network::Hamlet& hamlet = data_.network().hamlets[demand.hamlet];
    const bool voice = held.service == sunset::Service::kVoice;
    return fmt::format(fmt::runtime(words_.held_back_one), fmt::arg("hamlet", hamlet.hamlet_id),
                       fmt::arg("name", hamlet.name),
                       fmt::arg("operator", data_.network().operators[demand.operator_index]),
                       fmt::arg("service", voice ? words_.voice : words_.data),
                       fmt::arg("share", percent_text(held.share, common_)),
                       fmt::arg("floor", percent_text(held.floor, common_)), fmt::arg("cells", held.cells.size())) +
           remedy(held);
  }

  std::string remedy(const HeldBack& held) const {
    if (held.remedies.empty()) return line(words_.no_remedy);
    const sunset::Remedy& cheapest = held.remedies.front();
    const auto handsets = fmt::arg("handsets", cheapest.handsets);
    const std::string cost = number(std::ceil(cheapest.cost_million_vnd));
    if (!cheapest.site) return line(words_.remedy_handsets, handsets, fmt::arg("cost", cost));
    return line(words_.remedy_equipment, fmt::arg("site", data_.network().sites[*cheapest.site].site_id), handsets,
                fmt::arg("cost", cost));
  }
};

}  // namespace

std::string sunset_summary(const SunsetData& data, std::string_view language) {
  return SunsetSummary(data, language).text();
}

}  // namespace phusong::report
