#include "sim/cli/program.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <iterator>
#include <set>
#include <sstream>

#include "sim/cli/commit.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/registry.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/table_docs.h"
#include "sim/version.h"

using namespace phusong;
using namespace phusong::cli;

namespace {

struct Ran {
  int code = 0;
  std::string out;
};

Ran run(std::vector<std::string> arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  const int code = run_program({std::move(arguments), in, out, err});
  return {code, out.str()};
}

std::string refusal(std::vector<std::string> arguments) {
  try {
    run(std::move(arguments));
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("the version is the project's") {
  // With the commit behind it where the sources are a checkout.
  const std::string line = run({"--version"}).out, version = "phusong " + std::string(kVersion);
  CHECK(line == (built_from().empty() ? version + "\n" : fmt::format("{} ({})\n", version, built_from())));
}

TEST_CASE("the help lists every command once") {
  const Ran help = run({"--help"});
  CHECK(help.code == kDone);
  std::set<std::string_view> names;
  for (const Command& command : commands()) {
    CHECK(help.out.find("\n  " + std::string(command.name) + " ") != std::string::npos);
    CHECK(names.insert(command.name).second);
  }
}

TEST_CASE("every command explains itself with an example") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    std::istringstream name{std::string(command.name)};
    std::vector<std::string> words{std::istream_iterator<std::string>(name), {}};
    words.emplace_back("--help");
    const Ran help = run(words);
    CHECK(help.code == kDone);
    CHECK(help.out.find("Example:\n  phusong " + std::string(command.name)) != std::string::npos);
  }
}

TEST_CASE("without a command, or with an unknown one, the commands are listed") {
  CHECK(refusal({}).find("Usage:") != std::string::npos);
  CHECK(refusal({"sunrise", "here"}).find("unknown command 'sunrise'") == 0);
  CHECK(refusal({"sunrise", "here"}).find("the commands are:") != std::string::npos);
}

TEST_CASE("the first word of two commands says which there are, and a second word that is none is refused") {
  const Ran help = run({"data", "--help"});
  CHECK(help.code == kDone);
  CHECK(help.out.find("\n  data fetch ") != std::string::npos);
  CHECK(help.out.find("\n  data hamlets ") != std::string::npos);
  CHECK(help.out.find("  run ") == std::string::npos);
  CHECK(refusal({"data"}) == "'data' is the first word of: data fetch, data hamlets; --help tells more");
  CHECK(refusal({"data", "--bbox", "1,2,3,4"}) == refusal({"data"}));
  CHECK(refusal({"data", "fecth"}) ==
        "unknown command 'data fecth'; did you mean 'data fetch'?\nthe commands are: data fetch, data hamlets");
  CHECK(refusal({"fetch"}).find("unknown command 'fetch'") == 0);
}

TEST_CASE("keys and columns are printed without a scenario, as files of documentation") {
  const Ran tables = run({"check", "--tables"});
  CHECK(tables.code == kDone);
  CHECK(tables.out == scenario::tables_markdown());
  CHECK(run({"check", "--defaults"}).out == scenario::defaults_toml());
}
