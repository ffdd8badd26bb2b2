#include "sim/optimisation/milp/lp_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace phusong::milp {

namespace {

// Longer names are cut: CoinLpIO reads 100 letters, and a suffix may follow.
constexpr std::size_t kLongestName = 80;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Makes a name legal. A name that begins with 'e' may be read as an exponent, and a name of letters alone may be a
/// keyword of the format: such a name, or one that does not begin with a letter, gets "n_" in front.
std::string legal(const std::string& wish) {
  std::string name = wish.substr(0, kLongestName);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !is_letter(c) && !is_digit(c) && c != '_' && c != '.'; }, '_');
  const bool may_be_a_word = std::all_of(name.begin(), name.end(), is_letter);
  if (may_be_a_word || !is_letter(name.front()) || name.front() == 'e' || name.front() == 'E') name.insert(0, "n_");
  return name;
}

}  // namespace

std::string LpNames::name(const std::string& wish) {
  const std::string close = legal(wish);
  std::string name = close;
  while (!used_.insert(name).second)
    name = fmt::format("{}_{}", close, next_number_++);
  return name;
}

}  // namespace phusong::milp
