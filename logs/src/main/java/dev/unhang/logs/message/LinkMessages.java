package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network driver's link coming up or going down:
///
/// ```
/// e1000e 0000:00:19.0 eno1: NIC Link is Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx
/// igb 0000:09:00.0: igb: eth0 NIC Link is Down
/// r8169 0000:03:00.0 enp3s0: Link is Up - 1Gbps/Full - flow control rx/tx
/// tg3 0000:02:00.0 eth0: Link is up at 1000 Mbps, full duplex
/// asix 2-3:1.0 eth1: link up, 100Mbps, full-duplex, lpa 0xC1E1
/// asix 2-3:1.0 eth1: link up, 100Mbps, full-duplex, lpa 0xC1E1
/// ```
///
/// Bridges, bonds, SATA ports and corosync report links in other words or under other prefixes.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_link_info();
/// drivers/net/phy/phy.c, phy_print_status() (v6.1)
final class LinkMessages implements MessageFamily {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:NIC (?:Copper |Fibre |SerDes )?)?\\blink (?:is )?(?<state>up|down)\\b(?! event)",
          Pattern.CASE_INSENSITIVE);

  /// The forms that drivers print; in a small log any mixture of cases is read.
  private static final List<String> BULK =
      List.of(
          "link is ",
          "Link is ",
          "link up",
          "Link up",
          "Link Up",
          "link down",
          "Link down",
          "Link Down");

  /// Where no driver is named, only a name that network interfaces bear: bridges and bonds report
  /// links too.
  private static final Pattern NIC_NAME =
      Pattern.compile("(?:eth|en|em|nic|net|lan|usb|p\\d+p)\\w*\\d\\w*|wan");

  /// igb and old drivers repeat themselves: `igb: eth0 NIC Link is Up`.
  private static final Pattern REPEATED =
      Pattern.compile("^(?<prefix>.*?)(?<driver>[a-z][a-z0-9_]+): (?<name>[^\\s:]{1,15}) $");

  @Override
  public List<String> words() {
    return BULK;
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    if (!line.contains("ink ")) {
      return Optional.empty();
    }
    Matcher words = WORDS.matcher(line);
    if (!words.find()) {
      return Optional.empty();
    }
    boolean up = words.group("state").equalsIgnoreCase("up");
    return nic(line.substring(0, words.start()))
        .map(nic ->
            new KernelEvent.LinkChanged(
                record.boot(), record.at(), record.place(), line.strip(), nic, up));
  }

  private static Optional<LoggedNic> nic(String before) {
    Matcher repeated = REPEATED.matcher(before);
    if (repeated.matches() && Drivers.isKnown(repeated.group("driver"))) {
      Optional<LoggedNic> outer = NicPrefix.parse(repeated.group("prefix"));
      return Optional.of(
          new LoggedNic(
              Optional.of(repeated.group("driver")),
              outer.flatMap(LoggedNic::pci),
              Optional.of(repeated.group("name"))));
    }
    return NicPrefix.parse(before).filter(LinkMessages::isNic);
  }

  private static boolean isNic(LoggedNic nic) {
    boolean named = nic.interfaceName().isPresent();
    return nic.driver().filter(Drivers::isKnown).isPresent()
        || named && nic.pci().isPresent()
        || nic.interfaceName().filter(name -> NIC_NAME.matcher(name).matches()).isPresent();
  }
}
