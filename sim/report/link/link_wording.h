#pragma once

#include <string>
#include <string_view>

#include "sim/analysis/link/link_budget.h"

namespace phusong::report {

/// What a term of a link budget is called in a language: Vietnamese for "vi", English else. Throws std::out_of_range
/// for a term without words.
std::string_view term_words(std::string_view term, std::string_view language);
std::string_view group_words(analysis::LinkTermGroup group, std::string_view language);
/// The value of a term that is a text.
std::string_view value_words(std::string_view value, std::string_view language);
/// "beyond_range": the name of a kind of remark in JSON.
std::string_view name_of(analysis::LinkRemarkKind kind);
std::string remark_text(const analysis::LinkRemark& remark, std::string_view language);

}  // namespace phusong::report
