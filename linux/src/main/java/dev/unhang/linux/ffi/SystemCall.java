package dev.unhang.linux.ffi;

import dev.unhang.model.error.CannotRead;

/// The system calls used here, with their numbers.
///
/// Kernel: arch/x86/entry/syscalls/syscall_64.tbl; include/uapi/asm-generic/unistd.h (v6.1)
public enum SystemCall {
  /// `ssize_t read(int fd, void *buf, size_t count);`
  READ(0, 63),
  /// `int close(int fd);`
  CLOSE(3, 57),
  /// `off_t lseek(int fd, off_t offset, int whence);`
  LSEEK(8, 62),
  /// `int ioctl(int fd, unsigned long request, void *argument);`
  IOCTL(16, 29),
  /// `int socket(int domain, int type, int protocol);`
  SOCKET(41, 198),
  /// `int connect(int fd, const struct sockaddr *address, socklen_t len);`
  CONNECT(42, 203),
  /// `ssize_t sendto(int fd, const void *buf, size_t len, int flags, const struct sockaddr *to,
  /// socklen_t tolen);`
  SENDTO(44, 206),
  /// `ssize_t recvfrom(int fd, void *buf, size_t len, int flags, struct sockaddr *from, socklen_t
  /// *fromlen);`
  RECVFROM(45, 207),
  /// `int bind(int fd, const struct sockaddr *address, socklen_t len);`
  BIND(49, 200),
  /// `int setsockopt(int fd, int level, int name, const void *value, socklen_t len);`
  SETSOCKOPT(54, 208),
  /// `int flock(int fd, int operation);`
  FLOCK(73, 32),
  /// `uid_t geteuid(void);`
  GETEUID(107, 175),
  /// `int mlockall(int flags);`
  MLOCKALL(151, 230),
  /// `int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);`
  SETXATTR(188, 5),
  /// `ssize_t getxattr(const char *path, const char *name, void *value, size_t size);`
  GETXATTR(191, 8),
  /// `ssize_t listxattr(const char *path, char *list, size_t size);`
  LISTXATTR(194, 11),
  /// `int openat(int folder, const char *path, int flags, mode_t mode);`
  OPENAT(257, 56),
  /// `int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t
  /// *mask, size_t size);`
  PPOLL(271, 73),
  /// `long openat2(int folder, const char *path, struct open_how *how, size_t size);`
  OPENAT2(437, 437);

  private final int x86;
  private final int generic;

  SystemCall(int x86, int generic) {
    this.x86 = x86;
    this.generic = generic;
  }

  /// Its number on the architecture this JVM runs on.
  long number() {
    return number(System.getProperty("os.arch"));
  }

  /// Its number on an architecture named as Java names it.
  long number(String architecture) {
    return switch (architecture) {
      case "amd64" -> x86;
      case "aarch64", "riscv64", "loongarch64" -> generic;
      default ->
          throw new CannotRead(
              "ask the kernel",
              "",
              "no system call numbers are known here for " + architecture,
              "examine the host from a saved report");
    };
  }
}
