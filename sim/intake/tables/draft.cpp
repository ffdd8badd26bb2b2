#include "sim/intake/tables/draft.h"

#include <algorithm>

#include "sim/intake/tables/cut_text.h"

namespace phusong::intake {

std::string Draft::text(std::string_view target) const {
  const auto found = values.find(target);
  return found == values.end() ? "" : found->second.text;
}

void Draft::change(const std::string& target, const std::string& text, Reason reason,
                   std::vector<std::string> arguments) {
  const auto found = values.find(target);
  const std::string before = found == values.end() ? "" : found->second.text;
  const std::string header = found == values.end() ? "" : found->second.header;
  const std::string source = found == values.end() ? "" : found->second.source_text();
  if (before == text) return;
  changes_.push_back({.reason = reason,
                      .column = target,
                      .header = header,
                      .before = before,
                      .after = text,
                      .arguments = std::move(arguments)});
  if (text.empty()) {
    values.erase(target);
  } else {
    values[target] = {.text = text, .header = header, .source = source};
  }
}

void Draft::refuse(const std::string& targets, Reason reason, std::vector<std::string> arguments) {
  const auto append = [](std::string& list, const std::string& text) {
    if (!text.empty()) list += (list.empty() ? "" : ", ") + text;
  };
  Change change{.reason = reason, .column = targets, .header = "", .before = "", .after = "", .arguments = {}};
  change.arguments = std::move(arguments);
  for (const std::string& target : cut_text(targets, ", ")) {
    const auto found = values.find(target);
    if (found == values.end()) continue;
    append(change.before, found->second.source_text());
    append(change.header, found->second.header);
  }
  changes_.push_back(std::move(change));
}

bool Draft::is_refused() const {
  return std::ranges::any_of(changes_, [](const Change& change) { return is_refusal(change.reason); });
}

}  // namespace phusong::intake
