#include "sheets/drawing/pdf.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "engine/model/failure.h"
#include "sheets/drawing/pictographs.h"
#include "sheets/drawing/whole_spans.h"

namespace sheets {
namespace {

// Inter is the face the sheets are drawn for; DejaVu Sans is there on every Debian.
constexpr const char* kFamilies = "Inter, DejaVu Sans";
template <auto F>
struct Release {
  template <class T>
  void operator()(T* object) const {
    F(object);
  }
};
struct UnrefObject {
  void operator()(void* object) const { g_object_unref(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Drawing = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Context = std::unique_ptr<PangoContext, UnrefObject>;
using Layout = std::unique_ptr<PangoLayout, UnrefObject>;
using Font = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>>;

/// Fontconfig names families even where it has no font file; only drawing a letter tells.
void require_fonts(PangoContext* context) {
  const Layout layout(pango_layout_new(context));
  pango_layout_set_text(layout.get(), "A", 1);
  if (pango_layout_get_unknown_glyphs_count(layout.get()) == 0) return;
  throw engine::Failure(engine::say(
      {"aucune police de caractères n’est installée\u00a0: installez les paquets fonts-inter et "
       "fonts-dejavu-core",
       "no font is installed: install the packages fonts-inter and fonts-dejavu-core"}));
}

Context make_context(engine::Language language) {
  PangoFontMap* map = pango_cairo_font_map_get_default();
  Context context(pango_font_map_create_context(map));
  const std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>> options(
      cairo_font_options_create());
  // Unhinted metrics: paper has no pixels, and widths must not depend on a screen.
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options.get());
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(
      context.get(), pango_language_from_string(language == engine::Language::Fr ? "fr" : "en"));
  require_fonts(context.get());
  return context;
}

PangoWeight pango_weight(Weight weight) {
  switch (weight) {
    case Weight::Regular:
      return PANGO_WEIGHT_NORMAL;
    case Weight::Medium:
      return PANGO_WEIGHT_MEDIUM;
    case Weight::Semibold:
      return PANGO_WEIGHT_SEMIBOLD;
    case Weight::Bold:
      return PANGO_WEIGHT_BOLD;
  }
  return PANGO_WEIGHT_NORMAL;
}

guint16 channel(double value) {
  return static_cast<guint16>(std::lround(value * 65535));
}

/// Attributes over one stretch of bytes.
class Marker {
 public:
  explicit Marker(PangoAttrList* list) : list_(list) {}
  void mark(PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list_, attribute);
  }

 private:
  PangoAttrList* list_;
};

void style_run(Marker& marker, const Style& style, std::size_t from, std::size_t to) {
  const Font font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamilies);
  pango_font_description_set_weight(font.get(), pango_weight(style.weight));
  pango_font_description_set_absolute_size(font.get(), std::round(style.size * PANGO_SCALE));
  marker.mark(pango_attr_font_desc_new(font.get()), from, to);
  const auto& colour = style.colour;
  marker.mark(
      pango_attr_foreground_new(channel(colour.red), channel(colour.green), channel(colour.blue)),
      from,
      to);
  if (style.tabular) marker.mark(pango_attr_font_features_new("tnum=1"), from, to);
  if (style.spacing > 0) {
    const auto spacing = static_cast<int>(std::lround(style.spacing * PANGO_SCALE));
    marker.mark(pango_attr_letter_spacing_new(spacing), from, to);
  }
}

bool has_glyphs(PangoContext* context, const std::string& text) {
  const Layout layout(pango_layout_new(context));
  pango_layout_set_text(layout.get(), text.c_str(), -1);
  return pango_layout_get_unknown_glyphs_count(layout.get()) == 0;
}

/// Pango 1.50 breaks after an en dash whatever its attributes say; a word joiner, which has no
/// glyph and is not copied out of the page, keeps "09:30–10:15" on one line.
Paragraph with_joined_dashes(Paragraph paragraph) {
  constexpr std::string_view kDash = "–";
  constexpr std::string_view kJoiner = "\u2060";
  for (auto& run : paragraph.runs)
    for (auto at = run.text.find(kDash); at != run.text.npos;
         at = run.text.find(kDash, at + kDash.size()))
      run.text.insert(at + kDash.size(), kJoiner);
  return paragraph;
}

Layout lay_out(PangoContext* context, const Paragraph& written, double width) {
  auto paragraph = with_joined_dashes(written);
  if (paragraph.one_line)
    for (auto& run : paragraph.runs) std::replace(run.text.begin(), run.text.end(), '\n', ' ');
  Layout layout(pango_layout_new(context));
  const Attributes attributes(pango_attr_list_new());
  Marker marker(attributes.get());
  std::string text;
  for (const auto& run : paragraph.runs) {
    style_run(marker, run.style, text.size(), text.size() + run.text.size());
    text += run.text;
  }
  for (const auto& span : whole_spans(paragraph, width))
    marker.mark(pango_attr_allow_breaks_new(FALSE), span.from, span.to);
  marker.mark(pango_attr_insert_hyphens_new(FALSE), 0, text.size());
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout.get(), attributes.get());
  pango_layout_set_width(layout.get(), static_cast<int>(std::lround(width * PANGO_SCALE)));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout.get(), 1.0F);
  pango_layout_set_indent(layout.get(),
                          -static_cast<int>(std::lround(paragraph.hang * PANGO_SCALE)));
  if (paragraph.align == Align::Right) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  if (paragraph.align == Align::Centre)
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
  if (paragraph.one_line) {
    pango_layout_set_height(layout.get(), -1);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  }
  return layout;
}

/// The first character of `text` that no font shows.
std::string unknown_character(PangoContext* context, const std::string& text) {
  const char* next = nullptr;
  for (const char* at = text.c_str(); *at != '\0'; at = next) {
    next = g_utf8_next_char(at);
    const std::string letter(at, next);
    if (!has_glyphs(context, letter))
      return fmt::format("{} (U+{:04X})", letter, g_utf8_get_char(at));
  }
  return text;
}

void require_glyphs(PangoContext* context, PangoLayout* layout) {
  if (pango_layout_get_unknown_glyphs_count(layout) == 0) return;
  const std::string text = pango_layout_get_text(layout);
  throw engine::Failure(engine::say(
      {"aucune police installée ne sait écrire {0} dans «\u202f{1}\u202f»\u00a0: installez une "
       "police qui a ce "
       "caractère (fonts-noto-core, fonts-noto-cjk), ou écrivez-le autrement",
       "no installed font can show {0} in “{1}”: install a font that has this character "
       "(fonts-noto-core, fonts-noto-cjk), or write it otherwise"},
      unknown_character(context, text),
      text));
}

/// Laid out as it can be drawn: a letter that no font shows is refused, an emoji left out.
Layout drawable(PangoContext* context,
                Paragraph paragraph,
                double width,
                std::set<std::string>& left_out) {
  auto layout = lay_out(context, paragraph, width);
  if (pango_layout_get_unknown_glyphs_count(layout.get()) == 0) return layout;
  const auto shown = [&](const std::string& letter) { return has_glyphs(context, letter); };
  for (auto& run : paragraph.runs)
    run.text = without_unshown_pictographs(run.text, shown, left_out);
  layout = lay_out(context, paragraph, width);
  require_glyphs(context, layout.get());
  return layout;
}

class PangoRuler : public Ruler {
 public:
  explicit PangoRuler(engine::Language language) : context_(make_context(language)) {}

  double height(const Paragraph& text, double width) override {
    const auto layout = drawable(context_.get(), text, width, left_out_);
    int measured = 0;
    pango_layout_get_size(layout.get(), nullptr, &measured);
    return static_cast<double>(measured) / PANGO_SCALE;
  }

  [[nodiscard]] std::set<std::string> left_out() const override { return left_out_; }

 private:
  Context context_;
  std::set<std::string> left_out_;
};

class Pen {
 public:
  Pen(cairo_t* drawing, PangoContext* context) : drawing_(drawing), context_(context) {}

  void operator()(const FillMark& fill) const {
    cairo_set_source_rgb(drawing_, fill.colour.red, fill.colour.green, fill.colour.blue);
    cairo_rectangle(drawing_, fill.x, fill.y, fill.width, fill.height);
    cairo_fill(drawing_);
  }
  void operator()(const ShapeMark& shape) const {
    cairo_set_source_rgb(drawing_, shape.colour.red, shape.colour.green, shape.colour.blue);
    if (const double height = height_of_bars(shape); height > 0) return draw_bars(shape, height);
    for (const auto& outline : shape.outlines) {
      cairo_new_sub_path(drawing_);
      for (const auto& point : outline)
        cairo_line_to(drawing_, shape.x + point.x, shape.y + point.y);
      cairo_close_path(drawing_);
    }
    cairo_fill(drawing_);
  }
  void operator()(const TextMark& mark) const {
    std::set<std::string> told_already;  // by the ruler
    const auto layout = drawable(context_, mark.text, mark.width, told_already);
    cairo_move_to(drawing_, mark.x, mark.y);
    pango_cairo_show_layout(drawing_, layout.get());
  }

 private:
  /// Of rectangles that all have one height, drawn from their left top to the right, down and back;
  /// 0 for any other shape.
  static double height_of_bars(const ShapeMark& shape) {
    double height = 0;
    for (const auto& outline : shape.outlines) {
      if (outline.size() != 4 || outline[0].y != outline[1].y || outline[1].x != outline[2].x ||
          outline[2].y != outline[3].y || outline[3].x != outline[0].x)
        return 0;
      const double tall = outline[2].y - outline[1].y;
      if (height > 0 && std::abs(tall - height) > 1e-6) return 0;
      height = tall;
    }
    return height;
  }

  /// A bar is a thick line, which takes half the numbers a rectangle does: a QR code has a
  /// thousand.
  void draw_bars(const ShapeMark& shape, double height) const {
    cairo_set_line_width(drawing_, height);
    cairo_set_line_cap(drawing_, CAIRO_LINE_CAP_BUTT);
    for (const auto& outline : shape.outlines) {
      const double y = shape.y + outline[0].y + height / 2;
      cairo_move_to(drawing_, shape.x + outline[0].x, y);
      cairo_line_to(drawing_, shape.x + outline[1].x, y);
    }
    cairo_stroke(drawing_);
  }

  cairo_t* drawing_;
  PangoContext* context_;
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(data, data + length);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const Document& document) {
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface, key, value.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, document.title);
  set(CAIRO_PDF_METADATA_SUBJECT, document.subject);
  set(CAIRO_PDF_METADATA_CREATOR, "Farandole");
  // Cairo would write the time of printing, and the same plan would not give the same bytes.
  set(CAIRO_PDF_METADATA_CREATE_DATE,
      document.made_at.empty() ? "1970-01-01T00:00:00" : document.made_at);
}

}  // namespace

std::unique_ptr<Ruler> pdf_ruler(engine::Language language) {
  return std::make_unique<PangoRuler>(language);
}

std::string pdf(const Document& document, engine::Language language) {
  const auto context = make_context(language);
  std::string bytes;
  const Surface surface(
      cairo_pdf_surface_create_for_stream(append, &bytes, document.width, document.height));
  describe(surface.get(), document);
  const Drawing drawing(cairo_create(surface.get()));
  const Pen pen(drawing.get(), context.get());
  int number = 0;
  for (const auto& page : document.pages) {
    ++number;
    cairo_pdf_surface_set_size(surface.get(),
                               page.width > 0 ? page.width : document.width,
                               page.height > 0 ? page.height : document.height);
    if (!page.outline.empty())
      cairo_pdf_surface_add_outline(surface.get(),
                                    CAIRO_PDF_OUTLINE_ROOT,
                                    page.outline.c_str(),
                                    fmt::format("page={}", number).c_str(),
                                    static_cast<cairo_pdf_outline_flags_t>(0));
    for (const auto& mark : page.marks) std::visit(pen, mark);
    for (const auto& mark : page.foot) std::visit(pen, mark);
    cairo_show_page(drawing.get());
  }
  cairo_surface_finish(surface.get());
  const auto status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS)
    throw engine::Failure(engine::say(
        {"le PDF n’a pas pu être dessiné\u00a0: {0}", "the PDF could not be drawn: {0}"},
        cairo_status_to_string(status)));
  return bytes;
}

}  // namespace sheets
