#include "sheets/drawing/qr.h"

#include <memory>

#include <qrencode.h>

namespace sheets {
namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
  void operator()(QRinput* input) const { QRinput_free(input); }
};

constexpr unsigned kUtf8 = 26;  // AIM ECI; without it some readers guess Shift-JIS

bool dark(const QRcode& code, int x, int y) {
  return (code.data[y * code.width + x] & 1U) != 0;
}

}  // namespace

std::optional<ShapeMark> qr_code(const std::string& text, double x, double y, double size) {
  if (text.empty()) return {};
  // Level L: cards are clean, and fewer modules are larger ones.
  const std::unique_ptr<QRinput, Free> input(QRinput_new2(0, QR_ECLEVEL_L));
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (!input || QRinput_appendECIheader(input.get(), kUtf8) != 0 ||
      QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()), bytes) != 0)
    return {};
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeInput(input.get()));
  if (!code) return {};
  const double module = size / code->width;
  ShapeMark shape{x, y, {}, {0, 0, 0}};
  for (int row = 0; row < code->width; ++row)
    for (int from = 0; from < code->width; ++from) {
      if (!dark(*code, from, row)) continue;
      int to = from;
      while (to < code->width && dark(*code, to, row)) ++to;
      const Point top{from * module, row * module};
      const Point bottom{to * module, (row + 1) * module};
      shape.outlines.push_back({top, {bottom.x, top.y}, bottom, {top.x, bottom.y}});
      from = to;
    }
  return shape;
}

}  // namespace sheets
