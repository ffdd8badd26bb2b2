#include "gis/other_content.h"

#include <algorithm>

namespace phusong::gis {
namespace {

constexpr std::string_view kVowels = "aeiouyAEIOUY";
/// Of Windows-1258: â ê ô ă ơ ư.
constexpr std::string_view kOtherVowels = "\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD";
/// Of Windows-1258: the grave, the hook, the tilde, the acute and the dot, each behind its vowel. They are Ì Ò Þ ì ò
/// elsewhere, which seldom stand behind one.
constexpr std::string_view kMarks = "\xCC\xD2\xDE\xEC\xF2";
/// Of Windows-1258: đ and Đ, which are Icelandic letters elsewhere.
constexpr std::string_view kCrossedDs = "\xF0\xD0";

bool is_one_of(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

/// Whether more of the bytes that Windows-1258 alone has letters for stand where Vietnamese has those.
bool is_windows_1258(std::string_view text) {
  long balance = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_one_of(kCrossedDs, text[i])) ++balance;
    if (!is_one_of(kMarks, text[i])) continue;
    const bool follows_vowel = i > 0 && (is_one_of(kVowels, text[i - 1]) || is_one_of(kOtherVowels, text[i - 1]));
    balance += follows_vowel ? 1 : -1;
  }
  return balance > 0;
}

std::string_view format_of_zip(std::string_view bytes) {
  if (bytes.find("xl/workbook") != std::string_view::npos) return "an Excel workbook: name it .xlsx";
  if (bytes.find("opendocument.spreadsheet") != std::string_view::npos) return "a LibreOffice workbook: name it .ods";
  return "a zip archive: unpack it";
}

}  // namespace

std::string_view other_format(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return format_of_zip(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return "an old Excel workbook, or one that a password locks: save it as .xlsx";
  if (bytes.starts_with("SQLite format 3")) return "a GeoPackage or another database: name it .gpkg";
  if (bytes.starts_with("\x1F\x8B")) return "a compressed file: unpack it";
  if (bytes.starts_with("%PDF")) return "a PDF document: save the table as .csv or .xlsx";
  return "";
}

/// The bytes from 0x80 to 0x9F are control characters in the ISO encodings; those of Windows have letters there.
std::string_view encoding_of(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return "it holds NUL bytes, as a file that is no text does";
  if (is_windows_1258(text)) return "the file looks like Windows-1258 (Vietnamese)";
  const bool windows = std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x80 && c < 0xA0; });
  return windows ? "the file looks like Windows-1258 or Windows-1252" : "the file looks like ISO 8859-15";
}

}  // namespace phusong::gis
