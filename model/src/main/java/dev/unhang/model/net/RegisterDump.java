package dev.unhang.model.net;

import java.util.List;

/// Registers of a NIC, in an order that only its driver knows.
///
/// @param version of that order, as the driver numbers it
/// @param words unsigned, 32 bits each
///
///   Kernel: net/ethtool/ioctl.c, ethtool_get_regs() (v6.1)
public record RegisterDump(int version, List<Integer> words) {
  public RegisterDump {
    words = List.copyOf(words);
  }
}
