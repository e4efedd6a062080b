package dev.unhang.config.networkd;

import dev.unhang.config.ini.IniFile.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The `[Match]` section of a link file: all its keys must hold, of each key one of its values. A
/// file whose section has none is ignored by newer systemd, whatever its manual says, and fitted
/// every NIC before.
///
/// Man: systemd.link(5), "[MATCH] SECTION OPTIONS". systemd: udev/net/link-config.c, "No valid
/// settings found in the [Match] section, ignoring file" (252, 257)
final class LinkMatch {
  /// More values than any key has.
  private static final int MAX_VALUES = 1_000;

  private LinkMatch() {}

  /// Whether a NIC is meant.
  static Fits fits(List<Entry> section, LinkIdentity nic) {
    Map<String, List<String>> keys = keys(section);
    if (isEmpty(section)) {
      return Fits.UNKNOWN;
    }
    Fits all = Fits.YES;
    for (Map.Entry<String, List<String>> key : keys.entrySet()) {
      if (!key.getValue().isEmpty()) {
        all = all.and(fits(key.getKey(), key.getValue(), nic));
      }
    }
    return all;
  }

  /// Whether it has no condition at all.
  static boolean isEmpty(List<Entry> section) {
    return keys(section).values().stream().allMatch(List::isEmpty);
  }

  private static Map<String, List<String>> keys(List<Entry> section) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (Entry entry : section) {
      List<String> values = keys.computeIfAbsent(entry.key(), key -> new ArrayList<>());
      if (entry.value().isEmpty()) {
        values.clear();
      } else if (values.size() < MAX_VALUES) {
        values.addAll(Words.of(entry.value()));
      }
    }
    return keys;
  }

  /// Whether one of its keys can hold for one NIC only.
  static boolean isForOne(List<Entry> section) {
    Map<String, List<String>> keys = keys(section);
    return isOne(keys.getOrDefault("PermanentMACAddress", List.of()))
        || isOne(keys.getOrDefault("MACAddress", List.of()))
        || isOne(keys.getOrDefault("Path", List.of()));
  }

  private static boolean isOne(List<String> values) {
    return values.size() == 1 && values.getFirst().chars().noneMatch(c -> "*?[!".indexOf(c) >= 0);
  }

  private static Fits fits(String key, List<String> values, LinkIdentity nic) {
    return switch (key) {
      case "MACAddress", "PermanentMACAddress" -> mac(values, nic.mac());
      case "Path" -> any(values, nic.path());
      case "Driver" -> any(values, nic.driver());
      case "Type" -> any(values, Optional.of("ether"));
      case "OriginalName" -> originalName(values);
      // What a NIC is not: it has no such kind.
      case "Kind" -> Fits.NO;
      default -> Fits.UNKNOWN;
    };
  }

  /// A `!` in front of the first value turns all of them round.
  private static Fits any(List<String> values, Optional<String> text) {
    if (text.isEmpty()) {
      return values.contains("*") ? Fits.YES : Fits.UNKNOWN;
    }
    boolean inverted = values.getFirst().startsWith("!");
    Fits some = Fits.NO;
    for (String value : values) {
      Fits one =
          NameGlob.fits(inverted && value.startsWith("!") ? value.substring(1) : value, text.get());
      if (one == Fits.YES) {
        some = Fits.YES;
      } else if (one == Fits.UNKNOWN && some == Fits.NO) {
        some = Fits.UNKNOWN;
      }
    }
    return inverted ? some.not() : some;
  }

  private static Fits mac(List<String> values, Optional<String> mac) {
    return mac.map(
            own -> Fits.of(values.stream().anyMatch(value -> digits(value).equals(digits(own)))))
        .orElse(Fits.UNKNOWN);
  }

  /// Colons, hyphens and dots between the bytes mean the same.
  private static String digits(String mac) {
    return mac.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
  }

  /// The kernel calls every Ethernet NIC `eth` and a number before udev renames it; which number,
  /// no file tells afterwards.
  private static Fits originalName(List<String> values) {
    if (values.stream().anyMatch(value -> value.equals("*") || value.equals("eth*"))) {
      return Fits.YES;
    }
    boolean mayBe =
        values.stream()
            .anyMatch(value ->
                value.startsWith("eth") || value.indexOf('*') >= 0 || value.startsWith("!"));
    return mayBe && values.stream().noneMatch(value -> value.startsWith("en"))
        ? Fits.UNKNOWN
        : Fits.NO;
  }
}
