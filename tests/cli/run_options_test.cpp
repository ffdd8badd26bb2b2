#include "sim/cli/run_options.h"

#include <doctest/doctest.h>

#include <fstream>

#include "../gis/temporary_folder.h"
#include "sim/cli/exit_code.h"

using namespace phusong;
using namespace phusong::cli;

namespace {

scenario::Scenario scenario_with(const std::filesystem::path& input) {
  return {.folder = "tiny",
          .options = {},
          .crs = gis::WorkingCrs("EPSG:9209"),
          .terrain_source = {},
          .network = {},
          .inputs = {{"network.sites", "sites.csv", input}},
          .notes = {}};
}

}  // namespace

TEST_CASE("an existing folder is refused unless told what to do with it") {
  const tests::TemporaryFolder temporary;
  const std::string folder = temporary.path().string();
  CHECK_NOTHROW(check_output({}, folder));  // empty
  std::ofstream(temporary.path() / "hamlets.csv") << "x";
  CHECK_THROWS_AS(check_output({}, folder), UsageError);
  CHECK_NOTHROW(check_output({.overwrite = true}, folder));
  CHECK_NOTHROW(check_output({.resume = true}, folder));
  CHECK_THROWS_AS(check_output({.overwrite = true, .resume = true}, folder), UsageError);
  CHECK_NOTHROW(check_output({}, folder + "/new"));
}

TEST_CASE("a file is never taken for the folder") {
  const tests::TemporaryFolder temporary;
  const std::string file = (temporary.path() / "file").string();
  std::ofstream(file) << "x";
  CHECK_THROWS_AS(check_output({.overwrite = true}, file), UsageError);
}

TEST_CASE("results never go where an input is") {
  const tests::TemporaryFolder temporary;
  const report::RunFolder folder(temporary.path());
  CHECK_THROWS_AS(open_run_folder(folder, {.overwrite = true}, scenario_with(temporary.path() / "sites.csv"), "{}"),
                  UsageError);
  CHECK_NOTHROW(open_run_folder(folder, {.overwrite = true}, scenario_with("/elsewhere/sites.csv"), "{}"));
}

TEST_CASE("a run is resumed only where nothing it rests on has changed") {
  const tests::TemporaryFolder temporary;
  const report::RunFolder folder(temporary.path() / "run");
  const scenario::Scenario scenario = scenario_with("/elsewhere/sites.csv");
  open_run_folder(folder, {}, scenario, "{\"version\": 1}");
  CHECK_NOTHROW(open_run_folder(folder, {.resume = true}, scenario, "{\"version\": 1}"));
  CHECK_THROWS_AS(open_run_folder(folder, {.resume = true}, scenario, "{\"version\": 2}"), UsageError);
  CHECK_NOTHROW(open_run_folder(folder, {.overwrite = true}, scenario, "{\"version\": 2}"));
}
