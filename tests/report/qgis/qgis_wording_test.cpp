#include "sim/report/qgis/qgis_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "../wording_forms.h"

using namespace phusong::report;

namespace {

using QgisForm = phusong::tests::Form<QgisWording>;

/// Every text of the project, and what is put into it.
const std::array kQgisForms = {
    QgisForm{&QgisWording::terrain},
    QgisForm{&QgisWording::coverage},
    QgisForm{&QgisWording::hamlets},
    QgisForm{&QgisWording::network},
    QgisForm{&QgisWording::plan},
    QgisForm{&QgisWording::sunset},
    QgisForm{&QgisWording::resilience},
    QgisForm{&QgisWording::uncertainty},
    QgisForm{&QgisWording::hamlet_status},
    QgisForm{&QgisWording::hamlet_status_of, {"technology"}},
    QgisForm{&QgisWording::sites},
    QgisForm{&QgisWording::cells},
    QgisForm{&QgisWording::links},
    QgisForm{&QgisWording::stations},
    QgisForm{&QgisWording::backhaul},
    QgisForm{&QgisWording::cells_by_period},
    QgisForm{&QgisWording::switch_off},
    QgisForm{&QgisWording::level, {"technology", "quantity"}},
    QgisForm{&QgisWording::probability, {"technology"}},
    QgisForm{&QgisWording::best_server, {"technology"}},
    QgisForm{&QgisWording::overlap, {"technology"}},
    QgisForm{&QgisWording::ratio, {"technology", "quantity"}},
    QgisForm{&QgisWording::throughput, {"technology"}},
    QgisForm{&QgisWording::terrain_gaps},
    QgisForm{&QgisWording::any_operator},
    QgisForm{&QgisWording::coverage_theme, {"technology"}},
    QgisForm{&QgisWording::coverage_theme_of, {"technology", "operator"}},
    QgisForm{&QgisWording::hamlet_theme},
    QgisForm{&QgisWording::plan_theme},
    QgisForm{&QgisWording::sunset_theme},
    QgisForm{&QgisWording::switch_off_theme},
    QgisForm{&QgisWording::resilience_theme},
    QgisForm{&QgisWording::uncertainty_theme},
    QgisForm{&QgisWording::quality_theme, {"technology"}},
    QgisForm{&QgisWording::on_air},
    QgisForm{&QgisWording::planned},
    QgisForm{&QgisWording::candidate},
    QgisForm{&QgisWording::off},
    QgisForm{&QgisWording::existing_fibre},
    QgisForm{&QgisWording::existing_microwave},
    QgisForm{&QgisWording::existing_satellite},
    QgisForm{&QgisWording::existing_link},
    QgisForm{&QgisWording::new_mast},
    QgisForm{&QgisWording::pole},
    QgisForm{&QgisWording::upgrade},
    QgisForm{&QgisWording::fibre_to_hamlet},
    QgisForm{&QgisWording::fibre},
    QgisForm{&QgisWording::microwave},
    QgisForm{&QgisWording::satellite},
    QgisForm{&QgisWording::stays},
    QgisForm{&QgisWording::exempt},
    QgisForm{&QgisWording::goes},
    QgisForm{&QgisWording::left},
    QgisForm{&QgisWording::refarmed},
    QgisForm{&QgisWording::swap},
    QgisForm{&QgisWording::covered_seldom},
    QgisForm{&QgisWording::covered_sometimes},
    QgisForm{&QgisWording::covered_often},
    QgisForm{&QgisWording::step},
    QgisForm{&QgisWording::year},
    QgisForm{&QgisWording::reason},
    QgisForm{&QgisWording::cheapest_fix},
    QgisForm{&QgisWording::legend},
    QgisForm{&QgisWording::state_at, {"period"}},
    QgisForm{&QgisWording::source, {"scenario", "operator", "model"}},
    QgisForm{&QgisWording::crs_note, {"crs"}},
    QgisForm{&QgisWording::synthetic_note},
    QgisForm{&QgisWording::verdict_note},
    QgisForm{&QgisWording::quality_note},
    QgisForm{&QgisWording::plan_note},
    QgisForm{&QgisWording::assumed_costs_note},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(QgisWording) == kQgisForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of the project has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const QgisForm& form : kQgisForms)
      phusong::tests::check_form(qgis_wording(language).*form.text, form.holes);
  }
}

TEST_CASE("columns have names in the report's language, those of a technology too; a user's own keep theirs") {
  CHECK(field_alias("population", "vi") == "Dân số");
  CHECK(field_alias("population", "en") == "Population");
  CHECK(field_alias("4g_status", "vi") == "4G: trạng thái");
  CHECK(field_alias("my_column", "vi").empty());
}
