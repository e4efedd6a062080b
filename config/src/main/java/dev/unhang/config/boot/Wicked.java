package dev.unhang.config.boot;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// SUSE's wicked, whose files of interfaces unhang does not read.
///
/// Its package is there on most hosts of SUSE, whoever has the network: which service has it says
/// the link `network.service`. SLES: Administration Guide, "NetworkManager and wicked". Man:
/// ifcfg(5), wicked-config(5)
public final class Wicked {
  private static final HostPath SERVICE = new HostPath("/etc/systemd/system/network.service");
  private static final String UNIT = "wicked.service";
  private static final HostPath FOLDER = new HostPath("/etc/sysconfig/network");
  private static final HostPath NATIVE = new HostPath("/etc/wicked/ifconfig");
  private static final String PREFIX = "ifcfg-";

  private Wicked() {}

  /// The file of an interface.
  public static HostPath file(String nic) {
    return FOLDER.resolve(PREFIX + nic);
  }

  /// Which other service has the network, such as `NetworkManager.service`; empty where wicked has
  /// it, and where it was not read who has.
  public static Optional<String> other(HostView host) {
    return host.link(SERVICE)
        .known()
        .map(target -> target.substring(target.lastIndexOf('/') + 1))
        .filter(unit -> !unit.equals(UNIT));
  }

  /// What wicked reads at boot and unhang does not.
  ///
  /// @param counts of which interfaces a file counts, by what stands behind `ifcfg-`; a document of
  ///   wicked's own may be of any
  static List<Trouble> unread(HostView host, Predicate<String> counts) {
    if (other(host).isPresent()) {
      return List.of();
    }
    List<Trouble> unread = new ArrayList<>();
    add(host, FOLDER, file -> file.startsWith(PREFIX) && counts.test(bare(file)), unread);
    add(host, NATIVE, file -> true, unread);
    return unread;
  }

  private static String bare(String file) {
    return file.substring(PREFIX.length());
  }

  private static void add(
      HostView host, HostPath folder, Predicate<String> counts, List<Trouble> unread) {
    Reading<List<String>> files = host.list(folder);
    if (OtherSetups.isDenied(files) || files.known().orElse(List.of()).stream().anyMatch(counts)) {
      unread.add(OtherSetups.trouble(folder, "wicked's files of interfaces are not read"));
    }
  }
}
