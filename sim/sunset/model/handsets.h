#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace phusong::sunset {

/// Radio technologies that a handset can use: 2G alone; 2G and 3G; 4G for data but 2G or 3G for calls; 4G for both.
enum class HandsetClass { k2gOnly, k3gOnly, k4gWithoutVolte, kVolte };
inline constexpr std::size_t kHandsetClasses = 4;
inline constexpr std::size_t kVolteIndex = static_cast<std::size_t>(HandsetClass::kVolte);

/// Number of handsets of each class.
using ClassCounts = std::array<std::int64_t, kHandsetClasses>;
std::int64_t total(const ClassCounts& counts);

/// Counts in period t before subsidies, uptake u per year: a class without VoLTE keeps ⌊n₀ (1 − u)^(t/4)⌋ handsets, the
/// rest has VoLTE. README.md, (1).
ClassCounts after_uptake(const ClassCounts& initial, double uptake_per_year, int period);

/// Counts after `subsidised` handsets of each class have moved to VoLTE, as far as the class still has them.
ClassCounts with_subsidies(const ClassCounts& counts, const ClassCounts& subsidised);

}  // namespace phusong::sunset
