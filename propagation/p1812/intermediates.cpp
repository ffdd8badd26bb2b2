#include "propagation/p1812/intermediates.h"

namespace phusong::propagation::p1812 {
namespace {

void append_geometry(const Geometry& g, std::vector<NamedValue>& values) {
  values.insert(values.end(), {{"omega", g.zones.omega},
                               {"dtm_km", g.zones.dtm_km},
                               {"dlm_km", g.zones.dlm_km},
                               {"b0_percent", g.b0_percent},
                               {"ae_km", g.ae_km},
                               {"dlt_km", g.horizons.dlt_km},
                               {"dlr_km", g.horizons.dlr_km},
                               {"theta_t_mrad", g.horizons.theta_t_mrad},
                               {"theta_r_mrad", g.horizons.theta_r_mrad},
                               {"theta_mrad", g.horizons.theta_mrad},
                               {"hst_n_m", g.least_squares.tx_m},
                               {"hsr_n_m", g.least_squares.rx_m},
                               {"hst_m", g.ducting.surface.tx_m},
                               {"hsr_m", g.ducting.surface.rx_m},
                               {"hstd_m", g.diffraction.tx_m},
                               {"hsrd_m", g.diffraction.rx_m},
                               {"hte_m", g.ducting.hte_m},
                               {"hre_m", g.ducting.hre_m},
                               {"hm_m", g.ducting.hm_m}});
}

void append_diffraction(const Diffraction& d, std::vector<NamedValue>& values) {
  values.insert(values.end(), {{"Lbulla_ae_dB", d.at_median.lbulla_db},
                               {"Lbulls_ae_dB", d.at_median.lbulls_db},
                               {"Ldsph_ae_dB", d.at_median.ldsph_db},
                               {"Lbulla_dB", d.at_median.lbulla_db},
                               {"Lbulls_dB", d.at_median.lbulls_db},
                               {"Ldsph_dB", d.at_median.ldsph_db},
                               {"Ld50_dB", d.at_median.ld_db}});
  if (d.at_beta) values.push_back({"Ldb_dB", d.at_beta->ld_db});
  values.push_back({"Ldp_dB", d.ldp_db});
}

void append_losses(const BasicLoss& loss, std::vector<NamedValue>& values) {
  values.insert(values.end(), {{"Fi", loss.fi},
                               {"Fj", loss.fj},
                               {"Fk", loss.fk},
                               {"Lbfs_dB", loss.los.lbfs_db},
                               {"Lb0p_dB", loss.los.lb0p_db},
                               {"Lb0b_dB", loss.los.lb0b_db},
                               {"Lbd50_dB", loss.lbd50_db},
                               {"Lbd_dB", loss.lbd_db},
                               {"Lminb0p_dB", loss.lminb0p_db},
                               {"Lba_dB", loss.lba_db},
                               {"Lminbap_dB", loss.lminbap_db},
                               {"Lbda_dB", loss.lbda_db},
                               {"Lbam_dB", loss.lbam_db},
                               {"Lbs_dB", loss.lbs_db},
                               {"Lbc_dB", loss.lbc_db},
                               {"Lb_dB", loss.lb_db}});
}

}  // namespace

std::vector<NamedValue> intermediates(const Geometry& geometry, const BasicLoss& loss) {
  std::vector<NamedValue> values;
  append_geometry(geometry, values);
  append_diffraction(loss.diffraction, values);
  append_losses(loss, values);
  return values;
}

}  // namespace phusong::propagation::p1812
