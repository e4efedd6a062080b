package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that people gave: of hosts, guests and clusters, and serial numbers; as far as the
/// evidence says which of its words are names. What installers call everybody's machine is nobody's
/// name, and would take `/etc/pve` with it.
final class OwnNames {
  private static final Set<String> EVERYBODYS =
      Set.of(
          "localhost",
          "localdomain",
          "local",
          "lan",
          "home",
          "pve",
          "proxmox",
          "debian",
          "ubuntu",
          "linux",
          "nixos",
          "fedora",
          "centos",
          "rhel",
          "archlinux",
          "kernel",
          "none",
          "ip6-localhost",
          "ip6-loopback",
          "ip6-localnet",
          "ip6-mcastprefix",
          "ip6-allnodes",
          "ip6-allrouters",
          "ip6-allhosts",
          "default",
          "networks",
          "autostart",
          "removed",
          "unknown");

  private static final int MIN_LENGTH = 2;
  private static final int MAX_LENGTH = 253;
  private static final int MAX_NAMES = 20_000;

  private static final List<String> HOSTNAME =
      List.of("/proc/sys/kernel/hostname", "/etc/hostname", "/proc/sys/kernel/domainname");

  /// In files below /etc: Proxmox' guests, corosync, libvirt.
  private static final Pattern SETTING =
      Pattern.compile(
          "(?m)^[ \\t]{0,20}(?:name|hostname|searchdomain|cluster_name|ring[0-9]_addr|nodename):"
              + "[ \\t]{0,20}(\\S{1,253})");

  private static final Pattern ELEMENT =
      Pattern.compile("<(?:name|hostname|title)>([^<\\n]{1,253})<");
  private static final Pattern DOMAIN_FILE =
      Pattern.compile("/(?:etc|run)/libvirt/qemu/([^/]{1,253})\\.xml");
  private static final Pattern NODE = Pattern.compile("/etc/pve/nodes/([^/]{1,253})");
  private static final Pattern SERVER =
      Pattern.compile("(?m)^(?://)?([A-Za-z0-9][\\w.-]{0,252})[:/]");

  /// In logs: the journal's field, the host in front of the kernel's words, a USB device's number.
  private static final List<Pattern> LOGGED =
      List.of(
          Pattern.compile("\"_HOSTNAME\"\\s?:\\s?\"([^\"\\\\]{1,253})\""),
          Pattern.compile("(?m)^_HOSTNAME=(\\S{1,253})"),
          Pattern.compile("(?m)^\\p{L}{3,4} [ \\d]\\d [\\d:]{8} (\\S{1,253}) [\\w-]{1,30}[:\\[]"),
          Pattern.compile(
              "(?m)^\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,+Z-]{8,30} (\\S{1,253}) [\\w-]{1,30}[:\\[]"),
          Pattern.compile("(?i)serial[ _-]?(?:no|number)?\\.?[=:][ \\t]{0,4}([\\w.-]{3,64})"));

  private final Set<String> names = new TreeSet<>();

  /// Those that the answers tell.
  void learn(Answers answers) {
    answers
        .all()
        .forEach((asked, answer) -> {
          if (asked.question().equals(Asked.LIST) && asked.of().equals("/etc/pve/nodes")) {
            answer
                .known()
                .ifPresent(nodes -> ((List<?>) nodes).forEach(node -> add(String.valueOf(node))));
          }
          addFirst(NODE, asked.of());
          addFirst(DOMAIN_FILE, asked.of());
        });
    answers.files().forEach(this::learn);
  }

  private void learn(HostPath path, Content content) {
    String text = new String(content.bytes(), StandardCharsets.ISO_8859_1);
    String name = path.value();
    if (HOSTNAME.contains(name)) {
      add(text.strip());
    } else if (name.equals("/etc/hosts")) {
      text.lines().forEach(this::hosts);
    } else if (name.equals("/proc/self/mounts")) {
      addAll(SERVER, text);
    } else if (name.startsWith("/etc/") || name.startsWith("/run/libvirt/")) {
      addAll(SETTING, text);
      addAll(ELEMENT, text);
    }
  }

  /// Those that a log tells.
  void learn(String log) {
    LOGGED.forEach(pattern -> addAll(pattern, log));
  }

  private void hosts(String line) {
    String[] words = line.split("#", 2)[0].strip().split("\\s+", -1);
    Arrays.stream(words).skip(1).forEach(this::add);
  }

  private void addFirst(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (found.lookingAt()) {
      add(found.group(1));
    }
  }

  private void addAll(Pattern pattern, String text) {
    pattern.matcher(text).results().forEach(found -> add(found.group(1)));
  }

  /// A name with a domain is two: the host is called by its first part elsewhere.
  private void add(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean isAddress = lower.matches("[0-9.]+|[0-9a-f:]*:[0-9a-f:.]*");
    if (isAddress || lower.matches("[0-9]{1,6}") || names.size() >= MAX_NAMES) {
      return;
    }
    int dot = lower.indexOf('.');
    if (dot > 0) {
      single(lower.substring(0, dot));
      single(lower.substring(dot + 1));
    }
    single(lower);
  }

  private void single(String name) {
    if (name.length() >= MIN_LENGTH && name.length() <= MAX_LENGTH && !EVERYBODYS.contains(name)) {
      names.add(name);
    }
  }

  Set<String> names() {
    return Set.copyOf(names);
  }
}
