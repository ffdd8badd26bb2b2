#pragma once

#include <algorithm>

#include "propagation/p1812/zones.h"

namespace phusong::propagation::p1812 {

/// Lengths of a path over land and sea (P.1812 3.2) as they grow from sample to sample. A sample stands for half
/// of the interval on either side, so it counts when the next one is known.
class ZoneSums {
 public:
  ZoneSums() = default;
  explicit ZoneSums(Zone first) : zone_(first) {}

  /// `distance_km`: not less than that of the sample before.
  void add(double distance_km, Zone zone) {
    close((distance_km_ + distance_km) / 2.0);
    distance_km_ = distance_km;
    zone_ = zone;
  }

  /// Of the path that ends with the last sample; it has length.
  ZoneSections sections() const {
    ZoneSums whole = *this;
    whole.close(distance_km_);
    return {.omega = std::min(1.0, whole.sea_km_ / distance_km_),
            .dtm_km = whole.land_.longest_km,
            .dlm_km = whole.inland_.longest_km};
  }

 private:
  struct Section {
    double running_km = 0.0;
    double longest_km = 0.0;

    void add(bool belongs, double length_km) {
      running_km = belongs ? running_km + length_km : 0.0;
      longest_km = std::max(longest_km, running_km);
    }
  };

  /// Counts the last sample up to here.
  void close(double to_km) {
    const double length_km = to_km - counted_km_;
    counted_km_ = to_km;
    if (zone_ == Zone::kSea) sea_km_ += length_km;
    land_.add(zone_ != Zone::kSea, length_km);
    inland_.add(zone_ == Zone::kInland, length_km);
  }

  double sea_km_ = 0.0;
  Section land_, inland_;
  double counted_km_ = 0.0;
  double distance_km_ = 0.0;  ///< of the last sample
  Zone zone_ = Zone::kInland;
};

}  // namespace phusong::propagation::p1812
