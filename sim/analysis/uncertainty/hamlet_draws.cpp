#include "sim/analysis/uncertainty/hamlet_draws.h"

#include <algorithm>
#include <cmath>

#include "sim/coverage/verdict_rules.h"

namespace phusong::analysis {
namespace {

constexpr std::uint32_t kModelItem = 0;
constexpr std::uint32_t kFirstLocationItem = 1;
constexpr std::uint32_t kFirstBuildingItem = 0x80000000;

constexpr double kCommon = kSiteCorrelation;
constexpr double kOwn = 1.0 - kSiteCorrelation;

void add_scaled(double factor, const DrawBlock& values, DrawBlock& sum) {
  const auto by = static_cast<float>(factor);
  for (std::size_t i = 0; i < kBlockDraws; ++i)
    sum[i] += by * values[i];
}

void serve_where_positive(const Reception& reception, const DrawBlock& error_db, const DrawBlock& field,
                          std::array<std::uint32_t, kBlockDraws>& served) {
  const float margin_db = reception.margin_db;
  const float sigma_db = reception.sigma_location_db;
  const std::uint32_t bits = reception.bits;
  for (std::size_t i = 0; i < kBlockDraws; ++i)
    served[i] |= margin_db + (error_db[i] + sigma_db * field[i]) >= 0.0F ? bits : 0U;
}

}  // namespace

const ServedBlock& HamletDraws::draw(const HamletReception& reception, std::uint32_t block) {
  const std::size_t points = reception.weights.size();
  served_.resize(points);
  for (std::size_t point = 0; point < points; ++point)
    served_[point].fill(reception.certain[point]);
  if (reception.sites.empty()) return served_;
  draw_common(reception, block);
  DrawBlock normals;
  fill_normals(seed_, {reception.stream, kModelItem}, block, normals);
  DrawBlock model_common_db{};
  add_scaled(std::sqrt(kCommon) * service_->model_sigma_db, normals, model_common_db);
  for (const HeardSite& site : reception.sites)
    draw_site(reception, site, model_common_db, block);
  return served_;
}

void HamletDraws::draw_common(const HamletReception& reception, std::uint32_t block) {
  const std::size_t points = reception.weights.size();
  wanted_.assign(points, 0);
  for (const HeardSite& site : reception.sites) {
    for (const Reception& of_point : site.receptions)
      wanted_[of_point.point] = 1;
  }
  fill_independent(reception, reception.stream, points, block);
  common_.resize(points);
  building_.resize(points);
  const double entry_sigma_db = coverage::sigma_entry_db(*service_);
  for (std::size_t point = 0; point < points; ++point) {
    if (wanted_[point] == 0) continue;
    common_[point].fill(0.0F);
    add_field(reception, point, kCommon, common_[point]);
    building_[point].fill(0.0F);
    if (entry_sigma_db <= 0.0) continue;
    DrawBlock normals;
    fill_normals(seed_, {reception.stream, kFirstBuildingItem + reception.numbers[point]}, block, normals);
    add_scaled(entry_sigma_db, normals, building_[point]);
  }
}

void HamletDraws::draw_site(const HamletReception& reception, const HeardSite& site, const DrawBlock& model_common_db,
                            std::uint32_t block) {
  DrawBlock model_db = model_common_db;
  DrawBlock normals;
  fill_normals(seed_, {site.stream, kModelItem}, block, normals);
  add_scaled(std::sqrt(kOwn) * service_->model_sigma_db, normals, model_db);
  fill_independent(reception, site.stream, site.receptions.back().point + std::size_t{1}, block);
  for (auto first = site.receptions.begin(); first != site.receptions.end();) {
    const std::size_t point = first->point;
    DrawBlock field = common_[point];
    add_field(reception, point, kOwn, field);
    DrawBlock error_db = model_db;
    add_scaled(1.0, building_[point], error_db);
    for (; first != site.receptions.end() && first->point == point; ++first)
      serve_where_positive(*first, error_db, field, served_[point]);
  }
}

void HamletDraws::fill_independent(const HamletReception& reception, std::uint64_t stream, std::size_t points,
                                   std::uint32_t block) {
  independent_.resize(std::max(independent_.size(), points));
  for (std::size_t point = 0; point < points; ++point)
    fill_normals(seed_, {stream, kFirstLocationItem + reception.numbers[point]}, block, independent_[point]);
}

void HamletDraws::add_field(const HamletReception& reception, std::size_t point, double share, DrawBlock& sum) const {
  for (std::size_t other = 0; other <= point; ++other) {
    const double factor = reception.factor.at(point, other);
    if (factor != 0.0) add_scaled(std::sqrt(share) * factor, independent_[other], sum);
  }
}

}  // namespace phusong::analysis
