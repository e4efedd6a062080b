package dev.unhang.linux.ffi;

/// Flags of open(2). Two of them have other numbers on arm64.
///
/// Kernel: include/uapi/asm-generic/fcntl.h; arch/arm64/include/uapi/asm/fcntl.h (v6.1). Man:
/// open(2)
public final class OpenFlags {
  /// `O_RDONLY | O_NONBLOCK`: a pipe doesn't wait for its writer.
  public static final long READ = 04000;

  /// `O_RDWR | O_CREAT | O_EXCL`: a file that did not exist before.
  public static final long CREATE = 2 | 0100 | 0200;

  /// `O_PATH`: neither read nor written, so that no device notices.
  public static final long PATH = 010000000;

  /// `O_CLOEXEC`.
  public static final long CLOEXEC = 02000000;

  /// `O_DIRECTORY`.
  public static final long DIRECTORY = byArchitecture(0200000, 040000);

  /// `O_NOFOLLOW`: the last part is no link, or with `O_PATH` the link itself.
  public static final long NOFOLLOW = byArchitecture(0400000, 0100000);

  private OpenFlags() {}

  private static long byArchitecture(long generic, long arm) {
    return System.getProperty("os.arch").equals("aarch64") ? arm : generic;
  }
}
