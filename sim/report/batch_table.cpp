#include "sim/report/batch_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "gis/vector_writer.h"
#include "sim/report/json_text.h"
#include "sim/report/stored/stored_kpis.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// Of a message in the table; all of it is in the run's log.
constexpr std::size_t kLongestMessage = 600;

constexpr int kTargetMissed = 4;

bool is_warning(const std::string& line) {
  return line.starts_with("warning: ") || line.starts_with("note: ");
}

/// Cut before a character, never within one.
std::string shortened(std::string text) {
  if (text.size() <= kLongestMessage) return text;
  std::size_t end = kLongestMessage;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return text.substr(0, end) + "…";
}

/// The lines that are no warnings, as one.
std::string message_of(std::string_view said) {
  std::istringstream lines{std::string(said)};
  std::string message, line;
  while (std::getline(lines, line)) {
    if (line.empty() || is_warning(line)) continue;
    message += (message.empty() ? "" : " | ") + line;
  }
  return shortened(message);
}

/// Seconds that the run itself has noted.
std::optional<double> noted_seconds(const StoredRun& run) {
  if (!run.has("timings.json")) return std::nullopt;
  const Json seconds = run.json("timings.json").value("seconds", Json());
  return seconds.is_number() ? std::optional<double>(seconds.get<double>()) : std::nullopt;
}

void add_figures(const StoredRun& run, BatchRow& row) {
  const StoredKpis kpis = stored_kpis(run);
  if (kpis.plan_reached || kpis.sunset_reached)
    row.reached = kpis.plan_reached.value_or(true) && kpis.sunset_reached.value_or(true);
  row.hamlets_covered = kpis.hamlets_covered;
  row.cost_million_vnd = kpis.capex_million_vnd;
  row.gap = kpis.gap;
  row.seconds = noted_seconds(run).value_or(*row.seconds);
}

gis::CellValue number_or_none(const std::optional<double>& value, int decimals) {
  if (!value) return std::monostate();
  return gis::Number{*value, decimals};
}

gis::CellValue whole_or_none(const std::optional<std::int64_t>& value) {
  if (!value) return std::monostate();
  return *value;
}

template <class Value>
Json json_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

std::string text_or_dash(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "–";
}

}  // namespace

BatchRow batch_row(const std::filesystem::path& run_folder, int exit_code, double wall_seconds, std::string_view said) {
  BatchRow row{.name = run_folder.filename().string(),
               .exit_code = exit_code,
               .seconds = wall_seconds,
               .reached = std::nullopt,
               .hamlets_covered = std::nullopt,
               .cost_million_vnd = std::nullopt,
               .gap = std::nullopt,
               .message = ""};
  if (exit_code != 0) row.message = message_of(said);
  if (exit_code != 0 && exit_code != kTargetMissed) return row;
  add_figures(StoredRun::open(run_folder), row);
  if (exit_code == kTargetMissed && row.message.empty()) row.message = "the target is not reached";
  return row;
}

void write_batch_table(const std::filesystem::path& path, const std::vector<BatchRow>& rows) {
  using gis::ColumnType;
  gis::OutputTable table{.name = "batch",
                         .columns = {{"name", ColumnType::kText},
                                     {"exit_code", ColumnType::kInteger},
                                     {"seconds", ColumnType::kReal},
                                     {"reached", ColumnType::kText},
                                     {"hamlets_covered", ColumnType::kInteger},
                                     {"cost_million_vnd", ColumnType::kReal},
                                     {"gap", ColumnType::kReal},
                                     {"message", ColumnType::kText}},
                         .rows = {}};
  for (const BatchRow& row : rows) {
    table.rows.push_back({row.name,
                          whole_or_none(row.exit_code ? std::optional<std::int64_t>(*row.exit_code) : std::nullopt),
                          number_or_none(row.seconds, 1),
                          std::string(!row.reached   ? ""
                                      : *row.reached ? "true"
                                                     : "false"),
                          whole_or_none(row.hamlets_covered), number_or_none(row.cost_million_vnd, 2),
                          number_or_none(row.gap, 6), row.message});
  }
  gis::write_csv(path, table, gis::CsvStyle::kComma);
}

Json batch_json(const std::vector<BatchRow>& rows) {
  Json json = Json::array();
  for (const BatchRow& row : rows) {
    json.push_back({{"name", row.name},
                    {"exit_code", json_or_null(row.exit_code)},
                    {"seconds", json_or_null(row.seconds)},
                    {"reached", json_or_null(row.reached)},
                    {"hamlets_covered", json_or_null(row.hamlets_covered)},
                    {"cost_million_vnd", json_or_null(row.cost_million_vnd)},
                    {"gap", json_or_null(row.gap)},
                    {"message", row.message}});
  }
  return json;
}

std::string batch_summary(const std::vector<BatchRow>& rows) {
  std::size_t longest = 4;
  for (const BatchRow& row : rows)
    longest = std::max(longest, row.name.size());
  std::string text = fmt::format("{:<{}}  {:>4}  {:>9}  {:>7}  {:>12}  {:>8}\n", "name", longest, "code", "seconds",
                                 "hamlets", "million VND", "gap");
  for (const BatchRow& row : rows) {
    text += fmt::format("{:<{}}  {:>4}  {:>9}  {:>7}  {:>12}  {:>8}", row.name, longest,
                        row.exit_code ? std::to_string(*row.exit_code) : "–", text_or_dash(row.seconds, 1),
                        row.hamlets_covered ? std::to_string(*row.hamlets_covered) : "–",
                        text_or_dash(row.cost_million_vnd, 1), text_or_dash(row.gap, 4));
    text += row.message.empty() ? "\n" : "  " + row.message + "\n";
  }
  const auto count = [&rows](const auto& is_one) { return std::ranges::count_if(rows, is_one); };
  const auto done = count([](const BatchRow& row) { return row.exit_code == 0; });
  const auto missed = count([](const BatchRow& row) { return row.exit_code == kTargetMissed; });
  const auto open = count([](const BatchRow& row) { return !row.exit_code; });
  return text + fmt::format("{} runs: {} done, {} without reaching the target, {} failed, {} not run to their end\n",
                            rows.size(), done, missed, std::ssize(rows) - done - missed - open, open);
}

}  // namespace phusong::report
