#include "gis/text.h"

#include <doctest/doctest.h>

using namespace phusong::gis;

TEST_CASE("plain words are letters and digits without diacritics, in either Unicode form") {
  CHECK(plain_words("Tên_trạm (BTS)") == "ten tram bts");
  CHECK(plain_words("ĐỘ CAO  ăng-ten:") == "do cao ang ten");
  CHECK(plain_words("Te\u0302n tra\u0323m") == "ten tram");
  CHECK(plain_words("  X2 ") == "x2");
  CHECK(plain_words("°%") == "");
  CHECK(plain_words("") == "");
}
