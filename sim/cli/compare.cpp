#include <fmt/format.h>

#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/output_folder.h"
#include "sim/report/comparison/compare_json.h"
#include "sim/report/comparison/comparison_files.h"
#include "sim/report/comparison/comparison_summary.h"
#include "sim/report/json_text.h"
#include "sim/report/whole_path.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

struct CompareArguments {
  std::string run_a, run_b;
  std::string output;
  std::string language;  ///< empty: that of A
  bool overwrite = false;
  bool no_maps = false;
  bool json = false;
  bool quiet = false;
};

constexpr CommandHelp kCompareHelp{
    .usage = "phusong compare RUN_A RUN_B -o OUT [options]",
    .description =
        "Says how the results of two runs differ - hamlets, totals, maps, plans, sunsets, options and inputs - and "
        "fills the folder OUT with compare.json, hamlets_changed.csv and .gpkg, compare.html and the differences of "
        "the levels (B less A) as maps.",
    .example = "phusong compare runs/before runs/after -o runs/before-after"};

void add_compare_arguments(ArgumentParser& parser, CompareArguments& arguments) {
  parser.add_positional("RUN_A", arguments.run_a);
  parser.add_positional("RUN_B", arguments.run_b);
  parser.options().add_options()                                                                                 //
      ("output,o", po::value(&arguments.output)->value_name("OUT"), "folder for the comparison")                 //
      ("overwrite", po::bool_switch(&arguments.overwrite), "replace an earlier comparison in OUT")               //
      ("no-maps", po::bool_switch(&arguments.no_maps), "leave the maps out, as where the runs' grids differ")    //
      ("language", po::value(&arguments.language)->value_name("vi|en"), "of the page (default: that of RUN_A)")  //
      ("json", po::bool_switch(&arguments.json), "compare.json on stdout")                                       //
      ("quiet,q", po::bool_switch(&arguments.quiet), "no summary");
}

void check_compare_arguments(const CompareArguments& arguments) {
  if (arguments.run_a.empty() || arguments.run_b.empty())
    throw UsageError("two folders of runs are expected; --help shows an example");
  if (arguments.output.empty()) throw UsageError("-o: the folder for the comparison is missing");
  check_language(arguments.language);
  if (report::whole_path(arguments.run_a) == report::whole_path(arguments.run_b))
    throw UsageError(fmt::format("'{}' and '{}' are the same folder", arguments.run_a, arguments.run_b));
}

void check_folder(const CompareArguments& arguments) {
  const std::string& output = arguments.output;
  for (const std::string& run : {arguments.run_a, arguments.run_b}) {
    if (lies_in(output, run))
      throw UsageError(fmt::format("-o '{}': lies in the run '{}'; choose another", output, run));
  }
  if (!is_folder("-o", output)) return;
  if (!arguments.overwrite && !fs::is_empty(output))
    throw UsageError(fmt::format("-o '{}': is there already and not empty; --overwrite replaces a comparison", output));
}

}  // namespace

int run_compare(const Invocation& invocation) {
  CompareArguments arguments;
  ArgumentParser parser(kCompareHelp);
  add_compare_arguments(parser, arguments);
  if (!parser.parse(invocation)) return kDone;
  check_compare_arguments(arguments);
  check_folder(arguments);
  const report::StoredRun run_a = report::StoredRun::open(arguments.run_a);
  const report::StoredRun run_b = report::StoredRun::open(arguments.run_b);
  const auto data = report::read_comparison(run_a, run_b, arguments.output,
                                            {.maps = !arguments.no_maps, .language = arguments.language});
  const auto lock = lock_folder(arguments.output);
  report::write_comparison(*data, arguments.output);
  if (arguments.json) {
    invocation.out << report::json_text(report::compare_json(*data));
  } else if (!arguments.quiet) {
    invocation.out << report::comparison_summary(*data, arguments.output);
  }
  return kDone;
}

}  // namespace phusong::cli
