#include "gis/workbook/xlsx_writer.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "gis/cell_text.h"
#include "gis/output_file.h"

namespace phusong::gis::workbook {
namespace {

/// A workbook carries the time at which it was made; a fixed one, 1 January 2000, keeps the bytes the same.
constexpr std::time_t kMadeAt = 946'684'800;
constexpr std::size_t kMostTextCharacters = 32'767;
/// Column widths, in characters. The rows that come first say how wide a column is.
constexpr std::size_t kLeastWidth = 8, kMostWidth = 60, kRowsLookedAt = 1000;
/// Room for the button of the filter in the header, and for the bold letters.
constexpr std::size_t kHeaderRoom = 4;

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

/// The text as far as a cell holds it. Excel counts in UTF-16, in which no character has more units than bytes in
/// UTF-8.
std::string fitting(const std::string& text) {
  constexpr std::string_view kCutMark = "…";
  if (text.size() <= kMostTextCharacters) return text;
  std::size_t end = kMostTextCharacters - kCutMark.size();
  while (!begins_character(text[end]))
    --end;
  return text.substr(0, end).append(kCutMark);
}

/// Decimals of a number without the zeros at their end.
int decimals_of(const CellValue& value) {
  const auto* const number = std::get_if<Number>(&value);
  if (number == nullptr || !std::isfinite(number->value)) return 0;
  const std::string text = text_of(*number);
  const std::size_t mark = text.find('.');
  if (mark == std::string::npos) return 0;
  return static_cast<int>(text.find_last_not_of('0') - mark);
}

/// The decimals that a column is shown with; never three, as those look like thousands.
int decimals_of_column(const OutputTable& table, std::size_t column) {
  int decimals = 0;
  for (const std::vector<CellValue>& row : table.rows)
    decimals = std::max(decimals, decimals_of(row[column]));
  return decimals == 3 ? 4 : decimals;
}

std::size_t width_of_column(const OutputTable& table, std::size_t column) {
  std::size_t width = std::max(kLeastWidth, characters_of(table.columns[column].name) + kHeaderRoom);
  const std::size_t rows = std::min(table.rows.size(), kRowsLookedAt);
  for (std::size_t row = 0; row < rows; ++row)
    width = std::max(width, characters_of(text_of(table.rows[row][column])) + 1);
  return std::min(width, kMostWidth);
}

}  // namespace

/// A folder for the files of the library, whose names it makes up: what a process that is killed leaves of them goes
/// with the next workbook of this name.
class XlsxWriter::RowsFolder {
 public:
  explicit RowsFolder(const std::filesystem::path& workbook) : path_(workbook.string() + ".rows.part") {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
    std::filesystem::create_directory(path_, error);
    if (error) fail_to_write(workbook, error.message());
  }
  ~RowsFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  RowsFolder(const RowsFolder&) = delete;
  RowsFolder& operator=(const RowsFolder&) = delete;
  std::string text() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// The library's workbook and the file that it becomes.
class XlsxWriter::Book {
 public:
  explicit Book(const std::filesystem::path& path) : output_(path), rows_folder_(path), folder_(rows_folder_.text()) {
    // Each row goes to a file as soon as the next begins: a province's tables fill no memory.
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_.data();
    options.use_zip64 = LXW_FALSE;
    book_ = workbook_new_opt(output_.temporary().c_str(), &options);
    if (book_ == nullptr) fail_to_write(path);
    lxw_doc_properties properties = {};
    properties.created = kMadeAt;
    workbook_set_properties(book_, &properties);
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
  }
  ~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  std::size_t add_sheet(const std::string& name) {
    if (name.empty() || workbook_validate_sheet_name(book_, name.c_str()) != LXW_NO_ERROR)
      throw std::invalid_argument("no name of a sheet, or one twice: " + name);
    sheets_.push_back(workbook_add_worksheet(book_, name.c_str()));
    if (sheets_.back() == nullptr) fail_to_write(output_.path());
    return sheets_.size() - 1;
  }

  void fill(std::size_t index, const OutputTable& table) {
    if (table.rows.size() > kMostRows) throw std::invalid_argument("a sheet has no room for the rows of " + table.name);
    lxw_worksheet* const sheet = sheets_.at(index);
    std::vector<lxw_format*> formats;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, static_cast<double>(width_of_column(table, i)), nullptr);
      check(worksheet_write_string(sheet, 0, column, fitting(table.columns[i].name).c_str(), bold_));
      formats.push_back(number_format(decimals_of_column(table, i)));
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      write_row(sheet, static_cast<lxw_row_t>(row + 1), table.rows[row], formats);
    worksheet_freeze_panes(sheet, 1, 0);
    if (!table.columns.empty()) {
      worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                           static_cast<lxw_col_t>(table.columns.size() - 1));
    }
  }

  void finish() {
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    check(error);
    output_.finish();
  }

 private:
  OutputFile output_;
  RowsFolder rows_folder_;
  std::string folder_;  ///< its name, for the library
  lxw_workbook* book_ = nullptr;
  lxw_format* bold_ = nullptr;
  std::vector<lxw_worksheet*> sheets_;
  std::map<int, lxw_format*> number_formats_;  ///< by decimals

  void check(lxw_error error) const {
    if (error != LXW_NO_ERROR) fail_to_write(output_.path(), lxw_strerror(error));
  }

  lxw_format* number_format(int decimals) {
    lxw_format*& format = number_formats_[decimals];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      const std::string pattern = decimals == 0 ? "0" : fmt::format("0.{:0>{}}", "", decimals);
      format_set_num_format(format, pattern.c_str());
    }
    return format;
  }

  void write_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<CellValue>& values,
                 const std::vector<lxw_format*>& formats) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      if (const auto* const text = std::get_if<std::string>(&values[i])) {
        check(worksheet_write_string(sheet, row, column, fitting(*text).c_str(), nullptr));
      } else if (const auto* const whole = std::get_if<std::int64_t>(&values[i])) {
        check(worksheet_write_number(sheet, row, column, static_cast<double>(*whole), formats[i]));
      } else if (const auto* const number = std::get_if<Number>(&values[i]); number != nullptr) {
        if (std::isfinite(number->value))
          check(worksheet_write_number(sheet, row, column, std::stod(text_of(*number)), formats[i]));
      }
    }
  }
};

XlsxWriter::XlsxWriter(const std::filesystem::path& path) : book_(std::make_unique<Book>(path)) {}
XlsxWriter::~XlsxWriter() = default;

std::size_t XlsxWriter::add_sheet(const std::string& name) {
  return book_->add_sheet(name);
}

void XlsxWriter::fill(std::size_t sheet, const OutputTable& table) {
  book_->fill(sheet, table);
}

void XlsxWriter::finish() {
  book_->finish();
}

}  // namespace phusong::gis::workbook
