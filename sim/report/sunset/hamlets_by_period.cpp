#include "sim/report/sunset/hamlets_by_period.h"

#include <map>
#include <tuple>

#include "gis/vector_writer.h"
#include "sim/report/cell_values.h"
#include "sim/sunset/model/replay.h"
#include "sim/sunset/outcome/technology_status.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;
using network::Technology;
using sunset::ClassCounts;
using sunset::DemandIndex;

constexpr std::array kShownTechnologies = {Technology::k2G, Technology::k3G, Technology::k4G};

std::vector<gis::Column> period_columns() {
  std::vector<gis::Column> columns = {{"hamlet_id", ColumnType::kText},
                                      {"operator", ColumnType::kText},
                                      {"period", ColumnType::kInteger},
                                      {"voice_share", ColumnType::kReal},
                                      {"data_share", ColumnType::kReal},
                                      {"voice_floor", ColumnType::kReal},
                                      {"data_floor", ColumnType::kReal},
                                      {"share_2g_only", ColumnType::kReal},
                                      {"share_3g_only", ColumnType::kReal},
                                      {"share_volte", ColumnType::kReal},
                                      {"handsets_subsidised", ColumnType::kInteger}};
  for (const Technology technology : kShownTechnologies)
    columns.push_back({std::string(prefix_of(technology)) + "_status", ColumnType::kText});
  return columns;
}

/// Makes the rows of one period after another.
class PeriodRows {
 public:
  explicit PeriodRows(const SunsetData& data)
      : data_(data),
        model_(data.result.model),
        weights_(replay_weights(model_, data.result.schedule)),
        status_(data.scenario, data.sunset, plain_schedule(data.scenario, data.sunset.more, data.result)) {
    for (const sunset::Subsidy& subsidy : data.result.schedule.subsidies)
      subsidised_[{subsidy.demand, subsidy.period}] += sunset::total(subsidy.handsets);
  }

  /// By hamlet, operator, period.
  bool next(std::vector<CellValue>& row) {
    if (demand_ == model_.demands.size()) return false;
    row = row_of(demand_, period_);
    if (++period_ > model_.periods) {
      period_ = 0;
      ++demand_;
    }
    return true;
  }

 private:
  const SunsetData& data_;
  const sunset::SunsetModel& model_;
  std::vector<std::vector<sunset::ServedWeights>> weights_;
  sunset::TechnologyStatus status_;
  std::map<std::pair<DemandIndex, int>, std::int64_t> subsidised_;
  DemandIndex demand_ = 0;
  int period_ = 0;

  ClassCounts counts_in(DemandIndex demand, int period) const {
    ClassCounts given{};
    for (const sunset::Subsidy& subsidy : data_.result.schedule.subsidies_of(demand)) {
      for (std::size_t c = 0; subsidy.period <= period && c < given.size(); ++c)
        given[c] += subsidy.handsets[c];
    }
    return sunset::with_subsidies(model_.counts_in(demand, period), given);
  }

  std::vector<CellValue> row_of(DemandIndex demand, int period) const {
    const sunset::Demand& of = model_.demands[demand];
    const ClassCounts counts = counts_in(demand, period);
    const sunset::Shares shares = shares_of(weights_[static_cast<std::size_t>(period)][demand], counts);
    const double all = static_cast<double>(std::max<std::int64_t>(1, sunset::total(counts)));
    const auto share = [&](std::size_t c) { return ratio(static_cast<double>(counts[c]) / all); };
    const auto given = subsidised_.find({demand, period});
    std::vector<CellValue> row = {data_.network().hamlets[of.hamlet].hamlet_id,
                                  data_.network().operators[of.operator_index],
                                  std::int64_t{period},
                                  ratio(shares.voice),
                                  ratio(shares.data),
                                  ratio(of.voice_floor),
                                  ratio(of.data_floor),
                                  share(0),
                                  share(1),
                                  share(sunset::kVolteIndex),
                                  std::int64_t{given == subsidised_.end() ? 0 : given->second}};
    for (const Technology technology : kShownTechnologies)
      row.emplace_back(std::string(name_of(status_.of(of.hamlet, of.operator_index, technology, period))));
    return row;
  }
};

}  // namespace

void write_hamlets_by_period(const std::filesystem::path& path, const SunsetData& data) {
  PeriodRows rows(data);
  gis::write_csv(path, period_columns(), [&](std::vector<CellValue>& row) { return rows.next(row); });
}

}  // namespace phusong::report
