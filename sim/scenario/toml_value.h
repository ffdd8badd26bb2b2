#pragma once

#include <optional>

#include "sim/scenario/key.h"

// toml++ is a heavy header: its own name for a value is enough here.
namespace toml {
inline namespace v3 {
class node;
}
}  // namespace toml

namespace phusong::scenario {

/// Stores a TOML value in the key's place, or says why not.
std::optional<Rejection> assign_toml(const Key& key, const toml::node& node);

}  // namespace phusong::scenario
