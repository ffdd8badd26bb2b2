#include "sim/report/plan/plan_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "../wording_forms.h"

using namespace phusong::report;
using phusong::tests::check_form;

namespace {

using Form = phusong::tests::Form<PlanWording>;

/// Every text of a plan, and what is put into it.
const std::array kForms = {
    Form{&PlanWording::off_terrain},
    Form{&PlanWording::no_candidate},
    Form{&PlanWording::only_part},
    Form{&PlanWording::not_needed},
    Form{&PlanWording::no_budget},
    Form{&PlanWording::no_fibre},
    Form{&PlanWording::chosen_for_less, {"amount"}},
    Form{&PlanWording::links_cost_more, {"amount"}},
    Form{&PlanWording::no_roads, {"count"}},
    Form{&PlanWording::dear_years, {"count", "amount"}},
    Form{&PlanWording::candidate_off_terrain, {"id"}},
    Form{&PlanWording::site_off_terrain, {"id"}},
    Form{&PlanWording::title},
    Form{&PlanWording::stations},
    Form{&PlanWording::masts},
    Form{&PlanWording::relays},
    Form{&PlanWording::poles},
    Form{&PlanWording::upgrades},
    Form{&PlanWording::costs},
    Form{&PlanWording::item},
    Form{&PlanWording::quantity},
    Form{&PlanWording::capex},
    Form{&PlanWording::opex},
    Form{&PlanWording::total},
    Form{&PlanWording::hamlets},
    Form{&PlanWording::people},
    Form{&PlanWording::before},
    Form{&PlanWording::after},
    Form{&PlanWording::bound, {"objective", "bound", "gap"}},
    Form{&PlanWording::full_bound, {"objective", "bound", "gap"}},
    Form{&PlanWording::broadband, {"links", "km"}},
    Form{&PlanWording::broadband_bound, {"objective", "bound", "gap"}},
    Form{&PlanWording::unserved},
    Form{&PlanWording::more, {"count"}},
    Form{&PlanWording::not_reached},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(PlanWording) == kForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of a plan has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const Form& form : kForms)
      check_form(plan_wording(language).*form.text, form.holes);
  }
}

TEST_CASE("the two languages of a plan share no text") {
  for (const Form& form : kForms)
    CHECK(plan_wording("vi").*form.text != plan_wording("en").*form.text);
}
