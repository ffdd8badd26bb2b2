#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/network/technology.h"

namespace phusong::intake {

/// A technology as people write it, and the band that stands with it.
struct NamedTechnology {
  network::Technology technology;
  std::string band{};  ///< as written: "LTE1800"; empty where none does
};

/// "4G", "LTE", "GSM900", "U2100", "5G NR n78"; nothing for a text that names none, or two.
std::optional<NamedTechnology> named_technology(const std::string& text);

/// The technologies of a row, "2G/3G/4G" or "GSM900, LTE1800", in their order; those that are the same twice
/// ("4G/LTE") once. Empty where a part names none.
std::vector<NamedTechnology> named_technologies(const std::string& text);

/// Whether a word, in `plain_words` form, stands for a technology whatever is beside it: "4g", "lte".
std::optional<network::Technology> technology_of_word(std::string_view word);

}  // namespace phusong::intake
