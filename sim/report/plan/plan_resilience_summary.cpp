#include "sim/report/plan/plan_resilience_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/resilience/resilience_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Parts told; the file has them all.
constexpr std::size_t kPartsTold = 10;

/// Words the parts of one plan.
class PartWriter {
 public:
  explicit PartWriter(std::string_view language) : words_(resilience_wording(language)), numbers_(wording(language)) {}

  std::string title() const { return fmt::format("{}\n", words_.plan_title); }

  std::string line(const analysis::PlanPart& part) const {
    std::string text = fmt::format("  {}", part_text(part));
    if (part.second_path) text += "; " + path_text(*part.second_path);
    return text + "\n";
  }

 private:
  const ResilienceWording& words_;
  const Wording& numbers_;

  std::string number(std::size_t value) const { return number_text(static_cast<std::int64_t>(value), numbers_); }
  std::string decimal(double value) const { return decimal_text(value, 1, numbers_); }

  std::string_view medium_text(planning::Medium medium) const {
    if (medium == planning::Medium::kFibre) return words_.fibre_medium;
    return medium == planning::Medium::kMicrowave ? words_.microwave : words_.satellite;
  }

  std::string part_text(const analysis::PlanPart& part) const {
    const std::string masts = number(part.masts_off), hamlets = number(part.loss.hamlets.size());
    const std::string people = number_text(part.loss.people, numbers_);
    if (!part.link) {
      const std::string_view form = part.kind == analysis::PlanPartKind::kRelay ? words_.relay : words_.station;
      return fmt::format(fmt::runtime(form), fmt::arg("id", part.site_id), fmt::arg("masts", masts),
                         fmt::arg("hamlets", hamlets), fmt::arg("people", people));
    }
    return fmt::format(fmt::runtime(words_.link), fmt::arg("id", part.site_id), fmt::arg("to", part.link->to),
                       fmt::arg("medium", medium_text(part.link->medium)),
                       fmt::arg("km", decimal(part.link->length_km)), fmt::arg("masts", masts),
                       fmt::arg("hamlets", hamlets), fmt::arg("people", people));
  }

  std::string path_text(const planning::BackhaulRoute& path) const {
    const std::string cost = decimal(path.cost().capex_million_vnd);
    if (path.first_medium() == planning::Medium::kSatellite)
      return fmt::format(fmt::runtime(words_.second_terminal), fmt::arg("cost", cost));
    return fmt::format(fmt::runtime(words_.second_path), fmt::arg("medium", medium_text(path.first_medium())),
                       fmt::arg("to", path.links.front().to), fmt::arg("km", decimal(path.length_km())),
                       fmt::arg("cost", cost));
  }
};

/// Whether the part's own link carries as much: one line is enough for both.
bool is_told_by_its_link(const analysis::PlanPart& part, const std::vector<analysis::PlanPart>& parts) {
  return !part.link && std::ranges::any_of(parts, [&](const analysis::PlanPart& other) {
    return other.link && other.site_id == part.site_id && other.loss.hamlets == part.loss.hamlets;
  });
}

}  // namespace

std::string plan_resilience_summary(const PlanData& data) {
  if (data.parts.empty() || data.parts.front().loss.hamlets.empty()) return "";
  const PartWriter writer(data.scenario.options.report.language);
  std::string text = writer.title();
  std::size_t told = 0;
  for (const analysis::PlanPart& part : data.parts) {
    if (part.loss.hamlets.empty() || told == kPartsTold) break;
    if (is_told_by_its_link(part, data.parts)) continue;
    text += writer.line(part);
    ++told;
  }
  return text;
}

}  // namespace phusong::report
