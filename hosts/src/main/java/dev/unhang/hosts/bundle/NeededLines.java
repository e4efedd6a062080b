package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Files of which a report holds only the lines that are asked of them: profiles of NetworkManager
/// and files of netplan hold keys of wireless networks and tunnels, units whatever their services
/// need, guests' files passwords, notes and environments, corosync's the key of the cluster, the
/// kernel's command line keys of disks. Lines keep their numbers: findings cite them.
///
/// Man: qm.conf(5), pct.conf(5), corosync.conf(5), nm-settings-keyfile(5), systemd.exec(5),
/// kernel-command-line(7)
final class NeededLines {
  private static final String COMMAND_LINE = "/proc/cmdline";
  private static final String LEFT_OUT = "# " + Secrets.REMOVED;

  /// Below it, netplan's keys are names of wireless networks.
  private static final String WIRELESS = "access-points:";

  /// A folder, or a part of its path, and the lines of its files that are needed.
  private record Kind(Pattern path, Pattern needed) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              Pattern.compile("/etc/pve/(?:.*/)?(?:qemu-server|lxc)/[^/]*\\.conf"),
              Pattern.compile(
                  "\\[.*|(?:name|hostname|net\\d{1,4}|hostpci\\d{1,4}|memory|cores|onboot|ostype"
                      + "|machine|lock|template):.*")),
          new Kind(
              Pattern.compile("(?:/etc/pve|/etc/corosync)/corosync\\.conf"),
              Pattern.compile(
                  "\\s*(?:[\\w.]{1,40}\\s*\\{|\\}|(?:cluster_name|config_version|ip_version|name|nodeid"
                      + "|quorum_votes|provider|ring\\d_addr|linknumber|link_mode|interface"
                      + "|bindnetaddr|knet_\\w{1,40}|token|version|two_node|expected_votes"
                      + "|transport)\\s*:.*)")),
          new Kind(
              Pattern.compile(".*/NetworkManager/system-connections/.*"),
              Pattern.compile(
                  "\\s*(?:\\[[^\\]]{1,80}\\]|(?:id|type|interface-name|autoconnect|mac-address"
                      + "|feature-[\\w-]{1,60})\\s*=.*)")),
          new Kind(
              Pattern.compile("/(?:etc|run|usr/lib)/netplan/.*"),
              Pattern.compile(
                  " *(?:[\\w.-]{1,60}:|(?:renderer|macaddress|name|driver|set-name|version"
                      + "|[a-z0-9-]{1,40}-offload): .*)")),
          new Kind(
              Pattern.compile("/etc/sysconfig/network-scripts/ifcfg-.*"),
              Pattern.compile("\\s*(?:DEVICE|HWADDR|ONBOOT|TYPE|ETHTOOL_OPTS)=.*")),
          new Kind(Pattern.compile("/etc/udev/rules\\.d/.*"), Pattern.compile(".*\\bethtool\\b.*")),
          new Kind(
              Pattern.compile("/etc/systemd/system/.*\\.service"),
              Pattern.compile("\\s*(?:\\[[^\\]]{1,80}\\]|Exec.*\\bethtool\\b.*)")));

  private NeededLines() {}

  /// What is left of a file; empty for files that are kept.
  static Optional<Content> of(HostPath path, Content content) {
    if (path.value().equals(COMMAND_LINE)) {
      return Optional.of(commandLine(content));
    }
    return KINDS.stream()
        .filter(kind -> kind.path().matcher(path.value()).matches())
        .findFirst()
        .map(kind -> lines(content, kind.needed()));
  }

  private static Content lines(Content content, Pattern needed) {
    String text = new String(content.bytes(), StandardCharsets.ISO_8859_1);
    StringJoiner kept = new StringJoiner("\n");
    int names = -1;
    for (String line : text.split("\n", -1)) {
      int indent = line.length() - line.stripLeading().length();
      boolean isBelow = names >= 0 && indent > names;
      names = isBelow ? names : line.strip().equals(WIRELESS) ? indent : -1;
      boolean stays = line.isBlank() || !isBelow && needed.matcher(line).matches();
      kept.add(stays ? line : LEFT_OUT);
    }
    return Content.of(kept.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Content commandLine(Content content) {
    return Content.of(SecretWords.options(content.utf8()) + "\n");
  }
}
