#include "gis/csv_records.h"

namespace phusong::gis {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

void CsvRecordReader::skip_line_end() {
  if (at_end()) return;
  const bool is_crlf = text_.substr(position_, 2) == "\r\n";
  position_ += is_crlf ? 2 : 1;
  ++line_;
}

std::optional<CsvRecord> CsvRecordReader::next() {
  while (!at_end() && at_line_end())
    skip_line_end();
  if (at_end()) return std::nullopt;
  fault_.clear();
  CsvRecord record{.line = line_, .fields = {}, .is_quoted = {}};
  read_field(record);
  while (!at_end() && text_[position_] == separator_) {
    ++position_;
    read_field(record);
  }
  skip_line_end();
  return record;
}

void CsvRecordReader::read_field(CsvRecord& record) {
  const std::size_t start = position_;
  while (at_blank())
    ++position_;
  const bool is_quoted = !at_end() && text_[position_] == '"';
  record.is_quoted.push_back(is_quoted);
  if (!is_quoted) position_ = start;
  record.fields.push_back(is_quoted ? read_quoted() : read_plain());
}

namespace {

/// Whether every quote in a field is the mark of seconds, as in 22°37'45": it follows a digit, and that a mark of
/// degrees or minutes.
bool quotes_are_seconds(std::string_view field) {
  const std::string_view before = field.substr(0, field.find('"'));
  const bool has_mark = before.find('\'') != std::string_view::npos || before.find("°") != std::string_view::npos;
  if (before.size() < field.size() && !has_mark) return false;
  for (std::size_t at = field.find('"'); at != std::string_view::npos; at = field.find('"', at + 1))
    if (at == 0 || field[at - 1] < '0' || field[at - 1] > '9') return false;
  return true;
}

}  // namespace

std::string CsvRecordReader::read_plain() {
  const std::size_t start = position_;
  while (!at_line_end() && text_[position_] != separator_)
    ++position_;
  const std::string_view field = trimmed(text_.substr(start, position_ - start));
  if (!quotes_are_seconds(field)) fault_ = "a quote inside a field that is not quoted";
  return std::string(field);
}

std::string CsvRecordReader::read_quoted() {
  std::string field;
  for (++position_; !at_end(); ++position_) {
    const char c = text_[position_];
    if (c == '"') {
      const bool is_doubled = position_ + 1 < text_.size() && text_[position_ + 1] == '"';
      if (!is_doubled) break;
      ++position_;
    }
    if (c == '\n' || (c == '\r' && text_.substr(position_, 2) != "\r\n")) ++line_;
    field += c;
  }
  if (at_end()) {
    fault_ = "a quote is opened and never closed";
    return field;
  }
  ++position_;
  if (!trimmed(read_plain()).empty()) fault_ = "text after a closing quote";
  return field;
}

}  // namespace phusong::gis
