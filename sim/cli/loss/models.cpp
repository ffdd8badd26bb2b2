#include "sim/cli/loss/models.h"

#include <array>
#include <string>

namespace phusong::loss {
namespace {

struct NamedModel {
  std::string_view name;
  Model* model;
};

constexpr std::array kModels = {NamedModel{"p1812", p1812},
                                NamedModel{"itm", itm},
                                NamedModel{"ehata", ehata},
                                NamedModel{"rma", rma},
                                NamedModel{"free_space", free_space},
                                NamedModel{"p526", p526},
                                NamedModel{"p526_knife_edge", p526_knife_edge},
                                NamedModel{"p526_rounded_obstacle", p526_rounded_obstacle},
                                NamedModel{"p526_spherical_earth", p526_spherical_earth},
                                NamedModel{"hata", hata},
                                NamedModel{"cost231", cost231},
                                NamedModel{"itm_area", itm_area},
                                NamedModel{"p2108_3.1", p2108_height_gain},
                                NamedModel{"p2108_3.2", p2108_terrestrial},
                                NamedModel{"p2108_3.3", p2108_slant},
                                NamedModel{"p2109", p2109},
                                NamedModel{"p530", p530},
                                NamedModel{"p838", p838},
                                NamedModel{"antenna_38901", antenna_38901},
                                NamedModel{"antenna_m2101", antenna_m2101},
                                NamedModel{"antenna_36942", antenna_36942}};

}  // namespace

Model& model_named(std::string_view name) {
  std::string known;
  for (const NamedModel& entry : kModels) {
    if (entry.name == name) return *entry.model;
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw FieldError("unknown model '" + std::string(name) + "' (allowed: " + known + ")");
}

}  // namespace phusong::loss
