#include "gis/problem.h"

#include <algorithm>

namespace phusong::gis {

std::string Problem::text() const {
  std::string result = file;
  if (line > 0) result += ":" + std::to_string(line);
  if (!result.empty()) result += ": ";
  if (!key.empty()) {
    result += key;
    if (!value.empty()) result += " = '" + value + "'";
    result += ": ";
  } else if (!value.empty()) {
    result += "'" + value + "': ";
  }
  result += message;
  if (!allowed.empty()) result += " (allowed: " + allowed + ")";
  return result;
}

void Problems::add_all(const Problems& other) {
  problems_.insert(problems_.end(), other.problems_.begin(), other.problems_.end());
}

bool Problems::has(ProblemKind kind) const {
  return std::any_of(problems_.begin(), problems_.end(), [kind](const Problem& p) { return p.kind == kind; });
}

std::string Problems::text() const {
  std::string result;
  for (const Problem& problem : problems_)
    result += problem.text() + "\n";
  return result;
}

void Problems::throw_if_any() const {
  if (!empty()) throw InputError(*this);
}

void fail(const std::string& file, const std::string& message) {
  Problems problems;
  problems.add({.file = file, .message = message});
  throw InputError(std::move(problems));
}

InputError::InputError(Problems problems) : std::runtime_error(problems.text()), problems_(std::move(problems)) {}

}  // namespace phusong::gis
