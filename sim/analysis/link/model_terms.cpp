#include "sim/analysis/link/model_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "propagation/ehata/ehata.h"
#include "propagation/free_space.h"
#include "propagation/itm/itm.h"
#include "propagation/itm/run_settings.h"
#include "propagation/p1812/intermediates.h"
#include "propagation/p1812/run_path.h"
#include "propagation/rma/rma.h"

namespace phusong::analysis {
namespace {

namespace p1812 = propagation::p1812;
using propagation::Model;

LinkTerm model_term(std::string_view name, std::variant<double, std::string_view> value, std::string_view unit,
                    std::string source) {
  return {.group = LinkTermGroup::kModel, .name = name, .value = value, .unit = unit, .source = std::move(source)};
}

/// A value of P.1812 and where the Recommendation has it, by the numbers of P.1812-6.
struct P1812Value {
  std::string_view name, unit, place;
};

constexpr std::array kP1812Values = {P1812Value{"ae_km", "km", "(7a)"},
                                     P1812Value{"b0_percent", "%", "(2)–(5)"},
                                     P1812Value{"omega", "", "Annex 1, 3.6"},
                                     P1812Value{"dtm_km", "km", "Annex 1, 3.6"},
                                     P1812Value{"dlm_km", "km", "Annex 1, 3.6"},
                                     P1812Value{"theta_t_mrad", "mrad", "(76)–(79)"},
                                     P1812Value{"theta_r_mrad", "mrad", "(81), (82)"},
                                     P1812Value{"theta_mrad", "mrad", "(84)"},
                                     P1812Value{"dlt_km", "km", "(80)"},
                                     P1812Value{"dlr_km", "km", "(83), (83a)"},
                                     P1812Value{"hst_n_m", "m", "(87)"},
                                     P1812Value{"hsr_n_m", "m", "(88)"},
                                     P1812Value{"hst_m", "m", "(92a)"},
                                     P1812Value{"hsr_m", "m", "(92b)"},
                                     P1812Value{"hstd_m", "m", "(91a), (91b)"},
                                     P1812Value{"hsrd_m", "m", "(91c), (91d)"},
                                     P1812Value{"hte_m", "m", "(94a)"},
                                     P1812Value{"hre_m", "m", "(94b)"},
                                     P1812Value{"hm_m", "m", "(95)"},
                                     P1812Value{"Lbfs_dB", "dB", "(8)"},
                                     P1812Value{"Lb0p_dB", "dB", "(10)"},
                                     P1812Value{"Lb0b_dB", "dB", "(11)"},
                                     P1812Value{"Lbulla_dB", "dB", "(13)–(21)"},
                                     P1812Value{"Lbulls_dB", "dB", "(13)–(21), (38)"},
                                     P1812Value{"Ldsph_dB", "dB", "(22)–(28)"},
                                     P1812Value{"Ld50_dB", "dB", "(39)"},
                                     P1812Value{"Ldb_dB", "dB", "(39)"},
                                     P1812Value{"Ldp_dB", "dB", "(41)"},
                                     P1812Value{"Lbd50_dB", "dB", "(42)"},
                                     P1812Value{"Lbd_dB", "dB", "(43)"},
                                     P1812Value{"Lbs_dB", "dB", "(44)"},
                                     P1812Value{"Lba_dB", "dB", "(46)"},
                                     P1812Value{"Fi", "", "(40a)"},
                                     P1812Value{"Fj", "", "(57)"},
                                     P1812Value{"Fk", "", "(58)"},
                                     P1812Value{"Lminb0p_dB", "dB", "(59)"},
                                     P1812Value{"Lminbap_dB", "dB", "(60)"},
                                     P1812Value{"Lbda_dB", "dB", "(61)"},
                                     P1812Value{"Lbam_dB", "dB", "(62)"},
                                     P1812Value{"Lbc_dB", "dB", "(63)"},
                                     P1812Value{"Lb_dB", "dB", "(69)"}};

std::string p1812_place(std::string_view place) {
  const bool is_equation = place.starts_with('(');
  const bool is_many = place.find("),") != std::string_view::npos || place.find(")–") != std::string_view::npos;
  return fmt::format("ITU-R P.1812-6 {}{}", !is_equation ? "" : is_many ? "Eqs. " : "Eq. ", place);
}

ModelAccount p1812_account(const ModelQuery& query) {
  const p1812::Path path = p1812::run_path(query.path, query.settings);
  const p1812::Geometry geometry = p1812::run_geometry(path, query.settings.time_percent);
  const p1812::BasicLoss loss = p1812::basic_loss(geometry, {.frequency_mhz = query.frequency_mhz,
                                                             .time_percent = query.settings.time_percent,
                                                             .polarization = query.settings.polarization});
  ModelAccount account{.terms = {}, .source = p1812_place("(69)")};
  account.terms.push_back(
      model_term("path_type",
                 geometry.horizons.transhorizon ? std::string_view("transhorizon") : std::string_view("line_of_sight"),
                 "", p1812_place("Attachment 1, 5")));
  const std::vector<p1812::NamedValue> values = p1812::intermediates(geometry, loss);
  for (const P1812Value& wanted : kP1812Values) {
    const auto found = std::ranges::find(values, wanted.name, &p1812::NamedValue::name);
    if (found != values.end())
      account.terms.push_back(model_term(wanted.name, found->value, wanted.unit, p1812_place(wanted.place)));
  }
  return account;
}

constexpr std::string_view kItmSource = "ITM 1.4 (NTIA), Hufford: The Algorithm";

std::string_view regime_name(propagation::itm::Regime regime) {
  switch (regime) {
    case propagation::itm::Regime::kLineOfSight:
      return "line_of_sight";
    case propagation::itm::Regime::kDiffraction:
      return "diffraction";
    case propagation::itm::Regime::kTroposcatter:
      return "troposcatter";
  }
  return "";
}

ModelAccount itm_account(const ModelQuery& query) {
  propagation::itm::PointToPointInput input{.settings = propagation::itm::settings_from(query.settings),
                                            .profile = query.path.profile,
                                            .tx_height_m = query.path.tx_height_m,
                                            .rx_height_m = query.path.rx_height_m};
  input.settings.frequency_mhz = query.frequency_mhz;
  const propagation::itm::Result result = propagation::itm::point_to_point(input);
  const std::string source(kItmSource);
  return {.terms = {model_term("path_type", regime_name(result.regime), "", source),
                    model_term("A_fs_dB", result.free_space_db, "dB", source),
                    model_term("A_ref_dB", result.reference_attenuation_db, "dB", source),
                    model_term("delta_h_m", result.delta_h_m, "m", source),
                    model_term("N_s_Nunits", result.surface_refractivity, "N", source),
                    model_term("A_dB", result.loss_db, "dB", source)},
          .source = source};
}

ModelAccount ehata_account(const ModelQuery& query) {
  namespace ehata = propagation::ehata;
  const ehata::Result result =
      ehata::predict({.profile = query.path.profile,
                      .base_height_m = query.path.tx_height_m,
                      .mobile_height_m = query.path.rx_height_m,
                      .frequency_mhz = query.frequency_mhz,
                      .environment = ehata::environment_from_nlcd(query.settings.ehata_environment_nlcd)});
  const std::string source = "NTIA TR-15-517, appendix A";
  return {.terms = {model_term("d_bp_km", result.breakpoint_km, "km", source),
                    model_term("base_effective_height_m", result.base_effective_height_m, "m", source),
                    model_term("mobile_effective_height_m", result.mobile_effective_height_m, "m", source),
                    model_term("delta_h_m", result.delta_h_m, "m", source),
                    model_term("ehata_loss_db", result.loss_db, "dB", source)},
          .source = source};
}

ModelAccount rma_account(const ModelQuery& query) {
  const propagation::rma::MedianLoss result = propagation::rma::median_loss({.profile = query.path.profile,
                                                                             .tx_height_m = query.path.tx_height_m,
                                                                             .rx_height_m = query.path.rx_height_m,
                                                                             .frequency_mhz = query.frequency_mhz,
                                                                             .delta_n = query.settings.delta_n});
  const std::string source = "3GPP TR 38.901, table 7.4.1-1 (RMa)";
  return {.terms = {model_term(
                        "path_type",
                        result.line_of_sight ? std::string_view("line_of_sight") : std::string_view("no_line_of_sight"),
                        "", source),
                    model_term("breakpoint_m", result.breakpoint_m, "m", source),
                    model_term("line_of_sight_loss_db", result.line_of_sight_db, "dB", source),
                    model_term("rma_loss_db", result.loss_db, "dB", source)},
          .source = source};
}

ModelAccount account_of_model(const ModelQuery& query) {
  switch (query.settings.model) {
    case Model::kP1812:
      return p1812_account(query);
    case Model::kItm:
      return itm_account(query);
    case Model::kExtendedHata:
      return ehata_account(query);
    case Model::kRma:
      return rma_account(query);
    case Model::kFreeSpace:
      break;
  }
  return {.terms = {}, .source = "ITU-R P.525 Eq. (4)"};
}

}  // namespace

ModelAccount model_account(const ModelQuery& query) {
  // Free space over at least a metre, and what Bullington's edge adds: short_path_loss_db().
  if (query.is_short) return {.terms = {}, .source = "ITU-R P.525 Eq. (4) + P.1812-6 Eqs. (13)–(21)"};
  ModelAccount account = account_of_model(query);
  account.limits =
      propagation::path_losses(query.path, query.settings, std::span(&query.frequency_mhz, 1)).front().violations;
  return account;
}

}  // namespace phusong::analysis
