/// The files of examples/templates, carried inside the program (cmake/Embed.cmake writes them
/// down).
#pragma once

#include <span>
#include <string_view>

namespace app {

struct EmbeddedFile {
  std::string_view path;  ///< "world-cafe/fr/people.csv": template, language, file
  std::string_view bytes;
};

/// Sorted by path.
[[nodiscard]] std::span<const EmbeddedFile> template_files();

}  // namespace app
