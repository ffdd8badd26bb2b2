#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "gis/land_cover.h"
#include "gis/table.h"

namespace phusong::gis {
namespace {

template <typename T>
std::optional<T> number_of(const std::string& text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Position of a column by its name without case; a problem when it is missing.
std::optional<std::size_t> column_of(const Table& table, std::string_view name, Problems& problems) {
  const auto same = [](char one, char other) { return std::tolower(static_cast<unsigned char>(one)) == other; };
  const auto found = std::find_if(table.columns.begin(), table.columns.end(), [&](const std::string& column) {
    return std::equal(column.begin(), column.end(), name.begin(), name.end(), same);
  });
  if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
  problems.add({.file = table.file, .line = 1, .key = std::string(name), .message = "the column is missing"});
  return std::nullopt;
}

/// Reads rows into classes; what is wrong becomes problems.
class ClassReader {
 public:
  ClassReader(const Table& table, Problems& problems)
      : table_(table),
        problems_(problems),
        class_(column_of(table, "class", problems)),
        name_(column_of(table, "name", problems)),
        height_(column_of(table, "clutter_height_m", problems)) {}

  std::optional<LandCoverClass> read(const TableRow& row);
  bool has_columns() const { return class_ && name_ && height_; }

 private:
  void complain(const TableRow& row, const char* key, const std::string& value, const char* message,
                const char* allowed);

  const Table& table_;
  Problems& problems_;
  std::optional<std::size_t> class_;
  std::optional<std::size_t> name_;
  std::optional<std::size_t> height_;
  std::set<int> seen_;
};

void ClassReader::complain(const TableRow& row, const char* key, const std::string& value, const char* message,
                           const char* allowed) {
  problems_.add(
      {.file = table_.file, .line = row.row, .key = key, .value = value, .message = message, .allowed = allowed});
}

std::optional<LandCoverClass> ClassReader::read(const TableRow& row) {
  constexpr double kTallestClutterM = 200.0;
  const std::string& class_text = row.values[*class_];
  const std::string& height_text = row.values[*height_];
  const std::optional<int> value = number_of<int>(class_text);
  const std::optional<double> height_m =
      number_of<double>(table_.marks.comma_allowed ? with_decimal_point(height_text) : height_text);
  const bool is_height = height_m && *height_m >= 0.0 && *height_m <= kTallestClutterM;
  if (!value) complain(row, "class", class_text, "is not a whole number", "");
  if (value && !seen_.insert(*value).second) complain(row, "class", class_text, "the class is there twice", "");
  if (!is_height) complain(row, "clutter_height_m", height_text, "is not a clutter height", "0 … 200 m");
  if (!value || !is_height) return std::nullopt;
  return LandCoverClass{*value, row.values[*name_], *height_m};
}

}  // namespace

std::vector<LandCoverClass> read_land_cover_classes(const std::filesystem::path& path, Problems& problems) {
  const Table table = read_table(path, problems);
  std::vector<LandCoverClass> classes;
  if (table.columns.empty()) return classes;
  ClassReader reader(table, problems);
  if (!reader.has_columns()) return classes;
  for (const TableRow& row : table.rows)
    if (std::optional<LandCoverClass> one = reader.read(row)) classes.push_back(std::move(*one));
  if (table.rows.empty()) problems.add({.file = table.file, .message = "holds no class"});
  return classes;
}

}  // namespace phusong::gis
