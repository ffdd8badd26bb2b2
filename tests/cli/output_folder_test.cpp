#include "sim/cli/output_folder.h"

#include <doctest/doctest.h>

#include <sstream>

#include "sim/cli/exit_code.h"
#include "sim/cli/program.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::cli;
using phusong::tests::TemporaryFolder;

namespace {

std::string refusal_of(const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out, err;
  try {
    run_program({words, in, out, err});
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a folder is there or not, and a file in its place is refused by the option that names it") {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "file").string();
  CHECK(is_folder("-o", folder.path().string()));
  CHECK_FALSE(is_folder("-o", name));
  std::ofstream(name) << "x";
  CHECK_THROWS_WITH_AS(is_folder("-o", name), ("-o '" + name + "': is a file, not a folder").c_str(), UsageError);
  CHECK_THROWS_WITH_AS(is_folder("", name), ("'" + name + "': is a file, not a folder").c_str(), UsageError);
}

TEST_CASE("every command that writes into a folder refuses a file in its place") {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "file").string();
  std::ofstream(name) << "x";
  const std::vector<std::vector<std::string>> commands = {
      {"run", "scenario", "-o", name},
      {"calibrate", "scenario", "--measurements", "m.csv", "-o", name},
      {"compare", "run-a", "run-b", "-o", name},
      {"init", name, "--bbox", "105,22,106,23", "--province", "x"},
      {"data", "fetch", "--bbox", "105,22,106,23", "--out", name},
      {"data", "hamlets", "--population", "people.tif", "--communes", "communes.geojson", "--out", name}};
  for (const std::vector<std::string>& words : commands) {
    CAPTURE(words.front());
    CHECK(refusal_of(words).ends_with("'" + name + "': is a file, not a folder"));
  }
}
