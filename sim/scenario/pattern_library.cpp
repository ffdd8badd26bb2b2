#include "sim/scenario/pattern_library.h"

#include "gis/input_file.h"
#include "gis/utf16.h"
#include "sim/scenario/named_files.h"

namespace phusong::scenario {
namespace {

gis::InputNote tilt_note(const propagation::MsiPattern& pattern, const std::string& file) {
  using Kind = gis::InputNote::Kind;
  const bool opposite = pattern.cut_tilt_deg < 0.0 && *pattern.stated_tilt_deg > 0.0;
  return {.kind = opposite ? Kind::kTiltUpsideDown : Kind::kTiltDiffers,
          .file = file,
          .least = *pattern.stated_tilt_deg,
          .greatest = pattern.cut_tilt_deg};
}

}  // namespace

std::shared_ptr<const propagation::MsiPattern> PatternLibrary::find(const std::string& path, gis::Problem asking,
                                                                    gis::Problems& problems) {
  const std::string name = std::filesystem::path(path).lexically_normal().string();
  if (const auto known = patterns_.find(name); known != patterns_.end()) return known->second;
  std::shared_ptr<const propagation::MsiPattern>& pattern = patterns_[name];
  const std::filesystem::path place = resolved(folder_, path);
  if (const std::string reason = unreadable_reason(place); !reason.empty()) {
    const bool has_backslash = path.find('\\') != std::string::npos;
    asking.message = "the file " + reason + (has_backslash ? "; folders are parted by /" : "");
    problems.add(std::move(asking));
    return nullptr;
  }
  const auto text = gis::read_input_file(place, problems);
  if (!text) return nullptr;
  if (gis::is_utf16(*text)) {
    problems.add({.file = place.string(), .message = gis::kUtf16Fault});
    return nullptr;
  }
  try {
    pattern = std::make_shared<const propagation::MsiPattern>(propagation::parse_msi(*text));
  } catch (const propagation::MsiError& error) {
    problems.add({.file = place.string(), .line = error.line(), .message = error.what()});
  }
  return pattern;
}

std::vector<gis::InputNote> PatternLibrary::notes() const {
  constexpr double kContradictionDb = 1.0;
  std::vector<gis::InputNote> notes;
  for (const auto& [path, pattern] : patterns_) {
    const double contradiction_db = pattern == nullptr ? 0.0 : pattern->contradiction_db();
    if (contradiction_db > kContradictionDb) {
      notes.push_back({.kind = gis::InputNote::Kind::kCutsDiffer,
                       .file = resolved(folder_, path).string(),
                       .greatest = contradiction_db});
    }
    if (pattern != nullptr && pattern->contradicts_tilt())
      notes.push_back(tilt_note(*pattern, resolved(folder_, path).string()));
  }
  return notes;
}

std::vector<InputFile> PatternLibrary::files() const {
  std::vector<InputFile> files;
  for (const auto& [path, pattern] : patterns_)
    files.push_back({"cells.antenna_pattern", path, std::filesystem::absolute(resolved(folder_, path))});
  return files;
}

}  // namespace phusong::scenario
