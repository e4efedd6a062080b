package dev.unhang.logs.message;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.LoggedNic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The NIC that a driver's message names before its text: `DRIVER DEVICE NAME: `, whatever the
/// three look like; with a colon behind the device up to about v3.6, without the interface for
/// dev_err(), without the driver before the netdev_err() conversion.
///
/// ```
/// e1000e 0000:00:19.0 eno1: …
/// hv_netvsc f8b3781b-1e82-4818-a1c3-63d806ec15bb eth0: …
/// igc 0000:2b:00.0 (unnamed net_device) (uninitialized): …
/// bnx2x: [bnx2x_panic_dump:917(eth0)]…
/// ```
///
/// Kernel: net/core/dev.c, __netdev_printk(); include/linux/netdevice.h, netdev_name(),
/// netdev_reg_state(); drivers/net/ethernet/broadcom/bnx2x/bnx2x.h, BNX2X_ERR() (v6.1)
final class NicPrefix {
  private static final String PCI = "[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]";

  /// A driver's name has a letter: `8139too`, `rk_gmac-dwmac`, `netcp-1.0`.
  private static final String DRIVER =
      "(?<driver>(?=[\\d_-]{0,9}[A-Za-z])[A-Za-z0-9][\\w+-]{1,31}(?:\\.\\d{1,2})?)";

  /// As a bus names it: a USB port, a platform's address, a GUID. May hold colons, not end in one.
  private static final String DEVICE =
      "(?:(?<pci>" + PCI + ")|(?<device>[\\w@,.+#/-]{1,64}(?::[\\w@,.+#/-]{1,64}){0,8}))";

  /// dev_valid_name() allows nearly all; a device that has none yet may bear its address.
  private static final String NAME = "(?<name>[^\\s:/<>()\\[\\]]{1,15})";

  private static final String STATE = "(?: \\([a-z ]{1,20}\\))?";

  /// What some drivers put behind the prefix: a function, a line, their own name again.
  private static final String LEAD =
      "(?: (?:[\\w-]{1,40}:|\\w{1,40}:\\d{1,6}:\\(pid \\d{1,9}\\):)){0,2}";

  private static final Pattern NETDEV =
      Pattern.compile(
          "^\\s*"
              + DRIVER
              + " "
              + DEVICE
              + " (?:"
              + NAME
              + "|\\(unnamed net_device\\)|"
              + PCI
              + ")"
              + STATE
              + ":"
              + LEAD
              + "\\s*$");

  private static final Pattern OLDER =
      Pattern.compile(
          "^\\s*(?:"
              + DRIVER
              + ":? +)?(?:(?:(?<pci>"
              + PCI
              + ")|(?<device>\\d+-\\d[\\d.]*(?::\\d+\\.\\d+)?|[0-9a-f]+\\.[a-z]\\w*|virtio\\d+)):?)?(?:"
              + " *"
              + NAME
              + STATE
              + ":?)?"
              + LEAD
              + "\\s*$");

  /// igb and older drivers repeat themselves: `igb: eth0 NIC Link is Up`.
  private static final Pattern REPEATED =
      Pattern.compile(
          "^(?<prefix>.*?)(?<driver>[a-z0-9][\\w-]{1,31}): (?<name>[^\\s:/<>()\\[\\]]{1,15}) $");

  /// Broadcom's and QLogic's macros, without a colon: `[qede_link_update:2629(eth0)]`.
  private static final Pattern BRACKETED =
      Pattern.compile(
          "^\\s*(?:\\w{2,16}: )?\\[(?<driver>[a-z0-9]{2,16})_\\w{1,60}:\\d{1,6}"
              + "\\((?<name>[^\\s()\\[\\]]{1,15})\\)\\]\\s*$");

  /// Where no driver is named, only a name that network interfaces bear: bridges and bonds report
  /// links too.
  private static final Pattern NIC_NAME =
      Pattern.compile("(?:eth|en|em|nic|net|lan|usb|p\\d+p)\\w*\\d\\w*|wan");

  /// Radios, modems and CAN buses have interfaces too.
  private static final Pattern NOT_WIRED =
      Pattern.compile("(?:wl|ww|wpan|v?can|slcan|mlan|ath|ra)\\w*\\d\\w*");

  /// What dev_driver_string() gives for an interface's own device: `net eth0: Tx timeout.`
  private static final String CLASS = "net";

  private NicPrefix() {}

  /// The NIC; empty where the text before a message is something else than a driver's prefix.
  ///
  /// @param before all that stands before the message
  static Optional<LoggedNic> parse(String before) {
    if (before.isBlank()) {
      return Optional.of(LoggedNic.UNNAMED);
    }
    Matcher bracketed = BRACKETED.matcher(before);
    if (bracketed.matches()) {
      return Optional.of(
          named(bracketed.group("driver"), Optional.empty(), bracketed.group("name")));
    }
    Matcher repeated = REPEATED.matcher(before);
    if (repeated.matches() && Drivers.isKnown(repeated.group("driver"))) {
      return Optional.of(
          named(
              repeated.group("driver"),
              parse(repeated.group("prefix")).flatMap(LoggedNic::pci),
              repeated.group("name")));
    }
    if (!before.stripTrailing().endsWith(":")) {
      return Optional.empty();
    }
    Matcher netdev = NETDEV.matcher(before);
    return netdev.matches() && isDevice(netdev) ? Optional.of(nic(netdev)) : older(before);
  }

  /// The NIC where the prefix is a wired network interface's beyond doubt; prose and other devices
  /// are no such prefixes.
  static Optional<LoggedNic> ofNic(String before) {
    return before.isBlank() ? Optional.empty() : parse(before).filter(NicPrefix::isNic);
  }

  private static boolean isNic(LoggedNic nic) {
    Optional<String> name = nic.interfaceName();
    if (nic.driver().isPresent() && Drivers.isKnown(nic.driver().get())) {
      return true;
    }
    if (name.isEmpty() || NOT_WIRED.matcher(name.get()).matches()) {
      return false;
    }
    return nic.driver().isPresent()
        ? !Drivers.isOther(nic.driver().get())
        : nic.pci().isPresent() || NIC_NAME.matcher(name.get()).matches();
  }

  /// What stands between a driver and an interface has a number, or is the driver's name again; in
  /// prose it is a word.
  private static boolean isDevice(Matcher netdev) {
    String device = netdev.group("device");
    return device == null
        || device.chars().anyMatch(c -> c >= '0' && c <= '9')
        || device.equals(netdev.group("driver"));
  }

  private static Optional<LoggedNic> older(String before) {
    Matcher older = OLDER.matcher(before);
    if (!older.matches()) {
      return Optional.empty();
    }
    LoggedNic nic = nic(older);
    boolean bare = nic.pci().isEmpty() && older.group("device") == null;
    if (nic.driver().isPresent() && nic.interfaceName().isPresent()) {
      return ofNetwork(nic, bare);
    }
    return Optional.of(bare ? ofOneWord(nic.driver().or(nic::interfaceName).orElseThrow()) : nic);
  }

  /// `pcieport 0000:00:1c.0: pciehp: ` has the older form too, and some drivers name a function or
  /// themselves where others name the interface.
  private static Optional<LoggedNic> ofNetwork(LoggedNic nic, boolean bare) {
    String driver = nic.driver().orElseThrow();
    String name = nic.interfaceName().orElseThrow();
    if (driver.equals(CLASS)) {
      return Optional.of(new LoggedNic(Optional.empty(), nic.pci(), nic.interfaceName()));
    }
    if (Drivers.isKnown(driver) && name.startsWith(driver + "_")) {
      return Optional.of(new LoggedNic(nic.driver(), nic.pci(), Optional.empty()));
    }
    if (bare && NIC_NAME.matcher(driver).matches()) {
      return Optional.of(new LoggedNic(Optional.empty(), nic.pci(), Optional.of(driver)));
    }
    return Drivers.isKnown(driver)
            || Drivers.isOther(driver)
            || !bare && NIC_NAME.matcher(name).matches()
        ? Optional.of(nic)
        : Optional.empty();
  }

  /// `e1000e: ` and `eth0: ` look the same.
  private static LoggedNic ofOneWord(String word) {
    return Drivers.isKnown(word)
        ? new LoggedNic(Optional.of(word), Optional.empty(), Optional.empty())
        : new LoggedNic(Optional.empty(), Optional.empty(), Optional.of(word));
  }

  private static LoggedNic nic(Matcher matcher) {
    return new LoggedNic(
        Optional.ofNullable(matcher.group("driver")),
        Optional.ofNullable(matcher.group("pci")).flatMap(PciAddress::parse),
        Optional.ofNullable(matcher.group("name")));
  }

  private static LoggedNic named(String driver, Optional<PciAddress> pci, String name) {
    return new LoggedNic(Optional.of(driver), pci, Optional.of(name));
  }
}
