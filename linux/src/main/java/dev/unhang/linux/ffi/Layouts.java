package dev.unhang.linux.ffi;

import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/// The C structs that cross the border, on 64-bit machines.
public final class Layouts {
  /// ```c
  /// struct sockaddr_nl { sa_family_t nl_family; unsigned short nl_pad; __u32 nl_pid; __u32 nl_groups; };
  /// ```
  ///
  /// Kernel: include/uapi/linux/netlink.h (v6.1)
  public static final StructLayout SOCKADDR_NL =
      structLayout(
          JAVA_SHORT.withName("nl_family"),
          JAVA_SHORT.withName("nl_pad"),
          JAVA_INT.withName("nl_pid"),
          JAVA_INT.withName("nl_groups"));

  /// ```c
  /// struct timeval { time_t tv_sec; suseconds_t tv_usec; };
  /// ```
  ///
  /// Man: timeval(3type)
  public static final StructLayout TIMEVAL =
      structLayout(JAVA_LONG.withName("tv_sec"), JAVA_LONG.withName("tv_usec"));

  /// ```c
  /// struct ifreq { char ifr_name[16]; union { ...; void *ifr_data; ... }; };  /* 40 bytes */
  /// ```
  ///
  /// Kernel: include/uapi/linux/if.h (v6.1)
  public static final StructLayout IFREQ =
      structLayout(
          sequenceLayout(16, JAVA_BYTE).withName("ifr_name"),
          JAVA_LONG.withName("ifr_data"),
          paddingLayout(16));

  /// ```c
  /// struct ethtool_drvinfo {
  ///   __u32 cmd; char driver[32]; char version[32]; char fw_version[32]; char bus_info[32];
  ///   char erom_version[32]; char reserved2[12]; __u32 n_priv_flags; __u32 n_stats;
  ///   __u32 testinfo_len; __u32 eedump_len; __u32 regdump_len; };  /* 196 bytes */
  /// ```
  ///
  /// Kernel: include/uapi/linux/ethtool.h (v6.1)
  public static final StructLayout ETHTOOL_DRVINFO =
      structLayout(
          JAVA_INT.withName("cmd"),
          sequenceLayout(32, JAVA_BYTE).withName("driver"),
          sequenceLayout(32, JAVA_BYTE).withName("version"),
          sequenceLayout(32, JAVA_BYTE).withName("fw_version"),
          sequenceLayout(32, JAVA_BYTE).withName("bus_info"),
          sequenceLayout(32, JAVA_BYTE).withName("erom_version"),
          sequenceLayout(12, JAVA_BYTE).withName("reserved2"),
          JAVA_INT.withName("n_priv_flags"),
          JAVA_INT.withName("n_stats"),
          JAVA_INT.withName("testinfo_len"),
          JAVA_INT.withName("eedump_len"),
          JAVA_INT.withName("regdump_len"));

  /// ```c
  /// struct open_how { __u64 flags; __u64 mode; __u64 resolve; };
  /// ```
  ///
  /// Kernel: include/uapi/linux/openat2.h (v6.1)
  public static final StructLayout OPEN_HOW =
      structLayout(
          JAVA_LONG.withName("flags"), JAVA_LONG.withName("mode"), JAVA_LONG.withName("resolve"));

  private Layouts() {}

  /// Where a field begins in a struct, in bytes.
  public static int offset(StructLayout struct, String field) {
    return Math.toIntExact(struct.byteOffset(PathElement.groupElement(field)));
  }

  /// How long a field of a struct is, in bytes.
  public static int length(StructLayout struct, String field) {
    MemoryLayout found = struct.select(PathElement.groupElement(field));
    return Math.toIntExact(found.byteSize());
  }
}
