package dev.unhang.hosts.saved;

import dev.unhang.model.host.HostPath;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
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
      Pattern.compile("var/log/(?:messages|syslog|kern\\.log|dmesg)[\\w.-]{0,40}");

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
    } else if (path.startsWith(COMMANDS)) {
      draft.output(command(name), bytes, where);
    } else if (isFile(path)) {
      draft.file(new HostPath("/" + path), bytes, where);
    }
  }

  /// Whether a file can be evidence.
  static boolean isWanted(String path) {
    return isLog(path) || path.startsWith(COMMANDS) || isFile(path);
  }

  private static boolean isFile(String path) {
    return FILES.stream().anyMatch(path::startsWith);
  }

  /// Whether it is a kernel log, which may be long.
  static boolean isLog(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean ofCommand =
        path.startsWith(COMMANDS) && (name.startsWith("dmesg") || name.startsWith("journalctl"));
    return ofCommand || LOG.matcher(path).matches();
  }

  private static String command(String name) {
    return name.equals("cat_.proc.net.dev") ? "cat /proc/net/dev" : name.replace('_', ' ');
  }
}
