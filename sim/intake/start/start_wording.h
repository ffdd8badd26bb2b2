#pragma once

#include <string_view>

namespace phusong::intake {

/// What a new scenario folder says to whoever fills it in, in one language; words in braces are placeholders.
struct StartWording {
  std::string_view title;          ///< of the scenario: {province}
  std::string_view toml_head;      ///< comments above the keys: {province}
  std::string_view readme;         ///< {province} {folder} {terrain} {box} {crs} {tables} {optional}
  std::string_view terrain_there;  ///< where data fetch has been run: {file}
  std::string_view terrain_to_do;  ///< {command}
  std::string_view table_line;     ///< {file} {what} {required}
  std::string_view optional_line;  ///< {file} {what} {key}
  std::string_view crs_auto;
  std::string_view no_zone;  ///< beside `auto`: {province}
  std::string_view said;     ///< on the terminal: {folder} {province} {crs} {tables} {readme}
};

/// Vietnamese for "vi", English else.
const StartWording& start_wording(std::string_view language);

/// What a table holds, by its name.
std::string_view table_meaning(std::string_view table, std::string_view language);

}  // namespace phusong::intake
