#include "sim/report/batch_table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/gis/temporary_folder.h"
#include "tests/report/wording_forms.h"

namespace phusong::report {
namespace {

void write_run(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "manifest.json") << R"({"program": "phusong", "version": "1", "options": {}})";
  std::ofstream(folder / "timings.json") << R"({"seconds": 12.34})";
  std::ofstream(folder / "kpi.json") << R"({
    "plan": {"reached": false, "capex_million_vnd": 6460.66, "gap": 0.0125}, "sunset": null,
    "total": {"targets": [], "plan": {"hamlets_served": 43}}})";
}

}  // namespace

TEST_CASE("a run that has ended gives its figures, and one that failed what it said") {
  const tests::TemporaryFolder folder;
  write_run(folder.path() / "plan a");
  const BatchRow missed = batch_row(folder.path() / "plan a", 4, 99.0, "warning: far away\n");
  CHECK(missed.name == "plan a");
  CHECK(missed.seconds == 12.34);
  CHECK(missed.reached == false);
  CHECK(missed.hamlets_covered == 43);
  CHECK(missed.cost_million_vnd == 6460.66);
  CHECK(missed.gap == 0.0125);
  CHECK(missed.message == "the target is not reached");
  CHECK(batch_row(folder.path() / "plan a", 0, 99.0, "").message.empty());

  const BatchRow failed = batch_row(folder.path() / "no", 3, 0.5,
                                    "note: x\nwarning: y\nsites.csv:3: mast_height_m = 'a'\nsites.csv:4: b\n");
  CHECK(failed.message == "sites.csv:3: mast_height_m = 'a' | sites.csv:4: b");
  CHECK(failed.seconds == 0.5);
  CHECK_FALSE(failed.reached);
}

TEST_CASE("a long message is cut between two letters") {
  std::string said(599, 'x');
  for (int i = 0; i < 50; ++i)
    said += "ề";
  const BatchRow row = batch_row("no", 1, 0.0, said);
  CHECK(row.message == std::string(599, 'x') + "…");
}

TEST_CASE("batch.csv has the columns that are promised, empty where nothing is known") {
  const tests::TemporaryFolder folder;
  std::vector<BatchRow> rows(2);
  rows[0] = {.name = "a",
             .exit_code = 0,
             .seconds = 2.04,
             .reached = true,
             .hamlets_covered = 43,
             .cost_million_vnd = 6460.66,
             .gap = 0.0125,
             .message = ""};
  rows[1] = {.name = "b", .message = "not run yet"};
  write_batch_table(folder.path() / "batch.csv", rows);
  std::ifstream file(folder.path() / "batch.csv");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  CHECK(text ==
        "\xEF\xBB\xBFname,exit_code,seconds,reached,hamlets_covered,cost_million_vnd,gap,message\n"
        "a,0,2.0,true,43,6460.66,0.012500,\nb,,,,,,,not run yet\n");
  const auto json = batch_json(rows);
  CHECK(json[0].at("gap") == 0.0125);
  CHECK(json[1].at("exit_code").is_null());
  const std::string summary = batch_summary(rows);
  CHECK(tests::contains(summary, "2 runs: 1 done, 0 without reaching the target, 0 failed, 1 not run to their end"));
}

}  // namespace phusong::report
