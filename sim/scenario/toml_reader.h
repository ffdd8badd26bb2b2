#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gis/problem.h"
#include "sim/scenario/key.h"
#include "sim/scenario/scenario.h"

namespace phusong::scenario {

/// Said beside an error that a path in the way of Windows may have made.
inline constexpr const char* kBackslashHint =
    "a backslash in double quotes begins an escape: write forward slashes (\"data/terrain.tif\") or single quotes "
    "('C:\\data\\terrain.tif')";

/// Where a key was given.
struct KeySource {
  std::string file;  ///< the scenario file, or "--set …"
  std::optional<long> line{};
  std::string value;  ///< as written
};

/// The keys that were given, by dotted name, and where; the last one counts.
using GivenKeys = std::map<std::string, KeySource>;

/// Sets the values of `keys` from a text in TOML; returns those given. Unknown keys, wrong types and values out of
/// range are added to `problems` in the order of the lines. Throws gis::InputError for a syntax error, alone.
GivenKeys read_toml(std::string_view text, const std::string& file, const std::vector<Key>& keys,
                    gis::Problems& problems);

/// Sets the key of one `--set`; the value is read as TOML, else taken as a string.
GivenKeys apply_override(const Override& override, const std::vector<Key>& keys, gis::Problems& problems);

/// A problem (kind kScenario) with a key that was given.
gis::Problem key_problem(const GivenKeys& given, const std::string& key, const Rejection& rejection);

}  // namespace phusong::scenario
