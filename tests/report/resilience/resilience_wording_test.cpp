#include "sim/report/resilience/resilience_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "../wording_forms.h"

using namespace phusong::report;
using phusong::tests::check_form;

namespace {

using ResilienceForm = phusong::tests::Form<ResilienceWording>;

/// Every text of the failures, and what is put into it.
const std::array kResilienceForms = {
    ResilienceForm{&ResilienceWording::title},
    ResilienceForm{&ResilienceWording::nothing_lost},
    ResilienceForm{&ResilienceWording::site, {"id", "name"}},
    ResilienceForm{&ResilienceWording::fibre, {"id", "name", "masts"}},
    ResilienceForm{&ResilienceWording::grid, {"id", "hours", "masts"}},
    ResilienceForm{&ResilienceWording::loss, {"operator", "hamlets", "people"}},
    ResilienceForm{&ResilienceWording::any_operator, {"hamlets", "people"}},
    ResilienceForm{&ResilienceWording::plan_title},
    ResilienceForm{&ResilienceWording::station, {"id", "masts", "hamlets", "people"}},
    ResilienceForm{&ResilienceWording::relay, {"id", "masts", "hamlets", "people"}},
    ResilienceForm{&ResilienceWording::link, {"id", "to", "medium", "km", "masts", "hamlets", "people"}},
    ResilienceForm{&ResilienceWording::second_path, {"medium", "to", "km", "cost"}},
    ResilienceForm{&ResilienceWording::second_terminal, {"cost"}},
    ResilienceForm{&ResilienceWording::fibre_medium},
    ResilienceForm{&ResilienceWording::microwave},
    ResilienceForm{&ResilienceWording::satellite},
    ResilienceForm{&ResilienceWording::site_label},
    ResilienceForm{&ResilienceWording::fibre_label},
    ResilienceForm{&ResilienceWording::grid_label},
    ResilienceForm{&ResilienceWording::people_between, {"least", "most"}},
    ResilienceForm{&ResilienceWording::people_from, {"least"}},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(ResilienceWording) == kResilienceForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of the failures has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const ResilienceForm& form : kResilienceForms)
      check_form(resilience_wording(language).*form.text, form.holes);
  }
}

TEST_CASE("the two languages of the failures share no text") {
  for (const ResilienceForm& form : kResilienceForms)
    CHECK(resilience_wording("vi").*form.text != resilience_wording("en").*form.text);
}
