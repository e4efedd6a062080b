package dev.unhang.repair.recover;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The settings of IPv4 and IPv6 that an interface has for itself. ifupdown2 turns IPv6 off on
/// ports of a bridge this way; an interface that is made anew has the defaults again.
///
/// Doc: Documentation/networking/ip-sysctl.rst, "/proc/sys/net/ipv4/conf"
final class Sysctls {
  private static final HostPath ROOT = new HostPath("/proc/sys");
  private static final List<String> FAMILIES = List.of("net/ipv4/conf", "net/ipv6/conf");

  private Sysctls() {}

  /// All that can be read, as `name=value`.
  static List<String> of(HostView host, InterfaceName nic) {
    List<String> all = new ArrayList<>();
    for (String family : FAMILIES) {
      String folder = family + "/" + nic;
      for (String name : host.list(ROOT.resolve(folder)).known().orElse(List.of())) {
        value(host, folder + "/" + name)
            .ifPresent(value -> all.add(folder + "/" + name + "=" + value));
      }
    }
    return all;
  }

  /// Those that are different now.
  static List<String> missing(HostView host, List<String> wanted) {
    return wanted.stream()
        .filter(setting -> {
          String[] halves = setting.split("=", 2);
          return !value(host, halves[0]).equals(Optional.of(halves[1]));
        })
        .toList();
  }

  private static Optional<String> value(HostView host, String name) {
    return host.read(ROOT.resolve(name))
        .known()
        .map(Content::utf8)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.lines().count() == 1);
  }
}
