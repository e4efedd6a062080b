package dev.unhang.diagnose.source;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.PciAddress;
import dev.unhang.model.nic.IdleNic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which guest a PCI function was given to, by the configurations of Proxmox VE's virtual machines.
///
/// They are read by a program with a deadline: /etc/pve is a file system in user space, and whoever
/// reads there while the cluster has no quorum may wait without end. A function that is given by a
/// mapping's name is not found here.
///
/// Proxmox VE: qm(1), "hostpci"; pmxcfs(8)
final class GivenToGuests {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /// `hostpci0: 0000:01:00.0;0000:01:00.1,pcie=1`, and what begins a snapshot's section.
  private static final Command SEARCH =
      new Command(
          List.of(
              "grep", "-rHE", "--include=*.conf", "^(hostpci[0-9]+:|\\[)", "/etc/pve/qemu-server"),
          DEADLINE);

  private static final Pattern LINE =
      Pattern.compile("/etc/pve/qemu-server/(\\d{1,9})\\.conf:(.{1,1000})");
  private static final Pattern SETTING = Pattern.compile("hostpci\\d{1,3}: *(?:host=)?([^, ]+).*");

  /// The domain may be left out, and the function, which then means all of them.
  private static final Pattern DEVICE =
      Pattern.compile("(?:([0-9a-fA-F]{4,8}):)?([0-9a-fA-F]{2}:[01][0-9a-fA-F])(\\.[0-7])?");

  private final HostView host;

  GivenToGuests(HostView host) {
    this.host = host;
  }

  /// The same, with their guests' names. Nothing is searched where nothing was given away.
  List<IdleNic> named(List<IdleNic> idle) {
    if (idle.stream().noneMatch(IdleNic::isGivenAway)) {
      return idle;
    }
    String text =
        host.command(SEARCH).known().map(CommandOutput::out).map(Content::utf8).orElse("");
    Map<String, String> guests = guests(text);
    return idle.stream()
        .map(nic -> nic.isGivenAway() ? new IdleNic(nic.device(), guest(nic, guests)) : nic)
        .toList();
  }

  private static Optional<String> guest(IdleNic nic, Map<String, String> guests) {
    String address = nic.device().function().address().value();
    String whole = address.substring(0, address.lastIndexOf('.'));
    return Optional.ofNullable(guests.get(address))
        .or(() -> Optional.ofNullable(guests.get(whole)));
  }

  /// Guests by address, with or without the function. Sections are snapshots: what was, not what
  /// is.
  private static Map<String, String> guests(String text) {
    Map<String, String> guests = new HashMap<>();
    Set<String> inSnapshots = new HashSet<>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> {
          Matcher setting = SETTING.matcher(line.group(2));
          if (!setting.matches()) {
            inSnapshots.add(line.group(1));
          } else if (!inSnapshots.contains(line.group(1))) {
            devices(setting.group(1))
                .forEach(device -> guests.put(device, "guest " + line.group(1)));
          }
        });
    return guests;
  }

  private static List<String> devices(String value) {
    return List.of(value.split(";", -1)).stream()
        .map(DEVICE::matcher)
        .filter(Matcher::matches)
        .map(device ->
            (device.group(1) == null ? "0000" : device.group(1))
                + ":"
                + device.group(2)
                + (device.group(3) == null ? "" : device.group(3)))
        .map(device -> PciAddress.parse(device).map(PciAddress::value).orElse(device))
        .toList();
  }
}
