#include "sim/intake/tables/word_value.h"

#include <algorithm>
#include <array>
#include <span>

#include "gis/text.h"

namespace phusong::intake {
namespace {

/// Words in `plain_words` form.
struct ValueWords {
  std::string_view column, name;
  std::vector<std::string_view> words;
};

const std::vector<ValueWords>& value_words() {
  static const std::vector<ValueWords> kWords = {
      {"technology", "2G", {"gsm", "edge", "gprs", "bts", "gsm900", "gsm1800", "dcs", "gsm 900", "gsm 1800"}},
      {"technology",
       "3G",
       {"umts", "wcdma", "hspa", "hsdpa", "nodeb", "utran", "umts 900", "umts 2100", "u900", "u2100"}},
      {"technology",
       "4G",
       {"lte", "enodeb", "eutran", "lte a", "4g lte", "lte 4g", "lte 700", "lte 800", "lte 900", "lte 1800", "lte 2100",
        "lte 2600", "l700", "l900", "l1800", "l2100", "l2600", "lte tdd", "lte fdd"}},
      {"technology", "5G", {"nr", "5g nr", "gnodeb", "5g nr 700", "5g nr 2100", "5g nr 3500", "nr sa", "nr nsa"}},
      {"status",
       "existing",
       {"dang hoat dong", "hoat dong", "phat song", "dang phat song", "da phat song", "on air", "active", "in service",
        "hien huu", "hien co", "en service"}},
      {"status", "planned", {"quy hoach", "ke hoach", "du kien", "plan", "dang xay dung", "under construction"}},
      {"status", "candidate", {"de xuat", "khao sat", "vi tri de xuat"}},
      {"status", "off", {"ngung hoat dong", "dung hoat dong", "da tat", "tat song", "inactive", "off air", "thao do"}},
      {"type", "macro", {"macro cell", "cot tu dung", "cot day co", "tu dung", "day co", "cot thap", "tower"}},
      {"type", "pole", {"rms", "cot coc", "monopole", "small cell", "cot be tong ly tam"}},
      {"type", "rooftop", {"roof top", "roof", "tren mai", "mai nha", "cot tren mai nha"}},
      {"backhaul", "fibre", {"quang", "cap quang", "fiber", "fibre optic", "fiber optic", "fo", "truyen dan quang"}},
      {"backhaul", "microwave", {"viba", "vi ba", "mw", "truyen dan viba", "microwave link"}},
      {"backhaul", "satellite", {"ve tinh", "vsat", "vinasat"}},
      {"backhaul", "none", {"khong co", "chua co"}},
      {"power", "grid", {"dien luoi", "luoi", "luoi dien", "ac", "dien luoi quoc gia", "mains"}},
      {"power", "solar", {"mat troi", "pin mat troi", "nang luong mat troi", "nlmt"}},
      {"power", "generator", {"may phat", "may phat dien", "may no", "mpd", "diesel"}},
  };
  return kWords;
}

}  // namespace

void tidy_word(Draft& draft, const scenario::Column& column) {
  const auto* const choice = std::get_if<scenario::Choice>(&column.place);
  if (choice == nullptr || !draft.has(column.name)) return;
  const std::string text = draft.text(column.name);
  if (!scenario::choose_by_name(*choice, text)) return;
  const std::string words = gis::plain_words(text);
  for (const ValueWords& entry : value_words()) {
    if (entry.column != column.name || std::ranges::find(entry.words, words) == entry.words.end()) continue;
    draft.change(column.name, std::string(entry.name), Reason::kWord);
    return;
  }
}

}  // namespace phusong::intake
