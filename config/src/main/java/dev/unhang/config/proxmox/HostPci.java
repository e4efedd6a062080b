package dev.unhang.config.proxmox;

import dev.unhang.model.id.PciAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a guest's `hostpci` line gives it: `0000:01:00.0;0000:01:00.1,pcie=1`, `pcie=1,host=01:00`,
/// `mapping=secondNic`.
///
/// Man: qm.conf(5), "hostpci"
///
/// @param devices addresses, with or without the function, which then means all of them
/// @param mapping the name of a mapping of the cluster's
public record HostPci(List<String> devices, Optional<String> mapping) {
  /// The domain may be left out, and the function.
  private static final Pattern DEVICE =
      Pattern.compile("(?:([0-9a-fA-F]{4,8}):)?([0-9a-fA-F]{2}:[01][0-9a-fA-F])(\\.[0-7])?");

  public HostPci {
    devices = List.copyOf(devices);
  }

  /// Reads what stands behind the colon. Properties come in any order; `host` needs no word.
  public static HostPci of(String value) {
    String host = "";
    Optional<String> mapping = Optional.empty();
    for (String property : value.split(",", -1)) {
      int equals = property.indexOf('=');
      String name = equals < 0 ? "host" : property.substring(0, equals).strip();
      String of = property.substring(equals + 1).strip();
      if (name.equals("host") && host.isEmpty()) {
        host = of;
      } else if (name.equals("mapping") && !of.isEmpty()) {
        mapping = Optional.of(of);
      }
    }
    return new HostPci(devices(host), mapping);
  }

  /// Addresses that are joined by semicolons.
  static List<String> devices(String list) {
    return List.of(list.split(";", -1)).stream()
        .map(String::strip)
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
