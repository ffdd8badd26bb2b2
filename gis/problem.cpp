#include "gis/problem.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace phusong::gis {
namespace {

/// So many rows with one problem are still said one by one.
constexpr std::size_t kSaidOneByOne = 5;

using Group = std::tuple<std::string, std::string, std::string, std::string>;

Group group_of(const Problem& problem) {
  return {problem.file, problem.key, problem.message, problem.allowed};
}

}  // namespace

std::string Problem::text() const {
  std::string result = file;
  if (line) result += ":" + std::to_string(*line);
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

Problems Problems::gathered() const {
  std::map<Group, std::size_t> counts;
  for (const Problem& problem : problems_)
    if (problem.line) ++counts[group_of(problem)];
  Problems result;
  std::map<Group, bool> is_said;
  for (Problem problem : problems_) {
    const Group group = group_of(problem);
    const std::size_t count = problem.line ? counts[group] : 1;
    if (count > kSaidOneByOne) {
      if (std::exchange(is_said[group], true)) continue;
      problem.message += "; so in " + std::to_string(count - 1) + " more rows";
    }
    result.add(std::move(problem));
  }
  return result;
}

std::string Problems::text() const {
  std::string result;
  for (const Problem& problem : problems_)
    result += problem.text() + "\n";
  return result;
}

void Problems::throw_if_any() const {
  if (!empty()) throw InputError(gathered());
}

void fail(const std::string& file, const std::string& message) {
  Problems problems;
  problems.add({.file = file, .message = message});
  throw InputError(std::move(problems));
}

InputError::InputError(Problems problems) : std::runtime_error(problems.text()), problems_(std::move(problems)) {}

}  // namespace phusong::gis
