/// Makes SQLite's own calls to the system fail, or kill the process, at a chosen one.
#pragma once

#include <cerrno>
#include <stdexcept>

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

/// Writing calls are counted from 1; number `at` goes wrong, and with `disk_full` all after it.
struct Fault {
  enum class Kind { None, Killed, DiskFull } kind = Kind::None;
  int at = 0;
  int calls = 0;
};

inline Fault& fault() {
  static Fault one;
  return one;
}

/// True when this call fails; does not return when it kills.
inline bool fault_strikes() {
  auto& f = fault();
  if (f.kind == Fault::Kind::None || ++f.calls < f.at) return false;
  if (f.kind == Fault::Kind::Killed) kill(getpid(), SIGKILL);
  errno = ENOSPC;
  return true;
}

inline ssize_t faulty_pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return fault_strikes() ? -1 : ::pwrite(file, bytes, size, offset);
}
inline int faulty_truncate(int file, off_t size) {
  return fault_strikes() ? -1 : ::ftruncate(file, size);
}
/// Removing the journal is what commits: it may kill, but a full disk does not keep it from
/// working.
inline int faulty_unlink(const char* path) {
  if (fault().kind == Fault::Kind::Killed) (void)fault_strikes();
  return ::unlink(path);
}

/// From construction to destruction SQLite meets `kind` at writing call number `at`.
class FaultySystem {
 public:
  FaultySystem(Fault::Kind kind, int at) {
    fault() = {kind, at, 0};
    auto* vfs = sqlite3_vfs_find(nullptr);
    set(vfs, "pwrite", reinterpret_cast<sqlite3_syscall_ptr>(faulty_pwrite));
    set(vfs, "pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(faulty_pwrite));
    set(vfs, "ftruncate", reinterpret_cast<sqlite3_syscall_ptr>(faulty_truncate));
    set(vfs, "unlink", reinterpret_cast<sqlite3_syscall_ptr>(faulty_unlink));
  }
  FaultySystem(const FaultySystem&) = delete;
  FaultySystem& operator=(const FaultySystem&) = delete;
  ~FaultySystem() {
    fault() = {};
    auto* vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, nullptr, nullptr);  // all as they were
  }

  /// False when the work ended before call number `at`.
  [[nodiscard]] static bool struck() { return fault().calls >= fault().at; }

 private:
  /// A name this build of SQLite does not use is not an error.
  static void set(sqlite3_vfs* vfs, const char* name, sqlite3_syscall_ptr call) {
    if (vfs->xGetSystemCall(vfs, name)) vfs->xSetSystemCall(vfs, name, call);
  }
};

/// Runs `work` in a process of its own; true when it ended by itself.
template <class F>
bool survives(F work) {
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status);
}

}  // namespace tests
