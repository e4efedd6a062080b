package dev.unhang.config.interfaces;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What brings interfaces up at boot by interfaces(5), and what it was told to leave alone.
///
/// @param program which one reads the files
/// @param enabled whether networking.service is started at boot
/// @param excluded patterns of `EXCLUDE_INTERFACES`
/// @param toldNot why it raises nothing at all, by /etc/default/networking; empty where it does
public record Networking(
    Ifupdown program, boolean enabled, List<String> excluded, Optional<String> toldNot) {
  /// Longer than any name of an interface, short enough for any expression to end.
  private static final int MAX_PATTERN = 64;

  public Networking {
    excluded = List.copyOf(excluded);
  }

  /// One that was told nothing else.
  public Networking(Ifupdown program, boolean enabled) {
    this(program, enabled, List.of(), Optional.empty());
  }

  /// The pattern that keeps `ifup -a` from an interface. ifupdown takes a shell pattern, ifupdown2
  /// an expression that may stand anywhere in the name; ifupdown-ng's script doesn't look.
  ///
  /// ifupdown: networking.service, "--read-environment"; ifupdown2: sbin/start-networking,
  /// process_exclusions(), ifupdownmain.py, _iface_whitelisted(); ifupdown-ng: sbin/networking
  Optional<String> excludes(String nic) {
    return excluded.stream()
        .filter(each ->
            switch (program) {
              case CLASSIC -> NamePattern.glob(each).matcher(nic).matches();
              case IFUPDOWN2 -> found(each, nic);
              case NG, NONE -> false;
            })
        .findFirst();
  }

  /// An expression that can't be read counts as one that excludes.
  private static boolean found(String expression, String nic) {
    try {
      return expression.length() > MAX_PATTERN || Pattern.compile(expression).matcher(nic).find();
    } catch (PatternSyntaxException not_one) {
      return true;
    }
  }
}
