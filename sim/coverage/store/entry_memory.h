#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sim/coverage/store/entry_key.h"

namespace phusong::coverage {

/// Entries by key in the memory of this process. When the limit is reached further entries are not kept, and none is
/// removed for them: a run asks for all of them in turn, so that the one used longest ago is the next to be asked for.
/// Safe to use from any thread.
class EntryMemory {
 public:
  explicit EntryMemory(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  /// The contents of an entry, valid as long as this object; nothing where it is not there.
  std::optional<std::span<const std::byte>> load(const EntryKey& key) const;
  /// Keeps an entry where there is room for it.
  void save(const EntryKey& key, std::vector<std::byte>&& contents);
  /// Keeps nothing more. The entries that are there stay.
  void close();

  /// Bytes of all contents.
  std::uint64_t bytes() const;

 private:
  /// A digest is as good as random: any of its bytes are a hash.
  struct KeyHash {
    std::size_t operator()(const EntryKey& key) const {
      std::size_t hash = 0;
      std::memcpy(&hash, key.digest.data(), sizeof(hash));
      return hash;
    }
  };

  mutable std::mutex mutex_;
  std::uint64_t most_bytes_;
  std::uint64_t bytes_ = 0;
  std::unordered_map<EntryKey, std::vector<std::byte>, KeyHash> entries_;
};

}  // namespace phusong::coverage
