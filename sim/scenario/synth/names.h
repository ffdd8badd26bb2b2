#pragma once

#include <map>
#include <string>

#include "sim/scenario/synth/random.h"

namespace phusong::synth {

/// Place names that sound like those of the northern mountains but are drawn by lot.
class PlaceNames {
 public:
  explicit PlaceNames(Random random) : random_(random) {}

  /// "Huyện Phong Lạc"; never twice the same.
  std::string district();
  /// "Xã Tân Lĩnh"; unique within a district.
  std::string commune(const std::string& district);
  /// "Thôn Nà Mèo"; unique within a commune.
  std::string hamlet(const std::string& district, const std::string& commune);

 private:
  Random random_;
  std::map<std::string, int> uses_;

  std::string numbered(const std::string& place, const std::string& name);
};

}  // namespace phusong::synth
