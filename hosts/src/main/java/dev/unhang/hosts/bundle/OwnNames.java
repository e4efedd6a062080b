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
/// evidence says which of its words are names. What installers call every machine is no host's
/// name, and would take `/etc/pve` with it; [ReadersWords] are never names.
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

  private final Set<String> names = new TreeSet<>();
  private final Set<String> domains = new TreeSet<>();

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
          addFirst(ToldNames.NODE, asked.of());
          addFirst(ToldNames.DOMAIN_FILE, asked.of());
          addFirst(ToldNames.CONNECTION, asked.of());
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
      addAll(ToldNames.SERVER, text);
    } else if (name.startsWith("/etc/") || name.startsWith("/run/libvirt/")) {
      ToldNames.SET.forEach(pattern -> addAll(pattern, text));
    }
    ToldNames.ANYWHERE.forEach(pattern -> addAll(pattern, text));
  }

  /// Those that a log tells.
  void learn(String log) {
    ToldNames.LOGGED.forEach(pattern -> addAll(pattern, log));
    ToldNames.ANYWHERE.forEach(pattern -> addAll(pattern, log));
  }

  /// Other hosts of the same domains, once all of those are known.
  void learnNeighbours(String text) {
    ToldNames.FULL
        .matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .filter(name -> isOfDomain(name, name.indexOf('.')))
        .forEach(this::add);
  }

  private boolean isOfDomain(String name, int dot) {
    for (int at = dot; at > 0; at = name.indexOf('.', at + 1)) {
      if (domains.contains(name.substring(at + 1))) {
        return true;
      }
    }
    return false;
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
      String domain = lower.substring(dot + 1);
      if (!ToldNames.isEverybodysDomain(domain)) {
        single(domain);
        domains.add(domain);
      }
    }
    single(lower);
  }

  private void single(String name) {
    if (name.length() >= MIN_LENGTH
        && name.length() <= MAX_LENGTH
        && !EVERYBODYS.contains(name)
        && !ReadersWords.has(name)) {
      names.add(name);
    }
  }

  Set<String> names() {
    return Set.copyOf(names);
  }
}
