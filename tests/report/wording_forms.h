#pragma once

#include <doctest/doctest.h>
#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace phusong::tests {

/// A text of the report in one language: a member of its words, and the names of what is put into it. "" stands for a
/// place without a name.
template <class Words>
struct Form {
  std::string_view Words::*text;
  std::vector<std::string> holes{};
};

inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Puts a value into every hole of a form: each is there exactly once, and nothing else is left to fill. A hole that
/// the form has beside these makes fmt throw.
inline void check_form(std::string_view form, const std::vector<std::string>& holes) {
  CAPTURE(form);
  CHECK_FALSE(form.empty());
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  std::vector<std::string> written;
  for (const std::string& hole : holes) {
    written.push_back(fmt::format("<{} {}>", hole, written.size()));
    if (hole.empty()) {
      values.push_back(written.back());
    } else {
      values.push_back(fmt::arg(hole.c_str(), written.back()));
    }
  }
  std::string text;
  REQUIRE_NOTHROW(text = fmt::vformat(form, values));
  for (const std::string& value : written)
    CHECK(count_of(text, value) == 1);
  CHECK(text.find_first_of("{}") == std::string::npos);
}

}  // namespace phusong::tests
