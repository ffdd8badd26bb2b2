#include <fmt/format.h>

#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <string>

#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/report/missing_stages.h"
#include "sim/report/page/page_file.h"
#include "sim/report/presentation.h"
#include "sim/report/run_lock.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr CommandHelp kReportHelp{
    .usage = "phusong report RUN [options]",
    .description =
        "Makes the page, the workbook and the QGIS project of a run again from the files in its folder, as phusong "
        "run does at its end, and says which stages the run lacks. Notes and reasons stay in the language in which "
        "the run wrote them.",
    .example = "phusong report runs/karst-district --language en -o karst-district.html"};

struct ReportOptions {
  std::string run;
  std::string language;
  std::string output;
  bool quiet = false;
};

void add_report_options(ArgumentParser& parser, ReportOptions& options) {
  parser.add_positional("RUN", options.run);
  parser.options().add_options()  //
      ("language", po::value(&options.language)->value_name("vi|en"),
       "language of all three (default: report.language of the run)")  //
      ("output,o", po::value(&options.output)->value_name("FILE.html"),
       "write the page alone, there, and leave the folder as it is (default: RUN/report.html)")  //
      ("quiet,q", po::bool_switch(&options.quiet), "say nothing");
}

void check(const ReportOptions& options) {
  if (options.run.empty()) throw UsageError("the folder of the run is missing; --help shows an example");
  check_language(options.language);
  if (fs::is_directory(options.output))
    throw UsageError(fmt::format("-o '{}': is a folder, not a file", options.output));
}

std::string language_of(const ReportOptions& options, const report::StoredRun& run) {
  return options.language.empty() ? report::language_of(run) : options.language;
}

/// Writes what was asked for; the path of the page.
fs::path write_report(const ReportOptions& options, const report::StoredRun& run) {
  if (!options.output.empty()) {
    report::write_page(run, language_of(options, run), options.output);
    return options.output;
  }
  const report::RunLock lock(run.folder());
  if (!lock.is_held()) throw UsageError(fmt::format("'{}': a run is at work there; wait for its end", options.run));
  report::write_presentation(run, options.language);
  return run.path_of(report::kPageFile);
}

}  // namespace

int run_report(const Invocation& invocation) {
  ReportOptions options;
  ArgumentParser parser(kReportHelp);
  add_report_options(parser, options);
  if (!parser.parse(invocation)) return kDone;
  check(options);
  const report::StoredRun run = report::StoredRun::open(options.run);
  const fs::path page = write_report(options, run);
  if (!options.quiet) {
    const std::string missing = report::missing_stages_text(run, language_of(options, run));
    invocation.out << fmt::format("{}\n{}", page.string(), missing);
  }
  return kDone;
}

}  // namespace phusong::cli
