package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LinkMode;
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
/// gve 0000:00:04.0 eth0: Device link is up.
/// asix 2-3:1.0 eth1: link up, 100Mbps, full-duplex, lpa 0xC1E1
/// ```
///
/// Bridges, bonds, SATA ports and corosync report links in other words or under other prefixes;
/// drivers that have words of their own are in driver-messages.tsv.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_link_info();
/// drivers/net/phy/phy.c, phy_print_status() (v6.1)
final class LinkMessages implements MessageFamily {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?:NIC (?:Copper |Fibre |SerDes )?|Device ))?\\blink (?:is )?(?<state>up|down)\\b(?!"
              + " event)",
          Pattern.CASE_INSENSITIVE);

  /// The forms that drivers print; in a small log any mixture of cases is read.
  private static final List<String> BULK =
      List.of(
          "link is ",
          "Link is ",
          "link up",
          "Link up",
          "Link Up",
          "Link UP",
          "link down",
          "Link down",
          "Link Down",
          "Link DOWN");

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
    return NicPrefix.ofNic(line.substring(0, words.start()))
        .map(nic ->
            new KernelEvent.LinkChanged(
                record.boot(),
                record.at(),
                record.place(),
                line.strip(),
                nic,
                up,
                up ? Told.mode(line.substring(words.end())) : LinkMode.UNTOLD));
  }
}
