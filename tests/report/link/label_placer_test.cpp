#include "sim/report/link/label_placer.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

#include "sim/report/link/axis.h"

using namespace phusong::report;

TEST_CASE("labels of places close to each other do not overlap and stay inside the area") {
  Canvas canvas(PictureKind::kSvg, {});
  const PageBox area{50.0, 50.0, 400.0, 300.0};
  LabelPlacer placer(canvas, area);
  std::vector<PageBox> boxes;
  for (int i = 0; i < 12; ++i) {
    const auto box = placer.label({200.0 + i, 150.0}, "Vật chắn cao hơn tia", {.size_pt = 8.0});
    REQUIRE(box);
    CHECK(box->left >= area.left);
    CHECK(box->right <= area.right);
    for (const PageBox& other : boxes)
      CHECK_FALSE(box->meets(other));
    boxes.push_back(*box);
  }
}

TEST_CASE("a label keeps off a line where there is room beside it, and off what is to stay free") {
  Canvas canvas(PictureKind::kSvg, {});
  LabelPlacer placer(canvas, {0.0, 0.0, 400.0, 400.0});
  placer.avoid(std::array{PagePoint{0.0, 200.0}, PagePoint{400.0, 200.0}});
  placer.keep_free({0.0, 100.0, 400.0, 199.0});
  const auto box = placer.label({200.0, 200.0}, "tia", {.size_pt = 8.0});
  REQUIRE(box);
  CHECK(box->top > 200.0);
}

TEST_CASE("a label without room is left out") {
  Canvas canvas(PictureKind::kSvg, {});
  LabelPlacer placer(canvas, {0.0, 0.0, 10.0, 10.0});
  CHECK_FALSE(placer.label({5.0, 5.0}, "không có chỗ", {.size_pt = 8.0}));
}

TEST_CASE("ticks are round, in the range, and about as many as asked for") {
  for (const auto& [low, high] : {std::pair(0.0, 2.9), std::pair(-31.0, 1250.0), std::pair(0.0, 0.0013)}) {
    const Ticks ticks = ticks_between(low, high, 7);
    CHECK(ticks.values.size() >= 3);
    CHECK(ticks.values.size() <= 9);
    for (const double value : ticks.values) {
      CHECK(value >= low - 1e-9);
      CHECK(value <= high + 1e-9);
      CHECK(std::abs(value / ticks.step - std::round(value / ticks.step)) < 1e-9);
    }
  }
  CHECK(ticks_between(0.0, 2.9, 7).decimals() == 1);
  CHECK(ticks_between(0.0, 500.0, 5).decimals() == 0);
}

TEST_CASE("a text has the same extent in every kind of picture") {
  const Canvas svg(PictureKind::kSvg, {}), png(PictureKind::kPng, {}), pdf(PictureKind::kPdf, {});
  const Lettering lettering{.size_pt = 8.0};
  const double width = svg.extent({}, "Độ lợi anten", lettering).width();
  CHECK(width > 20.0);
  CHECK(png.extent({}, "Độ lợi anten", lettering).width() == doctest::Approx(width).epsilon(1e-3));
  CHECK(pdf.extent({}, "Độ lợi anten", lettering).width() == doctest::Approx(width).epsilon(1e-3));
}
