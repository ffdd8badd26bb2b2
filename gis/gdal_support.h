#pragma once

#include <memory>
#include <string>

class GDALDataset;

namespace phusong::gis {

/// Registers GDAL's drivers, once in the life of the program; safe to call from any thread.
void register_gdal();

/// Collects what GDAL has to say on this thread while it lives, so that nothing is printed and the caller
/// can put GDAL's own words into its message.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  void add(bool is_failure, const std::string& message);
  /// Whether GDAL reported a failure, not a warning alone.
  bool any_failure() const { return any_failure_; }
  /// Everything reported, "; " between; `fallback` when GDAL kept silent.
  std::string text(const std::string& fallback = "GDAL gives no reason") const;

 private:
  std::string text_;
  bool any_failure_ = false;
};

struct DatasetCloser {
  void operator()(GDALDataset* dataset) const;
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

}  // namespace phusong::gis
