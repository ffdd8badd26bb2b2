#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <stdexcept>

#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/intake/tables/header_dictionary.h"
#include "sim/intake/tables/import_files.h"
#include "sim/intake/tables/import_summary.h"
#include "sim/intake/tables/import_table.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr propagation::Limit kDistance{"duplicate-distance-m", 0.0, 1000.0, "m"};

constexpr CommandHelp kImportHelp{
    .usage = "phusong import sites|cells|hamlets|measurements FILE -o OUT.csv [options]",
    .description =
        "Makes a table of a scenario of one as an operator or province has it: .xlsx, .xls, .ods, .csv, .txt, .kml, "
        ".gpkg, Shapefile. Vietnamese and English headers are known (--headers lists them); units, degrees and "
        "minutes, "
        "VN-2000 coordinates, channel numbers and lists of sectors are converted. import.csv beside OUT.csv lists "
        "every "
        "value that was changed and every row that was refused, and why. FILE is never changed.",
    .example = "phusong import sites data-samples/tables-as-received/tram-bts.csv -o tables/sites.csv"};

struct ImportArguments {
  std::string table;
  intake::ImportOptions options;
  std::string output;
  std::string language = "vi";
  std::vector<std::string> maps, defaults;
  bool headers = false, overwrite = false, json = false, quiet = false;
};

void add_import_arguments(ArgumentParser& parser, ImportArguments& arguments) {
  intake::ImportOptions& options = arguments.options;
  parser.add_positional("TABLE", arguments.table);
  parser.add_positional("FILE", options.file);
  parser.options().add_options()                                                           //
      ("output,o", po::value(&arguments.output)->value_name("OUT.csv"), "the table made")  //
      ("sheet", po::value(&options.sheet)->value_name("NAME"),
       "sheet of a workbook, or layer (default: the one that has the columns)")  //
      ("map", po::value(&arguments.maps)->composing()->value_name("HEADER=COLUMN"),
       "take a column of FILE for this one; - leaves it out; repeatable")  //
      ("default", po::value(&arguments.defaults)->composing()->value_name("COLUMN=VALUE"),
       "for fields that are empty or columns that FILE lacks; repeatable")  //
      ("crs", po::value(&options.crs)->value_name("CRS"),
       "of all coordinates in FILE (default: WGS84; metres in the VN-2000 zone of each row's province)")  //
      ("communes", po::value(&options.communes)->value_name("FILE"),
       "outlines of communes that tell the VN-2000 zone where the province does not")  //
      ("duplicate-distance-m",
       number(options.duplicate_distance_m, kDistance)->default_value(options.duplicate_distance_m),
       "masts of one operator within this distance are one")                                               //
      ("anywhere", po::bool_switch(&options.anywhere), "keep rows outside Vietnam beside rows inside")     //
      ("language", po::value(&arguments.language)->value_name("vi|en"), "of the reasons (default: vi)")    //
      ("headers", po::bool_switch(&arguments.headers), "print the headers that are known; takes no FILE")  //
      ("overwrite", po::bool_switch(&arguments.overwrite), "replace OUT.csv")                              //
      ("json", po::bool_switch(&arguments.json), "counts and columns on stdout as JSON")                   //
      ("quiet,q", po::bool_switch(&arguments.quiet), "no summary");
}

std::vector<std::pair<std::string, std::string>> pairs_of(const std::vector<std::string>& texts, const char* option) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& text : texts) {
    const std::size_t at = text.rfind('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size())
      throw UsageError(fmt::format("{} '{}': two names with = between them are expected", option, text));
    pairs.emplace_back(text.substr(0, at), text.substr(at + 1));
  }
  return pairs;
}

intake::ImportKind kind_named(const std::string& name) {
  const auto found = std::ranges::find(intake::kImportNames, name);
  if (found == intake::kImportNames.end()) {
    throw UsageError(
        fmt::format("'{}' is no table that can be imported (allowed: sites, cells, hamlets, measurements)", name));
  }
  return static_cast<intake::ImportKind>(found - intake::kImportNames.begin());
}

/// The source is never changed, and nothing is replaced that is not known to be replaceable.
void check_output(const ImportArguments& arguments) {
  const fs::path output = arguments.output;
  for (const fs::path& written : {output, intake::import_list_of(output)}) {
    if (fs::weakly_canonical(written) == fs::weakly_canonical(arguments.options.file)) {
      throw UsageError(
          fmt::format("-o '{}': would replace the file that is imported; choose another", output.string()));
    }
  }
  if (fs::is_directory(output)) throw UsageError(fmt::format("-o '{}': is a folder, not a file", output.string()));
  if (output.extension() != ".csv")
    throw UsageError(fmt::format("-o '{}': the name of a .csv file is expected", output.string()));
  if (!arguments.overwrite && fs::exists(output))
    throw UsageError(fmt::format("-o '{}': is there already; --overwrite replaces it", output.string()));
}

void complete_import(ImportArguments& arguments) {
  if (arguments.table.empty() || arguments.options.file.empty())
    throw UsageError("the kind of table and the file are expected; --help shows an example");
  arguments.options.kind = kind_named(arguments.table);
  arguments.options.maps = pairs_of(arguments.maps, "--map");
  arguments.options.defaults = pairs_of(arguments.defaults, "--default");
  check_language(arguments.language);
  if (arguments.output.empty()) throw UsageError("-o: the name of the table is missing");
  check_output(arguments);
}

intake::ImportedTable imported_by(const ImportArguments& arguments) {
  try {
    return intake::import_table(arguments.options);
  } catch (const std::invalid_argument& wrong) {
    throw UsageError(wrong.what());
  }
}

}  // namespace

int run_import(const Invocation& invocation) {
  ImportArguments arguments;
  ArgumentParser parser(kImportHelp);
  add_import_arguments(parser, arguments);
  if (!parser.parse(invocation)) return kDone;
  if (arguments.headers) {
    invocation.out << intake::headers_text();
    return kDone;
  }
  complete_import(arguments);
  const intake::ImportedTable imported = imported_by(arguments);
  intake::write_import(imported, arguments.output, arguments.language);
  if (arguments.json) {
    invocation.out << intake::import_json(imported);
  } else if (!arguments.quiet) {
    invocation.out << intake::import_summary(imported, arguments.output, arguments.language);
  }
  return imported.table.rows.empty() ? kBadFile : kDone;
}

}  // namespace phusong::cli
