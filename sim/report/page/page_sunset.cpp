#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/report/page/page_stages.h"
#include "sim/report/page/page_table.h"
#include "sim/sunset/outcome/quarter.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kByPeriod = "sunset/hamlets_by_period.csv";
constexpr const char* kSumOfOperators = "any";

/// The first days of the periods of a sunset, from period 0, in which nothing is switched off yet, to the one after the
/// last.
class PeriodDays {
 public:
  explicit PeriodDays(const Json& summary) {
    const Json& names = summary.at("periods");
    if (names.empty()) return;
    quarters_.push_back(sunset::parse_quarter(names.at(0).get<std::string>()).plus(-1));
    for (std::size_t i = 0; i <= names.size(); ++i)
      quarters_.push_back(quarters_.back().plus(1));
  }

  /// [{period, label, begin, end}]; a period ends on the first day of the next.
  Json json() const {
    Json periods = Json::array();
    for (std::size_t i = 0; i + 1 < quarters_.size(); ++i) {
      periods.push_back({{"period", i},
                         {"label", quarters_[i].name()},
                         {"begin", quarters_[i].first_day()},
                         {"end", quarters_[i + 1].first_day()}});
    }
    return periods;
  }
  /// The period that begins on a day; null for a day after them all.
  Json period_from(const std::string& day) const {
    for (std::size_t i = 0; i + 1 < quarters_.size(); ++i)
      if (quarters_[i].first_day() == day) return i;
    return nullptr;
  }

 private:
  std::vector<sunset::Quarter> quarters_;
};

/// [{cell_id, …, lat, lon, on_period, off_period, fate}] of cells_by_period.geojson.
Json sunset_cells(const StoredRun& run, const PeriodDays& days) {
  Json cells = Json::array();
  if (!run.has("sunset/cells_by_period.geojson")) return cells;
  const Json collection = run.json("sunset/cells_by_period.geojson");
  for (const Json& feature : collection.at("features")) {
    const Json& properties = feature.at("properties");
    Json cell = Json::object();
    for (const char* const key : {"cell_id", "site_id", "operator", "technology", "frequency_mhz", "azimuth_deg"})
      cell[key] = properties.at(key);
    cell["lat"] = feature.at("geometry").at("coordinates").at(1);
    cell["lon"] = feature.at("geometry").at("coordinates").at(0);
    cell["on_period"] = days.period_from(properties.at("begin").get<std::string>());
    cell["off_period"] = days.period_from(properties.at("end").get<std::string>());
    cell["fate"] = properties.at("fate");
    cells.push_back(std::move(cell));
  }
  return cells;
}

/// A list of objects with the same keys as a table, which says each key once.
Json table_of(const Json& objects) {
  Json columns = Json::array(), rows = Json::array();
  for (const Json& object : objects) {
    Json row = Json::array();
    for (const auto& [key, value] : object.items()) {
      if (rows.empty()) columns.push_back(key);
      row.push_back(value);
    }
    rows.push_back(std::move(row));
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

bool is_on(const Json& cell, std::size_t period) {
  const Json& on = cell.at("on_period");
  const Json& off = cell.at("off_period");
  return on.is_number() && on.get<std::size_t>() <= period && (off.is_null() || period < off.get<std::size_t>());
}

/// Means of the shares of voice and data of hamlets, weighted by people.
struct MeanShares {
  double people = 0.0, voice = 0.0, data = 0.0;

  void add(double weight, const Json& voice_share, const Json& data_share) {
    if (!voice_share.is_number() || !data_share.is_number()) return;
    people += weight;
    voice += weight * voice_share.get<double>();
    data += weight * data_share.get<double>();
  }
  Json voice_share() const { return people > 0.0 ? Json(voice / people) : Json(); }
  Json data_share() const { return people > 0.0 ? Json(data / people) : Json(); }
};

/// By operator and period.
using SharesByPeriod = std::map<std::pair<std::string, std::size_t>, MeanShares>;

std::map<std::string, double> people_by_hamlet(const Json& hamlets) {
  const std::size_t id = page_column(hamlets, "hamlet_id", "hamlets.csv");
  const std::size_t population = page_column(hamlets, "population", "hamlets.csv");
  std::map<std::string, double> people;
  for (const Json& row : hamlets.at("rows"))
    if (row[population].is_number()) people[row[id].get<std::string>()] = row[population].get<double>();
  return people;
}

SharesByPeriod shares_of(const Json& by_period, const Json& hamlets) {
  const auto column = [&](const char* name) { return page_column(by_period, name, kByPeriod); };
  const std::size_t hamlet = column("hamlet_id"), operator_name = column("operator"), period = column("period"),
                    voice = column("voice_share"), data = column("data_share");
  const std::map<std::string, double> people = people_by_hamlet(hamlets);
  SharesByPeriod shares;
  for (const Json& row : by_period.at("rows")) {
    const auto found = people.find(row[hamlet].get<std::string>());
    if (found == people.end()) continue;
    const auto at = row[period].get<std::size_t>();
    shares[{row[operator_name].get<std::string>(), at}].add(found->second, row[voice], row[data]);
    shares[{kSumOfOperators, at}];  // a handset is of one operator: there is no share of all
  }
  return shares;
}

/// The cells on in a period of the technology that goes; of one operator, or of all.
std::size_t cells_on(const Json& cells, const Json& technology, const std::string& operator_name, std::size_t period) {
  const auto counts = [&](const Json& cell) {
    return cell.at("technology") == technology && is_on(cell, period) &&
           (operator_name == kSumOfOperators || cell.at("operator") == operator_name);
  };
  return static_cast<std::size_t>(std::ranges::count_if(cells, counts));
}

/// The spectrum that is free in a period, of all operators together, which the summary alone knows.
Json mhz_freed(const Json& summary, const std::string& operator_name, std::size_t period) {
  const Json& by_period = summary.at("mhz_freed_by_period");
  if (operator_name != kSumOfOperators) return nullptr;
  if (period == 0) return 0;
  return period <= by_period.size() ? by_period.at(period - 1) : Json();
}

Json shares_json(const SharesByPeriod& shares, const Json& cells, const Json& summary) {
  Json rows = Json::array();
  for (const auto& [key, mean] : shares) {
    const auto& [operator_name, period] = key;
    rows.push_back({{"operator", operator_name},
                    {"period", period},
                    {"voice_share", mean.voice_share()},
                    {"data_share", mean.data_share()},
                    {"cells_on", cells_on(cells, summary.at("technology"), operator_name, period)},
                    {"mhz_freed", mhz_freed(summary, operator_name, period)}});
  }
  return rows;
}

/// The rows in which anything but the period is not as in the period before.
Json changes_alone(Json by_period) {
  const std::size_t hamlet = page_column(by_period, "hamlet_id", kByPeriod),
                    operator_name = page_column(by_period, "operator", kByPeriod),
                    period = page_column(by_period, "period", kByPeriod);
  std::map<std::pair<std::string, std::string>, Json> last;
  Json kept = Json::array();
  for (Json& row : by_period.at("rows")) {
    Json state = row;
    state[period] = nullptr;
    Json& before = last[{row[hamlet].get<std::string>(), row[operator_name].get<std::string>()}];
    if (before == state) continue;
    before = std::move(state);
    kept.push_back(std::move(row));
  }
  by_period["rows"] = std::move(kept);
  return by_period;
}

/// A table of a province may have more rows than a page can hold: the first of them, and beside it how many there are.
void add_guard(const StoredRun& run, Json& sunset) {
  constexpr std::size_t kMaxRows = 2000;
  Json guard = page_table_of(run, "sunset/guard.csv");
  if (!guard.is_null() && guard.at("rows").size() > kMaxRows) {
    Json& rows = guard.at("rows");
    sunset["guard_count"] = rows.size();
    rows.erase(rows.begin() + kMaxRows, rows.end());
  }
  sunset["guard"] = std::move(guard);
}

bool is_shown_by_period(std::string_view column) {
  return column == "hamlet_id" || column == "operator" || column == "period" || column == "voice_share" ||
         column == "data_share" || column == "voice_floor" || column == "data_floor";
}

}  // namespace

Json page_sunset(const StoredRun& run, const Json& hamlets) {
  if (!run.has("sunset/sunset.json")) return nullptr;
  const Json summary = run.json("sunset/sunset.json");
  const PeriodDays days(summary);
  const Json cells = sunset_cells(run, days);
  const Json by_period = page_table_of(run, kByPeriod, is_shown_by_period);
  Json shares = by_period.is_null() ? Json::array() : shares_json(shares_of(by_period, hamlets), cells, summary);
  Json sunset = {{"summary", summary},
                 {"schedule", page_table_of(run, "sunset/schedule.csv")},
                 {"periods", days.json()},
                 {"cells", table_of(cells)},
                 {"hamlets", by_period.is_null() ? Json() : changes_alone(by_period)},
                 {"shares", std::move(shares)},
                 {"sweep", page_table_of(run, "sunset/sweep.csv")}};
  add_guard(run, sunset);
  return sunset;
}

}  // namespace phusong::report
