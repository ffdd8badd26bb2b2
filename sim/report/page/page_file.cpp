#include "sim/report/page/page_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "gis/output_file.h"
#include "gis/problem.h"
#include "sim/report/page/page_assets.h"
#include "sim/report/page/page_data.h"
#include "sim/report/xml_text.h"

namespace phusong::report {
namespace {

std::string title_of(const StoredRun& run) {
  const std::string title = run.text_option("scenario.title");
  return title.empty() ? run.text_option("scenario.name") : title;
}

/// The data of the page; a file that is JSON but not what a run writes is the user's to mend, no fault of the program.
nlohmann::ordered_json checked_page_data(const StoredRun& run, const std::string& language) {
  try {
    return page_data(run, language);
  } catch (const nlohmann::ordered_json::exception& error) {
    gis::fail(run.folder().string(),
              fmt::format("holds a file that is not as a run writes it ({}); make the run again", error.what()));
  }
}

}  // namespace

std::string json_in_html(const nlohmann::ordered_json& json) {
  const std::string text = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (c == '<') {
      result += "\\u003c";
    } else {
      result += c;
    }
  }
  return result;
}

std::string filled_template(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
  std::string result;
  for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{")) {
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 2, close - open - 2);
    const auto value = values.find(name);
    if (value == values.end()) throw std::invalid_argument(fmt::format("the page's template asks for {}", name));
    result += text.substr(0, open);
    result += value->second;
    text.remove_prefix(close + 2);
  }
  result += text;
  return result;
}

std::string html_page(const HtmlPage& page, const nlohmann::ordered_json& data) {
  std::vector<std::string> sections;
  for (const std::string_view id : page.sections)
    sections.push_back(fmt::format("<section id=\"{}\"></section>", id));
  return filled_template(kPageTemplate, {{"LANG", page.language},
                                         {"TITLE", xml_text(page.title)},
                                         {"LEAFLET_CSS", std::string(kLeafletStyle)},
                                         {"STYLE", std::string(page.style)},
                                         {"SECTIONS", fmt::format("{}", fmt::join(sections, "\n"))},
                                         {"LEAFLET_JS", std::string(kLeafletScript)},
                                         {"DATA", json_in_html(data)},
                                         {"SCRIPT", std::string(page.script)}});
}

std::string page_html(const StoredRun& run, const std::string& language) {
  return html_page({.language = language,
                    .title = title_of(run),
                    .sections = {"answers", "map-section", "charts", "tables", "sources"},
                    .style = kPageStyle,
                    .script = kPageScript},
                   checked_page_data(run, language));
}

void write_page(const StoredRun& run, const std::string& language, const std::filesystem::path& file) {
  gis::write_text_file(file, page_html(run, language));
}

}  // namespace phusong::report
