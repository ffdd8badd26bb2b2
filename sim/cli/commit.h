#pragma once

#include <string_view>

namespace phusong::cli {

/// The commit that the program was built from, as `git describe` names it: "-dirty" at its end where files had changed.
/// Empty where the sources were no git checkout.
std::string_view built_from();

}  // namespace phusong::cli
