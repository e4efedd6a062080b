package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.model.host.HostPath;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What lies where in a sosreport.
///
/// Doc: sos, "sos/report/plugins": the output of `ethtool -k eno1` is
/// sos_commands/networking/ethtool_-k_eno1, blanks made underscores and slashes dots; copied files
/// keep their paths
final class SosNames {
  private static final String COMMANDS = "sos_commands/";
  private static final List<String> FILES =
      List.of(
          "proc/", "sys/class/", "sys/devices/", "etc/network/", "etc/hostname", "run/systemd/");
  private static final Pattern LOG =
      Pattern.compile(
          "(?:[\\w.@ -]{1,80}/){0,6}?var/log/(?:messages|syslog|kern\\.log|dmesg)[\\w.-]{0,40}");

  private static final Pattern TREE =
      Pattern.compile(
          "(?:/[\\w.@"
              + " -]{1,80}){0,6}?(?<path>/(?:etc/(?:network|pve|default|netplan|systemd|udev|modprobe\\.d)/.+"
              + "|etc/hostname|proc/(?:cmdline|net/.+|sys/kernel/.+)|sys/(?:class|devices|bus)/.+))");

  private static final List<String> PLUGINS = List.of("networking", "pci", "hardware", "devices");

  /// What another network namespace of the host holds is not the host's.
  private static final String OTHER_NAMESPACE = "ip_netns_exec_";

  private static final Pattern ETHTOOL =
      Pattern.compile("ethtool_(?:(?<option>-[A-Za-z]|--[a-z]+(?:-[a-z]+)*)_)?(?<nic>[^-].*)");

  private SosNames() {}

  /// Whether a report lies in a folder of these names.
  static boolean isReport(Set<String> names) {
    return names.contains("sos_commands");
  }

  /// Puts a file where it belongs.
  ///
  /// @param path below the report
  static void sort(EvidenceDraft draft, String path, byte[] bytes, String where) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (isLog(path)) {
      draft.log(new ByteArrayInputStream(bytes), where);
    } else if (path.startsWith(COMMANDS) && isWantedCommand(path)) {
      draft.output(command(name), bytes, where);
    } else if (isFile(path)) {
      draft.file(new HostPath("/" + path), bytes, where);
    }
  }

  /// Whether a file can be evidence: of the commands those whose output is known by the name, and
  /// whatever lies with the plugins that print hardware and networks. Others' outputs are large and
  /// many, and none of them is one of a NIC.
  static boolean isWanted(String path) {
    return isLog(path) || isFile(path) || path.startsWith(COMMANDS) && isWantedCommand(path);
  }

  private static boolean isWantedCommand(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.startsWith(OTHER_NAMESPACE)
        && (PLUGINS.stream().anyMatch(plugin -> path.startsWith(COMMANDS + plugin + "/"))
            || OutputKind.printedBy(command(name)).isPresent());
  }

  private static boolean isFile(String path) {
    return FILES.stream().anyMatch(path::startsWith);
  }

  /// The path on the host of a file that lies anywhere below a folder, with the host's own folders
  /// around it: `pve-02/etc/network/interfaces`.
  static Optional<HostPath> ofHost(String path) {
    Matcher tree = TREE.matcher("/" + path);
    return tree.matches() ? Optional.of(new HostPath(tree.group("path"))) : Optional.empty();
  }

  /// Whether it is a kernel log, which may be long: a command's output, or a file of the host's own
  /// tree, whatever folders that tree lies in.
  static boolean isLog(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean ofCommand =
        path.startsWith(COMMANDS) && (name.startsWith("dmesg") || name.startsWith("journalctl"));
    return ofCommand || LOG.matcher(path).matches();
  }

  /// The command line of an output's file name. An interface's name may hold underscores itself.
  private static String command(String name) {
    Matcher ethtool = ETHTOOL.matcher(name);
    if (ethtool.matches()) {
      String option = ethtool.group("option");
      return "ethtool " + (option == null ? "" : option + " ") + ethtool.group("nic");
    }
    return name.equals("cat_.proc.net.dev") ? "cat /proc/net/dev" : name.replace('_', ' ');
  }
}
