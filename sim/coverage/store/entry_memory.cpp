#include "sim/coverage/store/entry_memory.h"

namespace phusong::coverage {

std::optional<std::span<const std::byte>> EntryMemory::load(const EntryKey& key) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end()) return std::nullopt;
  return std::span(found->second);
}

void EntryMemory::save(const EntryKey& key, std::vector<std::byte>&& contents) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t more = contents.size();
  if (more > most_bytes_ - bytes_) return;
  if (entries_.try_emplace(key, std::move(contents)).second) bytes_ += more;
}

void EntryMemory::close() {
  const std::lock_guard lock(mutex_);
  most_bytes_ = bytes_;
}

std::uint64_t EntryMemory::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace phusong::coverage
