#pragma once

namespace phusong::analysis {

// Huber's M-estimator for values of which some are known only to be at most a limit, as a receiver at its noise floor
// gives them. A standardised residual u = (y − μ) / σ has the influence
//   ψ(u) = max(−k, min(k, u))                     (1)  Huber (1964), "Robust estimation of a location parameter"
// A censored one is known as u ≤ z. It has the expectation of the same under the normal distribution
//   m(z) = E[ψ(u) | u ≤ z]                        (2)  with k = ∞ the score −φ(z) / Φ(z) of Tobin (1958),
//                                                      "Estimation of relationships for limited dependent variables"
//   q(z) = E[ψ(u)² | u ≤ z]                       (3)
//   β    = E[ψ(u)²]                               (4)  which makes the scale right, Huber's Proposal 2
// so that the sum of all influences has the expectation 0 whatever the limits are. To put expectations in the place of
// what is censored is the EM algorithm for the Tobit model in Amemiya (1984), "Tobit models: a survey".

/// Of the standard normal distribution.
double normal_density(double u);
double normal_distribution(double u);

/// Eq. (1).
double huber_psi(double u, double k);
/// ρ with ρ' = ψ: u² / 2 within k, linear beyond.
double huber_rho(double u, double k);
/// Eq. (2).
double expected_psi_below(double z, double k);
/// Derivative of Eq. (2): between 0 and 1.
double expected_psi_slope(double z, double k);
/// Eq. (3).
double expected_squared_psi_below(double z, double k);
/// Eq. (4).
double expected_squared_psi(double k);
/// −log Φ(z), continued below −k along its tangent: the loss that goes with ρ where a value is censored.
double censored_loss(double z, double k);

/// The influence of one residual, in dB.
struct Influence {
  double weight = 0.0;   ///< of reweighted least squares
  double pull_db = 0.0;  ///< σ ψ(u), or σ m(z)
  double slope = 0.0;    ///< derivative of the pull
  double squared = 0.0;  ///< ψ(u)², or q(z)
};
Influence influence_of(double error_db, bool is_censored, double sigma_db, double k);

}  // namespace phusong::analysis
