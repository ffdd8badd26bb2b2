#include "sim/report/sunset/sunset_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "tests/report/wording_forms.h"

using namespace phusong;
using report::sunset_wording;
using report::SunsetWording;

namespace {

using SunsetForm = tests::Form<SunsetWording>;

/// Every text of a sunset's summary, and what is put into it.
const std::array kSunsetForms = {
    SunsetForm{&SunsetWording::finished, {"technology", "cells", "quarter", "period", "periods"}},
    SunsetForm{&SunsetWording::finished_bound, {"bound"}},
    SunsetForm{&SunsetWording::not_finished, {"technology", "off", "cells", "left", "bound"}},
    SunsetForm{&SunsetWording::nothing_to_do, {"technology"}},
    SunsetForm{&SunsetWording::crews, {"periods"}},
    SunsetForm{&SunsetWording::crews_too_few, {"periods"}},
    SunsetForm{&SunsetWording::refarmed, {"carriers", "to", "frequency"}},
    SunsetForm{&SunsetWording::no_band, {"technology", "frequency"}},
    SunsetForm{&SunsetWording::handsets, {"handsets", "cost"}},
    SunsetForm{&SunsetWording::nobody_cut},
    SunsetForm{&SunsetWording::cut, {"handsets"}},
    SunsetForm{&SunsetWording::held_back, {"hamlets"}},
    SunsetForm{&SunsetWording::held_back_one, {"hamlet", "name", "operator", "service", "share", "floor", "cells"}},
    SunsetForm{&SunsetWording::remedy_handsets, {"handsets", "cost"}},
    SunsetForm{&SunsetWording::remedy_equipment, {"site", "handsets", "cost"}},
    SunsetForm{&SunsetWording::no_remedy},
    SunsetForm{&SunsetWording::more, {"count"}},
    SunsetForm{&SunsetWording::voice},
    SunsetForm{&SunsetWording::data},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(SunsetWording) == kSunsetForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of a sunset has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const SunsetForm& form : kSunsetForms)
      tests::check_form(sunset_wording(language).*form.text, form.holes);
  }
  CHECK(&sunset_wording("fr") == &sunset_wording("en"));
}
