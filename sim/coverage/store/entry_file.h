#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/coverage/store/entry_key.h"

namespace phusong::coverage {

/// The bytes of an entry's file: a mark, the key, the size of the contents, the contents compressed, and a SHA-256 of
/// all of it.
std::vector<std::byte> sealed_entry(const EntryKey& key, std::span<const std::byte> contents);

/// The contents; nothing where the file is damaged, cut short, of another key, or no entry at all.
std::optional<std::vector<std::byte>> opened_entry(const EntryKey& key, std::span<const std::byte> file);

}  // namespace phusong::coverage
