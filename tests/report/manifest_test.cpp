#include "sim/report/manifest.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "../gis/temporary_folder.h"
#include "sim/version.h"
#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;
using nlohmann::json;

namespace {

/// Two by two cells, one of them without data.
gis::Terrain tiny_terrain() {
  return {{.left_m = 0.0, .top_m = 60.0, .cell_size_m = 30.0, .columns = 2, .rows = 2},
          {100.0F, 101.0F, 102.0F, std::nanf("")}};
}

}  // namespace

TEST_CASE("the identity of a run names the program, each input by its digest, and every option") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "sites.csv") << "abc";
  tests::TinyRun tiny;
  tiny.scenario.inputs = {{"network.sites", "data/sites.csv", folder.path() / "sites.csv"}};
  const json identity = json::parse(run_identity(tiny.scenario));
  CHECK(identity["program"] == "phusong");
  CHECK(identity["version"] == kVersion);
  CHECK_FALSE(identity["instruction_set"].get<std::string>().empty());
  REQUIRE(identity["inputs"].size() == 1);
  CHECK(identity["inputs"][0]["path"] == "data/sites.csv");
  CHECK(identity["inputs"][0]["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(identity["options"].size() == effective_options(tiny.scenario.options).size());
  CHECK(identity["options"]["scenario.name"] == "tiny");
}

TEST_CASE("another option or another byte of an input makes another run") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "sites.csv") << "abc";
  tests::TinyRun tiny;
  tiny.scenario.inputs = {{"network.sites", "sites.csv", folder.path() / "sites.csv"}};
  const std::string before = run_identity(tiny.scenario);
  CHECK(run_identity(tiny.scenario) == before);
  std::ofstream(folder.path() / "sites.csv") << "abd";
  CHECK(run_identity(tiny.scenario) != before);
  std::ofstream(folder.path() / "sites.csv") << "abc";
  tiny.scenario.options.propagation.receiver_height_m += 0.5;
  CHECK(run_identity(tiny.scenario) != before);
}

TEST_CASE("a manifest adds counts and warnings to the identity, which can be taken out of it again") {
  const tests::TinyRun tiny;
  const std::string identity = run_identity(tiny.scenario);
  const std::string manifest = manifest_json(identity, tiny.data(), tiny_terrain());
  CHECK(identity_of_manifest(manifest) == identity);
  const json whole = json::parse(manifest);
  CHECK(whole["counts"]["hamlets"] == 4);
  CHECK(whole["counts"]["hamlets_off_terrain"] == 1);
  CHECK(whole["counts"]["terrain_columns"] == 2);
  CHECK(whole["counts"]["terrain_voids"] == 1);
  CHECK(whole["warnings"].size() == 3);
  CHECK(whole["warnings"][0] == "hamlets.csv: các cột không rõ nghĩa, được chép sang kết quả: x");
}

TEST_CASE("a text that is no UTF-8 does not keep a manifest from being written") {
  tests::TinyRun tiny;
  tiny.scenario.options.report.language = "en";
  tiny.scenario.notes = {{.kind = gis::InputNote::Kind::kColumnsCarried, .file = "tiny/sites.csv", .names = "'\xE1'"}};
  const json manifest = json::parse(manifest_json(run_identity(tiny.scenario), tiny.data(), tiny_terrain()));
  CHECK(manifest["warnings"][0] == "sites.csv: columns not known, carried through: '\xEF\xBF\xBD'");
}
