/// What a session needs brought and how its room is set out, in words.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"

namespace sheets {

/// "2 × Micro sans fil", in the order of the session; then the room's features it asks for, as
/// spoken_needs has them.
[[nodiscard]] std::vector<std::string> material_of(const engine::Gathering& gathering,
                                                   const engine::Session& session,
                                                   const std::string& layout = {});

/// Features in words, without those that the layout beside them has already: "en U" after "tables
/// en U".
[[nodiscard]] std::vector<std::string> spoken_needs(const std::vector<engine::Key>& needs,
                                                    const std::string& layout);

/// The name of a piece of equipment; its key when the gathering does not name it.
[[nodiscard]] std::string equipment_name(const engine::Gathering& gathering,
                                         const std::string& key);

/// A key as words: "_" and "-" turned into spaces.
[[nodiscard]] std::string spoken_key(std::string key);

}  // namespace sheets
