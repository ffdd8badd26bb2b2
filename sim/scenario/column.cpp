#include "sim/scenario/column.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <regex>
#include <stdexcept>
#include <variant>

namespace phusong::scenario {
namespace {

using Result = std::optional<Rejection>;

Rejection not_a_number(const std::string& text) {
  static const std::regex kDecimalComma("[+-]?[0-9]+,[0-9]+");
  if (std::regex_match(text, kDecimalComma))
    return {"has a decimal comma, which only a table separated by ; may have", "a decimal point"};
  return {"is not a number", ""};
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
    const std::string word = lower_case(text);
    const bool yes = word == "1" || word == "true";
    if (!yes && word != "0" && word != "false") return Rejection{"is neither 0 nor 1", "0, 1"};
    *place = yes;
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

bool is_named(const Column& column, const std::string& lower_name) {
  const auto same = [&lower_name](const std::string& name) { return lower_case(name) == lower_name; };
  return same(column.name) || std::any_of(column.synonyms.begin(), column.synonyms.end(), same);
}

}  // namespace

std::optional<Rejection> assign_text(const Column& column, std::string_view text) {
  return std::visit(AssignText{column, std::string(trimmed(text))}, column.place);
}

TableColumns::TableColumns(const gis::Table& table, std::vector<Column> columns, gis::Problems& problems)
    : table_(table), columns_(std::move(columns)), known_(table.columns.size(), nullptr) {
  for (const Column& column : columns_) {
    const std::string* first = nullptr;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!is_named(column, lower_case(trimmed(table.columns[i])))) continue;
      if (first != nullptr) {
        problems.add({.file = table.file,
                      .key = table.columns[i],
                      .message = "means the same as column " + *first,
                      .allowed = "one column for " + column.name});
      } else {
        known_[i] = &column;
      }
      first = &table.columns[i];
    }
    if (first != nullptr || !column.required) continue;
    complete_ = false;
    problems.add({.file = table.file,
                  .key = column.name,
                  .message = "the required column is missing",
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
      rejection = assign_text(*column, row.values[i]);
    } else if (column->required) {
      rejection = Rejection{"is empty and has no default", allowed_text(column->place, column->limit)};
    }
    if (!rejection) continue;
    problems.add(problem(row, column->name, *rejection));
    good = false;
  }
  return good;
}

std::string TableColumns::unknown_note(Unknown unknown_columns) const {
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < known_.size(); ++i)
    if (known_[i] == nullptr) unknown.push_back(table_.columns[i]);
  if (unknown.empty()) return "";
  // The note stands in the manifest too, which does not depend on how the scenario's folder was named.
  return std::filesystem::path(table_.file).filename().string() + ": columns not known, " +
         (unknown_columns == Unknown::kCarried ? "carried through: " : "left out: ") + joined(unknown);
}

network::CarriedFields TableColumns::carried(const gis::TableRow& row) const {
  network::CarriedFields fields;
  for (std::size_t i = 0; i < known_.size() && i < row.values.size(); ++i)
    if (known_[i] == nullptr && !row.values[i].empty()) fields.push_back({table_.columns[i], row.values[i]});
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
