#include "sim/report/run_folder.h"

#include <doctest/doctest.h>

#include <fstream>

#include "../gis/temporary_folder.h"

using namespace phusong;
using report::RunFolder;

TEST_CASE("a run knows what it is a run of, before and after it is complete") {
  const tests::TemporaryFolder temporary;
  const RunFolder folder(temporary.path() / "run");
  CHECK_FALSE(folder.holds_anything());
  std::filesystem::create_directories(folder.path());
  std::ofstream(folder.path() / ".lock").close();
  CHECK_FALSE(folder.holds_anything());
  CHECK_FALSE(folder.identity().has_value());
  const std::string identity = "{\n \"program\": \"phusong\"\n}\n";
  folder.begin(identity);
  CHECK(folder.identity() == identity);
  CHECK_FALSE(folder.is_complete());
  folder.complete("{\"program\": \"phusong\", \"counts\": {\"paths\": 3}, \"warnings\": []}");
  CHECK(folder.is_complete());
  CHECK(folder.identity() == identity);
}

TEST_CASE("clearing a run leaves what is not of a run") {
  const tests::TemporaryFolder temporary;
  const RunFolder folder(temporary.path());
  folder.begin("{}");
  std::filesystem::create_directories(temporary.path() / "coverage" / "any");
  std::ofstream(temporary.path() / "hamlets.csv") << "old";
  std::ofstream(temporary.path() / "notes.txt") << "mine";
  folder.clear();
  CHECK_FALSE(folder.identity().has_value());
  CHECK_FALSE(std::filesystem::exists(temporary.path() / "coverage"));
  CHECK_FALSE(std::filesystem::exists(temporary.path() / "hamlets.csv"));
  CHECK(std::filesystem::exists(temporary.path() / "notes.txt"));
}
