#include "gis/table_form.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include "gis/text.h"

namespace phusong::gis {
namespace {

/// Titles, notes and logos above a header take no more rows than this.
constexpr std::size_t kTitleRows = 30;

bool names_it(const std::string& field, const ColumnWish& column) {
  if (column.is_name) return column.is_name(field);
  const std::string key = without_case(field);
  return std::any_of(column.names.begin(), column.names.end(),
                     [&key](const std::string& name) { return without_case(name) == key; });
}

bool is_among(const ColumnWish& column, const std::vector<std::string>& fields) {
  return std::any_of(fields.begin(), fields.end(), [&](const std::string& field) { return names_it(field, column); });
}

/// The row that knows most names; the first where none knows any.
std::size_t header_index(const std::vector<TableRow>& rows, const TableWish& wish) {
  std::size_t best = 0, most = 0;
  for (std::size_t i = 0; i < std::min(rows.size(), kTitleRows); ++i) {
    const std::size_t count = known_names(rows[i].values, wish);
    if (count <= most || (i > 0 && count < std::min<std::size_t>(2, wish.size()))) continue;
    most = count;
    best = i;
  }
  return best;
}

std::size_t used_size(const TableRow& row) {
  std::size_t size = row.values.size();
  while (size > 0 && row.values[size - 1].empty())
    --size;
  return size;
}

/// A title has few fields, and those are words.
bool looks_like_data(const TableRow& row, std::size_t columns) {
  const auto filled = std::count_if(row.values.begin(), row.values.end(), [](const auto& v) { return !v.empty(); });
  const auto numbers = std::count_if(row.values.begin(), row.values.end(), looks_like_number);
  return numbers >= 2 && 2 * static_cast<std::size_t>(filled) > columns;
}

void check_titles(std::span<const TableRow> titles, Table& table, Problems& problems) {
  if (titles.empty()) return;
  for (const TableRow& row : titles) {
    if (looks_like_data(row, table.columns.size()))
      problems.add({.file = table.file, .line = row.row, .message = "stands above the header and is no title"});
  }
  table.notes.push_back({.kind = InputNote::Kind::kTitleRows,
                         .file = table.file,
                         .names = fmt::format("{}", fmt::join(titles.front().values, " ")),
                         .count = titles.size()});
}

/// How many fields a row may have: as many as the header, or as all rows have, where those beyond the names are empty.
class RowWidth {
 public:
  RowWidth(std::size_t columns, std::size_t header_fields, std::span<const TableRow> rows)
      : columns_(columns), header_fields_(header_fields), common_(rows.empty() ? columns : rows[0].values.size()) {
    for (const TableRow& row : rows)
      if (row.values.size() != common_) common_ = columns;
  }

  /// Cuts the row to the columns; false where it does not fit.
  bool fit(TableRow& row) const {
    const std::size_t size = row.values.size();
    if (size != columns_ && size != header_fields_ && size != common_) return false;
    if (used_size(row) > columns_ || size < columns_) return false;
    row.values.resize(columns_);
    if (!row.kinds.empty()) row.kinds.resize(columns_);
    if (!row.raw.empty()) row.raw.resize(columns_);
    return true;
  }

 private:
  std::size_t columns_, header_fields_, common_;
};

/// The number in "(3)" or "[3]", or of "3" itself; -1 for other text.
int numbering(std::string_view text, bool in_brackets) {
  if (in_brackets) {
    const bool is_closed =
        (text.starts_with('(') && text.ends_with(')')) || (text.starts_with('[') && text.ends_with(']'));
    if (!is_closed || text.size() < 3) return -1;
    text = text.substr(1, text.size() - 2);
  }
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && text[0] != '0' ? number : -1;
}

/// Whether the fields that are not empty are the numbers from 1 on; `least` of them.
bool counts_columns(const TableRow& row, bool in_brackets, int least) {
  int count = 0;
  for (const std::string& value : row.values)
    if (!value.empty() && numbering(value, in_brackets) != ++count) return false;
  return count >= least;
}

/// Whether the numbers of the first row stand in a column where all others have words.
bool are_strange(const TableRow& first, std::span<const TableRow> others) {
  for (std::size_t i = 0; i < first.values.size(); ++i) {
    std::size_t words = 0, numbers = 0;
    for (const TableRow& row : others)
      if (i < row.values.size() && !row.values[i].empty()) ++(looks_like_number(row.values[i]) ? numbers : words);
    if (!first.values[i].empty() && words > 0 && numbers == 0) return true;
  }
  return false;
}

/// Forms have a row under the header that numbers the columns.
bool is_numbering(std::span<const TableRow> below) {
  if (below.empty()) return false;
  return counts_columns(below[0], true, 2) ||
         (counts_columns(below[0], false, 4) && are_strange(below[0], below.subspan(1)));
}

/// Which columns have neither a name nor a value.
std::vector<bool> unused_columns(const std::vector<std::string>& header, std::span<const TableRow> rows) {
  std::vector<bool> unused(header.size());
  for (std::size_t i = 0; i < header.size(); ++i) {
    unused[i] = header[i].empty() && std::none_of(rows.begin(), rows.end(), [i](const TableRow& row) {
                  return i < row.values.size() && !row.values[i].empty();
                });
  }
  return unused;
}

template <class Value>
void leave_out(const std::vector<bool>& unused, std::vector<Value>& values) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!unused[i]) std::swap(values[kept++], values[i]);
  values.resize(kept);
}

void leave_out(const std::vector<bool>& unused, Table& table) {
  leave_out(unused, table.columns);
  for (TableRow& row : table.rows) {
    leave_out(unused, row.values);
    leave_out(unused, row.kinds);
    leave_out(unused, row.raw);
  }
}

/// Columns up to the last that has a name, or a value under no name where all rows are as wide as the header.
std::size_t column_count(const TableRow& header, std::span<const TableRow> rows) {
  std::size_t count = used_size(header);
  for (const TableRow& row : rows)
    if (row.values.size() <= header.values.size()) count = std::max(count, used_size(row));
  return count;
}

/// The names of columns in two rows, as forms have them: groups above ("Tọa độ") and their columns below ("Kinh độ",
/// "Vĩ độ"), where the upper row has an empty field behind each group. Nothing where the row below has a value under a
/// name, or a number.
std::optional<std::vector<std::string>> names_with(const TableRow& header, const TableRow& below) {
  const auto is_unnamed = [&header](std::size_t i) { return i >= header.values.size() || header.values[i].empty(); };
  std::vector<std::string> names = header.values;
  names.resize(std::max(names.size(), below.values.size()));
  for (std::size_t i = 0; i < below.values.size(); ++i) {
    const std::string& name = below.values[i];
    if (name.empty()) continue;
    const bool is_in_group = is_unnamed(i) || (i + 1 < below.values.size() && is_unnamed(i + 1));
    if (!is_in_group || looks_like_number(name)) return std::nullopt;
    names[i] = name;
  }
  return names;
}

/// Whether the second row names columns that the first leaves without a name, and loses none of those known.
bool completes(const TableRow& header, const std::vector<std::string>& names, const TableWish& wish) {
  bool has_more = names.size() > header.values.size();
  for (std::size_t i = 0; i < header.values.size(); ++i)
    has_more = has_more || (header.values[i].empty() && !names[i].empty());
  return has_more && known_names(names, wish) >= known_names(header.values, wish);
}

/// The rows of a header, one or two, and its names.
struct HeaderRows {
  std::size_t begin = 0, end = 0;
  TableRow names;
};

HeaderRows find_header(const std::vector<TableRow>& rows, const TableWish& wish) {
  const std::size_t at = header_index(rows, wish);
  const std::size_t known = known_names(rows[at].values, wish);
  for (const std::size_t upper : {at, at - 1}) {
    if (upper >= rows.size() || upper + 1 >= rows.size()) continue;  // at - 1 of the first row is beyond all
    const auto names = names_with(rows[upper], rows[upper + 1]);
    if (!names) continue;
    const bool knows_more = known_names(*names, wish) > known;
    if (!knows_more && (upper != at || !completes(rows[at], *names, wish))) continue;
    HeaderRows header{.begin = upper, .end = upper + 2, .names = rows[upper]};
    header.names.values = *names;
    return header;
  }
  return {.begin = at, .end = at + 1, .names = rows[at]};
}

void note_numbering(const TableRow& row, Table& table) {
  table.notes.push_back({.kind = InputNote::Kind::kNumberingRow,
                         .file = table.file,
                         .names = fmt::format("{}", fmt::join(row.values, " "))});
}

void add_no_header(const TableRow& first, const TableWish& wish, Table& table, Problems& problems) {
  problems.add({.file = table.file,
                .line = first.row,
                .value = fmt::format("{}", fmt::join(first.values, ", ")),
                .message = "the table has no header, or one of other names: no field of its first row is the name of a "
                           "column",
                .allowed = required_text(wish)});
}

void add_rows(std::span<TableRow> rows, std::size_t header_fields, Table& table, Problems& problems,
              const std::string& hint) {
  const std::size_t columns = table.columns.size();
  const RowWidth width(columns, header_fields, rows);
  for (TableRow& row : rows) {
    const std::size_t count = row.values.size();
    if (!width.fit(row)) {
      problems.add({.file = table.file,
                    .line = row.row,
                    .message = fmt::format("{} field{} where the header has {}{}", count, count == 1 ? "" : "s",
                                           columns, count > columns ? hint : ""),
                    .of_row_alone = true});
    } else if (row.values == table.columns) {
      problems.add({.file = table.file, .line = row.row, .message = "the header again", .of_row_alone = true});
    } else {
      table.rows.push_back(std::move(row));
    }
  }
}

}  // namespace

std::size_t known_names(const std::vector<std::string>& fields, const TableWish& wish) {
  return static_cast<std::size_t>(
      std::count_if(wish.begin(), wish.end(), [&](const ColumnWish& column) { return is_among(column, fields); }));
}

bool has_required(const std::vector<std::string>& fields, const TableWish& wish) {
  return std::all_of(wish.begin(), wish.end(),
                     [&](const ColumnWish& column) { return !column.required || is_among(column, fields); });
}

const TableRow* header_of(const std::vector<TableRow>& rows, const TableWish& wish) {
  return rows.empty() ? nullptr : &rows[header_index(rows, wish)];
}

void clean(TableRow& row) {
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    std::string cleaned = clean_text(row.values[i]);
    if (cleaned == row.values[i]) continue;
    if (row.raw.empty()) row.raw = row.values;
    row.values[i] = std::move(cleaned);
  }
}

bool is_empty(const TableRow& row) {
  return used_size(row) == 0;
}

void check_names(const Table& table, std::optional<long> line, Problems& problems, const std::vector<bool>& unused) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& name = table.columns[i];
    if (i < unused.size() && unused[i]) continue;
    if (name.empty()) {
      problems.add({.file = table.file, .line = line, .message = fmt::format("column {} has no name", i + 1)});
    } else if (!seen.insert(without_case(name)).second) {
      problems.add({.file = table.file, .line = line, .key = name, .message = "the column is there twice"});
    }
  }
}

std::string required_text(const TableWish& wish) {
  std::vector<std::string> columns;
  for (const ColumnWish& column : wish) {
    if (!column.required) continue;
    const std::span others = std::span(column.names).subspan(1);
    columns.push_back(others.empty() ? column.names[0]
                                     : fmt::format("{} (or {})", column.names[0], fmt::join(others, ", ")));
  }
  return fmt::format("{}", fmt::join(columns, ", "));
}

void form_table(std::vector<TableRow> rows, const TableWish& wish, Table& table, Problems& problems,
                const std::string& hint) {
  std::for_each(rows.begin(), rows.end(), clean);
  std::erase_if(rows, is_empty);
  if (rows.empty()) {
    problems.add({.file = table.file, .message = "is empty"});
    return;
  }
  HeaderRows found = find_header(rows, wish);
  TableRow& header = found.names;
  if (!wish.empty() && known_names(header.values, wish) == 0) return add_no_header(header, wish, table, problems);
  std::span<TableRow> below = std::span(rows).subspan(found.end);
  const bool has_numbering = is_numbering(below);
  if (has_numbering) below = below.subspan(1);
  const std::size_t header_fields = header.values.size();
  table.header_row = header.row;
  header.values.resize(column_count(header, below));
  table.columns = std::move(header.values);
  const std::vector<bool> unused = unused_columns(table.columns, below);
  check_names(table, header.row, problems, unused);
  check_titles(std::span(rows).first(found.begin), table, problems);
  if (has_numbering) note_numbering(rows[found.end], table);
  add_rows(below, header_fields, table, problems, hint);
  leave_out(unused, table);
}

}  // namespace phusong::gis
