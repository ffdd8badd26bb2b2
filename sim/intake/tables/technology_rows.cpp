#include "sim/intake/tables/technology_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/intake/tables/carrier_values.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/row_carriers.h"
#include "sim/intake/tables/sector_rows.h"
#include "sim/intake/tables/technology_headers.h"

namespace phusong::intake {
namespace {

using network::Technology;

/// One carrier of a row on its way to a row of its own.
class CarrierRow {
 public:
  CarrierRow(const Draft& row, const Carriers& carriers, std::size_t index)
      : draft_(row), carriers_(carriers), index_(index), own_(take_technology_values(draft_, technology())) {
    if (index > 0) draft_.forget_changes();
  }

  Draft take() {
    take_numberings();
    for (const char* const target : {"frequency_mhz", "band", "channel", "bandwidth_mhz"})
      if (draft_.has(target)) take_carrier_value(target);
    for (const std::string& target : columns_of_lists())
      if (draft_.has(target) && !own_.contains(target)) take_list_value(target);
    name_cell();
    name_technology();
    return std::move(draft_);
  }

 private:
  Draft draft_;
  const Carriers& carriers_;
  std::size_t index_;
  std::set<std::string> own_;  ///< targets that are of this technology alone

  Technology technology() const { return carriers_[index_].technology; }

  /// How many carriers of the technology the first `count` are.
  std::size_t alike_among(std::size_t count) const {
    return static_cast<std::size_t>(std::ranges::count(carriers_.begin(), carriers_.begin() + static_cast<long>(count),
                                                       technology(), &NamedTechnology::technology));
  }

  void set(const std::string& target, const std::string& text) {
    if (text.empty() || says_nothing(text)) {
      draft_.values.erase(target);
      return;
    }
    DraftValue& value = draft_.values[target];
    value.source = value.source_text();
    value.text = text;
    value.kind = gis::CellKind::kText;
  }

  void refuse_count(const std::string& target, std::size_t count) {
    draft_.refuse(target, Reason::kTechnologyCounts, {target, std::to_string(count), std::to_string(carriers_.size())});
  }

  /// Keeps the channel numbers of the technology's own numbering; "ARFCN" may head those of all carriers.
  void take_numberings() {
    const bool is_for_all = carrier_entries(draft_.text("arfcn")).size() == carriers_.size();
    for (const Technology other : network::kTechnologies) {
      const std::string target = numbering_target(other);
      if (other == technology() || (target == "arfcn" && is_for_all)) {
        own_.insert(target);
        if (draft_.has(target)) take_carrier_value(target);
      } else {
        draft_.values.erase(target);
      }
    }
  }

  /// The entry of a list with one for each carrier, or of a column of the technology one for each of its carriers.
  void take_carrier_value(const std::string& target) {
    const std::vector<std::string> entries = carrier_entries(draft_.text(target));
    const bool is_own = own_.contains(target);
    if (entries.size() == carriers_.size()) return set(target, entries[index_]);
    if (is_own && entries.size() == alike_among(carriers_.size())) return set(target, entries[alike_among(index_)]);
    if (is_own && entries.size() == sector_count(draft_)) return;
    if (target == "bandwidth_mhz" && entries.size() == 1) return is_own ? void() : take_one_bandwidth();
    refuse_count(target, entries.size());
  }

  /// One bandwidth for all is that of 4G or 5G: 2G and 3G have none to choose.
  void take_one_bandwidth() {
    const auto has = [this](Technology wanted) {
      return std::ranges::find(carriers_, wanted, &NamedTechnology::technology) != carriers_.end();
    };
    if (has(Technology::k4G) && has(Technology::k5G)) return refuse_count("bandwidth_mhz", 1);
    const Technology last = std::ranges::max_element(carriers_, {}, &NamedTechnology::technology)->technology;
    if (technology() != last)
      draft_.change("bandwidth_mhz", "", Reason::kBandwidthOfOther, {std::string(network::name_of(last))});
  }

  void take_list_value(const std::string& target) {
    const std::string text = draft_.text(target);
    const std::vector<std::string> entries = list_entries(target, text);
    if (entries.size() == 1 || says_nothing(text)) return;
    const std::size_t sectors = sector_count(draft_);
    if (entries.size() != carriers_.size()) {
      if (sectors == 1) refuse_count(target, entries.size());
      return;
    }
    const bool are_equal = std::ranges::adjacent_find(entries, std::ranges::not_equal_to()) == entries.end();
    if (entries.size() == sectors && !are_equal)
      return draft_.refuse(target, Reason::kListOfWhat, {target, std::to_string(entries.size())});
    set(target, entries[index_]);
    if (target == "cell_id") own_.insert(target);
  }

  /// A name of a cell that stands for all carriers gets the technology behind it.
  void name_cell() {
    if (!draft_.has("cell_id") || own_.contains("cell_id")) return;
    std::string names;
    for (const std::string& entry : list_entries("cell_id", draft_.text("cell_id"))) {
      names += fmt::format("{}{}-{}", names.empty() ? "" : "/", entry, network::name_of(technology()));
      if (alike_among(carriers_.size()) > 1) names += fmt::format("-{}", alike_among(index_) + 1);
    }
    draft_.values["cell_id"].text = names;
  }

  void name_technology() {
    const auto told = draft_.values.find("technology");
    const std::string name(network::name_of(technology()));
    const DraftValue before = told == draft_.values.end() ? DraftValue{} : told->second;
    const NamedTechnology& carrier = carriers_[index_];
    if (!carrier.band.empty() && !draft_.has("band"))
      draft_.values["band"] = {.text = carrier.band, .header = before.header};
    draft_.values["technology"] = {.text = name, .header = before.header, .source = before.source_text()};
    draft_.note(
        {.reason = Reason::kTechnology,
         .column = "technology",
         .header = before.header,
         .before = before.text,
         .after = name,
         .arguments = {std::to_string(index_ + 1), std::to_string(carriers_.size()), carriers_text(carriers_)}});
  }
};

/// A row of one carrier, whose technology a column of its own may say.
Draft one_carrier(Draft draft, const NamedTechnology& carrier) {
  const std::string headers = technology_headers_text(draft);
  take_technology_values(draft, carrier.technology);
  const bool is_told = draft.has("technology") && !says_nothing(draft.text("technology"));
  if (!carrier.band.empty() && !draft.has("band"))
    draft.values["band"] = {.text = carrier.band, .header = draft.values["technology"].header};
  // A channel number says the technology by itself.
  if (!is_told && !headers.empty()) {
    draft.change("technology", std::string(network::name_of(carrier.technology)), Reason::kTechnologyOfColumn,
                 {headers});
  }
  return draft;
}

}  // namespace

std::vector<Draft> technology_rows(Draft draft) {
  const Carriers carriers = carriers_of(draft);
  if (carriers.empty() || draft.is_refused()) return {std::move(draft)};
  if (carriers.size() == 1) return {one_carrier(std::move(draft), carriers.front())};
  std::vector<Draft> rows;
  for (std::size_t i = 0; i < carriers.size(); ++i) {
    Draft row = CarrierRow(draft, carriers, i).take();
    if (row.is_refused()) return {std::move(row)};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace phusong::intake
