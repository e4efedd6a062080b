package dev.unhang.linux.file;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A file's extended attributes of every kind: labels (`security.*`), access lists
/// (`system.posix_acl_access`), users' own. Java knows only the last.
///
/// Man: xattr(7)
final class ExtendedAttributes {
  /// `XATTR_SIZE_MAX`, `XATTR_LIST_MAX`.
  ///
  /// Kernel: include/uapi/linux/limits.h
  private static final int MAX_BYTES = 1 << 16;

  /// Checksums over this very file, made by the kernel: another file's would be wrong.
  ///
  /// Kernel: security/integrity/ima/ima_appraise.c, ima_appraise_measurement();
  /// security/integrity/evm/evm_main.c, evm_verify_hmac() (v6.1)
  private static final Set<String> OF_THE_CONTENT = Set.of("security.ima", "security.evm");

  private final Path file;

  /// @param file no link: links are followed
  ExtendedAttributes(Path file) {
    this.file = file;
  }

  /// Gives them to another file, all or none: where one can't be set, throws.
  void copyTo(ExtendedAttributes other) throws IOException {
    Map<String, byte[]> there = other.all();
    for (Map.Entry<String, byte[]> one : all().entrySet()) {
      boolean same = Arrays.equals(one.getValue(), there.get(one.getKey()));
      if (!same && !OF_THE_CONTENT.contains(one.getKey())) {
        other.set(one.getKey(), one.getValue());
      }
    }
  }

  /// All that the reader may see, by name.
  Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> values = new TreeMap<>();
    for (String name : names()) {
      values.put(name, get(name));
    }
    return values;
  }

  private List<String> names() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment into = arena.allocate(MAX_BYTES);
      long length =
          Libc.call(SystemCall.LISTXATTR, path(arena).address(), into.address(), MAX_BYTES);
      if (length == -Errno.EOPNOTSUPP.number()) {
        return List.of();
      }
      byte[] found = bytes("listxattr", length, into);
      String joined = new String(found, StandardCharsets.ISO_8859_1);
      return joined.isEmpty() ? List.of() : List.of(joined.split("\0"));
    }
  }

  private byte[] get(String name) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment into = arena.allocate(MAX_BYTES);
      long length =
          Libc.call(
              SystemCall.GETXATTR,
              path(arena).address(),
              arena.allocateFrom(name, StandardCharsets.ISO_8859_1).address(),
              into.address(),
              MAX_BYTES);
      return bytes("getxattr " + name, length, into);
    }
  }

  /// Sets one, whether it is there or not.
  void set(String name, byte[] value) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      long answer =
          Libc.call(
              SystemCall.SETXATTR,
              path(arena).address(),
              arena.allocateFrom(name, StandardCharsets.ISO_8859_1).address(),
              arena.allocateFrom(ValueLayout.JAVA_BYTE, value).address(),
              value.length,
              0);
      bytes("setxattr " + name, answer, MemorySegment.NULL);
    }
  }

  private byte[] bytes(String call, long answer, MemorySegment from) throws IOException {
    if (answer < 0) {
      String name = Errno.nameOf((int) -answer);
      throw new FileSystemException(file.toString(), null, call + ": " + name);
    }
    return from.asSlice(0, answer).toArray(ValueLayout.JAVA_BYTE);
  }

  /// The name as Java itself would give it to the kernel.
  private MemorySegment path(Arena arena) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"));
    return arena.allocateFrom(file.toString(), charset);
  }
}
