#include "sim/intake/tables/import_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "sim/intake/tables/import_files.h"

namespace phusong::intake {
namespace {

struct SummaryWords {
  std::string_view counts;  ///< {read} {written} {changed} {refused}
  std::string_view unit, carried, left_out, refused, rows, nothing_written, list;
};
constexpr SummaryWords kSummaryInVietnamese{
    .counts = "{} dòng đã đọc, {} dòng đã ghi, {} dòng có thay đổi, {} dòng bị từ chối\n",
    .unit = ", đơn vị ",
    .carried = "(giữ nguyên)",
    .left_out = "(bỏ)",
    .refused = "Bị từ chối:\n",
    .rows = "dòng đầu",
    .nothing_written = "Không có dòng nào dùng được, bảng không được ghi.\n",
    .list = "Danh sách thay đổi và từ chối: {}\n",
};
constexpr SummaryWords kSummaryInEnglish{
    .counts = "{} rows read, {} written, {} changed, {} refused\n",
    .unit = ", unit ",
    .carried = "(carried through)",
    .left_out = "(left out)",
    .refused = "Refused:\n",
    .rows = "first row",
    .nothing_written = "No row can be used, and no table is written.\n",
    .list = "What was changed and refused: {}\n",
};

std::string columns_text(const ImportedTable& imported, const SummaryWords& words) {
  std::string text;
  for (const MatchedColumn& column : imported.columns) {
    std::string meaning = column.target;
    if (meaning.empty()) meaning = column.carried.empty() ? words.left_out : words.carried;
    if (!column.unit.empty()) meaning += std::string(words.unit) + column.unit;
    text += fmt::format("  {} → {}\n", column.header, meaning);
  }
  return text;
}

/// The reasons for which rows were refused, the most frequent first, each with the first row.
std::string refusals_text(const ImportedTable& imported, const SummaryWords& words, std::string_view language) {
  struct Refusals {
    std::size_t count = 0;
    long first_row = 0;
    std::string text;
  };
  std::map<std::pair<Reason, std::string>, Refusals> by_reason;
  for (const Draft& draft : imported.drafts) {
    for (const Change& change : draft.changes()) {
      if (!is_refusal(change.reason)) continue;
      Refusals& refusals = by_reason[{change.reason, change.column}];
      if (refusals.count++ > 0) continue;
      refusals.first_row = draft.row();
      refusals.text =
          (change.column.empty() ? "" : change.column + ": ") + reason_text(change.reason, change.arguments, language);
    }
  }
  std::vector<Refusals> sorted;
  for (const auto& [reason, refusals] : by_reason)
    sorted.push_back(refusals);
  std::ranges::stable_sort(sorted, std::greater<>(), &Refusals::count);
  std::string text;
  for (const Refusals& refusals : sorted)
    text += fmt::format("  {} × ({} {}) {}\n", refusals.count, words.rows, refusals.first_row, refusals.text);
  return text.empty() ? "" : std::string(words.refused) + text;
}

}  // namespace

std::string import_summary(const ImportedTable& imported, const std::filesystem::path& output,
                           std::string_view language) {
  const SummaryWords& words = language == "vi" ? kSummaryInVietnamese : kSummaryInEnglish;
  std::string text = imported.source + "\n" + columns_text(imported, words);
  text += fmt::format(fmt::runtime(words.counts), imported.rows_read, imported.rows_written, imported.rows_changed,
                      imported.rows_refused);
  text += refusals_text(imported, words, language);
  text += imported.table.rows.empty() ? std::string(words.nothing_written) : output.string() + "\n";
  return text + fmt::format(fmt::runtime(words.list), import_list_of(output).string());
}

std::string import_json(const ImportedTable& imported) {
  nlohmann::ordered_json columns = nlohmann::ordered_json::array();
  for (const MatchedColumn& column : imported.columns) {
    columns.push_back({{"source_column", column.header},
                       {"column", column.target.empty() ? column.carried : column.target},
                       {"unit", column.unit}});
  }
  const nlohmann::ordered_json json = {{"source", imported.source},
                                       {"rows_read", imported.rows_read},
                                       {"rows_written", imported.rows_written},
                                       {"rows_changed", imported.rows_changed},
                                       {"rows_refused", imported.rows_refused},
                                       {"columns", columns}};
  return json.dump(2) + "\n";
}

}  // namespace phusong::intake
