#include "sim/report/plan/plan_notes.h"

#include <fmt/format.h>

#include "sim/report/plan/plan_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

std::string_view form_of(planning::PlanNote::Kind kind, const PlanWording& words) {
  using Kind = planning::PlanNote::Kind;
  switch (kind) {
    case Kind::kChosenForLess:
      return words.chosen_for_less;
    case Kind::kLinksCostMore:
      return words.links_cost_more;
    case Kind::kNoRoads:
      return words.no_roads;
    case Kind::kDearYears:
      return words.dear_years;
    case Kind::kUnspentYears:
      return words.unspent_years;
    case Kind::kCandidateOffTerrain:
      return words.candidate_off_terrain;
    case Kind::kSiteOffTerrain:
      return words.site_off_terrain;
  }
  return "";
}

}  // namespace

std::vector<std::string> note_texts(const PlanData& data) {
  const std::string& language = data.scenario.options.report.language;
  const Wording& numbers = wording(language);
  std::vector<std::string> texts;
  for (const planning::PlanNote& note : data.outcome().notes) {
    texts.push_back(
        fmt::format(fmt::runtime(form_of(note.kind, plan_wording(language))),
                    fmt::arg("count", number_text(static_cast<std::int64_t>(note.count), numbers)),
                    fmt::arg("amount", decimal_text(note.million_vnd, 1, numbers)), fmt::arg("year", note.year),
                    fmt::arg("spent", decimal_text(note.spent_million_vnd, 1, numbers)), fmt::arg("id", note.id)));
  }
  return texts;
}

}  // namespace phusong::report
