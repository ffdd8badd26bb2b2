#include "propagation/hata/hata.h"

#include "sim/cli/loss/models.h"

namespace phusong::loss {

namespace hata_model = propagation::hata;
using hata_model::Environment;

namespace {

using LossFunction = hata_model::MedianLoss(const hata_model::Input&);

struct Column {
  Environment environment;
  std::string_view name;
};

hata_model::Input input_of(const Fields& fields) {
  const std::string name = fields.text_or("environment", "small_medium_city");
  const auto environment = hata_model::environment_from_name(name);
  if (!environment) {
    throw FieldError("unknown environment '" + name + "' (allowed: large_city, small_medium_city, suburban, open)");
  }
  return {.frequency_mhz = fields.number(kFrequencyMhz),
          .distance_km = fields.number(kDistanceKm),
          .base_height_m = fields.number(kTxHeightM),
          .mobile_height_m = fields.number(kRxHeightM),
          .environment = *environment};
}

// The loss is that of `environment`, the columns are those of all.
Answer answer_of(const Fields& fields, LossFunction& loss, const std::array<Column, 4>& columns) {
  hata_model::Input input = input_of(fields);
  const hata_model::MedianLoss asked = loss(input);
  Answer answer{.loss_db = asked.loss_db, .violations = asked.violations, .in_columns = true};
  for (const auto& [environment, name] : columns) {
    input.environment = environment;
    answer.intermediates.emplace_back(name, loss(input).loss_db);
  }
  return answer;
}

}  // namespace

Answer hata(const Fields& fields) {
  return answer_of(fields, hata_model::okumura_hata_loss,
                   {{{Environment::kLargeCity, "L_urban_large_city_dB"},
                     {Environment::kSmallMediumCity, "L_urban_small_medium_city_dB"},
                     {Environment::kSuburban, "L_suburban_dB"},
                     {Environment::kOpen, "L_open_dB"}}});
}

Answer cost231(const Fields& fields) {
  return answer_of(fields, hata_model::cost231_hata_loss,
                   {{{Environment::kLargeCity, "L_metropolitan_C3_dB"},
                     {Environment::kSmallMediumCity, "L_medium_city_C0_dB"},
                     {Environment::kSuburban, "L_suburban_dB"},
                     {Environment::kOpen, "L_rural_open_dB"}}});
}

}  // namespace phusong::loss
