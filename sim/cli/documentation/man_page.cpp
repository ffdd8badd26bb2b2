#include "sim/cli/documentation/man_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <utility>

#include "gis/output_file.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/registry.h"
#include "sim/version.h"

namespace phusong::cli {
namespace {

/// Text as roff prints it: a hyphen that can be typed, no line that looks like a request.
std::string roff(std::string_view text) {
  std::string escaped;
  bool at_line_start = true;
  for (const char character : text) {
    if (at_line_start && (character == '.' || character == '\'')) escaped += "\\&";
    if (character == '\\') {
      escaped += "\\e";
    } else if (character == '-') {
      escaped += "\\-";
    } else {
      escaped += character;
    }
    at_line_start = character == '\n';
  }
  return escaped;
}

std::string upper_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return text;
}

std::string page_head(const std::string& name, std::string_view summary) {
  return fmt::format(".TH {} 1 \"\" \"phusong {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n", upper_case(roff(name)),
                     kVersion, roff(name), roff(summary));
}

/// Lines that start with a blank are an example and keep their form; the others are filled.
std::string paragraphs(const std::string& text) {
  std::istringstream lines(text);
  std::string page;
  bool is_example = false;
  for (std::string line; std::getline(lines, line);) {
    const bool starts_blank = line.starts_with(' ');
    if (starts_blank != is_example) page += starts_blank ? ".PP\n.nf\n" : ".fi\n";
    is_example = starts_blank;
    page += roff(line) + "\n";
  }
  return is_example ? page + ".fi\n" : page;
}

std::string example_section(std::string_view example) {
  return fmt::format(".SH EXAMPLE\n.nf\n{}\n.fi\n", roff(example));
}

std::string option_entry(const OptionDescription& option) {
  std::string entry = ".TP\n";
  if (!option.short_name.empty()) entry += fmt::format("\\fB\\-{}\\fR, ", option.short_name);
  entry += fmt::format("\\fB\\-\\-{}\\fR", roff(option.long_name));
  if (!option.parameter.empty()) entry += fmt::format(" \\fI{}\\fR", roff(option.parameter));
  entry += fmt::format("\n{}", roff(option.text));
  if (!option.default_value.empty()) entry += fmt::format(" (default: {})", roff(option.default_value));
  return entry + "\n";
}

/// "phusong-data-fetch"
std::string command_page_name(const Command& command) {
  std::string name = fmt::format("phusong-{}", command.name);
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string exit_codes() {
  constexpr std::array<std::pair<ExitCode, std::string_view>, 7> kMeanings = {{
      {kDone, "done"},
      {kInternalFault, "a fault of the program itself"},
      {kBadCommandOrScenario, "the command line, scenario.toml or its keys are wrong"},
      {kBadFile, "a file that is named is wrong: missing, unreadable, or what it holds"},
      {kTargetNotReached, "the target cannot be reached; the results are written all the same"},
      {kMachineLacks, "room on a disk, memory or the right to write is missing"},
      {kInterrupted, "stopped by Ctrl-C"},
  }};
  std::string section = ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : kMeanings)
    section += fmt::format(".TP\n.B {}\n{}\n", static_cast<int>(code), roff(meaning));
  return section;
}

constexpr std::string_view kEnvironment = R"(.SH ENVIRONMENT
.TP
.B XDG_CACHE_HOME
where path losses are kept from run to run, in the folder phusong (default: ~/.cache)
.TP
.B SLURM_CPUS_PER_TASK
threads to work with in a job of Slurm, where --threads is not given
.TP
.B PHUSONG_INSTRUCTIONS
portable, avx2 or avx512: the instructions to compute maps with (default: the fastest that the machine has); the same
choice gives the same bytes on all machines
.TP
.BR PHUSONG_TERRAIN_URL ", " PHUSONG_LAND_COVER_URL
servers of one's own that phusong data fetch asks instead of the public ones
)";

}  // namespace

std::string man_page(const Command& command) {
  const CommandDescription description = description_of(command);
  std::string page = page_head(command_page_name(command), command.summary);
  page += fmt::format(".SH SYNOPSIS\n.nf\n{}\n.fi\n.SH DESCRIPTION\n{}.SH OPTIONS\n", roff(description.usage),
                      paragraphs(description.description));
  for (const OptionDescription& option : description.options)
    page += option_entry(option);
  page += example_section(description.example);
  return page + ".SH SEE ALSO\n.BR phusong (1)\n";
}

std::string program_man_page() {
  std::string page = page_head("phusong", "radio coverage, station planning and switch-offs on real terrain");
  page += ".SH SYNOPSIS\n.nf\nphusong COMMAND [arguments] [options]\n.fi\n.SH DESCRIPTION\n";
  page +=
      "Tells which hamlets have 2G, 3G and 4G on real terrain, and how surely; what to build for those that have not; "
      "in which order to switch 2G or 3G off.\n.SH COMMANDS\n";
  for (const Command& command : commands())
    page += fmt::format(".TP\n.BR {} (1)\n{}\n", roff(command_page_name(command)), roff(command.summary));
  page += exit_codes();
  page += kEnvironment;
  return page + example_section("phusong run scenarios/karst-district -o runs/karst-district");
}

void write_man_pages(const std::filesystem::path& folder) {
  gis::make_folder(folder);
  gis::write_text_file(folder / "phusong.1", program_man_page());
  for (const Command& command : commands())
    gis::write_text_file(folder / fmt::format("{}.1", command_page_name(command)), man_page(command));
}

}  // namespace phusong::cli
