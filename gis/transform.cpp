#include <proj.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "gis/crs.h"
#include "gis/proj_handles.h"

namespace phusong::gis {
namespace {

struct OperationListDeleter {
  void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
struct FactoryDeleter {
  void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
};

/// What PROJ may offer: no ballpark, only grids that are installed, and operations for a part of the area too,
/// for the one chosen is used beyond its area on purpose.
std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDeleter> make_factory(PJ_CONTEXT* context) {
  std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDeleter> factory(
      proj_create_operation_factory_context(context, nullptr));
  proj_operation_factory_context_set_allow_ballpark_transformations(context, factory.get(), 0);
  proj_operation_factory_context_set_grid_availability_use(context, factory.get(),
                                                           PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                       PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  return factory;
}

ProjObject choose_operation(PJ_CONTEXT* context, const std::string& from, const std::string& to) {
  const ProjObject source = make_crs(context, from);
  const ProjObject target = make_crs(context, to);
  const auto factory = make_factory(context);
  const std::unique_ptr<PJ_OBJ_LIST, OperationListDeleter> list(
      proj_create_operations(context, source.get(), target.get(), factory.get()));
  const int count = list == nullptr ? 0 : proj_list_get_count(list.get());
  for (int i = 0; i < count; ++i) {
    ProjObject operation(proj_list_get(context, list.get(), i));
    if (!proj_coordoperation_has_ballpark_transformation(context, operation.get())) return operation;
  }
  throw std::invalid_argument("no transformation with a known datum shift from '" + from + "' to '" + to + "'");
}

}  // namespace

struct Transform::Impl {
  ProjContext context = make_proj_context();
  ProjObject operation;   ///< in the axis order of the CRSs
  ProjObject normalized;  ///< easting or longitude first

  MapPoint apply(PJ_DIRECTION direction, MapPoint point) const;
};

MapPoint Transform::Impl::apply(PJ_DIRECTION direction, MapPoint point) const {
  const PJ_COORD result = proj_trans(normalized.get(), direction, proj_coord(point.x_m, point.y_m, 0.0, HUGE_VAL));
  if (result.xy.x != HUGE_VAL && result.xy.y != HUGE_VAL) return {result.xy.x, result.xy.y};
  proj_errno_reset(normalized.get());
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  return {kNone, kNone};
}

Transform::Transform(const std::string& from, const std::string& to) : impl_(std::make_unique<Impl>()) {
  PJ_CONTEXT* const context = impl_->context.get();
  impl_->operation = choose_operation(context, from, to);
  impl_->normalized.reset(proj_normalize_for_visualization(context, impl_->operation.get()));
  if (impl_->normalized == nullptr)
    throw std::invalid_argument("no usable transformation from '" + from + "' to '" + to + "'");
}

Transform::Transform(const Transform& other) : impl_(std::make_unique<Impl>()) {
  impl_->operation.reset(proj_clone(impl_->context.get(), other.impl_->operation.get()));
  impl_->normalized.reset(proj_clone(impl_->context.get(), other.impl_->normalized.get()));
}

Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform other) noexcept {
  std::swap(impl_, other.impl_);
  return *this;
}
Transform::~Transform() = default;

MapPoint Transform::forward(MapPoint point) const {
  return impl_->apply(PJ_FWD, point);
}

MapPoint Transform::inverse(MapPoint point) const {
  return impl_->apply(PJ_INV, point);
}

std::string Transform::pipeline() const {
  const char* const text = proj_as_proj_string(impl_->context.get(), impl_->operation.get(), PJ_PROJ_5, nullptr);
  if (text == nullptr) throw std::invalid_argument("a transformation cannot be written as a PROJ pipeline");
  return text;
}

}  // namespace phusong::gis
