/// Values of a gathering as its file writes them.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"

namespace scheduler {

[[nodiscard]] std::string quoted_toml(const std::string& text);
[[nodiscard]] std::string list_toml(const std::vector<engine::Key>& keys);
[[nodiscard]] std::string clock_toml(engine::Minute clock);
[[nodiscard]] std::string windows_toml(const std::vector<engine::Window>& windows);
/// `["10:00", "12:30"]`
[[nodiscard]] std::string window_toml(const engine::Window& window);
[[nodiscard]] std::string when_toml(const engine::When& when);
[[nodiscard]] std::string who_toml(const engine::Who& who);
[[nodiscard]] std::string team_toml(const std::vector<engine::Role>& team);
[[nodiscard]] std::string rooms_toml(const std::vector<engine::RoomChoice>& rooms);
[[nodiscard]] std::string quotas_toml(const std::vector<engine::Quota>& quotas);
/// `[["ana", "bo"], ["cle", "dia"]]`
[[nodiscard]] std::string sets_toml(const std::vector<std::vector<engine::Key>>& sets);
[[nodiscard]] std::string after_toml(const std::vector<engine::After>& list);

}  // namespace scheduler
