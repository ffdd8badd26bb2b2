#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::scenario {

/// The name that `word` was probably meant to be: the one with the fewest edits, the first of equals; nothing
/// where even that one differs in more than a third of its letters (at least two edits are forgiven).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace phusong::scenario
