package dev.unhang.hosts.bundle;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What tells that a word is a name: the key, the message or the path it stands in. Each pattern's
/// first group is the name.
///
/// Kernel: net/sunrpc/clnt.c, "server %s not responding"; fs/smb/client/connect.c, "Attempting to
/// mount"; drivers/usb/core/hub.c, announce_device() (v6.1). RFC 3721 (iqn.)
final class ToldNames {
  /// Keys in files below /etc: Proxmox' guests, corosync, interfaces(5), libvirt.
  static final List<Pattern> SET =
      List.of(
          Pattern.compile(
              "(?m)^[ \\t]{0,20}(?:name|hostname|searchdomain|cluster_name|ring[0-9]_addr|nodename"
                  + "|interface-id):[ \\t]{0,20}(\\S{1,253})"),
          Pattern.compile(
              "(?m)^[ \\t]{0,20}(?:dns-search|dns-domain|domain|search|hostname)[ \\t]{1,20}"
                  + "(\\S{2,253})"),
          Pattern.compile("(?m)^id=([^\\n]{1,253})$"),
          Pattern.compile("<(?:name|hostname|title)>([^<\\n]{1,253})<"));

  static final Pattern DOMAIN_FILE =
      Pattern.compile("/(?:etc|run)/libvirt/qemu/([^/]{1,253})\\.xml");
  static final Pattern CONNECTION =
      Pattern.compile(
          "/(?:etc|run|usr/lib)/NetworkManager/system-connections/([^/]{1,253}?)(?:\\.nmconnection)?$");
  static final Pattern NODE = Pattern.compile("/etc/pve/nodes/([^/]{1,253})");
  static final Pattern SERVER = Pattern.compile("(?m)^(?://)?([A-Za-z0-9][\\w.-]{0,252})[:/]");

  /// In logs: the journal's field, the host in front of the kernel's words.
  static final List<Pattern> LOGGED =
      List.of(
          Pattern.compile("\"_HOSTNAME\"\\s?:\\s?\"([^\"\\\\]{1,253})\""),
          Pattern.compile("(?m)^_HOSTNAME=(\\S{1,253})"),
          Pattern.compile("(?m)^\\p{L}{3,4} [ \\d]\\d [\\d:]{8} (\\S{1,253}) [\\w-]{1,30}[:\\[]"),
          Pattern.compile(
              "(?m)^\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,+Z-]{8,30} (\\S{1,253}) [\\w-]{1,30}[:\\[]"));

  private static final String HOST = "([A-Za-z0-9][A-Za-z0-9.-]{1,252})";

  private static final String BEFORE =
      "(?i)((?<![A-Za-z])(?:id_)?serial(?:[ _-]?(?:no|number|short))?\\.?\"?[ \\t]{0,4}[=:>]["
          + " \\t]{0,4}[\"']?|\\bserial"
          + " (?=[0-9a-z]{0,64}\\d)(?=[0-9a-z]{8})|\\b(?:wpa-ssid|wireless-essid|ssid)["
          + " \\t]{1,9}[\"']?)";

  /// In logs and files: file servers, what follows a URL's scheme, a login, a USB device's number.
  static final List<Pattern> ANYWHERE =
      List.of(
          Pattern.compile("(?i)\\bserver " + HOST + ",? (?:not responding|ok\\b|is not|timed out)"),
          Pattern.compile(
              "(?<!\\\\)\\\\{2,4}(?!x[0-9a-f]{2}|u[0-9a-f]{4})" + HOST + "\\\\{1,2}\\w"),
          Pattern.compile("(?<![:/\\w])//" + HOST + "/"),
          Pattern.compile("[a-z]://(?:[^\\s/@]{1,500}@)?" + HOST),
          Pattern.compile("@([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,9})"),
          Pattern.compile("\\biqn\\.\\d{4}-\\d\\d\\.([A-Za-z0-9][A-Za-z0-9.-]{1,252})"));

  /// What stands in its place alone, whatever word it is: serial numbers, names of wireless
  /// networks.
  static final Pattern REPLACED =
      Pattern.compile(BEFORE + "((?!removed)[A-Za-z0-9+/._-]{3,128}={0,2})");

  /// A name with all its domains.
  static final Pattern FULL =
      Pattern.compile("(?<![\\w.-])[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,9}(?![\\w-])");

  private static final Set<String> DOMAINS =
      Set.of(
          "arpa",
          "biz",
          "cloud",
          "com",
          "corp",
          "dev",
          "edu",
          "example",
          "gov",
          "home",
          "info",
          "internal",
          "intern",
          "intranet",
          "invalid",
          "io",
          "lan",
          "local",
          "localdomain",
          "mil",
          "name",
          "net",
          "network",
          "online",
          "org",
          "private",
          "site",
          "test",
          "xyz");

  private ToldNames() {}

  /// Whether a domain has so many hosts that it names none.
  static boolean isEverybodysDomain(String domain) {
    return domain.indexOf('.') < 0 && (domain.length() == 2 || DOMAINS.contains(domain));
  }
}
