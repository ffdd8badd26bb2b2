#include "sim/report/analysis/why_not_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "sim/report/analysis/why_not_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Lines of "count  words", the largest count first.
std::string counted_lines(const std::map<std::string_view, std::int64_t>& counts, const Wording& words) {
  std::vector<std::pair<std::int64_t, std::string_view>> lines;
  for (const auto& [text, count] : counts)
    lines.emplace_back(count, text);
  std::ranges::stable_sort(lines, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string result;
  for (const auto& [count, text] : lines)
    result += fmt::format("{:>8}  {}\n", number_text(count, words), text);
  return result;
}

}  // namespace

std::string why_not_summary(const RunData& run) {
  if (run.why_not.empty()) return "";
  const std::string& language = run.scenario.options.report.language;
  const Wording& numbers = wording(language);
  const WhyNotWording& words = why_not_wording(language);
  const std::string hamlets = number_text(std::ssize(run.why_not), numbers);
  std::map<std::string_view, std::int64_t> reasons, fixes;
  for (const analysis::WhyNot& why : run.why_not)
    ++reasons[reason_text(why.reason, language)];
  std::string text = fmt::format(fmt::runtime(words.reasons_title), fmt::arg("hamlets", hamlets)) + "\n" +
                     counted_lines(reasons, numbers);
  if (run.fixes == nullptr) return text + "\n";
  std::int64_t fixed = 0;
  for (const analysis::Fix& fix : run.fixes->fixes) {
    if (fix.rank != 1 || !fix.covers()) continue;
    ++fixed;
    ++fixes[kind_text(fix.kind, language)];
  }
  return text +
         fmt::format(fmt::runtime(words.fixes_title), fmt::arg("fixed", number_text(fixed, numbers)),
                     fmt::arg("hamlets", hamlets)) +
         "\n" + counted_lines(fixes, numbers) + "\n";
}

}  // namespace phusong::report
