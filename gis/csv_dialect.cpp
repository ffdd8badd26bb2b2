#include "gis/csv_dialect.h"

#include <algorithm>
#include <optional>

#include "gis/csv_records.h"
#include "gis/table_form.h"

namespace phusong::gis {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr char kSeparators[] = {',', ';', '\t'};
/// Rows in which the header is looked for.
constexpr int kFirstRows = 30;

std::string_view first_line_of(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

/// Takes a line "sep=;" off the text.
void take_stated_separator(CsvDialect& dialect) {
  std::string_view line = first_line_of(dialect.text);
  const std::size_t length = line.size();
  if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() != 5 || (line.substr(0, 4) != "sep=" && line.substr(0, 4) != "SEP=")) return;
  dialect.separator = line[4];
  dialect.is_stated = true;
  dialect.first_line = 2;
  dialect.text.remove_prefix(length);
  dialect.text.remove_prefix(dialect.text.substr(0, 2) == "\r\n" ? 2 : std::min<std::size_t>(1, dialect.text.size()));
}

/// How many of the names a row near the top has, or how many fields the first has more than one.
struct Score {
  std::size_t names = 0, fields = 0;
};

Score score_of(std::string_view text, char separator, const TableWish& wish) {
  CsvRecordReader reader(text, separator);
  Score score;
  for (int i = 0; i < kFirstRows; ++i) {
    std::optional<CsvRecord> record = reader.next();
    if (!record) break;
    if (i == 0) score.fields = record->fields.size();
    TableRow row{.values = std::move(record->fields)};
    clean(row);
    score.names = std::max(score.names, known_names(row.values, wish));
  }
  return score;
}

}  // namespace

CsvDialect csv_dialect(std::string_view text, const TableWish& wish) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  CsvDialect dialect{.text = text};
  take_stated_separator(dialect);
  if (dialect.is_stated) return dialect;
  Score best;
  for (const char separator : kSeparators) {
    const Score score = score_of(text, separator, wish);
    if (score.names < best.names || (score.names == best.names && score.fields <= best.fields)) continue;
    best = score;
    dialect.separator = separator;
  }
  return dialect;
}

}  // namespace phusong::gis
