/// First names that cannot be confused: "Marie D." and "Marie L." where two are called Marie.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace sheets {

/// How to call each person among these people.
/// `full_names` maps keys to names, given name first; the result maps the same keys to "Awa", or to
/// the first name with as many letters of what follows as it takes to differ; people whose whole
/// names are the same get their key in brackets. Case and accents do not make names differ.
[[nodiscard]] std::map<std::string, std::string> first_names(
    const std::map<std::string, std::string>& full_names);

/// Does `a` stand before `b` in a list? The order of a dictionary: case and accents do not count
/// (Élodie stands beside Elodie). Names that are numbers stand in the order of numbers.
[[nodiscard]] bool stands_before(const std::string& a, const std::string& b);
void sort_names(std::vector<std::string>& names);

}  // namespace sheets
