#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "engine/problem/sorted.h"
#include "engine/problem/steps.h"

namespace engine {

void read_themes(Compiling& c) {
  std::map<std::string_view, ThemeId> known;
  std::vector<std::vector<BlockId>> with_theme;
  c.problem.blocks.each([&](BlockId block) {
    std::vector<ThemeId> themes;
    const auto session = c.problem.blocks[block].session;
    if (session >= 0)
      for (const Key& tag : c.gathering.sessions[static_cast<std::size_t>(session)].tags) {
        const ThemeId next{static_cast<std::int32_t>(known.size())};
        themes.push_back(known.try_emplace(tag.value, next).first->second);
      }
    sort_unique(themes);
    c.problem.themes.add(themes);
    with_theme.resize(known.size());
    for (const ThemeId theme : themes) with_theme[theme.index()].push_back(block);
  });
  c.problem.with_theme = Lists<ThemeId, BlockId>(with_theme);
}

}  // namespace engine
