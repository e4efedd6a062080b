package dev.unhang.logs.message;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.LoggedNic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The NIC that a driver's message names before its text: `e1000e 0000:00:19.0 eno1: `, with a
/// colon behind the address up to about v3.6, without the interface for dev_err(), without the
/// driver before the netdev_err() conversion, with the registration state behind the name.
///
/// Kernel: net/core/dev.c, __netdev_printk(); include/linux/netdevice.h, netdev_reg_state() (v6.1)
final class NicPrefix {
  private static final Pattern FORM =
      Pattern.compile(
          "^\\s*(?:(?<driver>[a-z][a-z0-9_]{1,15}):? +)?"
              + "(?:(?:(?<pci>[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7])"
              // a USB port, a device of a platform
              + "|(?<device>\\d+-\\d[\\d.]*(?::\\d+\\.\\d+)?|[0-9a-f]+\\.[a-z]\\w*|virtio\\d+)):?)?"
              + "(?: *(?<name>[^\\s:/<>()\\[\\]]{1,15})(?: \\([a-z ]{1,20}\\))?:?)?"
              // e1000 of 2005 names its function behind the interface
              + "(?: [a-z0-9]+(?:_[a-z0-9]+)+:)?\\s*$");

  private NicPrefix() {}

  /// The NIC; empty where the text before a message is something else than a driver's prefix.
  ///
  /// @param before all that stands before the message
  static Optional<LoggedNic> parse(String before) {
    if (before.isBlank()) {
      return Optional.of(LoggedNic.UNNAMED);
    }
    Matcher matcher = FORM.matcher(before);
    if (!before.stripTrailing().endsWith(":") || !matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> driver = Optional.ofNullable(matcher.group("driver"));
    Optional<PciAddress> pci = Optional.ofNullable(matcher.group("pci")).flatMap(PciAddress::parse);
    Optional<String> name = Optional.ofNullable(matcher.group("name"));
    if (pci.isEmpty() && driver.isPresent() != name.isPresent()) {
      return Optional.of(ofOneWord(driver.or(() -> name).orElseThrow()));
    }
    return Optional.of(new LoggedNic(driver, pci, name));
  }

  /// `e1000e: ` and `eth0: ` look the same.
  private static LoggedNic ofOneWord(String word) {
    return Drivers.isKnown(word)
        ? new LoggedNic(Optional.of(word), Optional.empty(), Optional.empty())
        : new LoggedNic(Optional.empty(), Optional.empty(), Optional.of(word));
  }
}
