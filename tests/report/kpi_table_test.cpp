#include "sim/report/kpi_table.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "sim/report/kpi.h"
#include "table_values.h"
#include "tiny_run.h"

using namespace phusong;
using report::kpi_table;
using tests::is_nothing;
using tests::number;
using tests::text;
using tests::value;
using tests::whole;
using Json = nlohmann::json;

TEST_CASE("kpi.csv has a row for the whole and each area of every level") {
  tests::TinyRun tiny;
  tiny.scenario.network.hamlets[0].commune_old = "Sủng Là";
  tiny.add_up();
  const gis::OutputTable table = kpi_table(tiny.data());
  std::vector<std::string> levels;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    levels.push_back(text(table, row, "level"));
  CHECK(levels == std::vector<std::string>{"total", "province", "district", "district", "commune", "commune",
                                           "commune_old", "commune_old", "commune_old"});
  CHECK(is_nothing(value(table, 0, "province")));
  CHECK(text(table, 3, "district") == "Nam");
  CHECK(text(table, 7, "commune_old") == "Sủng Là");
  CHECK(text(table, 7, "commune") == "Tả Lủng");
}

TEST_CASE("the numbers of kpi.csv are those of kpi.json") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.per_commune_min_share = 0.5;
  const gis::OutputTable table = kpi_table(tiny.data());
  const Json kpi = Json::parse(report::kpi_json(tiny.data()));
  const Json& commune = kpi["communes"][0];
  constexpr std::size_t kRow = 4;
  CHECK(whole(table, kRow, "hamlets") == commune["hamlets"]);
  CHECK(number(table, kRow, "smartphone_share").value == commune["smartphone_share"]);
  CHECK(number(table, kRow, "mobile_broadband_share").value == commune["mobile_broadband_share"]);
  CHECK(whole(table, kRow, "new_countryside_hamlets_missing") == commune["new_countryside"]["hamlets_missing"]);
  CHECK(whole(table, kRow, "new_countryside_met") == 0);
  CHECK(text(table, kRow, "target_kind") == commune["targets"][0]["kind"]);
  CHECK(whole(table, kRow, "target_hamlets_missing") == commune["targets"][0]["hamlets_missing"]);
  CHECK(whole(table, kRow, "per_commune_min_reached") == commune["targets"][1]["reached"]);
  CHECK(is_nothing(value(table, 0, "per_commune_min_reached")));
  const Json& counts = commune["coverage"]["any"]["4G"];
  CHECK(whole(table, kRow, "any_4g_hamlets_hollow") == counts["hamlets_hollow"]);
  CHECK(number(table, kRow, "any_4g_people_reached").value == counts["people_reached"]);
  CHECK(whole(table, kRow, "Viettel_any_technology_hamlets_covered") == 1);
}

TEST_CASE("a budget leaves the columns of a target empty, and no column has its name twice") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.target.hamlet_share.reset();
  tiny.scenario.options.plan.target.budget_million_vnd = 1000.0;
  const gis::OutputTable table = kpi_table(tiny.data());
  for (const char* const column : {"target_kind", "target_share", "target_needed", "target_met"})
    CHECK(is_nothing(value(table, 0, column)));
  std::set<std::string> names;
  for (const gis::Column& column : table.columns)
    CHECK(names.insert(column.name).second);
}
