#pragma once

#include <string>

namespace phusong::cli {

/// A script for bash that completes commands, options, values of which there are few, and keys of --set.
std::string bash_completion();

}  // namespace phusong::cli
