#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::gis {

/// A record of a CSV file and the physical line that it starts on (the header is line 1).
struct CsvRecord {
  long line = 0;
  std::vector<std::string> fields;
  std::vector<bool> is_quoted;  ///< one a field
};

/// Cuts the text of a CSV file into records (RFC 4180; LF, CRLF or CR); knows quotes and lines, not what the
/// fields mean. A quote inside a field is a fault unless it is the mark of seconds in an angle. Blanks around an
/// unquoted field are cut off; a tab is none where it separates the fields.
class CsvRecordReader {
 public:
  CsvRecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next record that is not an empty line; nothing at the end.
  std::optional<CsvRecord> next();
  /// What is wrong with the record read last; empty when nothing is.
  const std::string& fault() const { return fault_; }

 private:
  bool at_end() const { return position_ >= text_.size(); }
  bool at_blank() const {
    return !at_end() && (text_[position_] == ' ' || text_[position_] == '\t') && !at_separator();
  }
  bool at_separator() const { return text_[position_] == separator_; }
  bool at_line_end() const { return at_end() || text_[position_] == '\n' || text_[position_] == '\r'; }
  void skip_line_end();
  void read_field(CsvRecord& record);
  std::string read_quoted();
  std::string read_plain();

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
  long line_ = 1;
  std::string fault_;
};

}  // namespace phusong::gis
