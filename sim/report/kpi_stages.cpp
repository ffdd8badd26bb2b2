#include "sim/report/kpi_stages.h"

#include <algorithm>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/station_counts.h"

namespace phusong::report {
namespace {

using coverage::Status;

template <class Whole>
KpiFigure count(std::string_view name, Whole value) {
  return {name, KpiKind::kCount, static_cast<double>(value)};
}

KpiFigure share(std::string_view name, double value) {
  return {name, KpiKind::kShare, value};
}

KpiFigure amount(std::string_view name, double value) {
  return {name, KpiKind::kAmount, value};
}

/// The same keys without values.
std::vector<KpiFigure> without_values(std::vector<KpiFigure> figures) {
  for (KpiFigure& figure : figures)
    figure.value.reset();
  return figures;
}

std::vector<Status> statuses_in(const coverage::CoverageResult& result) {
  std::vector<Status> statuses;
  for (const coverage::HamletVerdict& verdict : result.verdicts.at(0))
    statuses.push_back(verdict.status);
  return statuses;
}

std::vector<bool> counting(const std::vector<Status>& statuses, bool hollow_counts) {
  std::vector<bool> result;
  for (const Status status : statuses)
    result.push_back(coverage::counts(status, hollow_counts));
  return result;
}

std::vector<KpiFigure> plan_totals(const PlanData& data) {
  const planning::PlanOutcome& outcome = data.outcome();
  const planning::StationCounts counts = planning::station_counts(data.stations());
  const auto fibre = std::ranges::count(outcome.steps, planning::StepAction::kFibre, &planning::PlanStep::action);
  return {count("stations", counts.masts + counts.poles + counts.upgrades),
          count("new_masts", counts.masts),
          count("relays", counts.relays),
          count("poles", counts.poles),
          count("upgrades", counts.upgrades),
          count("fibre_hamlets", fibre),
          amount("capex_million_vnd", outcome.cost.capex_million_vnd),
          amount("opex_million_vnd_per_year", outcome.cost.opex_million_vnd_per_year),
          amount("opex_years", data.options().opex_years),
          share("gap", outcome.optimality.gap)};
}

void serve_by_fibre(const PlanData& data, PlanKpis& kpis) {
  for (const network::Hamlet& hamlet : data.scenario.network.hamlets)
    kpis.served_before.push_back(hamlet.fixed_broadband);
  kpis.served_after = kpis.served_before;
  for (const planning::PlanStep& step : data.outcome().steps) {
    for (const std::size_t hamlet : step.hamlets_gained)
      kpis.served_after[hamlet] = true;
  }
}

double mean_share(double with_service, double handsets) {
  return handsets > 0.0 ? with_service / handsets : 0.0;
}

/// The hamlets of an area that a set of cells covers in the mean of all draws.
double expected_hamlets(const analysis::CoverageOdds& odds, const AreaTotals& area) {
  double sum = 0.0;
  for (const std::size_t hamlet : area.hamlets)
    sum += odds.hamlets[hamlet].covered;
  return sum;
}

KpiFigure expected(std::string_view name, const analysis::CoverageOdds* odds, const AreaTotals& area) {
  if (odds == nullptr) return {name, KpiKind::kAmount};
  return amount(name, expected_hamlets(*odds, area));
}

}  // namespace

PlanKpis plan_kpis(const PlanData& data) {
  PlanKpis kpis{.operator_name = data.options().operator_name,
                .reached = data.outcome().reached,
                .totals = plan_totals(data),
                .served_before = {},
                .served_after = {},
                .status_after = {}};
  if (data.broadband() != nullptr) {
    serve_by_fibre(data, kpis);
    return kpis;
  }
  const bool hollow_counts = data.options().hollow_counts;
  kpis.status_after = statuses_in(data.stations().after);
  kpis.served_before = counting(statuses_in(data.stations().before), hollow_counts);
  kpis.served_after = counting(kpis.status_after, hollow_counts);
  return kpis;
}

SunsetKpis sunset_kpis(const network::Network& network, const sunset::SunsetOutcome& outcome) {
  const sunset::SunsetTotals& totals = outcome.totals;
  SunsetKpis kpis{
      .technology = std::string(name_of(outcome.question.technology)),
      .reached = totals.reached(),
      .last_cell_off_quarter = {},
      .totals = {count("cells_off", totals.cells_off), count("cells_left_on", totals.cells_left_on),
                 amount("mhz_freed", totals.mhz_freed_by_period.empty() ? 0.0 : totals.mhz_freed_by_period.back()),
                 count("handsets_cut", totals.handsets_cut), count("handsets_subsidised", totals.handsets_subsidised),
                 amount("cost_million_vnd", totals.cost_million_vnd)},
      .hamlets = std::vector<HamletHandsets>(network.hamlets.size())};
  if (totals.last_period) kpis.last_cell_off_quarter = outcome.question.quarter_of(*totals.last_period).name();
  for (const sunset::DemandPeriod& row : outcome.demand_periods) {
    HamletHandsets& hamlet = kpis.hamlets[row.hamlet];
    const auto handsets = static_cast<double>(row.handsets);
    if (row.period == 0) {
      hamlet.handsets += handsets;
      hamlet.voice_before += handsets * row.shares.voice;
      hamlet.data_before += handsets * row.shares.data;
    }
    if (row.period == outcome.question.periods) {
      hamlet.voice_after += handsets * row.shares.voice;
      hamlet.data_after += handsets * row.shares.data;
    }
    for (const std::int64_t given : row.subsidised)
      hamlet.subsidised += given;
  }
  for (const sunset::BlockingDemand& demand : outcome.blocking_demands)
    kpis.hamlets[demand.hamlet].holds_back = true;
  return kpis;
}

std::vector<KpiFigure> plan_figures(const KpiStages& stages, const network::Network& network, const AreaTotals& area) {
  std::int64_t served = 0, gained = 0, people = 0, hollow = 0, white = 0;
  for (const std::size_t hamlet : area.hamlets) {
    if (!stages.plan) break;
    const bool is_served = stages.plan->served_after[hamlet];
    served += is_served ? 1 : 0;
    gained += is_served && !stages.plan->served_before[hamlet] ? 1 : 0;
    people += is_served ? network.hamlets[hamlet].population : 0;
    if (stages.plan->status_after.empty()) continue;
    hollow += stages.plan->status_after[hamlet] == Status::kHollow ? 1 : 0;
    white += stages.plan->status_after[hamlet] == Status::kWhite ? 1 : 0;
  }
  const double all = static_cast<double>(std::max<std::size_t>(1, area.hamlets.size()));
  std::vector<KpiFigure> figures = {
      count("hamlets_served", served), share("hamlets_served_share", static_cast<double>(served) / all),
      count("hamlets_gained", gained), count("people_served", people),
      count("hamlets_hollow", hollow), count("hamlets_white", white)};
  if (!stages.plan) return without_values(std::move(figures));
  if (stages.plan->status_after.empty()) figures[4].value = figures[5].value = std::nullopt;
  return figures;
}

std::vector<KpiFigure> sunset_figures(const KpiStages& stages, const AreaTotals& area) {
  HamletHandsets sum;
  std::int64_t holding_back = 0;
  for (const std::size_t hamlet : area.hamlets) {
    if (!stages.sunset) break;
    const HamletHandsets& one = stages.sunset->hamlets[hamlet];
    sum.handsets += one.handsets;
    sum.voice_before += one.voice_before;
    sum.voice_after += one.voice_after;
    sum.data_before += one.data_before;
    sum.data_after += one.data_after;
    sum.subsidised += one.subsidised;
    holding_back += one.holds_back ? 1 : 0;
  }
  std::vector<KpiFigure> figures = {count("hamlets_held_back", holding_back),
                                    count("handsets_subsidised", sum.subsidised),
                                    share("voice_share_before", mean_share(sum.voice_before, sum.handsets)),
                                    share("voice_share_after", mean_share(sum.voice_after, sum.handsets)),
                                    share("data_share_before", mean_share(sum.data_before, sum.handsets)),
                                    share("data_share_after", mean_share(sum.data_after, sum.handsets))};
  if (!stages.sunset) return without_values(std::move(figures));
  if (sum.handsets <= 0.0) {
    for (std::size_t i = 2; i < figures.size(); ++i)
      figures[i].value.reset();
  }
  return figures;
}

std::vector<KpiFigure> uncertainty_figures(const KpiStages& stages, const AreaTotals& area) {
  const analysis::Uncertainty* const odds = stages.uncertainty;
  const bool has_plan = odds != nullptr && odds->plan;
  const bool has_sunset = odds != nullptr && !odds->by_period.empty();
  return {expected("hamlets_covered", odds == nullptr ? nullptr : &odds->by_operator.back(), area),
          expected("hamlets_covered_after_plan", has_plan ? &odds->plan->after : nullptr, area),
          expected("hamlets_covered_after_sunset", has_sunset ? &odds->by_period.back() : nullptr, area)};
}

}  // namespace phusong::report
