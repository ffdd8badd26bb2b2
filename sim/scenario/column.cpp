#include "sim/scenario/column.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <regex>
#include <set>
#include <stdexcept>

#include "gis/text.h"
#include "sim/scenario/number_text.h"

namespace phusong::scenario {
namespace {

using Result = std::optional<Rejection>;

Rejection not_a_number(const std::string& text) {
  switch (gis::number_form(text)) {
    case gis::NumberForm::kComma:
      return {"has a decimal comma, which only a table separated by ; may have", "a decimal point"};
    case gis::NumberForm::kGroupedComma:
      return {"has a comma: thousands have no marks, and decimals a comma only in a table separated by ;",
              "1250 for a thousand and more, 1.25 with decimals"};
    case gis::NumberForm::kGroupedPoint:
    case gis::NumberForm::kGroupedPointComma:
    case gis::NumberForm::kGroupedCommaPoint:
      return {"has marks between its thousands", "digits alone, with a decimal point"};
    case gis::NumberForm::kOther:
    case gis::NumberForm::kPoint:
      break;
  }
  return {"is not a number", ""};
}

/// 0 and 1 as numbers, and words for them.
std::optional<bool> flag_of(const std::string& text) {
  static const std::set<std::string> kYes = {"1", "true", "yes", "có"}, kNo = {"0", "false", "no", "không"};
  static const std::regex kNumber("([01])[.,]0+");
  const std::string word = std::regex_replace(gis::without_case(text), kNumber, "$1");
  if (kYes.contains(word)) return true;
  if (kNo.contains(word)) return false;
  return std::nullopt;
}

/// A visitor that stores the text of a field in whichever kind of place it is given.
struct AssignText {
  const Column& column;
  std::string text;

  Result operator()(std::string* place) const {
    *place = text;
    return std::nullopt;
  }

  Result operator()(double* place) const {
    std::string_view digits = text;
    if (digits.starts_with('+')) digits.remove_prefix(1);  // from_chars knows no plus
    double value = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      Rejection rejection = not_a_number(text);
      if (rejection.allowed.empty()) rejection.allowed = allowed_text(column.place, column.limit);
      return rejection;
    }
    const propagation::Limit any{.unit = column.limit.unit};
    if (Result rejection = check_number(value, column.checked_later ? any : column.limit)) return rejection;
    *place = value;
    return std::nullopt;
  }

  Result operator()(std::optional<double>* place) const { return through<double>(place); }
  Result operator()(std::optional<std::int64_t>* place) const { return through<std::int64_t>(place); }

  Result operator()(std::int64_t* place) const {
    double value = 0.0;
    if (Result rejection = (*this)(&value)) return rejection;
    if (value != std::floor(value)) return Rejection{"is not a whole number", allowed_text(column.place, column.limit)};
    if (std::abs(value) > 9e15) return Rejection{"out of range", "a number below 9e15"};
    *place = static_cast<std::int64_t>(value);
    return std::nullopt;
  }

  Result operator()(bool* place) const {
    const std::optional<bool> flag = flag_of(text);
    if (!flag) return Rejection{"is neither 0 nor 1", "0, 1, true, false, yes, no, có, không"};
    *place = *flag;
    return std::nullopt;
  }

  Result operator()(const Choice& choice) const { return choose_by_name(choice, text); }

  /// No column is a list or a bounded whole number.
  template <class Other>
  Result operator()(const Other& /*place*/) const {
    throw std::logic_error("column " + column.name + " is bound to what no column holds");
  }

 private:
  template <class Value>
  Result through(std::optional<Value>* place) const {
    Value value{};
    if (Result rejection = (*this)(&value)) return rejection;
    *place = value;
    return std::nullopt;
  }
};

bool is_named(const Column& column, const std::string& key) {
  const auto same = [&key](const std::string& name) { return gis::without_case(name) == key; };
  return same(column.name) || std::any_of(column.synonyms.begin(), column.synonyms.end(), same);
}

/// Whether a name of the column is longer than `start` and begins so.
bool may_be_cut_to(const Column& column, const std::string& start) {
  const auto begins = [&start](const std::string& name) {
    return name.size() > start.size() && gis::without_case(name).starts_with(start);
  };
  return begins(column.name) || std::any_of(column.synonyms.begin(), column.synonyms.end(), begins);
}

bool is_whole(const Place& place) {
  return std::holds_alternative<std::int64_t*>(place) || std::holds_alternative<std::optional<std::int64_t>*>(place);
}

bool is_numeric(const Place& place) {
  return is_whole(place) || std::holds_alternative<double*>(place) ||
         std::holds_alternative<std::optional<double>*>(place);
}

}  // namespace

std::optional<Rejection> assign_text(const Column& column, std::string_view text) {
  return std::visit(AssignText{column, std::string(trimmed(text))}, column.place);
}

gis::TableWish wish_of(const std::vector<Column>& columns) {
  gis::TableWish wish;
  for (const Column& column : columns) {
    wish.push_back({.names = {column.name}, .required = column.required});
    wish.back().names.insert(wish.back().names.end(), column.synonyms.begin(), column.synonyms.end());
  }
  return wish;
}

TableColumns::TableColumns(const gis::Table& table, std::vector<Column> columns, gis::Problems& problems)
    : table_(table), columns_(std::move(columns)), known_(table.columns.size(), nullptr) {
  for (const Column& column : columns_)
    match(column, problems);
  if (table.name_limit > 0) match_cut_names(problems);
  check_required(problems);
}

void TableColumns::match(const Column& column, gis::Problems& problems) {
  const std::string* first = nullptr;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (!is_named(column, gis::without_case(table_.columns[i]))) continue;
    if (first != nullptr) {
      problems.add({.file = table_.file,
                    .key = table_.columns[i],
                    .message = "means the same as column " + *first,
                    .allowed = "one column for " + column.name});
    } else {
      known_[i] = &column;
    }
    first = &table_.columns[i];
  }
}

/// The columns that the table lacks so far and one name of which begins so.
std::vector<const Column*> TableColumns::fitting(const std::string& start) const {
  std::vector<const Column*> result;
  for (const Column& column : columns_)
    if (!has(column.name) && may_be_cut_to(column, start)) result.push_back(&column);
  return result;
}

void TableColumns::match_cut_name(std::size_t index, gis::Problems& problems) {
  static const std::regex kNumbered(".*_[0-9]{1,2}");
  const std::string& name = table_.columns[index];
  std::string start = gis::without_case(name);
  std::vector<const Column*> meant = fitting(start);
  // A writer numbers names that would be equal once they are cut off: which is which cannot be told.
  const bool is_numbered = meant.empty() && std::regex_match(start, kNumbered);
  if (is_numbered) meant = fitting(start.substr(0, start.rfind('_')));
  if (meant.empty()) return;
  if (meant.size() == 1 && !is_numbered) {
    known_[index] = meant.front();
    cut_names_.push_back(name + " = " + meant.front()->name);
    return;
  }
  std::vector<std::string> names;
  for (const Column* const column : meant)
    names.push_back(column->name);
  problems.add({.file = table_.file,
                .key = name,
                .message = "the column's name is cut off, and it cannot be told which column it is",
                .allowed = joined(names, " or ") + ", under its whole name in a GeoPackage"});
}

void TableColumns::match_cut_names(gis::Problems& problems) {
  for (std::size_t i = 0; i < table_.columns.size(); ++i)
    if (known_[i] == nullptr && table_.columns[i].size() == table_.name_limit) match_cut_name(i, problems);
}

void TableColumns::check_required(gis::Problems& problems) {
  for (const Column& column : columns_) {
    if (!column.required || has(column.name)) continue;
    complete_ = false;
    problems.add({.file = table_.file,
                  .key = column.name,
                  .message = "the required column is missing" + unknown_hint(),
                  .allowed = column.synonyms.empty() ? "" : "or under the name " + joined(column.synonyms)});
  }
}

bool TableColumns::has(std::string_view name) const {
  return index_of(name).has_value();
}

bool TableColumns::read(const gis::TableRow& row, gis::Problems& problems) const {
  bool good = complete_;
  for (std::size_t i = 0; i < known_.size() && i < row.values.size(); ++i) {
    const Column* const column = known_[i];
    if (column == nullptr) continue;
    std::optional<Rejection> rejection;
    if (!trimmed(row.values[i]).empty()) {
      rejection = assign(row, i);
    } else if (column->required) {
      rejection = Rejection{"is empty and has no default", allowed_text(column->place, column->limit)};
    }
    if (!rejection) continue;
    problems.add(problem(row, column->name, *rejection));
    good = false;
  }
  return good;
}

std::variant<std::string, Rejection> TableColumns::plain_text(const gis::TableRow& row, std::size_t index) const {
  const Column& column = *known_[index];
  if (!is_numeric(column.place)) return row.values[index];
  return plain_number({.text = row.values[index],
                       .kind = row.kind_of(index),
                       .marks = table_.marks,
                       .is_whole = is_whole(column.place),
                       .limit = column.limit});
}

std::optional<Rejection> TableColumns::assign(const gis::TableRow& row, std::size_t index) const {
  const Column& column = *known_[index];
  // A name holds for all rows beside it; whether so many people do, or share in the number, is not known.
  if (is_whole(column.place) && gis::is_merged(row.kind_of(index)))
    return Rejection{"stands in merged cells", "a number for each row"};
  const std::variant<std::string, Rejection> plain = plain_text(row, index);
  if (const auto* const rejection = std::get_if<Rejection>(&plain)) return *rejection;
  return assign_text(column, std::get<std::string>(plain));
}

std::vector<std::string> TableColumns::plain_values(const gis::TableRow& row) const {
  std::vector<std::string> values = row.values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (known_[i] == nullptr) {
      values[i] = pass_through_text(values[i], row.kind_of(i), table_.marks);
    } else if (std::holds_alternative<bool*>(known_[i]->place)) {
      if (const std::optional<bool> flag = flag_of(values[i])) values[i] = *flag ? "1" : "0";
    } else if (const auto plain = plain_text(row, i); const auto* const text = std::get_if<std::string>(&plain)) {
      values[i] = *text;
    }
  }
  return values;
}

std::vector<std::string> TableColumns::unknown_names() const {
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < known_.size(); ++i)
    if (known_[i] == nullptr) unknown.push_back(table_.columns[i]);
  return unknown;
}

std::vector<gis::InputNote> TableColumns::notes(Unknown unknown_columns) const {
  using Kind = gis::InputNote::Kind;
  std::vector<gis::InputNote> notes;
  const std::vector<std::string> unknown = unknown_names();
  if (!unknown.empty()) {
    notes.push_back({.kind = unknown_columns == Unknown::kPassThrough ? Kind::kColumnsCarried : Kind::kColumnsLeftOut,
                     .file = table_.file,
                     .names = joined(unknown)});
  }
  if (!cut_names_.empty())
    notes.push_back({.kind = Kind::kNamesCutOff, .file = table_.file, .names = joined(cut_names_)});
  return notes;
}

std::string TableColumns::unknown_hint() const {
  const std::vector<std::string> unknown = unknown_names();
  return unknown.empty() ? "" : "; not known are the columns " + joined(unknown);
}

network::PassThroughFields TableColumns::pass_through(const gis::TableRow& row) const {
  network::PassThroughFields fields;
  for (std::size_t i = 0; i < known_.size() && i < row.values.size(); ++i) {
    const std::string& text = row.values[i];
    if (known_[i] == nullptr && !text.empty()) {
      fields.push_back({table_.columns[i], pass_through_text(text, row.kind_of(i), table_.marks),
                        is_ambiguous(text, row.kind_of(i), table_.marks)});
    }
  }
  return fields;
}

gis::Problem TableColumns::problem(const gis::TableRow& row, std::string_view column,
                                   const Rejection& rejection) const {
  const auto index = index_of(column);
  return {.file = table_.file,
          .line = row.row,
          .key = index ? table_.columns[*index] : std::string(column),
          .value = written(row, column),
          .message = rejection.message,
          .allowed = rejection.allowed};
}

std::string TableColumns::written(const gis::TableRow& row, std::string_view column) const {
  const auto index = index_of(column);
  return index && *index < row.values.size() ? row.values[*index] : "";
}

std::optional<std::size_t> TableColumns::index_of(std::string_view name) const {
  for (std::size_t i = 0; i < known_.size(); ++i)
    if (known_[i] != nullptr && known_[i]->name == name) return i;
  return std::nullopt;
}

}  // namespace phusong::scenario
