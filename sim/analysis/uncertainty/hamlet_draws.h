#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/analysis/uncertainty/hamlet_reception.h"
#include "sim/analysis/uncertainty/normal_block.h"

namespace phusong::analysis {

/// Correlation of the errors of two masts: of the model's at a hamlet, and of the location's at a point.
inline constexpr double kSiteCorrelation = 0.5;

/// Which bits of ServiceBits each point of a hamlet has in the draws of a block: [point][draw].
using ServedBlock = std::vector<std::array<std::uint32_t, kBlockDraws>>;

/// Draws the errors of the levels that a hamlet hears. In a draw the level of a cell at a point is off by
///   σ_model (√ρ m + √(1 − ρ) m_site) + σ_L (√ρ l(point) + √(1 − ρ) l_site(point)) [+ σ_building b(point)]:
/// m and m_site are one standard normal value each of the hamlet; l and l_site fields over its points with the
/// correlation exp(−d / correlation_m); b, indoors, is of the house at the point, the same for all masts. Cells of one
/// mast have their errors in common, whatever their technology. All are named by hamlet_id, site_id and point, so that
/// hamlets, masts and sets of cells that are left out change nothing for the others.
class HamletDraws {
 public:
  HamletDraws(const scenario::ServiceOptions& service, std::uint64_t seed) : service_(&service), seed_(seed) {}

  /// Draws one block. Keeps scratch space, so that each thread needs an object of its own.
  const ServedBlock& draw(const HamletReception& reception, std::uint32_t block);

 private:
  const scenario::ServiceOptions* service_;
  std::uint64_t seed_;
  std::vector<char> wanted_;            ///< [point] whether some reception is open there
  std::vector<DrawBlock> independent_;  ///< [point] before correlation
  std::vector<DrawBlock> common_;       ///< [point] √ρ l
  std::vector<DrawBlock> building_;     ///< [point] σ_building b
  ServedBlock served_;

  void draw_common(const HamletReception& reception, std::uint32_t block);
  void draw_site(const HamletReception& reception, const HeardSite& site, const DrawBlock& model_common_db,
                 std::uint32_t block);
  void fill_independent(const HamletReception& reception, std::uint64_t stream, std::size_t points,
                        std::uint32_t block);
  /// Adds √share of the correlated field at a point.
  void add_field(const HamletReception& reception, std::size_t point, double share, DrawBlock& sum) const;
};

}  // namespace phusong::analysis
