#include "cli/environment.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace cli {
namespace {

constexpr int kUsualWidth = 80;
constexpr int kLeastWidth = 40;  // below, tables would be columns of single letters

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

engine::Language language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto value = variable(name); !value.empty())
      return value.substr(0, 2) == "fr" ? engine::Language::Fr : engine::Language::En;
  return engine::Language::En;
}

int width() {
  int columns = 0;
  const auto told = variable("COLUMNS");
  std::from_chars(told.data(), told.data() + told.size(), columns);
  winsize size{};
  if (columns <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns <= 0 ? kUsualWidth : std::max(columns, kLeastWidth);
}

}  // namespace

Environment environment_of_process() {
  const bool understood = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  const bool out = isatty(STDOUT_FILENO) == 1;
  const bool err = isatty(STDERR_FILENO) == 1;
  return {.language = language(),
          .width = width(),
          .colour_out = out && understood,
          .colour_err = err && understood,
          .progress = err && variable("TERM") != "dumb"};
}

}  // namespace cli
