#include "gis/crs_kind.h"

#include <proj.h>

#include <stdexcept>

#include "gis/proj_handles.h"

namespace phusong::gis {
namespace {

/// The horizontal CRS inside a compound one, or inside one with a datum shift bound to it.
ProjObject horizontal(PJ_CONTEXT* context, ProjObject crs) {
  if (proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
  if (proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS) crs.reset(proj_get_source_crs(context, crs.get()));
  return crs;
}

}  // namespace

bool is_geographic(const std::string& crs) {
  const ProjContext context = make_proj_context();
  const ProjObject object = horizontal(context.get(), make_crs(context.get(), crs));
  const PJ_TYPE type = proj_get_type(object.get());
  if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS) return true;
  if (type == PJ_TYPE_PROJECTED_CRS) return false;
  throw std::invalid_argument("CRS '" + crs + "' is neither geographic nor projected");
}

bool are_equivalent(const std::string& one, const std::string& other) {
  const ProjContext context = make_proj_context();
  const ProjObject first = horizontal(context.get(), make_crs(context.get(), one));
  const ProjObject second = horizontal(context.get(), make_crs(context.get(), other));
  return proj_is_equivalent_to_with_ctx(context.get(), first.get(), second.get(),
                                        PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

std::optional<LonLatBox> area_of_use(const std::string& crs) {
  const ProjContext context = make_proj_context();
  const ProjObject object = make_crs(context.get(), crs);
  constexpr double kNotKnown = -1000.0;
  LonLatBox box;
  const bool has_area = proj_get_area_of_use(context.get(), object.get(), &box.west_deg, &box.south_deg, &box.east_deg,
                                             &box.north_deg, nullptr) != 0;
  return has_area && box.west_deg != kNotKnown ? std::optional(box) : std::nullopt;
}

std::string crs_name(const std::string& crs) {
  const ProjContext context = make_proj_context();
  const char* const name = proj_get_name(make_crs(context.get(), crs).get());
  return name == nullptr ? crs : name;
}

}  // namespace phusong::gis
