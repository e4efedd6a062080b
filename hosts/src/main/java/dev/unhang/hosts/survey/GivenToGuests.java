package dev.unhang.hosts.survey;

import dev.unhang.config.proxmox.HostPci;
import dev.unhang.config.proxmox.PciMappings;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.IdleNic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which guest a PCI function was given to, by the configurations of Proxmox VE's virtual machines.
///
/// They are read by a program with a deadline: /etc/pve is a file system in user space, and whoever
/// reads there while the cluster has no quorum may wait without end.
///
/// Proxmox VE: qm(1), "hostpci"; pmxcfs(8)
final class GivenToGuests {
  static final HostPath FOLDER = new HostPath("/etc/pve/qemu-server");
  private static final HostPath MAPPINGS = new HostPath("/etc/pve/mapping/pci.cfg");
  private static final HostPath NAME = new HostPath("/etc/hostname");
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /// `hostpci0: 0000:01:00.0;0000:01:00.1,pcie=1`, and what begins a snapshot's section.
  private static final Command SEARCH =
      new Command(
          List.of(
              "grep", "-rHE", "--include=*.conf", "^(hostpci[0-9]+:|\\[)", "/etc/pve/qemu-server"),
          DEADLINE);

  private static final Pattern LINE =
      Pattern.compile("/etc/pve/qemu-server/(\\d{1,9})\\.conf:(.{1,1000})");
  private static final Pattern SETTING = Pattern.compile("hostpci\\d{1,3}: *(\\S.*)");

  private final HostView host;
  private @Nullable Map<String, String> guests;

  GivenToGuests(HostView host) {
    this.host = host;
  }

  /// The same, with their guests' names. Nothing is searched where every function has a driver of
  /// the host's own.
  List<IdleNic> named(List<IdleNic> idle) {
    if (idle.stream().noneMatch(GivenToGuests::mayBeGiven)) {
      return idle;
    }
    return idle.stream()
        .map(nic ->
            mayBeGiven(nic)
                ? new IdleNic(nic.device(), of(nic.device().function().address()), nic.origin())
                : nic)
        .toList();
  }

  /// A guest that does not run leaves its function without a driver; and the log of a disk seldom
  /// tells the last one.
  private static boolean mayBeGiven(IdleNic nic) {
    return nic.isGivenAway() || nic.isLogged() || nic.device().function().driver().isEmpty();
  }

  /// The guest whose configuration takes a function; empty where none does.
  Optional<String> of(PciAddress function) {
    Map<String, String> all = guests;
    if (all == null) {
      all = guests(searched().orElseGet(this::read));
      guests = all;
    }
    return guest(function.value(), all);
  }

  private Optional<String> searched() {
    return host.command(SEARCH).known().map(CommandOutput::out).map(Content::utf8);
  }

  /// The same lines, of a disk on which no program runs. Views bound how long /etc/pve may take.
  private String read() {
    StringBuilder lines = new StringBuilder();
    for (String name : host.list(FOLDER).known().orElse(List.of())) {
      HostPath file = FOLDER.resolve(name);
      String text =
          name.endsWith(".conf") ? host.read(file).known().map(Content::utf8).orElse("") : "";
      text.lines()
          .filter(line -> line.startsWith("hostpci") || line.startsWith("["))
          .forEach(line -> lines.append(file).append(':').append(line).append('\n'));
    }
    return lines.toString();
  }

  private static Optional<String> guest(String address, Map<String, String> guests) {
    String whole = address.substring(0, address.lastIndexOf('.'));
    return Optional.ofNullable(guests.get(address))
        .or(() -> Optional.ofNullable(guests.get(whole)));
  }

  /// Guests by address, with or without the function. Sections are snapshots: what was, not what
  /// is.
  private Map<String, String> guests(String text) {
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
            devices(HostPci.of(setting.group(1)))
                .forEach(device -> guests.put(device, "guest " + line.group(1)));
          }
        });
    return guests;
  }

  private List<String> devices(HostPci given) {
    return given.mapping().map(this::mapped).orElse(given.devices());
  }

  /// What the cluster's mapping of that name is on this node.
  private List<String> mapped(String name) {
    Optional<String> node =
        host.read(NAME)
            .known()
            .map(text -> text.utf8().strip().split("\\.", 2)[0])
            .filter(text -> !text.isEmpty());
    return host.read(MAPPINGS)
        .known()
        .map(text -> PciMappings.parse(text.utf8()).of(name, node))
        .orElse(List.of());
  }
}
