#include "sim/scenario/synth/names.h"

#include <array>
#include <string_view>

namespace phusong::synth {
namespace {

constexpr std::array<std::string_view, 16> kFirst = {"Tân",  "Phong", "Minh", "Thượng", "Trung", "Yên",
                                                     "Bình", "Lạc",   "Vĩnh", "Đồng",   "Sơn",   "Kim",
                                                     "Phú",  "Hùng",  "Linh", "Quang"};
constexpr std::array<std::string_view, 16> kSecond = {"Lĩnh", "Lạc",   "Khê", "Thạch", "Giang", "Lâm", "Hoà",  "Thịnh",
                                                      "Sơn",  "Trạch", "An",  "Phúc",  "Lương", "Đức", "Tiến", "Hà"};
constexpr std::array<std::string_view, 10> kHamletKind = {"Nà",   "Bản", "Khuổi",  "Pác", "Lũng",
                                                          "Thẳm", "Cốc", "Phiêng", "Tát", "Kéo"};
constexpr std::array<std::string_view, 24> kHamletName = {
    "Mèo",  "Lạ",  "Tông", "Pồng", "Chang", "Đông", "Kha",   "Luông", "Sla",   "Thin", "Ngần", "Mạ",
    "Coóc", "Tẩu", "Lằng", "Phia", "Muông", "Vài",  "Riềng", "Hin",   "Ròong", "Cáp",  "Chì",  "Bó"};

template <std::size_t kCount>
std::string_view one_of(const std::array<std::string_view, kCount>& words, Random& random) {
  return words[random.index(kCount)];
}

std::string joined(std::string_view first, std::string_view second) {
  return std::string(first) + " " + std::string(second);
}

}  // namespace

// The second place of a name gets a number, as it happens in the field.
std::string PlaceNames::numbered(const std::string& place, const std::string& name) {
  const int use = ++uses_[place + "/" + name];
  return use == 1 ? name : name + " " + std::to_string(use);
}

std::string PlaceNames::district() {
  return numbered("", joined("Huyện", joined(one_of(kFirst, random_), one_of(kSecond, random_))));
}

std::string PlaceNames::commune(const std::string& district) {
  return numbered(district, joined("Xã", joined(one_of(kFirst, random_), one_of(kSecond, random_))));
}

std::string PlaceNames::hamlet(const std::string& district, const std::string& commune) {
  return numbered(district + "/" + commune,
                  joined("Thôn", joined(one_of(kHamletKind, random_), one_of(kHamletName, random_))));
}

}  // namespace phusong::synth
