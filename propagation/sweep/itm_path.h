#pragma once

#include <span>
#include <vector>

#include "propagation/itm/itm.h"
#include "propagation/line_fit.h"
#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

/// A receiver's path as ITM numbers its samples, 0 the mast … intervals() the receiver. Over the ray's samples, which
/// stay, lie the last few of the receiver's own line; they are lifted off again for the next receiver. Running sums up
/// to each sample make a straight line fitted to any stretch O(1).
class ItmPath {
 public:
  /// Samples of the ray are at equal steps. It must outlive its use here.
  void start(const Ray& ray);
  /// Turns to a receiver; receivers come in their order.
  void turn_to(const Receivers& receivers, std::size_t receiver);

  int intervals() const { return intervals_; }
  int last_ray_sample() const { return last_ray_sample_; }
  double step_m() const { return step_m_; }
  double length_m() const { return intervals_ * step_m_; }
  itm::Ends height_m() const { return {height_m_.front(), height_m_[index(intervals_)]}; }
  double height_m(int sample) const { return height_m_[index(sample)]; }

  /// From either end to a sample. Where the receiver stands on the ray, the steps are summed one by one as
  /// itm::find_horizons() does, which the cuts to whole steps that follow depend on; few receivers of an area do.
  double from_tx_m(int sample) const;
  double from_rx_m(int sample) const;

  /// Mean height without the first and the last tenth of the path.
  double mean_height_m() const;
  /// What fit_line()'s line through the samples between two positions comes to at both ends.
  itm::Ends fitted_m(double first_position, double last_position) const;
  /// Heights above the mast's ground at evenly spaced positions, the first and the last as given.
  void resample(double first_position, double last_position, std::span<float> height_m) const;

 private:
  /// Of samples 0 … i; x is the position in steps of the ray.
  struct Sums {
    double x = 0.0, xx = 0.0, z = 0.0, xz = 0.0;
  };

  static std::size_t index(int sample) { return static_cast<std::size_t>(sample); }
  void lift_own_samples();
  void put(int sample, double position, double height_m);
  void add_to_sums(int sample);

  const Ray* ray_ = nullptr;
  double ray_step_m_ = 0.0;
  int last_ray_sample_ = 0;
  int intervals_ = 0;
  double step_m_ = 0.0;
  bool is_on_ray_ = false;  ///< the receiver stands where a sample of the ray does
  std::vector<double> position_, height_m_;
  std::vector<Sums> sums_;
  std::vector<double> summed_steps_m_;
};

}  // namespace phusong::propagation::sweep
