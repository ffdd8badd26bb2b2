#include "sim/report/link/link_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/link/link_wording.h"
#include "tests/analysis/link/link_world.h"

using namespace phusong;

TEST_CASE("every term of every model has words in both languages, and no two terms of a link share a name") {
  scenario::Scenario scenario = tests::link_scenario();
  scenario.options.service.indoor = true;
  for (const propagation::Model model : propagation::kModels) {
    scenario.options.propagation.settings.model = model;
    scenario.options.propagation.settings.time_percent = model == propagation::Model::kP1812 ? 10.0 : 50.0;
    const auto budget = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
    std::vector<std::string_view> names;
    for (const analysis::LinkTerm& term : budget.terms) {
      CHECK_FALSE(report::term_words(term.name, "vi").empty());
      CHECK_FALSE(report::term_words(term.name, "en").empty());
      CHECK_FALSE(term.source.empty());
      if (const auto* text = std::get_if<std::string_view>(&term.value))
        CHECK_FALSE(report::value_words(*text, "vi").empty());
      CHECK(std::ranges::find(names, term.name) == names.end());
      names.push_back(term.name);
    }
  }
}

TEST_CASE("a name that is no term has no words") {
  CHECK_THROWS_AS(report::term_words("nonsense", "vi"), std::out_of_range);
}

TEST_CASE("every kind of remark has a name and a text with its detail") {
  using Kind = analysis::LinkRemarkKind;
  for (int i = static_cast<int>(Kind::kBeyondRange); i <= static_cast<int>(Kind::kHopWorks); ++i) {
    const analysis::LinkRemark remark{.kind = static_cast<Kind>(i), .detail = "7 km"};
    CHECK_FALSE(report::name_of(remark.kind).empty());
    CHECK(report::remark_text(remark, "vi") != report::remark_text(remark, "en"));
  }
  CHECK(report::remark_text({Kind::kBeyondRange, "7 km"}, "en").find("(7 km)") != std::string::npos);
}

TEST_CASE("JSON and text of a link say the same values") {
  const scenario::Scenario scenario = tests::link_scenario();
  const auto budget = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
  const auto json = nlohmann::json::parse(report::link_json(budget, "vi"));
  const std::string text = report::link_text(budget, "vi");
  CHECK(text.find("Thôn Lũng Chì (H1)") != std::string::npos);
  REQUIRE(json["terms"].size() == budget.terms.size());
  for (const auto& term : json["terms"]) {
    CHECK(text.find(term["term"].get<std::string>()) != std::string::npos);
    CHECK(text.find(term["source"].get<std::string>()) != std::string::npos);
    CHECK(text.find(term["meaning"].get<std::string>()) != std::string::npos);
    if (term["unit"] == "dB" && term["value"].is_number())
      CHECK(text.find(fmt::format("{:.2f}", term["value"].get<double>())) != std::string::npos);
  }
  CHECK(json["points"].size() == 19);
  CHECK(json["profiles"].size() == 1);
  CHECK(json["profiles"][0]["distance_km"].size() == budget.profiles[0].samples.size());
}

TEST_CASE("an end without a name is told by its position and height") {
  scenario::Scenario scenario = tests::link_scenario();
  const auto budget = analysis::point_link(scenario, tests::hills(),
                                           {.from = scenario.crs.to_lon_lat(tests::at(1000.0, 1000.0)),
                                            .to = scenario.crs.to_lon_lat(tests::at(5000.0, 1000.0)),
                                            .from_height_m = 42.0,
                                            .to_height_m = 1.5,
                                            .frequency_mhz = 900.0});
  CHECK(report::title_of(budget).find("42 m →") != std::string::npos);
  CHECK(report::title_of(budget).ends_with("1.5 m"));
}
