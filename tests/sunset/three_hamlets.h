#pragma once

#include <string>

#include "sim/scenario/scenario.h"
#include "sim/sunset/model/sunset_model.h"
#include "sim/sunset/radio/sunset_radio.h"
#include "tests/sunset/tiny_sunset.h"

namespace phusong::tests {

/// Three hamlets of one operator, each with ten handsets, two of them 2G-only, eight with VoLTE, and a point beside a
/// mast of its own.
///
/// | cell       | mast | is                       | serves   |
/// |------------|------|--------------------------|----------|
/// | C0, C1, C2 | S0 … | 2G that can go off       | H0 …     |
/// | C3         | S0   | 4G that stays            | H0       |
/// | 4, 5, 6    | S0 … | 4G refarmed from C0 …    | H0 …     |
///
/// C1 is heard where the first carrier would serve. Three periods, no limit of crews, ten subsidised handsets a period,
/// no uptake. So two handsets for each hamlet let everything go off in the first period.
sunset::SunsetModel three_hamlets();

/// The same world as scenario and signals.
struct ThreeHamlets {
  scenario::Scenario scenario;
  sunset::SunsetRadio radio;

  ThreeHamlets();
  scenario::SunsetOptions& options() { return scenario.options.sunset; }
};

/// New equipment for the mast of the third hamlet.
void add_swap(sunset::SunsetModel& model);

/// Whether some text contains `words`.
bool any_contains(const std::vector<std::string>& texts, const std::string& words);

}  // namespace phusong::tests
