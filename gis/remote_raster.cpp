#include "gis/remote_raster.h"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <charconv>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "gis/output_file.h"
#include "gis/problem.h"

namespace phusong::gis {
namespace {

/// How GDAL asks, on this thread and while it lives: one file alone, no listing of its folder, no tries of its own.
class HttpSettings {
 public:
  explicit HttpSettings(int patience_s)
      : seconds_(std::to_string(patience_s)),
        connect_("GDAL_HTTP_CONNECTTIMEOUT", seconds_.c_str(), false),
        low_speed_time_("GDAL_HTTP_LOW_SPEED_TIME", seconds_.c_str(), false),
        low_speed_limit_("GDAL_HTTP_LOW_SPEED_LIMIT", "1", false),
        no_listing_("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR", false),
        no_retry_("GDAL_HTTP_MAX_RETRY", "0", false) {}

 private:
  std::string seconds_;
  CPLConfigOptionSetter connect_, low_speed_time_, low_speed_limit_, no_listing_, no_retry_;
};

std::string gdal_name(const std::string& url) {
  return "/vsicurl/" + url;
}

/// What a server says when it is asked for a byte of a file.
struct Answer {
  int http_code = 0;         ///< 0 where there is none
  std::string reason;        ///< empty where the file is there
  bool knows_ranges = true;  ///< false where more came than the byte

  bool is_absent() const { return http_code == 404 || http_code == 410; }
};

struct HttpResultDeleter {
  void operator()(CPLHTTPResult* result) const { CPLHTTPDestroyResult(result); }
};

/// GDAL words the code as "HTTP error code : 503".
int code_in(std::string_view message) {
  constexpr std::string_view kBefore = "HTTP error code : ";
  const std::size_t found = message.find(kBefore);
  int code = 0;
  if (found != std::string_view::npos)
    std::from_chars(message.data() + found + kBefore.size(), message.data() + message.size(), code);
  return code;
}

Answer ask_for(const std::string& url, std::uint64_t byte) {
  const GdalMessages messages;
  const std::string range = fmt::format("HEADERS=Range: bytes={0}-{0}", byte);
  // A server that sends the whole file instead is not listened to for long.
  const char* const options[] = {range.c_str(), "MAX_FILE_SIZE=65536", nullptr};
  const std::unique_ptr<CPLHTTPResult, HttpResultDeleter> result(
      CPLHTTPFetch(url.c_str(), const_cast<char**>(options)));
  if (result == nullptr) return {0, messages.text("no answer")};
  if (result->pszErrBuf == nullptr && result->nStatus == 0)
    return {.http_code = 200, .reason = "", .knows_ranges = result->nDataLen <= 1};
  const std::string message = result->pszErrBuf == nullptr ? messages.text("no answer") : result->pszErrBuf;
  if (message.find("Maximum file size") != std::string::npos) return {.http_code = 200, .knows_ranges = false};
  const int code = code_in(message);
  return {code, code == 0 ? message : fmt::format("the server answers HTTP {}", code)};
}

/// Forgets what was read of a file, whole or broken.
void forget(const std::string& url) {
  VSICurlPartialClearCache(gdal_name(url).c_str());
}

/// GDAL does not say why a read failed, so the server is asked once more, for `byte`; `what` is said where that works.
[[noreturn]] void fail_remotely(const std::string& url, std::uint64_t byte, const std::string& what) {
  forget(url);
  const Answer now = ask_for(url, byte);
  throw RemoteError(fmt::format("{}: {}", url, now.reason.empty() ? what : now.reason));
}

std::optional<std::uint64_t> size_of(const std::string& url) {
  const GdalMessages silent;
  VSIStatBufL status;
  if (VSIStatExL(gdal_name(url).c_str(), &status, VSI_STAT_EXISTS_FLAG | VSI_STAT_SIZE_FLAG) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

/// The samples of a window, in the type of their file.
struct Samples {
  GridWindow window;
  GDALDataType type = GDT_Unknown;
  std::vector<std::byte> bytes;
};

bool read_into(Samples& samples, GDALRasterBand& band) {
  const GridWindow& w = samples.window;
  return band.RasterIO(GF_Read, w.first_column, w.first_row, w.columns, w.rows, samples.bytes.data(), w.columns, w.rows,
                       samples.type, 0, 0, nullptr) == CE_None;
}

bool write_samples(GDALDataset& piece, const Samples& samples, GDALDataset& like) {
  std::array<double, 6> geotransform{};
  like.GetGeoTransform(geotransform.data());
  geotransform[0] += samples.window.first_column * geotransform[1];
  geotransform[3] += samples.window.first_row * geotransform[5];
  GDALRasterBand& band = *piece.GetRasterBand(1);
  int has_nodata = 0;
  const double nodata = like.GetRasterBand(1)->GetNoDataValue(&has_nodata);
  if (has_nodata != 0) band.SetNoDataValue(nodata);
  const int columns = samples.window.columns, rows = samples.window.rows;
  return piece.SetGeoTransform(geotransform.data()) == CE_None &&
         piece.SetSpatialRef(like.GetSpatialRef()) == CE_None &&
         band.RasterIO(GF_Write, 0, 0, columns, rows, const_cast<std::byte*>(samples.bytes.data()), columns, rows,
                       samples.type, 0, 0, nullptr) == CE_None;
}

void write_piece(const std::filesystem::path& path, const Samples& samples, GDALDataset& like) {
  const GdalMessages messages;
  const std::array<const char*, 3> options = {"COMPRESS=DEFLATE", "TILED=YES", nullptr};
  OutputFile file(path);
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  DatasetPtr piece(driver->Create(file.temporary().c_str(), samples.window.columns, samples.window.rows, 1,
                                  samples.type, const_cast<char**>(options.data())));
  if (piece == nullptr || !write_samples(*piece, samples, like)) fail_to_write(path, messages.text());
  piece.reset();
  if (messages.any_failure()) fail_to_write(path, messages.text());
  file.finish();
}

}  // namespace

std::optional<RemoteRaster> RemoteRaster::open(const std::string& url, int patience_s) {
  register_gdal();
  const HttpSettings settings(patience_s);
  forget(url);
  const Answer answer = ask_for(url, 0);
  if (answer.is_absent()) return std::nullopt;
  if (!answer.reason.empty()) throw RemoteError(fmt::format("{}: {}", url, answer.reason));
  if (!answer.knows_ranges) fail(url, "the server sends whole files alone; one that answers range requests is needed");
  RemoteRaster raster(url, patience_s);
  const std::optional<std::uint64_t> size_bytes = size_of(url);
  if (!size_bytes) fail_remotely(url, 0, "the server does not say how large the file is");
  raster.size_bytes_ = *size_bytes;
  {
    const GdalMessages messages;
    const char* const drivers[] = {"GTiff", nullptr};
    raster.dataset_.reset(GDALDataset::Open(gdal_name(url).c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers));
    if (raster.dataset_ == nullptr)
      fail_remotely(url, 0, fmt::format("{} bytes that are no GeoTIFF, or broke off", *size_bytes));
  }
  raster.read_frame();
  return raster;
}

void RemoteRaster::read_frame() {
  const OGRSpatialReference* const crs = dataset_->GetSpatialRef();
  if (dataset_->GetRasterCount() != 1 || crs == nullptr || crs->IsGeographic() == 0 ||
      dataset_->GetGeoTransform(frame_.geotransform.data()) != CE_None || !frame_.is_north_up())
    fail(url_, "is no raster of one band in degrees, north up");
  frame_.columns = dataset_->GetRasterXSize();
  frame_.rows = dataset_->GetRasterYSize();
  frame_.crs = "EPSG:4326";
}

void RemoteRaster::copy_window(const GridWindow& window, const std::filesystem::path& path) {
  const HttpSettings settings(patience_s_);
  GDALRasterBand& band = *dataset_->GetRasterBand(1);
  Samples samples{.window = window, .type = band.GetRasterDataType()};
  samples.bytes.resize(window.cell_count() * static_cast<std::size_t>(GDALGetDataTypeSizeBytes(samples.type)));
  {
    const GdalMessages messages;
    if (!read_into(samples, band) || messages.any_failure()) {
      dataset_.reset();  // it keeps what it read
      fail_remotely(url_, size_bytes_ - 1,
                    fmt::format("broke off, or is not whole ({} bytes at the server)", size_bytes_));
    }
  }
  write_piece(path, samples, *dataset_);
}

}  // namespace phusong::gis
