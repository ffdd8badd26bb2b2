#include "sim/cli/stages.h"

#include "gis/output_file.h"
#include "sim/analysis/fixes/find_fixes.h"
#include "sim/analysis/resilience/resilience.h"
#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/analysis/why_not/why_not.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/plan_stage.h"
#include "sim/cli/read_inputs.h"
#include "sim/cli/sunset_stage.h"
#include "sim/cli/terminal_progress.h"
#include "sim/cli/timed_progress.h"
#include "sim/coverage/coverage.h"
#include "sim/coverage/maps.h"
#include "sim/optimisation/milp/lp_file.h"
#include "sim/report/analysis/fix_files.h"
#include "sim/report/hamlet_files.h"
#include "sim/report/kpi.h"
#include "sim/report/kpi_stages.h"
#include "sim/report/manifest.h"
#include "sim/report/map_files.h"
#include "sim/report/map_paths.h"
#include "sim/report/network_files.h"
#include "sim/report/path_loss_files.h"
#include "sim/report/plan/plan_files.h"
#include "sim/report/presentation.h"
#include "sim/report/resilience/resilience_files.h"
#include "sim/report/resilience/resilience_summary.h"
#include "sim/report/stored/stored_kpis.h"
#include "sim/report/stored/stored_run.h"
#include "sim/report/summary.h"
#include "sim/report/sunset/sunset_files.h"
#include "sim/report/sunset/sunset_json.h"
#include "sim/report/timings.h"
#include "sim/report/uncertainty/uncertainty_files.h"
#include "sim/report/warnings.h"

namespace phusong::cli {
namespace {

/// One run of a scenario, from its folder to the RUN folder.
class Run {
 public:
  Run(const RunOptions& options, const Invocation& invocation)
      : options_(options), invocation_(invocation), progress_(invocation.err, progress_style(options.common.quiet)) {}

  int go() {
    if (!options_.output.empty()) check_output(options_, options_.output);
    timings_.begin("read inputs");
    scenario::Scenario scenario = scenario::load_scenario(options_.common.scenario, overrides_of(options_.common));
    const report::RunFolder folder(output_of(scenario));
    check_output(options_, folder.path().string());
    check_write_model(options_.stages.write_model, folder.path());
    swept_ = read_sweep(options_);
    const gis::Terrain terrain = read_terrain_of(scenario);
    const std::string identity = report::run_identity(scenario);
    const auto lock = open_run_folder(folder, options_, scenario, identity);
    if (is_whole(folder, scenario)) {
      say("nothing left to do: " + folder.path().string() + " is complete\n");
      return code_of_whole(folder, scenario);
    }

    store_ = open_store(options_.store, scenario, terrain, needs_losses_again(scenario), invocation_.err);
    timings_.begin("hamlets");
    const coverage::CoverageResult result =
        coverage::compute_coverage(scenario, terrain,
                                   {.keep_levels = options_.keep_levels,
                                    .signals_from_dbm = analysis::kept_levels_dbm(scenario, options_.uncertainty),
                                    .store = store_.get()},
                                   progress_);
    const report::Totals totals = report::add_up(scenario.network, result, scenario.options.plan.hollow_counts);
    const std::vector<coverage::EnvironmentCoverage> environments =
        coverage::cover_more_environments(scenario, terrain, store_.get(), progress_);
    const Findings findings = find_reasons(scenario, terrain, result);
    const report::RunData run{.scenario = scenario,
                              .coverage = result,
                              .totals = totals,
                              .more_environments = environments,
                              .why_not = findings.why_not,
                              .fixes = findings.fixes ? &*findings.fixes : nullptr};
    report::write_hamlet_files(folder.path(), run, options_.keep_levels);
    if (run.fixes != nullptr) report::write_fix_files(folder.path(), run);
    make_resilience(run, terrain, folder.path());
    write_ground(scenario, terrain, folder.path());
    make_maps(run, terrain, folder.path());
    draw_coverage(run, terrain);
    const int plan_code = make_plan(run, terrain, folder.path());
    const int sunset_code = make_sunset(run, terrain, folder.path());
    write_uncertainty(run, folder.path());
    report::write_kpi_files(folder.path(), run, kpis_);
    if (options_.keep_path_loss) {
      timings_.begin("path loss");
      report::write_path_losses(folder.path(), scenario, terrain, *store_, progress_);
    }
    const std::string manifest = report::manifest_json(identity, run, terrain);
    present({folder.path(), manifest});
    finish(run, folder, manifest);
    return plan_code == kDone ? sunset_code : plan_code;
  }

 private:
  const RunOptions& options_;
  const Invocation& invocation_;
  TerminalProgress progress_;
  report::Timings timings_;
  std::unique_ptr<coverage::PathLossStore> store_;
  Swept swept_;
  std::vector<report::NewLevels> new_levels_;                 ///< of the stages that follow the hamlets, where kept
  std::string summaries_;                                     ///< of the stages that follow the hamlets
  std::vector<std::pair<std::string, std::string>> results_;  ///< of the same as JSON, by name
  std::optional<analysis::Uncertainty> uncertainty_;          ///< where asked for
  report::KpiStages kpis_;                                    ///< of the stages that ran

  std::string output_of(const scenario::Scenario& scenario) const {
    return options_.output.empty() ? "runs/" + scenario.options.scenario.name : options_.output;
  }

  /// Why hamlets are not covered, and what would help.
  struct Findings {
    std::vector<analysis::WhyNot> why_not;
    std::optional<analysis::FixStudy> fixes;
  };

  bool wants_fixes(const scenario::Scenario& scenario) const {
    return options_.stages.fixes ||
           (options_.stages.fixes_for_target && (has_target(scenario) || wants_plan(scenario)));
  }

  bool needs_losses_again(const scenario::Scenario& scenario) const {
    return wants_plan(scenario) || wants_fixes(scenario) || !scenario.options.service.more_environments.empty();
  }

  Findings find_reasons(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                        const coverage::CoverageResult& result) {
    const std::size_t main_operator = result.operators.size() - 1;
    timings_.begin("reasons");
    Findings findings{.why_not = analysis::explain_hamlets(scenario, terrain, result, main_operator, progress_),
                      .fixes = std::nullopt};
    if (!wants_fixes(scenario)) return findings;
    timings_.begin("fixes");
    findings.fixes = analysis::find_fixes(scenario, terrain, result, main_operator, store_.get(), progress_);
    return findings;
  }

  /// Whether a resumed run has nothing left to do.
  bool is_whole(const report::RunFolder& folder, const scenario::Scenario& scenario) const {
    return folder.is_complete() && !options_.keep_path_loss && report::resilience_files_exist(folder.path()) &&
           report::presentation_exists(folder.path()) &&
           (!wants_plan(scenario) || report::plan_files_exist(folder.path())) &&
           (!wants_fixes(scenario) || report::fix_files_exist(folder.path())) &&
           (!wants_sunset(scenario) || report::sunset_files_exist(folder.path())) &&
           (!options_.keep_levels || exists(folder.path() / "point_levels.csv")) &&
           (!options_.uncertainty || report::uncertainty_files_exist(folder.path()));
  }

  /// The exit code that the run had which is there.
  int code_of_whole(const report::RunFolder& folder, const scenario::Scenario& scenario) const {
    const report::StoredKpis kpis = report::stored_kpis(report::StoredRun::open(folder.path()));
    const bool plan_fell_short = wants_plan(scenario) && !kpis.plan_reached.value_or(true);
    const bool sunset_fell_short = wants_sunset(scenario) && !kpis.sunset_reached.value_or(true);
    return plan_fell_short || sunset_fell_short ? kTargetNotReached : kDone;
  }

  void make_resilience(const report::RunData& run, const gis::Terrain& terrain, const std::filesystem::path& folder) {
    timings_.begin("resilience");
    const analysis::Resilience resilience =
        analysis::compute_resilience(run.scenario, terrain, run.coverage, progress_);
    report::write_resilience(folder, run, resilience);
    summaries_ += report::resilience_summary(run, resilience);
  }

  void write_ground(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                    const std::filesystem::path& folder) {
    timings_.begin("network and terrain");
    report::write_network(folder, scenario);
    report::write_terrain(folder, scenario, terrain);
  }

  void make_maps(const report::RunData& run, const gis::Terrain& terrain, const std::filesystem::path& folder) {
    const scenario::Options& options = run.scenario.options;
    if (!options_.stages.maps || !options.coverage.rasters ||
        report::maps_exist(folder, options.service.raster_operators, run.coverage.technologies,
                           options.coverage.quality))
      return;
    timings_.begin("maps");
    const coverage::CoverageMaps maps = compute_maps(run.scenario, terrain, progress_, store_.get());
    timings_.begin("write maps");
    report::write_maps(folder, maps, run.scenario, progress_);
  }

  void draw_coverage(const report::RunData& run, const gis::Terrain& terrain) {
    if (!options_.uncertainty) return;
    timings_.begin("uncertainty");
    uncertainty_ = analysis::coverage_uncertainty(run.scenario, terrain, run.coverage, progress_);
  }

  void write_uncertainty(const report::RunData& run, const std::filesystem::path& folder) {
    if (!uncertainty_) return;
    kpis_.uncertainty = &*uncertainty_;
    const report::UncertaintyData data{run.scenario, *uncertainty_};
    report::write_uncertainty_files(folder, data);
    summaries_ += report::uncertainty_summary(data);
    results_.emplace_back("uncertainty", report::uncertainty_json(data));
  }

  bool wants_plan(const scenario::Scenario& scenario) const {
    const StageChoice::When when = options_.stages.plan;
    return when == StageChoice::When::kAlways || (when == StageChoice::When::kWhereGiven && asks_for_plan(scenario));
  }

  /// The exit code: whether the target can be reached.
  int make_plan(const report::RunData& run, const gis::Terrain& terrain, const std::filesystem::path& folder) {
    if (!wants_plan(run.scenario)) return kDone;
    TimedProgress progress(progress_, timings_, "plan: ");
    PlanStageResult outcome = run_plan_stage(
        {.run = run, .terrain = terrain, .run_folder = folder, .options = options_, .store = store_.get()}, progress);
    summaries_ += outcome.summary;
    results_.emplace_back("plan", outcome.json);
    kpis_.plan = std::move(outcome.kpis);
    add_levels(run, outcome.new_levels, folder);
    if (uncertainty_) uncertainty_->plan = std::move(outcome.odds);
    return outcome.reached ? kDone : kTargetNotReached;
  }

  bool wants_sunset(const scenario::Scenario& scenario) const {
    const StageChoice::When when = options_.stages.sunset;
    return when == StageChoice::When::kAlways || (when == StageChoice::When::kWhereGiven && asks_for_sunset(scenario));
  }

  /// The exit code: whether everything could be switched off.
  int make_sunset(const report::RunData& run, const gis::Terrain& terrain, const std::filesystem::path& folder) {
    if (!wants_sunset(run.scenario)) return kDone;
    timings_.begin("sunset");
    const SunsetStageInput input{run.scenario, run.coverage, terrain, store_.get()};
    const PlannedSunset planned = run_sunset_stage(input, progress_);
    if (!options_.stages.write_model.empty()) {
      const milp::Model model = model_of_bounds(run.scenario, planned.radio);
      gis::write_text_file(options_.stages.write_model, milp::lp_text(model));
    }
    summaries_ += write_sunset(folder, input, planned, sweep_sunset(input, planned.radio, swept_, progress_), swept_);
    kpis_.sunset = report::sunset_kpis(run.network(), planned.outcome);
    results_.emplace_back("sunset", report::sunset_json(run.network(), planned.outcome));
    if (options_.keep_levels) {
      report::NewLevels levels = sunset_levels(input, planned.radio, progress_);
      add_levels(run, levels, folder);
    }
    if (uncertainty_) {
      timings_.begin("uncertainty of the sunset");
      uncertainty_->by_period = analysis::period_odds(run.scenario, terrain, planned.outcome, store_.get(), progress_);
    }
    return planned.outcome.totals.reached() ? kDone : kTargetNotReached;
  }

  /// point_levels.csv once more, with the cells that a stage adds.
  void add_levels(const report::RunData& run, report::NewLevels& levels, const std::filesystem::path& folder) {
    if (levels.levels.empty()) return;
    new_levels_.push_back(std::move(levels));
    std::vector<report::KeptLevels> parts = {{run.coverage.point_levels, run.network().cells}};
    for (const report::NewLevels& of_stage : new_levels_)
      parts.push_back(of_stage.kept());
    report::write_point_levels(folder / "point_levels.csv", run.network().hamlets, parts,
                               run.scenario.options.report.csv);
  }

  void present(const report::StoredRun& stored) {
    timings_.begin("report");
    progress_.begin("report", 1);
    report::write_presentation(stored);
    progress_.advance(1);
  }

  void finish(const report::RunData& run, const report::RunFolder& folder, const std::string& manifest) {
    gis::write_text_file(folder.path() / "timings.json", timings_.json(threads_in_use(), store_->tally()));
    folder.complete(manifest);
    if (const auto problem = store_->finish())
      invocation_.err << "warning: path losses are not kept for later runs: " << *problem << "\n";
    for (const std::string& warning : report::warnings(run.scenario, run.coverage.places))
      invocation_.err << "warning: " << warning << "\n";
    if (options_.common.json) {
      invocation_.out << report::result_json(run, folder.path().string(), results_, kpis_);
    } else {
      say(report::summary_text(run, folder.path()) + summaries_);
    }
  }

  void say(const std::string& text) const {
    if (!options_.common.quiet && !options_.common.json) invocation_.out << text;
  }
};

}  // namespace

int run_stages(const RunOptions& options, const Invocation& invocation) {
  require_scenario(options.common);
  const ThreadLimit limit(options.common);
  return Run(options, invocation).go();
}

}  // namespace phusong::cli
