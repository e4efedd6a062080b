package dev.unhang.repair.recover;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// What Open vSwitch gives anew to a port that was gone: its number, by which flows know it. VLANs
/// and everything else are in its database.
///
/// Man: ovs-vswitchd.conf.db(5), "ofport", "ofport_request"
final class SwitchPort {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// OpenFlow's numbers end there; -1 is a port that could not be added.
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

  private SwitchPort() {}

  /// What gives it its number again, and leaves as requested what was requested before; empty where
  /// the number was not read.
  static List<List<String>> commands(HostView host, InterfaceName nic) {
    return again(nic, printed(host, nic, "ofport"), printed(host, nic, "ofport_request"));
  }

  /// @param number what `ovs-vsctl get Interface IF ofport` prints
  /// @param requested what it prints for `ofport_request`: `[]` for nothing
  static List<List<String>> again(InterfaceName nic, String number, String requested) {
    if (!NUMBER.matcher(number).matches()) {
      return List.of();
    }
    return List.of(
        request(nic, number),
        NUMBER.matcher(requested).matches()
            ? request(nic, requested)
            : List.of("ovs-vsctl", "clear", "Interface", nic.value(), "ofport_request"));
  }

  private static List<String> request(InterfaceName nic, String number) {
    return List.of("ovs-vsctl", "set", "Interface", nic.value(), "ofport_request=" + number);
  }

  private static String printed(HostView host, InterfaceName nic, String column) {
    return host.command(
            new Command(List.of("ovs-vsctl", "get", "Interface", nic.value(), column), WITHIN))
        .known()
        .filter(output -> output.exit() == 0)
        .map(output -> output.out())
        .map(Content::utf8)
        .map(String::strip)
        .orElse("");
  }
}
