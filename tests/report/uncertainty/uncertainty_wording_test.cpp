#include "sim/report/uncertainty/uncertainty_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "tests/report/wording_forms.h"

using namespace phusong;
using report::uncertainty_wording;
using report::UncertaintyWording;

namespace {

using UncertaintyForm = tests::Form<UncertaintyWording>;

/// Every text of the summary, and what is put into it.
const std::array kUncertaintyForms = {
    UncertaintyForm{&UncertaintyWording::title, {"draws", "seed"}},
    UncertaintyForm{&UncertaintyWording::as_it_stands, {"operator"}},
    UncertaintyForm{&UncertaintyWording::plan_before},
    UncertaintyForm{&UncertaintyWording::plan_after},
    UncertaintyForm{&UncertaintyWording::period, {"period"}},
    UncertaintyForm{&UncertaintyWording::share, {"state", "low", "middle", "high"}},
    UncertaintyForm{&UncertaintyWording::target, {"probability"}},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(UncertaintyWording) == kUncertaintyForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of the uncertainty has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const UncertaintyForm& form : kUncertaintyForms)
      tests::check_form(uncertainty_wording(language).*form.text, form.holes);
  }
  CHECK(&uncertainty_wording("fr") == &uncertainty_wording("en"));
}
