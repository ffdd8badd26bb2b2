#include "sim/cli/arguments.h"

#include <doctest/doctest.h>

#include <boost/program_options/value_semantic.hpp>
#include <sstream>

#include "sim/cli/exit_code.h"

using namespace phusong::cli;
using phusong::propagation::Limit;

namespace {

/// A command with one option of each kind.
struct Example {
  std::string folder;
  int threads = 0;
  bool quiet = false;
  std::vector<std::string> sets;
  std::string printed;

  bool parse(std::vector<std::string> arguments) {
    namespace po = boost::program_options;
    ArgumentParser parser({"phusong example FOLDER", "An example.", "phusong example here"});
    parser.add_positional("FOLDER", folder);
    parser.options().add_options()("threads", whole_number(threads, Limit{"threads", 1.0, 64.0, ""}))(
        "quiet,q", po::bool_switch(&quiet))("set", po::value(&sets)->composing());
    std::istringstream in;
    std::ostringstream out, err;
    const bool go_on = parser.parse({std::move(arguments), in, out, err});
    printed = out.str();
    return go_on;
  }

  std::string refusal(const std::vector<std::string>& arguments) {
    try {
      parse(arguments);
    } catch (const UsageError& error) {
      return error.what();
    }
    return "accepted";
  }
};

}  // namespace

TEST_CASE("options and the folder may stand in any order") {
  Example example;
  CHECK(example.parse({"-q", "here", "--set", "a=1", "--threads", "3", "--set", "b.\"2G\"=2"}));
  CHECK(example.folder == "here");
  CHECK(example.threads == 3);
  CHECK(example.quiet);
  CHECK(example.sets == std::vector<std::string>{"a=1", "b.\"2G\"=2"});
}

TEST_CASE("help is printed with the example and nothing else is done") {
  Example example;
  CHECK_FALSE(example.parse({"--help"}));
  CHECK(example.printed.find("phusong example here") != std::string::npos);
  CHECK(example.printed.find("--threads") != std::string::npos);
}

TEST_CASE("a number out of range is refused with its range") {
  Example example;
  CHECK(example.refusal({"--threads=0"}) == "--threads = 0: out of range (allowed: 1 … 64)");
  CHECK(example.refusal({"--threads=-1"}) == "--threads = -1: out of range (allowed: 1 … 64)");
  CHECK(example.refusal({"--threads", "-1"}) != "accepted");
  CHECK(example.refusal({"--threads=65"}) != "accepted");
  CHECK(example.refusal({"--threads=1"}) == "accepted");
  CHECK(example.refusal({"--threads=64"}) == "accepted");
  CHECK(example.refusal({"--threads=two"}) != "accepted");
  CHECK(example.refusal({"--threads=1.5"}) != "accepted");
}

TEST_CASE("a misspelt option suggests the nearest") {
  Example example;
  CHECK(example.refusal({"--thread", "2"}).find("did you mean '--threads'?") != std::string::npos);
  CHECK(example.refusal({"--nothing-like-it"}).find("did you mean") == std::string::npos);
}

TEST_CASE("an option is not guessed from its beginning, nor given twice, nor without its value") {
  Example example;
  CHECK(example.refusal({"--thr=2"}) != "accepted");
  CHECK(example.refusal({"--threads=2", "--threads=2"}) != "accepted");
  CHECK(example.refusal({"--threads"}) != "accepted");
  CHECK(example.refusal({"here", "there"}).find("too many arguments") == 0);
}
