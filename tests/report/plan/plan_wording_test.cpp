#include "sim/report/plan/plan_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "../wording_forms.h"

using namespace phusong::report;
using phusong::tests::check_form;

namespace {

using PlanForm = phusong::tests::Form<PlanWording>;

/// Every text of a plan, and what is put into it.
const std::array kPlanForms = {
    PlanForm{&PlanWording::off_terrain},
    PlanForm{&PlanWording::no_candidate},
    PlanForm{&PlanWording::only_part},
    PlanForm{&PlanWording::not_needed},
    PlanForm{&PlanWording::no_budget},
    PlanForm{&PlanWording::no_fibre},
    PlanForm{&PlanWording::chosen_for_less, {"amount"}},
    PlanForm{&PlanWording::links_cost_more, {"amount"}},
    PlanForm{&PlanWording::no_roads, {"count"}},
    PlanForm{&PlanWording::dear_years, {"count", "amount"}},
    PlanForm{&PlanWording::unspent_years, {"count", "amount", "year", "spent"}},
    PlanForm{&PlanWording::candidate_off_terrain, {"id"}},
    PlanForm{&PlanWording::site_off_terrain, {"id"}},
    PlanForm{&PlanWording::title},
    PlanForm{&PlanWording::stations},
    PlanForm{&PlanWording::masts},
    PlanForm{&PlanWording::relays},
    PlanForm{&PlanWording::poles},
    PlanForm{&PlanWording::upgrades},
    PlanForm{&PlanWording::costs},
    PlanForm{&PlanWording::item},
    PlanForm{&PlanWording::quantity},
    PlanForm{&PlanWording::capex},
    PlanForm{&PlanWording::opex},
    PlanForm{&PlanWording::total},
    PlanForm{&PlanWording::hamlets},
    PlanForm{&PlanWording::people},
    PlanForm{&PlanWording::before},
    PlanForm{&PlanWording::after},
    PlanForm{&PlanWording::bound, {"objective", "bound", "gap"}},
    PlanForm{&PlanWording::full_bound, {"objective", "bound", "gap"}},
    PlanForm{&PlanWording::broadband, {"links", "km"}},
    PlanForm{&PlanWording::broadband_bound, {"objective", "bound", "gap"}},
    PlanForm{&PlanWording::unserved},
    PlanForm{&PlanWording::more, {"count"}},
    PlanForm{&PlanWording::not_reached},
    PlanForm{&PlanWording::confidence, {"probability", "asked", "draws", "checked"}},
    PlanForm{&PlanWording::confidence_costs, {"probability", "by_medians", "difference", "years"}},
    PlanForm{&PlanWording::confidence_margins, {"count", "margin"}},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(PlanWording) == kPlanForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of a plan has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const PlanForm& form : kPlanForms)
      check_form(plan_wording(language).*form.text, form.holes);
  }
}

TEST_CASE("the two languages of a plan share no text") {
  for (const PlanForm& form : kPlanForms)
    CHECK(plan_wording("vi").*form.text != plan_wording("en").*form.text);
}
