#include <oneapi/tbb/global_control.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "gis/output_file.h"
#include "gis/problem.h"
#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/loss/evaluate.h"

namespace phusong::cli {

namespace po = boost::program_options;

namespace {

struct LossOptions {
  std::string file = "-";  ///< "-": standard input
  std::string output;      ///< empty: standard output
  int threads = 0;
  bool quiet = false;
};

constexpr propagation::Limit kThreads{.quantity = "threads", .min = 0.0};

loss::Count evaluate_file(const std::string& file, std::istream& standard_input, std::ostream& out) {
  if (file == "-") return loss::evaluate_lines(standard_input, out);
  std::ifstream stream(file);
  // A folder opens, and fails at the first look into it.
  if (!stream || (stream.peek(), stream.bad())) gis::fail(file, "cannot be read");
  return loss::evaluate_lines(stream, out);
}

loss::Count evaluate_to(const LossOptions& options, const Invocation& invocation) {
  if (options.output.empty()) return evaluate_file(options.file, invocation.in, invocation.out);
  const std::filesystem::path folder = std::filesystem::absolute(options.output).parent_path();
  if (!std::filesystem::is_directory(folder)) throw UsageError("--output: there is no folder " + folder.string());
  std::ostringstream text;
  const loss::Count count = evaluate_file(options.file, invocation.in, text);
  gis::write_text_file(options.output, text.view());
  return count;
}

}  // namespace

int run_loss(const Invocation& invocation) {
  LossOptions options;
  ArgumentParser parser(
      {.usage = "phusong loss [FILE] [options]",
       .description = "Evaluates propagation models: a JSON object on each line of FILE, or of standard input, is\n"
                      "answered by one on a line, in order. A line that is wrong is answered by its error, and the\n"
                      "exit code is then 3. A request:\n"
                      "  {\"id\": 1, \"model\": \"hata\", \"f_MHz\": 900, \"d_km\": 5, \"hb_m\": 40, \"hm_m\": 1.5}",
       .example = "phusong loss data-samples/loss/requests.jsonl -o answers.jsonl"});
  parser.add_positional("file", options.file);
  parser.options().add_options()("output,o", po::value(&options.output), "write to this file")(
      "threads", whole_number(options.threads, kThreads), "work with no more threads than this; 0 = all")(
      "quiet,q", po::bool_switch(&options.quiet), "say nothing of the lines that failed");
  if (!parser.parse(invocation)) return kDone;

  std::optional<oneapi::tbb::global_control> limit;
  if (options.threads > 0) limit.emplace(oneapi::tbb::global_control::max_allowed_parallelism, options.threads);
  const loss::Count count = evaluate_to(options, invocation);
  if (count.failed == 0) return kDone;
  if (!options.quiet)
    invocation.err << "phusong: " << count.failed << " of " << count.requests << " lines have no answer but an error\n";
  return kBadFile;
}

}  // namespace phusong::cli
