#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>

#include "sim/cli/documentation/completion.h"
#include "sim/cli/documentation/man_page.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/program.h"
#include "sim/cli/registry.h"

using namespace phusong;
using namespace phusong::cli;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// "data fetch" -> "data", "fetch"
std::vector<std::string> words_of(const Command& command) {
  std::istringstream text{std::string(command.name)};
  return {std::istream_iterator<std::string>(text), {}};
}

/// The name of a command's page: "phusong-data-fetch".
std::string page_of(const Command& command) {
  std::string page = "phusong";
  for (const std::string& word : words_of(command))
    page += "-" + word;
  return page;
}

std::string help_of(const Command& command) {
  std::istringstream in;
  std::ostringstream out, err;
  std::vector<std::string> words = words_of(command);
  words.emplace_back("--help");
  CHECK(run_program({words, in, out, err}) == kDone);
  return out.str();
}

/// "--keep-levels" as roff has it.
std::string in_roff(const std::string& option) {
  std::string text;
  for (const char letter : option)
    text += letter == '-' ? std::string("\\-") : std::string(1, letter);
  return text;
}

}  // namespace

TEST_CASE("a description has every option of the help, with its short name, parameter and default") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    const CommandDescription description = description_of(command);
    CHECK(description.usage.starts_with(fmt::format("phusong {}", command.name)));
    const std::string help = help_of(command);
    CHECK(description.options.size() >= 2);
    for (const OptionDescription& option : description.options) {
      CAPTURE(option.long_name);
      CHECK(holds(help, fmt::format("--{}", option.long_name)));
      CHECK_FALSE(option.text.empty());
      if (!option.short_name.empty())
        CHECK(holds(help, fmt::format("-{} [ --{} ]", option.short_name, option.long_name)));
    }
  }
  const std::vector<OptionDescription> options = description_of(command_named("synth")).options;
  const auto seed = std::ranges::find(options, "seed", &OptionDescription::long_name);
  REQUIRE(seed != options.end());
  CHECK(seed->parameter == "arg");
  CHECK(seed->default_value == "1");
}

TEST_CASE("the page of a command names all its options; the page of the program all commands and exit codes") {
  const std::string program = program_man_page();
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(holds(program, fmt::format(".BR {} (1)", in_roff(page_of(command)))));
    const std::string page = man_page(command);
    for (const OptionDescription& option : description_of(command).options)
      CHECK(holds(page, fmt::format("\\fB\\-\\-{}\\fR", in_roff(option.long_name))));
  }
  for (const ExitCode code :
       {kDone, kInternalFault, kBadCommandOrScenario, kBadFile, kTargetNotReached, kMachineLacks, kInterrupted})
    CHECK(holds(program, fmt::format("\n.B {}\n", static_cast<int>(code))));
}

TEST_CASE("examples in a description keep their lines, and a line is never taken for a request") {
  const auto describe_itself = [](const Invocation& invocation) {
    *invocation.description = {.usage = "phusong odd FILE",
                               .description = ".first\n  {\"a\": 1}\n'last \\ line",
                               .example = "phusong odd x",
                               .options = {{"from", "f", "A|B", "1", "where - from"}}};
    return 0;
  };
  const std::string page = man_page({"odd", "is odd", describe_itself});
  CHECK(holds(page, "\n\\&.first\n.PP\n.nf\n  {\"a\": 1}\n.fi\n\\&'last \\e line\n"));
  CHECK(holds(page, ".TP\n\\fB\\-f\\fR, \\fB\\-\\-from\\fR \\fIA|B\\fR\nwhere \\- from (default: 1)\n"));
}

TEST_CASE("a folder of pages has one for the program and one for each command") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "phusong-man-pages-test" / "man1";
  std::istringstream in;
  std::ostringstream out, err;
  CHECK(run_program({{"--man-pages", folder.string()}, in, out, err}) == kDone);
  CHECK(std::filesystem::exists(folder / "phusong.1"));
  for (const Command& command : commands())
    CHECK(std::filesystem::exists(folder / fmt::format("{}.1", page_of(command))));
  std::filesystem::remove_all(folder.parent_path());
  CHECK_THROWS_AS(run_program({{"--man-pages"}, in, out, err}), UsageError);
}

TEST_CASE("completion knows commands, options, choices and keys") {
  std::istringstream in;
  std::ostringstream out, err;
  CHECK(run_program({{"--completion"}, in, out, err}) == kDone);
  CHECK(out.str() == bash_completion());
  for (const Command& command : commands())
    CHECK(holds(out.str(), fmt::format("    '{}') options='--help -h", command.name)));
  CHECK(holds(out.str(), "    'report:--language') words='vi en' ;;"));
  CHECK(holds(out.str(), "    'data hamlets:--language') words='vi en' ;;"));
  CHECK(holds(out.str(), "    data) second='fetch hamlets --help' ;;"));
  CHECK(holds(out.str(), " propagation.time_percent "));
}
