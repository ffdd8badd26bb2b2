#include "sim/scenario/named_files.h"

#include <algorithm>

#include "gis/input_file.h"
#include "gis/text.h"

namespace phusong::scenario {
namespace {

std::vector<std::string> paths_of(const Key& key) {
  if (const auto* list = std::get_if<std::vector<std::string>*>(&key.place)) return **list;
  return {*std::get<std::string*>(key.place)};
}

/// The classes are a file unless they are those built in.
bool names_file(const Key& key, const Options& options) {
  return key.names_file ||
         (key.name == "terrain.land_cover_classes" && options.terrain.land_cover_classes != "esa-worldcover");
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
}

/// The file in the same folder whose name a person reads as this one: letters with marks may be written as one
/// character or as two, and a Mac writes them as two. The path itself where there is none.
std::filesystem::path of_other_normal_form(const std::filesystem::path& path) {
  const std::string wanted = gis::clean_text(path.filename().string());
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(path.parent_path(), ignored)) {
    if (gis::clean_text(entry.path().filename().string()) == wanted) return entry.path();
  }
  return path;
}

/// What helps where a path has a backslash, or the control character that TOML made of one and the letter after it.
std::string backslash_hint(const std::string& path) {
  const bool suspicious = std::any_of(path.begin(), path.end(), [](char c) { return is_control(c) || c == '\\'; });
  return suspicious ? std::string("; ") + kBackslashHint : "";
}

/// The path with its control characters as TOML escapes them.
std::string visible(const std::string& path) {
  constexpr std::string_view kControls = "\b\t\n\f\r";
  constexpr std::string_view kLetters = "btnfr";
  std::string text;
  for (const char c : path) {
    const auto at = kControls.find(c);
    if (at != std::string_view::npos) {
      (text += '\\') += kLetters[at];
    } else {
      text += is_control(c) ? '?' : c;
    }
  }
  return text;
}

}  // namespace

std::filesystem::path resolved(const std::filesystem::path& folder, const std::string& path) {
  if (path.starts_with("/vsi")) return path;
  const std::filesystem::path place = folder / path;
  std::error_code ignored;
  return std::filesystem::exists(place, ignored) ? place : of_other_normal_form(place);
}

std::string unreadable_reason(const std::filesystem::path& path) {
  gis::Problems problems;
  return gis::check_input_file(path, problems) ? "" : problems.all().front().message;
}

std::vector<InputFile> named_files(const std::filesystem::path& folder, ReadOptions& read, gis::Problems& problems) {
  std::vector<InputFile> files;
  for (const Key& key : all_keys(read.options)) {
    if (!names_file(key, read.options)) continue;
    for (const std::string& path : paths_of(key)) {
      if (path.empty()) continue;
      const std::filesystem::path place = resolved(folder, path);
      const std::string reason = unreadable_reason(place);
      if (reason.empty()) {
        files.push_back({key.name, path, std::filesystem::absolute(place)});
        continue;
      }
      gis::Problem problem = key_problem(read.given, key.name, {"the file " + reason + backslash_hint(path), ""});
      problem.kind = gis::ProblemKind::kFile;
      problem.value = visible(path);
      problems.add(std::move(problem));
    }
  }
  return files;
}

}  // namespace phusong::scenario
