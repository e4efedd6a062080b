package dev.unhang.hosts.outputs;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What `pvereport` prints: sections with a heading each, in them commands behind `# ` and their
/// outputs, one blank line apart.
///
/// ```
/// ==== info about network and firewall ====
///
/// # ip -details -statistics address
/// 1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 …
/// ```
///
/// Program: pve-manager, PVE/Report.pm
final class HostReportText {
  private static final Pattern HEADING = Pattern.compile("==== [^=]{1,80} ====");

  /// Programs it calls. A comment of a printed file that begins with the name of one is taken for a
  /// command.
  private static final Set<String> PROGRAMS =
      Set.of(
          "cat",
          "ceph",
          "date",
          "df",
          "dmesg",
          "dmidecode",
          "ethtool",
          "find",
          "findmnt",
          "free",
          "ha-manager",
          "hostname",
          "ip",
          "iptables-save",
          "iscsiadm",
          "journalctl",
          "ls",
          "lsblk",
          "lscpu",
          "lspci",
          "lvs",
          "multipath",
          "nft",
          "pct",
          "proxmox-backup-manager",
          "proxmox-boot-tool",
          "pvecm",
          "pvesh",
          "pvesm",
          "pvesubscription",
          "pvesr",
          "pveversion",
          "pvs",
          "qm",
          "systemctl",
          "top",
          "uptime",
          "vgs",
          "zfs",
          "zpool");

  private HostReportText() {}

  /// Whether a text is one.
  static boolean is(PastedText text) {
    return text.lines().stream().anyMatch(HostReportText::isHeading);
  }

  /// Whether a section begins.
  static boolean isHeading(String line) {
    return line.startsWith("==== ") && HEADING.matcher(line.strip()).matches();
  }

  /// The command of a line behind a blank one.
  static Optional<String> command(String line) {
    String command = line.startsWith("# ") ? line.substring(2).strip() : "";
    return PROGRAMS.contains(command.split("\\s+", 2)[0]) ? Optional.of(command) : Optional.empty();
  }
}
