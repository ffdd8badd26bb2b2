#include "sim/coverage/store/entry_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <random>
#include <tuple>

#include "gis/machine_error.h"
#include "gis/output_file.h"
#include "sim/coverage/store/entry_file.h"

namespace phusong::coverage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".loss";
constexpr std::string_view kTemporaryExtension = ".part";
constexpr std::size_t kFolderDigits = 2;  ///< of the key, which name a subfolder: 256 of them
/// What a process that was killed has left behind is older than this.
constexpr std::chrono::hours kAbandonedAfter{24};
/// Trimming leaves some room, so that it is not asked for at every entry.
constexpr double kShareKept = 0.9;

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Nothing but what save() has named is ever removed: the folder may be one that holds other things.
bool is_ours(const fs::path& file, std::string_view extension) {
  constexpr std::size_t kKeyDigits = 2 * sizeof(gis::Sha256Digest);
  const std::string name = file.filename().string(), folder = file.parent_path().filename().string();
  return name.size() > kKeyDigits && is_hex(std::string_view(name).substr(0, kKeyDigits)) &&
         file.extension() == extension && folder.size() == kFolderDigits && name.starts_with(folder);
}

struct EntryOnDisk {
  fs::file_time_type used;
  fs::path path;
  std::uint64_t bytes = 0;
};

void add_files_in(const fs::path& folder, std::string_view extension, std::vector<EntryOnDisk>& entries) {
  for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
    std::error_code gone;
    const EntryOnDisk entry{file.last_write_time(gone), file.path(), file.file_size(gone)};
    if (!gone && is_ours(file.path(), extension)) entries.push_back(entry);
  }
}

/// Files of the store that are there; what cannot be read, or is removed meanwhile, is passed over.
std::vector<EntryOnDisk> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<EntryOnDisk> entries;
  try {
    for (const fs::directory_entry& subfolder : fs::directory_iterator(folder)) {
      const std::string name = subfolder.path().filename().string();
      if (name.size() == kFolderDigits && is_hex(name) && subfolder.is_directory())
        add_files_in(subfolder.path(), extension, entries);
    }
  } catch (const fs::filesystem_error&) {
    return entries;
  }
  return entries;
}

std::optional<std::vector<std::byte>> bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return std::nullopt;
  std::vector<std::byte> bytes(static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0)));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file) return std::nullopt;
  return bytes;
}

/// Beside the file itself; no two writers have the same, on whichever machine.
fs::path temporary_name(const fs::path& file) {
  static const std::uint64_t kProcess = (std::uint64_t{std::random_device{}()} << 32) | std::random_device{}();
  static std::atomic<unsigned> count = 0;
  fs::path name = file;
  return name.replace_extension(fmt::format(".{:x}-{}{}", kProcess, count++, kTemporaryExtension));
}

}  // namespace

EntryFolder::EntryFolder(fs::path folder, std::uint64_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw gis::MachineError(folder_.string() + ": " + error.message());
  if (access(folder_.c_str(), W_OK | X_OK) != 0) throw gis::MachineError(folder_.string() + ": cannot be written in");
  for (const EntryOnDisk& file : files_in(folder_, kTemporaryExtension)) {
    if (fs::file_time_type::clock::now() - file.used > kAbandonedAfter) fs::remove(file.path, error);
  }
  trim();
}

fs::path EntryFolder::file_of(const EntryKey& key) const {
  const std::string hex = key.hex();
  return folder_ / hex.substr(0, kFolderDigits) / (hex + std::string(kExtension));
}

std::optional<std::vector<std::byte>> EntryFolder::load(const EntryKey& key) {
  const fs::path path = file_of(key);
  const auto file = bytes_of(path);
  if (!file) return std::nullopt;
  auto contents = opened_entry(key, *file);
  std::error_code ignored;
  if (contents) fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
  return contents;
}

void EntryFolder::save(const EntryKey& key, std::span<const std::byte> contents) {
  if (!keeps_writing()) return;
  try {
    write(key, contents);
  } catch (const std::exception& failure) {
    const std::lock_guard lock(mutex_);
    if (problem_.empty()) problem_ = failure.what();
  }
}

void EntryFolder::write(const EntryKey& key, std::span<const std::byte> contents) {
  const std::vector<std::byte> bytes = sealed_entry(key, contents);
  if (bytes.size() > most_bytes_) return;
  const fs::path path = file_of(key);
  fs::create_directories(path.parent_path());
  gis::OutputFile output(path, temporary_name(path));
  std::ofstream file(output.temporary(), std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) gis::fail_to_write(path);
  output.finish();
  add_bytes(bytes.size());
}

void EntryFolder::add_bytes(std::uint64_t bytes) {
  bool too_large = false;
  {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
    too_large = bytes_ > most_bytes_;
  }
  if (too_large) trim();
}

void EntryFolder::trim() {
  const std::lock_guard lock(mutex_);
  std::vector<EntryOnDisk> entries = files_in(folder_, kExtension);
  bytes_ = 0;
  for (const EntryOnDisk& entry : entries)
    bytes_ += entry.bytes;
  if (bytes_ <= most_bytes_) return;
  const double kept = kShareKept * static_cast<double>(most_bytes_);
  std::ranges::sort(entries, {}, [](const EntryOnDisk& entry) { return std::tie(entry.used, entry.path); });
  for (const EntryOnDisk& entry : entries) {
    if (static_cast<double>(bytes_) <= kept) return;
    std::error_code ignored;
    fs::remove(entry.path, ignored);
    bytes_ -= entry.bytes;
  }
}

std::optional<std::string> EntryFolder::problem() const {
  const std::lock_guard lock(mutex_);
  if (problem_.empty()) return std::nullopt;
  return problem_;
}

}  // namespace phusong::coverage
