/// A gathering from which a session or rotation is taken out.
#pragma once

#include <string>

#include "engine/model/gathering.h"

namespace engine {

/// With everything that names it: what waits for it waits no longer, its poll, its registrations
/// and its wishes go. Nothing happens when there is no such item.
void take_out_item(Gathering& gathering, const std::string& id);

}  // namespace engine
