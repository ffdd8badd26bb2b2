#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace phusong::network {

/// A generation of mobile radio.
enum class Technology { k2G, k3G, k4G, k5G };

inline constexpr std::array kTechnologies = {Technology::k2G, Technology::k3G, Technology::k4G, Technology::k5G};
inline constexpr std::size_t kTechnologyCount = kTechnologies.size();

constexpr std::size_t index_of(Technology technology) {
  return static_cast<std::size_t>(technology);
}

/// "2G"
std::string_view name_of(Technology technology);
/// "2g": the prefix of columns and files.
std::string_view prefix_of(Technology technology);
/// "rxlev", "rscp", "rsrp", "ssrsrp": the level that decides coverage, in file names.
std::string_view level_quantity_of(Technology technology);
/// "ci", "ecio", "sinr", "sinr": how far the level stands above interference and noise, in file names.
std::string_view ratio_quantity_of(Technology technology);
/// By "2G", any case; nothing for another text.
std::optional<Technology> technology_from_name(std::string_view name);

/// One value a technology.
template <class T>
struct PerTechnology {
  std::array<T, kTechnologyCount> values{};
  T& operator[](Technology technology) { return values[index_of(technology)]; }
  const T& operator[](Technology technology) const { return values[index_of(technology)]; }
};

}  // namespace phusong::network
