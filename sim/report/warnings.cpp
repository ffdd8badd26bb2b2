#include "sim/report/warnings.h"

#include <fmt/format.h>

#include <string_view>

#include "sim/report/input_notes.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// "TABLE:ROW: KIND ID (NAME) CONSEQUENCE" for each of the places.
class PlaceWarnings {
 public:
  PlaceWarnings(const scenario::Scenario& scenario, std::vector<std::string>& texts)
      : network_(scenario.network),
        folder_(scenario.folder),
        words_(wording(scenario.options.report.language)),
        texts_(texts) {}

  void sites(const std::vector<std::size_t>& indices, std::string_view consequence) {
    for (const std::size_t i : indices) {
      const network::Site& site = network_.sites[i];
      add(network_.site_tables.at(site.file), site.row, name_text(words_.mast, site.site_id, site.name), consequence);
    }
  }

  void hamlets(const std::vector<std::size_t>& indices, std::string_view consequence) {
    for (const std::size_t i : indices) {
      const network::Hamlet& hamlet = network_.hamlets[i];
      add(network_.hamlet_table, hamlet.row, name_text(words_.hamlet, hamlet.hamlet_id, hamlet.name), consequence);
    }
  }

  const Wording& words() const { return words_; }

 private:
  const network::Network& network_;
  const std::filesystem::path& folder_;
  const Wording& words_;
  std::vector<std::string>& texts_;

  static std::string name_text(std::string_view form, const std::string& id, const std::string& name) {
    return fmt::format(fmt::runtime(form), fmt::arg("id", id), fmt::arg("name", name));
  }

  void add(const std::string& table, long row, const std::string& place, std::string_view consequence) {
    texts_.push_back(fmt::format("{}:{}: {} {}", name_in(folder_, table), row, place, consequence));
  }
};

}  // namespace

std::vector<std::string> warnings(const scenario::Scenario& scenario, const coverage::PlacesOnTerrain& places) {
  std::vector<std::string> texts = input_note_texts(scenario);
  for (std::string& text : input_warning_texts(scenario))
    texts.push_back(std::move(text));
  PlaceWarnings found(scenario, texts);
  const Wording& words = found.words();
  found.sites(places.sites_off_terrain, words.mast_off_terrain);
  found.sites(places.sites_beside_terrain, words.beside_terrain);
  found.hamlets(places.hamlets_off_terrain, words.hamlet_off_terrain);
  found.hamlets(places.hamlets_beside_terrain, words.beside_terrain);
  return texts;
}

}  // namespace phusong::report
