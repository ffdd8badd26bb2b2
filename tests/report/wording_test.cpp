#include "sim/report/wording.h"

#include <doctest/doctest.h>

#include <array>

#include "wording_forms.h"

using namespace phusong::report;
using phusong::tests::check_form;

namespace {

using Form = phusong::tests::Form<Wording>;

/// Every text that the report has, and what is put into it.
const std::array kForms = {
    Form{&Wording::only_by_gap_paths},
    Form{&Wording::off_terrain},
    Form{&Wording::hamlets_and_people, {"", ""}},
    Form{&Wording::covered},
    Form{&Wording::hollow},
    Form{&Wording::white},
    Form{&Wording::unknown},
    Form{&Wording::people_covered},
    Form{&Wording::or_word},
    Form{&Wording::and_word},
    Form{&Wording::hamlet_target, {"share", "technologies", "needed", "reached", "missing"}},
    Form{&Wording::population_target, {"share", "technologies", "needed", "reached", "missing"}},
    Form{&Wording::broadband_target, {"share", "needed", "reached", "missing"}},
    Form{&Wording::written_to},
    Form{&Wording::look_at_it},
    Form{&Wording::warnings},
    Form{&Wording::comma_tables},
    Form{&Wording::semicolon_tables},
    Form{&Wording::thousands_mark},
};
// A text that is added without a line here would not be looked at. The decimal mark takes a place of its own.
static_assert(sizeof(Wording) == kForms.size() * sizeof(std::string_view) + alignof(std::string_view));

}  // namespace

TEST_CASE("every text of the report has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const Form& form : kForms)
      check_form(wording(language).*form.text, form.holes);
  }
}

TEST_CASE("the two languages share no text") {
  for (const Form& form : kForms)
    CHECK(wording("vi").*form.text != wording("en").*form.text);
}

TEST_CASE("what is no language of the report is English") {
  CHECK(&wording("fr") == &wording("en"));
  CHECK(&wording("vi") != &wording("en"));
}

TEST_CASE("a share is a percentage with the decimal mark of its language") {
  CHECK(percent_text(0.985, wording("vi")) == "98,5 %");
  CHECK(percent_text(0.985, wording("en")) == "98.5 %");
  CHECK(percent_text(1.0, wording("vi")) == "100 %");
  CHECK(percent_text(0.0, wording("en")) == "0 %");
}
