#include "gis/dbf_scan.h"

#include <cpl_string.h>

#include <algorithm>
#include <charconv>

namespace phusong::gis {
namespace {

constexpr std::size_t kDbfHeaderBytes = 32;  ///< of the file, and of each field's description
constexpr char kEndOfFields = '\r';
constexpr char kDeleted = '*';

struct DbfColumn {
  char type = 'C';
  std::size_t start = 0, size = 0;  ///< in a record
};

std::size_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t value = 0;
  for (std::size_t i = count; i > 0; --i)
    value = value * 256 + static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

std::vector<DbfColumn> dbf_columns(std::string_view header) {
  std::vector<DbfColumn> fields;
  std::size_t start = 1;  // behind the mark of deleted records
  for (std::size_t at = kDbfHeaderBytes; at + kDbfHeaderBytes <= header.size() && header[at] != kEndOfFields;
       at += kDbfHeaderBytes) {
    DbfColumn field{.type = header[at + 11], .start = start, .size = static_cast<unsigned char>(header[at + 16])};
    // The byte that counts decimals of a number is the high one of a text's width.
    if (field.type == 'C') field.size += 256 * std::size_t{static_cast<unsigned char>(header[at + 17])};
    start += field.size;
    fields.push_back(field);
  }
  return fields;
}

/// Writers fill fields with blanks or with zero bytes.
std::string_view dbf_text(std::string_view text) {
  text = text.substr(0, text.find('\0'));
  const std::size_t first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_dbf_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // A number too small or too large for a double has no stars and loses nothing that counts.
  return error != std::errc::invalid_argument && end == text.data() + text.size();
}

/// A field's width may cut the last letter in two.
std::string_view without_cut_letter(std::string_view text) {
  for (std::size_t cut = 1; cut <= std::min<std::size_t>(3, text.size()); ++cut) {
    const auto byte = static_cast<unsigned char>(text[text.size() - cut]);
    if (byte < 0x80) return text;
    const std::size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0;
    if (wanted > 0) return wanted > cut ? text.substr(0, text.size() - cut) : text;
  }
  return text;
}

bool is_utf8_beyond_ascii(std::string_view text) {
  text = without_cut_letter(text);
  const bool is_ascii = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
  return !is_ascii && CPLIsUTF8(text.data(), static_cast<int>(text.size())) != 0;
}

void scan_record(std::string_view record, const std::vector<DbfColumn>& fields, long row, DbfScan& scan) {
  bool has_utf8 = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].start + fields[i].size > record.size()) break;
    const std::string_view text = dbf_text(record.substr(fields[i].start, fields[i].size));
    if (text.empty()) continue;
    const bool is_numeric = fields[i].type == 'N' || fields[i].type == 'F';
    if (is_numeric && !is_dbf_number(text)) scan.other_than_numbers.push_back({row, i, std::string(text)});
    if (fields[i].type != 'C' || !is_utf8_beyond_ascii(text)) continue;
    has_utf8 = true;
    if (!scan.utf8_text) scan.utf8_text = {row, i, std::string(text)};
  }
  if (has_utf8) ++scan.utf8_rows;
}

}  // namespace

DbfScan scan_dbf(std::string_view bytes) {
  DbfScan scan;
  if (bytes.size() < kDbfHeaderBytes) return scan;
  const std::size_t rows = little_endian(bytes, 4, 4);
  const std::size_t header_size = little_endian(bytes, 8, 2);
  const std::size_t record_size = little_endian(bytes, 10, 2);
  if (header_size > bytes.size() || record_size == 0) return scan;
  const std::vector<DbfColumn> fields = dbf_columns(bytes.substr(0, header_size));
  for (std::size_t row = 0; row < rows && header_size + (row + 1) * record_size <= bytes.size(); ++row) {
    const std::string_view record = bytes.substr(header_size + row * record_size, record_size);
    if (record[0] != kDeleted) scan_record(record, fields, static_cast<long>(row), scan);
  }
  return scan;
}

}  // namespace phusong::gis
