#include "gis/workbook/date_formats.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace phusong::gis::workbook {
namespace {

constexpr int kSecondsPerDay = 86400;
/// Excel takes 1900 for a leap year: its day numbers are right from 1 March 1900 on.
constexpr double kFirstRightDay = 61.0;
constexpr int kDaysTo1904 = 1462;

std::string time_text(int seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

bool is_date_format(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

bool is_date_format(std::string_view code) {
  if (code == "General" || code == "GENERAL" || code == "Standard") return false;
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (c == '\\' || c == '_' || c == '*') ++i;  // the next character is shown, or its width kept, or it fills
    if (!bracketed && std::string_view("dmyhsDMYHS").find(c) != std::string_view::npos) return true;
  }
  return false;
}

std::string date_text(double days, bool from_1904) {
  if (from_1904) days += kDaysTo1904;
  const auto seconds = std::llround(days * kSecondsPerDay);
  const int of_day = static_cast<int>(seconds % kSecondsPerDay);
  if (days >= 0.0 && days < 1.0) return time_text(of_day);
  if (days < kFirstRightDay) return fmt::format("{}", days);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} +
                                         std::chrono::days{seconds / kSecondsPerDay}};
  const std::string day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return of_day == 0 ? day : day + "T" + time_text(of_day);
}

}  // namespace phusong::gis::workbook
