package dev.unhang.config.udev;

import dev.unhang.config.ethtool.EthtoolCommands;
import dev.unhang.config.networkd.LinkIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A rule of udev that is about network interfaces.
///
/// Man: udev(7), "RULES FILES"
///
/// @param line where it begins, counted from 1
/// @param text the rule, its continuations joined
/// @param pairs in the rule's order
public record UdevRule(long line, String text, List<Pair> pairs) {
  private static final int MAX_LINES = 10_000;

  /// Longer than udev takes: it ends rules at 16 KiB.
  private static final int MAX_LENGTH = 16 << 10;

  private static final Pattern PAIR =
      Pattern.compile("([A-Z]+(?:\\{[^}\"]*\\})?)\\s*([=!+:-]?=)\\s*\"([^\"]*)\"");
  private static final Pattern SHELL = Pattern.compile("^(?:/usr)?/bin/(?:ba|da)?sh -c '([^']*)'$");

  public UdevRule {
    pairs = List.copyOf(pairs);
  }

  /// A key with what it is compared with, or set to.
  public record Pair(String key, String operator, String value) {}

  /// The rules of a file. Comments and lines without a rule are passed over.
  public static List<UdevRule> parse(String text) {
    List<UdevRule> rules = new ArrayList<>();
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      StringBuilder joined = new StringBuilder(lines.get(i).strip());
      if (joined.indexOf("#") == 0) {
        continue;
      }
      while (endsInBackslash(joined) && i + 1 < lines.size()) {
        i++;
        joined.setLength(joined.length() - 1);
        joined.append(lines.get(i).strip());
      }
      List<Pair> pairs = joined.length() < MAX_LENGTH ? pairs(joined.toString()) : List.of();
      if (!pairs.isEmpty()) {
        rules.add(new UdevRule(first + 1L, joined.toString(), pairs));
      }
    }
    return rules;
  }

  private static boolean endsInBackslash(StringBuilder line) {
    return !line.isEmpty() && line.charAt(line.length() - 1) == '\\';
  }

  private static List<Pair> pairs(String text) {
    List<Pair> pairs = new ArrayList<>();
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      pairs.add(new Pair(pair.group(1), pair.group(2), pair.group(3)));
    }
    return pairs;
  }

  /// Whether it is for a NIC that appears. Keys that unhang doesn't know, and patterns, are taken
  /// to tell it from this one.
  public boolean fits(LinkIdentity nic) {
    return pairs.stream().anyMatch(pair -> isMatch(pair, "SUBSYSTEM", "net"))
        && pairs.stream()
            .filter(pair -> pair.operator().equals("==") || pair.operator().equals("!="))
            .allMatch(pair -> holds(pair, nic));
  }

  private static boolean isMatch(Pair pair, String key, String value) {
    return pair.key().equals(key) && pair.operator().equals("==") && pair.value().equals(value);
  }

  private static boolean holds(Pair pair, LinkIdentity nic) {
    Optional<Boolean> same =
        switch (pair.key()) {
          case "SUBSYSTEM" -> Optional.of(pair.value().equals("net"));
          case "ACTION" -> Optional.of(List.of(pair.value().split("\\|")).contains("add"));
          case "KERNELS" -> Optional.of(nic.path().equals(Optional.of("pci-" + pair.value())));
          case "DRIVERS" -> Optional.of(nic.driver().equals(Optional.of(pair.value())));
          case "KERNEL", "NAME", "ENV{INTERFACE}" ->
              Optional.of(pair.value().equals("*") || nic.isCalled(pair.value()));
          case "ATTR{address}" ->
              nic.mac().map(mac -> mac.equals(pair.value().toLowerCase(Locale.ROOT)));
          default -> Optional.empty();
        };
    return same.isPresent() && same.get() == pair.operator().equals("==");
  }

  /// The commands of ethtool it runs, on whatever interface; `$name` and `%k` are the NIC's own.
  ///
  /// @param nic the interface it fits
  public List<EthtoolCommands.Found> switches(String nic) {
    List<EthtoolCommands.Found> found = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean runs = pair.key().equals("RUN") || pair.key().equals("RUN{program}");
      if (runs && !pair.operator().equals("==")) {
        String command = SHELL.matcher(pair.value()).replaceFirst("$1");
        found.addAll(
            EthtoolCommands.of(
                command
                    .replace("$name", nic)
                    .replace("%k", nic)
                    .replace("$env{INTERFACE}", nic)
                    .replace("%E{INTERFACE}", nic)));
      }
    }
    return found;
  }
}
