#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <chrono>
#include <filesystem>
#include <list>
#include <nlohmann/json.hpp>
#include <thread>

#include "gis/input_file.h"
#include "sim/cli/arguments.h"
#include "sim/cli/child_process.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/interrupt.h"
#include "sim/cli/output_folder.h"
#include "sim/cli/store_options.h"
#include "sim/report/batch_table.h"
#include "sim/report/json_text.h"
#include "sim/scenario/batch_manifest.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Clock = std::chrono::steady_clock;

constexpr CommandHelp kBatchHelp{
    .usage = "phusong batch MANIFEST.toml -o DIR [options]",
    .description =
        "Makes the runs of a manifest, each in a folder of its own in DIR: [[run]] with name, scenario, "
        "command (run, coverage, plan,\nsunset; default run) and set, a table of keys of scenario.toml; "
        "[matrix], a table of keys with lists of values:\neach run is then made for every combination. A "
        "run that fails harms no other. The same command again makes\nwhat is not complete. batch.csv says "
        "what became of each run, <name>.log what it said.",
    .example = "phusong batch scenarios/batch.toml -o runs/batch --jobs 2"};

struct BatchOptions {
  std::string manifest, output;
  int jobs = 1, threads = 0;  ///< threads: 0 = the machine's, shared out among the jobs
  bool overwrite = false, json = false, quiet = false;
  StoreOptions store;
};

void add_batch_options(ArgumentParser& parser, BatchOptions& options) {
  constexpr propagation::Limit kJobs{"jobs", 1.0, 1024.0, ""}, kThreads{"threads", 1.0, 1024.0, ""};
  parser.add_positional("MANIFEST.toml", options.manifest);
  parser.options().add_options()                                                                   //
      ("output,o", po::value(&options.output)->value_name("DIR"), "folder of the runs' folders")   //
      ("jobs", whole_number(options.jobs, kJobs)->value_name("N"), "runs at a time (default: 1)")  //
      ("threads", whole_number(options.threads, kThreads)->value_name("N"),
       "threads of each run (default: all of the machine's, shared out among the jobs)")   //
      ("overwrite", po::bool_switch(&options.overwrite), "make every run anew")            //
      ("json", po::bool_switch(&options.json), "the rows of batch.csv on stdout as JSON")  //
      ("quiet,q", po::bool_switch(&options.quiet), "no progress");
  add_store_options(parser, options.store);
}

void check_batch_options(const BatchOptions& options) {
  if (options.manifest.empty()) throw UsageError("the manifest is missing; --help shows an example");
  if (options.output.empty()) throw UsageError("-o: the folder of the runs is missing; --help shows an example");
  check_store_options(options.store);
  if (!is_folder("-o", options.output)) return;
  if (!fs::is_empty(options.output) && !fs::exists(fs::path(options.output) / "batch.csv"))
    throw UsageError(fmt::format("-o '{}': is not empty and holds no batch; choose another", options.output));
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// What a run said; nothing where its log is empty.
std::string said_in(const fs::path& log) {
  gis::Problems ignored;
  return gis::read_input_file(log, ignored).value_or("");
}

/// The runs of a manifest, some at a time, each by a process of its own.
class Batch {
 public:
  Batch(const BatchOptions& options, std::vector<scenario::BatchRun> runs, std::ostream& err)
      : options_(options), runs_(std::move(runs)), folder_(options.output), program_(own_program()), err_(err) {
    for (const scenario::BatchRun& run : runs_)
      rows_.push_back({.name = run.name, .message = "not run yet"});
  }

  void go() {
    write_table();
    std::size_t next = 0;
    while (next < runs_.size() || !at_work_.empty()) {
      if (interrupted()) stop_all();
      while (!stopped_ && next < runs_.size() && std::ssize(at_work_) < options_.jobs)
        start(next++);
      if (stopped_ && at_work_.empty()) break;
      collect();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  const std::vector<report::BatchRow>& rows() const { return rows_; }
  bool was_stopped() const { return stopped_; }

 private:
  struct AtWork {
    std::size_t run;
    Clock::time_point started;
    ChildProcess process;
  };

  const BatchOptions& options_;
  std::vector<scenario::BatchRun> runs_;
  fs::path folder_, program_;
  std::ostream& err_;
  std::vector<report::BatchRow> rows_;
  std::list<AtWork> at_work_;
  std::size_t ended_ = 0;
  bool stopped_ = false;

  fs::path folder_of(std::size_t run) const { return folder_ / runs_[run].name; }
  fs::path log_of(std::size_t run) const { return folder_ / (runs_[run].name + ".log"); }

  int threads() const {
    return options_.threads > 0 ? options_.threads : std::max(1, threads_in_use() / options_.jobs);
  }

  std::vector<std::string> command_of(std::size_t run) const {
    const scenario::BatchRun& one = runs_[run];
    std::vector<std::string> words = {
        program_.string(),       one.command, one.scenario.string(), "-o",
        folder_of(run).string(), "-q",        "--threads",           std::to_string(threads())};
    for (const std::string& set : one.sets) {
      words.emplace_back("--set");
      words.push_back(set);
    }
    if (options_.store.disabled) words.emplace_back("--no-store");
    if (!options_.store.folder.empty()) words.insert(words.end(), {"--store", options_.store.folder});
    words.insert(words.end(), {"--store-limit-gb", fmt::format("{}", options_.store.limit_gb)});
    if (fs::exists(folder_of(run))) words.emplace_back(options_.overwrite ? "--overwrite" : "--resume");
    return words;
  }

  /// A run of a batch that was killed may still be on its way to a stop: its lock is waited for. One that stays in use
  /// is told by the run itself.
  void wait_for_folder(std::size_t run) const {
    constexpr std::chrono::seconds kPatience{30};
    if (!fs::is_directory(folder_of(run))) return;
    const Clock::time_point since = Clock::now();
    while (!report::RunLock(folder_of(run)).is_held() && !interrupted() && Clock::now() - since < kPatience)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }

  void start(std::size_t run) {
    wait_for_folder(run);
    at_work_.push_back({run, Clock::now(), ChildProcess(command_of(run), log_of(run))});
    rows_[run].message = "at work";
    say(fmt::format("{} of {}: {}", run + 1, runs_.size(), runs_[run].name));
  }

  /// Takes the results of what has ended.
  void collect() {
    for (auto one = at_work_.begin(); one != at_work_.end();) {
      const auto code = one->process.poll();
      if (!code) {
        ++one;
        continue;
      }
      end(one->run, *code, seconds_since(one->started));
      one = at_work_.erase(one);
    }
  }

  void end(std::size_t run, int code, double seconds) {
    ++ended_;
    if (code == kInterrupted || (stopped_ && code > kInterrupted)) {  // the latter: before it had begun
      rows_[run].message = "stopped";
    } else {
      rows_[run] = report::batch_row(folder_of(run), code, seconds, said_in(log_of(run)));
      say(fmt::format("{}: {}, exit code {}, {:.1f} s; {} of {} ended", runs_[run].name,
                      code == kDone ? "done" : rows_[run].message, code, seconds, ended_, runs_.size()));
    }
    write_table();
  }

  /// Once: a second request would end the runs at once, without what they have begun.
  void stop_all() {
    if (stopped_) return;
    stopped_ = true;
    say("stopping");
    for (const AtWork& one : at_work_)
      one.process.ask_to_stop();
  }

  void write_table() const { report::write_batch_table(folder_ / "batch.csv", rows_); }

  void say(const std::string& text) const {
    if (!options_.quiet) err_ << "phusong: " << text << std::endl;
  }
};

/// The highest of the codes of failures, else that of targets which are not reached.
int code_of(const Batch& batch) {
  if (batch.was_stopped()) return kInterrupted;
  int worst = kDone;
  bool target_missed = false;
  for (const report::BatchRow& row : batch.rows()) {
    const int code = row.exit_code.value_or(kDone);
    if (code == kTargetNotReached) {
      target_missed = true;
    } else {
      worst = std::max(worst, code > kMachineLacks ? kInternalFault : code);  // a signal has ended it
    }
  }
  return worst == kDone && target_missed ? kTargetNotReached : worst;
}

}  // namespace

int run_batch(const Invocation& invocation) {
  BatchOptions options;
  ArgumentParser parser(kBatchHelp);
  add_batch_options(parser, options);
  if (!parser.parse(invocation)) return kDone;
  check_batch_options(options);
  std::vector<scenario::BatchRun> runs = scenario::read_batch_manifest(options.manifest);
  const auto lock = lock_folder(options.output);
  const ThreadLimit limit(0);  // what there is to share out
  Batch batch(options, std::move(runs), invocation.err);
  batch.go();
  if (options.json) {
    invocation.out << report::json_text(report::batch_json(batch.rows()));
  } else if (!options.quiet) {
    invocation.out << report::batch_summary(batch.rows())
                   << fmt::format("{}\n", (fs::path(options.output) / "batch.csv").string());
  }
  return code_of(batch);
}

}  // namespace phusong::cli
