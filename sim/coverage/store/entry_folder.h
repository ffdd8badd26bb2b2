#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/coverage/store/entry_key.h"

namespace phusong::coverage {

/// Entries by key in a folder that several processes may share. Whole entries alone are ever seen: each is written
/// under a name of its own and renamed. When the folder outgrows its limit the entries used longest ago are removed.
/// Safe to use from any thread.
class EntryFolder {
 public:
  /// Makes the folder. Throws std::runtime_error where nothing can be written in it.
  EntryFolder(std::filesystem::path folder, std::uint64_t most_bytes);

  const std::filesystem::path& path() const { return folder_; }
  /// The contents of an entry, which from now on is the last used; nothing where it is not there, or not whole.
  std::optional<std::vector<std::byte>> load(const EntryKey& key);
  /// Writes an entry, replacing a damaged one. A failure leaves no trace but problem(), and ends the writing.
  void save(const EntryKey& key, std::span<const std::byte> contents);
  /// Removes what is used longest ago while the entries take more than the limit.
  void trim();
  /// Why an entry could not be written; nothing where all could.
  std::optional<std::string> problem() const;

 private:
  std::filesystem::path file_of(const EntryKey& key) const;
  void write(const EntryKey& key, std::span<const std::byte> contents);
  bool keeps_writing() const { return !problem(); }
  void add_bytes(std::uint64_t bytes);

  std::filesystem::path folder_;
  std::uint64_t most_bytes_;
  mutable std::mutex mutex_;
  std::uint64_t bytes_ = 0;  ///< of all entries, as far as this process knows
  std::string problem_;
};

}  // namespace phusong::coverage
