#include "tests/cli/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tests {

std::string golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path =
      std::filesystem::path(FARANDOLE_SOURCE_DIR) / "tests" / "golden" / "cli" / name;
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
