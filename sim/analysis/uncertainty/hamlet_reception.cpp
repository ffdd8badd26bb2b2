#include "sim/analysis/uncertainty/hamlet_reception.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>

#include "propagation/p1812/location_variability.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/verdict_rules.h"

namespace phusong::analysis {
namespace {

/// How often the status of a hamlet may be another one for what is left out.
constexpr double kNeglected = 5e-5;

/// FNV-1a over both names, with a byte between them that neither has.
std::uint64_t stream_of(std::string_view hamlet_id, std::string_view site_id) {
  std::uint64_t hash = 0xCBF29CE484222325;
  const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3; };
  for (const char c : hamlet_id)
    add(static_cast<unsigned char>(c));
  add(0xFF);
  for (const char c : site_id)
    add(static_cast<unsigned char>(c));
  return hash;
}

std::vector<std::size_t> first_points(const HeardNetwork& heard) {
  std::vector<std::size_t> first(heard.scenario.network.hamlets.size() + 1);
  for (const coverage::SamplePoint& point : heard.coverage.points)
    ++first[point.hamlet + 1];
  for (std::size_t hamlet = 1; hamlet < first.size(); ++hamlet)
    first[hamlet] += first[hamlet - 1];
  return first;
}

double highest_frequency_mhz(const scenario::Scenario& scenario) {
  double highest_mhz = 6000.0;  // the end of P.1812's range
  for (const network::Cell& cell : scenario.network.cells)
    highest_mhz = std::max(highest_mhz, cell.frequency_mhz);
  for (const scenario::Equipment& row : scenario.plan_tables.equipment)
    highest_mhz = std::max(highest_mhz, row.frequency_mhz);
  return highest_mhz;
}

/// A signal at a point with its odds of serving it alone.
struct Candidate {
  std::uint32_t cell = 0;
  double margin_db = 0.0, sigma_location_db = 0.0;
  double served = 0.0, missed = 0.0;  ///< probabilities, each to full precision where it is small
  std::uint32_t bits = 0;
};

/// Removes the receptions that another one of the same mast, point and error surpasses.
void keep_strongest(std::vector<Reception>& receptions) {
  std::ranges::sort(receptions, [](const Reception& a, const Reception& b) {
    return std::tie(a.point, a.sigma_location_db, b.margin_db, a.bits) <
           std::tie(b.point, b.sigma_location_db, a.margin_db, b.bits);
  });
  std::vector<Reception> kept;
  for (const Reception& reception : receptions) {
    std::uint32_t surpassed = 0;
    for (auto other = kept.rbegin(); other != kept.rend() && other->point == reception.point &&
                                     other->sigma_location_db == reception.sigma_location_db;
         ++other)
      surpassed |= other->bits;
    if ((reception.bits & ~surpassed) == 0) continue;
    kept.push_back(reception);
    kept.back().bits &= ~surpassed;
  }
  receptions = std::move(kept);
}

}  // namespace

network::PerTechnology<double> uncertain_levels_dbm(const scenario::Scenario& scenario) {
  constexpr double kSigmas = 5.5;
  const scenario::ServiceOptions& service = scenario.options.service;
  const double model_location_db =
      propagation::p1812::sigma_location_db(highest_frequency_mhz(scenario), service.location_variability_cell_m,
                                            std::nullopt, scenario.options.propagation.receiver_height_m);
  const double location_db = scenario.options.propagation.corrections.location_sigma_db.value_or(model_location_db);
  network::PerTechnology<double> levels_dbm;
  levels_dbm.values.fill(std::numeric_limits<double>::infinity());
  for (const network::Technology technology : scenario.options.plan.target.technologies) {
    levels_dbm[technology] =
        service.threshold_dbm[technology] - kSigmas * coverage::total_sigma_db(location_db, service);
  }
  return levels_dbm;
}

/// Reads the signals at one point of a hamlet.
class ReceptionReader::PointReader {
 public:
  PointReader(const ReceptionReader& reader, std::size_t points)
      : reader_(reader), quality_(reader.heard_.terrain, reader.heard_.scenario.options) {
    const std::size_t technologies = std::max<std::size_t>(1, options().plan.target.technologies.size());
    neglected_ = kNeglected / 2.0 / static_cast<double>(points * technologies);
  }

  /// Adds the open receptions by site, and returns the certain bits.
  std::uint32_t read(std::size_t point, std::uint32_t index, std::map<std::size_t, HeardSite>& sites) const {
    std::vector<Candidate> candidates = candidates_at(point);
    std::uint32_t certain = 0;
    for (const Candidate& candidate : candidates) {
      if (candidate.missed <= neglected_) certain |= candidate.bits;
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
      return std::tie(a.served, a.cell) < std::tie(b.served, b.cell);
    });
    double left_out = 0.0;
    for (const Candidate& candidate : candidates) {
      const std::uint32_t open = candidate.bits & ~certain;
      if (open == 0) continue;
      if (left_out + candidate.served <= neglected_) {
        left_out += candidate.served;
        continue;
      }
      sites[cell_of(candidate.cell).site].receptions.push_back(
          {.point = index,
           .margin_db = static_cast<float>(candidate.margin_db),
           .sigma_location_db = static_cast<float>(candidate.sigma_location_db),
           .bits = open});
    }
    return certain;
  }

 private:
  const ReceptionReader& reader_;
  coverage::ServiceQuality quality_;
  double neglected_ = 0.0;  ///< for each bit of a point, of being certain and of being left out

  const scenario::Options& options() const { return reader_.heard_.scenario.options; }
  const network::Cell& cell_of(std::size_t cell) const { return reader_.heard_.scenario.network.cells[cell]; }

  std::vector<Candidate> candidates_at(std::size_t point) const {
    std::vector<Candidate> candidates;
    const gis::MapPoint at = reader_.heard_.coverage.points[point].position();
    for (const coverage::PointSignal& signal : reader_.heard_.coverage.signals.of_point(point)) {
      const std::uint32_t bits = reader_.bits_of_cell_[signal.cell];
      if (bits == 0) continue;
      const network::Cell& cell = cell_of(signal.cell);
      const double threshold_dbm = options().service.threshold_dbm[cell.technology];
      const double location_db = quality_.sigma_location_db(cell, at);
      const double sigma_db = coverage::total_sigma_db(location_db, options().service);
      const double served = coverage::probability_above(signal.level_dbm, threshold_dbm, sigma_db);
      candidates.push_back({.cell = signal.cell,
                            .margin_db = signal.level_dbm - threshold_dbm,
                            .sigma_location_db = location_db,
                            .served = served,
                            .missed = sigma_db > 0.0
                                          ? coverage::probability_above(threshold_dbm, signal.level_dbm, sigma_db)
                                          : 1.0 - served,
                            .bits = bits});
    }
    return candidates;
  }
};

ReceptionReader::ReceptionReader(const HeardNetwork& heard, std::span<const CellSet> sets)
    : heard_(heard), bits_(heard.scenario.options.plan), sets_(sets.size()), first_point_(first_points(heard)) {
  const std::vector<network::Cell>& cells = heard.scenario.network.cells;
  bits_of_cell_.resize(cells.size());
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
      if (sets[set][cell]) bits_of_cell_[cell] |= bits_.bit(set, cells[cell].technology);
  }
}

HamletReception ReceptionReader::read(std::size_t hamlet) const {
  const network::Network& network = heard_.scenario.network;
  const std::string& hamlet_id = network.hamlets[hamlet].hamlet_id;
  HamletReception reception{.hamlet = hamlet, .stream = stream_of(hamlet_id, "")};
  const auto points =
      std::span(heard_.coverage.points).subspan(first_point_[hamlet], first_point_[hamlet + 1] - first_point_[hamlet]);
  std::vector<gis::MapPoint> places;
  std::map<std::size_t, HeardSite> sites;
  const PointReader reader(*this, std::max<std::size_t>(1, points.size()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    reception.weights.push_back(points[i].weight);
    reception.numbers.push_back(static_cast<std::uint32_t>(points[i].point));
    places.push_back(points[i].position());
    reception.certain.push_back(reader.read(first_point_[hamlet] + i, static_cast<std::uint32_t>(i), sites));
  }
  for (auto& [site, heard] : sites) {
    heard.stream = stream_of(hamlet_id, network.sites[site].site_id);
    keep_strongest(heard.receptions);
    reception.sites.push_back(std::move(heard));
  }
  settle(reception);
  if (!reception.sites.empty())
    reception.factor = correlation_factor(places, heard_.scenario.options.analysis.correlation_m);
  return reception;
}

namespace {

/// The bits of a set at all points and receptions, moved to those of the first set.
std::vector<std::uint32_t> bits_of_set(const HamletReception& reception, std::uint32_t bits, std::uint32_t first_bits) {
  const auto moved = [=](std::uint32_t of) { return first_bits == 0 ? 0 : (of & bits) / (bits / first_bits); };
  std::vector<std::uint32_t> result;
  for (const std::uint32_t certain : reception.certain)
    result.push_back(moved(certain));
  for (const HeardSite& site : reception.sites) {
    for (const Reception& of_point : site.receptions)
      result.push_back(moved(of_point.bits));
  }
  return result;
}

bool is_open(const HamletReception& reception, std::uint32_t bits) {
  return std::ranges::any_of(reception.sites, [bits](const HeardSite& site) {
    return std::ranges::any_of(site.receptions, [bits](const Reception& of) { return (of.bits & bits) != 0; });
  });
}

/// Removes bits that no draw needs, and what has none left.
void remove_bits(HamletReception& reception, std::uint32_t bits) {
  for (HeardSite& site : reception.sites) {
    for (Reception& of_point : site.receptions)
      of_point.bits &= ~bits;
    std::erase_if(site.receptions, [](const Reception& of) { return of.bits == 0; });
  }
  std::erase_if(reception.sites, [](const HeardSite& site) { return site.receptions.empty(); });
}

}  // namespace

void ReceptionReader::settle(HamletReception& reception) const {
  std::vector<std::vector<std::uint32_t>> bits_of_sets;
  for (std::size_t set = 0; set < sets_; ++set) {
    bits_of_sets.push_back(bits_of_set(reception, bits_.bits(set), bits_.bits(0)));
    const auto same = std::ranges::find(bits_of_sets, bits_of_sets.back());
    reception.like.push_back(static_cast<std::size_t>(same - bits_of_sets.begin()));
  }
  reception.settled.resize(sets_);
  std::uint32_t needless = 0;
  for (std::size_t set = 0; set < sets_; ++set) {
    std::vector<coverage::CountedPoint> counted;
    bool centre_served = false;
    for (std::size_t i = 0; i < reception.weights.size(); ++i) {
      const bool served = bits_.is_served(reception.certain[i], set);
      counted.push_back({.weight = reception.weights[i], .served = served});
      if (reception.numbers[i] == 0) centre_served = served;
    }
    const coverage::Status status = judge(counted, centre_served, heard_.scenario.options.service).status;
    // More service never takes "covered" away.
    if (status == coverage::Status::kCovered || !is_open(reception, bits_.bits(set))) reception.settled[set] = status;
    if (reception.settled[set] || reception.like[set] != set) needless |= bits_.bits(set);
  }
  remove_bits(reception, needless);
}

}  // namespace phusong::analysis
