#include "sim/report/wording.h"

#include <doctest/doctest.h>

#include <array>

#include "wording_forms.h"

using namespace phusong::report;
using phusong::tests::check_form;

namespace {

using ReportForm = phusong::tests::Form<Wording>;

/// Every text that the report has, and what is put into it.
const std::array kReportForms = {
    ReportForm{&Wording::only_by_gap_paths},
    ReportForm{&Wording::off_terrain},
    ReportForm{&Wording::mast, {"id", "name"}},
    ReportForm{&Wording::hamlet, {"id", "name"}},
    ReportForm{&Wording::mast_off_terrain},
    ReportForm{&Wording::hamlet_off_terrain},
    ReportForm{&Wording::beside_terrain},
    ReportForm{&Wording::hamlets_and_people, {"", ""}},
    ReportForm{&Wording::covered},
    ReportForm{&Wording::hollow},
    ReportForm{&Wording::white},
    ReportForm{&Wording::unknown},
    ReportForm{&Wording::people_covered},
    ReportForm{&Wording::outdoor},
    ReportForm{&Wording::vehicle},
    ReportForm{&Wording::indoor},
    ReportForm{&Wording::or_word},
    ReportForm{&Wording::and_word},
    ReportForm{&Wording::hamlet_target, {"share", "technologies", "needed", "reached", "missing"}},
    ReportForm{&Wording::population_target, {"share", "technologies", "needed", "reached", "missing"}},
    ReportForm{&Wording::broadband_target, {"share", "needed", "reached", "missing"}},
    ReportForm{&Wording::quality_is_no_verdict},
    ReportForm{&Wording::calibrated, {"file"}},
    ReportForm{&Wording::written_to},
    ReportForm{&Wording::page_in_browser},
    ReportForm{&Wording::look_at_it},
    ReportForm{&Wording::warnings},
    ReportForm{&Wording::comma_tables},
    ReportForm{&Wording::semicolon_tables},
    ReportForm{&Wording::thousands_mark},
};
// A text that is added without a line here would not be looked at. The decimal mark takes a place of its own.
static_assert(sizeof(Wording) == kReportForms.size() * sizeof(std::string_view) + alignof(std::string_view));

}  // namespace

TEST_CASE("every text of the report has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const ReportForm& form : kReportForms)
      check_form(wording(language).*form.text, form.holes);
  }
}

TEST_CASE("the two languages share no text") {
  for (const ReportForm& form : kReportForms)
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
