#include "propagation/itm/limits.h"

namespace phusong::propagation::itm {

void Findings::check(const CodedLimit& limit, double value) {
  if (limit.limit.holds(value)) return;
  if (error_code_ == 0) error_code_ = limit.return_code;
  violations_.push_back({limit.limit, value});
}

void Findings::check(const WarnedLimit& limit, double value) {
  warn_if(!limit.limit.holds(value), limit.warning);
}

void Findings::warn_if(bool condition, Warning warning) {
  if (condition) warnings_ |= warning;
}

void Findings::put_into(Result& result) const {
  result.warnings = warnings_;
  result.violations = violations_;
  result.return_code = error_code_ != 0 ? error_code_ : (warnings_ != 0 ? 1 : 0);
}

void check_common(const Settings& settings, double tx_height_m, double rx_height_m, Findings& findings) {
  findings.check(kUsualTxHeight, tx_height_m);
  findings.check(kTxHeight, tx_height_m);
  findings.check(kUsualRxHeight, rx_height_m);
  findings.check(kRxHeight, rx_height_m);
  findings.check(kN0, settings.n0);
  findings.check(kUsualFrequency, settings.frequency_mhz);
  findings.check(kFrequency, settings.frequency_mhz);
  findings.check(kEpsilon, settings.epsilon);
  findings.check(kSigma, settings.sigma_s_per_m);
  findings.check(kSituation, settings.situation_percent);
  findings.check(kTime, settings.time_percent);
  findings.check(kLocation, settings.location_percent);
}

}  // namespace phusong::propagation::itm
