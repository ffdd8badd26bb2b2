#pragma once

#include <toml++/impl/forward_declarations.h>

#include <optional>

#include "sim/scenario/key.h"

namespace phusong::scenario {

/// Stores a TOML value in the key's place, or says why not.
std::optional<Rejection> assign_toml(const Key& key, const toml::node& node);

}  // namespace phusong::scenario
