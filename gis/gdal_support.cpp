#include "gis/gdal_support.h"

#include <gdal_priv.h>

#include <mutex>

namespace phusong::gis {
namespace {

void collect(CPLErr severity, CPLErrorNum, const char* message) {
  if (severity < CE_Warning) return;
  static_cast<GdalMessages*>(CPLGetErrorHandlerUserData())->add(severity >= CE_Failure, message);
}

}  // namespace

void register_gdal() {
  static std::once_flag once;
  std::call_once(once, [] { GDALAllRegister(); });
}

GdalMessages::GdalMessages() {
  CPLPushErrorHandlerEx(collect, this);
}

GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
}

void GdalMessages::add(bool is_failure, const std::string& message) {
  any_failure_ = any_failure_ || is_failure;
  if (!text_.empty()) text_ += "; ";
  text_ += message;
}

std::string GdalMessages::text(const std::string& fallback) const {
  return text_.empty() ? fallback : text_;
}

void DatasetCloser::operator()(GDALDataset* dataset) const {
  GDALClose(GDALDataset::ToHandle(dataset));
}

}  // namespace phusong::gis
