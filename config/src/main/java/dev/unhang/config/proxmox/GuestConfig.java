package dev.unhang.config.proxmox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A guest as its configuration describes it now; snapshots further down in the file are left out.
///
/// @param name a VM's `name`, a container's `hostname`
/// @param nics in the file's order
/// @param passedThrough the values of its `hostpci` lines
///
///   Man: qm.conf(5), pct.conf(5)
public record GuestConfig(Optional<String> name, List<GuestNic> nics, List<String> passedThrough) {
  private static final Pattern LINE = Pattern.compile("([a-z_]+)(\\d{0,4}):\\s*(\\S.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  public GuestConfig {
    nics = List.copyOf(nics);
    passedThrough = List.copyOf(passedThrough);
  }

  /// A NIC of a guest.
  ///
  /// @param number its `i` in `tap100i0`
  /// @param bridge that its host end is a port of; empty where it is behind NAT
  /// @param vlan the tag its packets bear beyond the bridge
  /// @param firewalled whether a bridge of its own stands between
  public record GuestNic(
      int number, Optional<String> bridge, Optional<Integer> vlan, boolean firewalled) {}

  /// Reads a file of either kind of guest. Lines that make no sense are passed over.
  public static GuestConfig parse(String text) {
    Optional<String> name = Optional.empty();
    List<GuestNic> nics = new ArrayList<>();
    List<String> passedThrough = new ArrayList<>();
    for (String line : text.lines().takeWhile(line -> !line.startsWith("[")).toList()) {
      Matcher found = LINE.matcher(line.strip());
      if (!found.matches()) {
        continue;
      }
      String value = found.group(3).strip();
      String number = found.group(2);
      switch (found.group(1)) {
        case "name", "hostname" -> name = Optional.of(value);
        case "net" -> nic(number, value).ifPresent(nics::add);
        case "hostpci" -> passedThrough.add(value);
        default -> {}
      }
    }
    return new GuestConfig(name, nics, passedThrough);
  }

  private static Optional<GuestNic> nic(String number, String value) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    List<String> properties = List.of(value.split(",", -1));
    return Optional.of(
        new GuestNic(
            Integer.parseInt(number),
            property(properties, "bridge"),
            property(properties, "tag")
                .filter(tag -> NUMBER.matcher(tag).matches())
                .map(Integer::valueOf),
            property(properties, "firewall").filter("1"::equals).isPresent()));
  }

  private static Optional<String> property(List<String> properties, String key) {
    return properties.stream()
        .filter(property -> property.startsWith(key + "="))
        .map(property -> property.substring(key.length() + 1).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
