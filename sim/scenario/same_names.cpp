#include "sim/scenario/same_names.h"

#include <algorithm>

#include "gis/text.h"

namespace phusong::scenario {

const std::string& SameNames::add(const std::string& name, const std::string& within) {
  std::vector<std::string>& spellings = spellings_[gis::name_key(within) + '\n' + gis::name_key(name)];
  if (std::ranges::find(spellings, name) == spellings.end()) spellings.push_back(name);
  return spellings.front();
}

std::vector<std::string> SameNames::doubles() const {
  std::vector<std::string> result;
  for (const auto& [key, spellings] : spellings_) {
    if (spellings.size() < 2) continue;
    std::string text;
    for (const std::string& spelling : spellings)
      text += (text.empty() ? "'" : " = '") + spelling + "'";
    result.push_back(std::move(text));
  }
  return result;
}

std::string spelt_as_in(const std::vector<std::string>& names, const std::string& name) {
  const std::string key = gis::name_key(name);
  const auto found = std::ranges::find_if(names, [&key](const std::string& one) { return gis::name_key(one) == key; });
  return found == names.end() ? name : *found;
}

}  // namespace phusong::scenario
