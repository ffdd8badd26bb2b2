#pragma once

#include <map>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

namespace phusong::analysis {

/// An item of A and the one of B that has its key; null where there is none.
template <class Item>
using ItemPair = std::pair<const Item*, const Item*>;

/// Pairs the items of two lists by a key that each list has once: in the order of A, then those of B alone in its
/// order. The lists must outlive the pairs.
template <class Item, class KeyOf>
std::vector<ItemPair<Item>> paired(const std::vector<Item>& a, const std::vector<Item>& b, const KeyOf& key_of) {
  using Key = std::decay_t<std::invoke_result_t<KeyOf, const Item&>>;
  std::map<Key, const Item*> of_b;
  for (const Item& item : b)
    of_b.emplace(key_of(item), &item);
  std::vector<ItemPair<Item>> pairs;
  std::set<Key> in_a;
  for (const Item& item : a) {
    const auto found = of_b.find(key_of(item));
    pairs.emplace_back(&item, found == of_b.end() ? nullptr : found->second);
    in_a.insert(key_of(item));
  }
  for (const Item& item : b)
    if (!in_a.contains(key_of(item))) pairs.emplace_back(nullptr, &item);
  return pairs;
}

}  // namespace phusong::analysis
