#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace phusong::sunset {

/// What a handset can use: 2G alone; 2G and 3G; 4G for data but 2G or 3G for calls; 4G for both.
enum class HandsetClass { k2gOnly, k3gOnly, k4gWithoutVolte, kVolte };
inline constexpr std::size_t kHandsetClasses = 4;
inline constexpr std::size_t kVolteIndex = static_cast<std::size_t>(HandsetClass::kVolte);

/// Handsets of each class, counted whole.
using ClassCounts = std::array<std::int64_t, kHandsetClasses>;
std::int64_t total(const ClassCounts& counts);

/// Period t without subsidies: a class without VoLTE holds floor(n₀ (1 − u)^(t/4) + 1e-9), the rest has VoLTE.
ClassCounts after_uptake(const ClassCounts& initial, double uptake_per_year, int period);

/// With `subsidised` handsets of each class, since the beginning, moved to VoLTE; never more than there are left.
ClassCounts with_subsidies(const ClassCounts& counts, const ClassCounts& subsidised);

}  // namespace phusong::sunset
