#include "sheets/pack.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <utility>

#include "sheets/drawing/pdf.h"
#include "sheets/index_page.h"
#include "sheets/people/sign_in.h"
#include "sheets/unchanged.h"

namespace sheets {
namespace {

constexpr std::size_t kThreads = 2;

/// Attendance sheets that contradict themselves are worth nothing to a funder.
std::vector<engine::Text> refusals(std::string_view kind, const PlanToPrint& what) {
  if (kind != "sign-in") return {};
  return sign_in_refusals(what.gathering, what.plan);
}

/// Pages name the version since which they are as they are.
void name_versions(const PackRequest& request,
                   std::string_view kind,
                   Ruler& ruler,
                   Document& document) {
  const auto line = [](const PlanToPrint& what) {
    return version_line(what.plan.version, what.options);
  };
  Unchanged unchanged(document, line(request.now));
  for (const auto& earlier : request.earlier) {
    if (!unchanged.any()) break;
    unchanged.compare({draw(kind, earlier, ruler), line(earlier)});
  }
  unchanged.name_versions(document);
}

PackEntry print_kind(const PackRequest& request, std::string_view kind) {
  PackEntry entry;
  entry.kind = kind;
  entry.refusals = refusals(kind, request.now);
  const auto language = request.now.options.language;
  const auto ruler = pdf_ruler(language);
  Document document;
  if (entry.refusals.empty()) document = draw(kind, request.now, *ruler);
  const bool nothing_any_more = document.pages.empty();
  if (!request.earlier.empty()) name_versions(request, kind, *ruler, document);
  if (request.since && entry.refusals.empty()) {
    auto changed = changed_pages(draw(kind, *request.since, *ruler), std::move(document));
    document = std::move(changed.document);
    entry.changes = std::move(changed.list);
  }
  if (!request.only.empty()) {
    keep_about(document.pages, request.only);
    keep_about(entry.changes, request.only);
  }
  document.made_at = newest_moment(document);
  document = on_paper(std::move(document), request.now.options);
  if (!document.pages.empty()) {
    entry.pages = static_cast<int>(document.pages.size());
    entry.pdf = pdf(document, language);
  }
  entry.left_out = ruler->left_out();
  entry.outdated = nothing_any_more && request.only.empty() && request.now.options.site.empty();
  return entry;
}

bool wanted(const PackRequest& request, std::string_view kind) {
  const auto& kinds = request.kinds;
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Runs `work(0)` to `work(count - 1)`; the first of the exceptions, in that order, is thrown on.
template <class Work>
void share(std::size_t count, Work work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(count);
  const auto run = [&] {
    for (auto i = next++; i < count; i = next++) try {
        work(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
  };
  std::vector<std::thread> threads;
  for (std::size_t t = 1; t < std::min(count, kThreads); ++t) threads.emplace_back(run);
  run();
  for (auto& thread : threads) thread.join();
  for (const auto& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace

Pack print_pack(const PackRequest& request) {
  std::vector<SheetKind> chosen;
  for (const auto& kind : kinds())
    if (wanted(request, kind.key)) chosen.push_back(kind);
  Pack pack;
  pack.entries.resize(chosen.size());
  share(chosen.size(),
        [&](std::size_t i) { pack.entries[i] = print_kind(request, chosen[i].key); });
  const auto language = request.now.options.language;
  const auto ruler = pdf_ruler(language);
  const auto index = draw_index(pack.entries, request, *ruler);
  if (!index.pages.empty()) pack.index = pdf(index, language);
  return pack;
}

}  // namespace sheets
