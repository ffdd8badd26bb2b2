#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

inline constexpr const char* kPageFile = "report.html";

/// What a page is made of beside the template and Leaflet, which all pages share.
struct HtmlPage {
  std::string language;
  std::string title;                       ///< plain text
  std::vector<std::string_view> sections;  ///< their ids, in order
  std::string_view style, script;
};

/// A page that holds `data` for its script, as one HTML text that asks no network for anything.
std::string html_page(const HtmlPage& page, const nlohmann::ordered_json& data);

/// The page of a run as one HTML text that asks no network for anything. `language` is "vi" or "en". Throws
/// gis::InputError where a file of the run cannot be read.
std::string page_html(const StoredRun& run, const std::string& language);

/// Writes it to `file`. Throws likewise, and gis::MachineError where the file cannot be written.
void write_page(const StoredRun& run, const std::string& language, const std::filesystem::path& file);

/// JSON as it may stand in a script element of HTML: without a "<", so that no value ends the element.
std::string json_in_html(const nlohmann::ordered_json& json);

/// A text in which each {{NAME}} is replaced by its value; values are not looked into. Throws std::invalid_argument for
/// a name that has none.
std::string filled_template(std::string_view text, const std::map<std::string, std::string, std::less<>>& values);

}  // namespace phusong::report
