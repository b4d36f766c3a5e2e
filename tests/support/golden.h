/// Compares a text with its approved copy under tests/golden.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace tests {

/// The approved text of `name` ("sheets/programme_fr.txt"). With FARANDOLE_UPDATE_GOLDEN=1 in the
/// environment, `actual` becomes it.
inline std::string approved(const std::string& name, const std::string& actual) {
  const auto path = std::filesystem::path(FARANDOLE_SOURCE_DIR) / "tests" / "golden" / name;
  const char* update = std::getenv("FARANDOLE_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return "(no approved text at " + path.string() + ")";
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace tests
