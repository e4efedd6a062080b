package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of driver-messages.tsv: a message as its format string, and what it means.
final class DriverMessage {
  /// For any network driver.
  static final String ANY = "*";

  /// Their macros end the prefix with a bracket.
  private static final Set<String> BRACKETED = Set.of("bnx2x", "qede");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("%(?:[dusx]|\\{(?<named>[a-z]+)\\})|\\\\n");

  private static final String LINE_END = "\\n";

  private final List<String> drivers;
  private final String format;
  private final Meaning meaning;
  private final String literal;
  private final boolean begins;

  /// Compiled when its words are met for the first time: few logs have more than some.
  private volatile Optional<Pattern> pattern = Optional.empty();

  DriverMessage(List<String> drivers, String format, Meaning meaning) {
    this.drivers = List.copyOf(drivers);
    this.format = format;
    this.meaning = meaning;
    this.literal = longestLiteral(format);
    this.begins = format.startsWith(literal);
  }

  List<String> drivers() {
    return drivers;
  }

  Meaning meaning() {
    return meaning;
  }

  /// As [MessageFamily#words] has it: the longest text that is the same in every such message, with
  /// what ends the prefix before it where it stands there.
  List<String> words() {
    if (!begins) {
      return List.of(literal);
    }
    return drivers.stream().anyMatch(BRACKETED::contains)
        ? List.of(": " + literal, "]" + literal)
        : List.of(": " + literal);
  }

  /// The event of a line that has this message behind the prefix of one of its drivers.
  Optional<KernelEvent> read(LogRecord record, String line) {
    if (!line.contains(literal)) {
      return Optional.empty();
    }
    Matcher message = compiled().matcher(line);
    return message.find() && endsPrefix(line, message.start() - 1)
        ? NicPrefix.ofNic(line.substring(0, message.start()))
            .filter(this::isOfDrivers)
            .map(nic -> meaning.event(record, line, addressed(nic, message), message))
        : Optional.empty();
  }

  private static boolean endsPrefix(String line, int at) {
    return at >= 0 && (line.charAt(at) == ' ' || line.charAt(at) == ']');
  }

  private boolean isOfDrivers(LoggedNic nic) {
    return drivers.contains(ANY) || nic.driver().filter(drivers::contains).isPresent();
  }

  private static LoggedNic addressed(LoggedNic nic, Matcher message) {
    return message.namedGroups().containsKey("pci")
        ? new LoggedNic(nic.driver(), PciAddress.parse(message.group("pci")), nic.interfaceName())
        : nic;
  }

  private Pattern compiled() {
    Pattern known = pattern.orElseGet(() -> Pattern.compile(expression(format)));
    pattern = Optional.of(known);
    return known;
  }

  private static String expression(String format) {
    StringBuilder expression = new StringBuilder();
    Matcher holder = PLACEHOLDER.matcher(format);
    int at = 0;
    while (holder.find()) {
      expression.append(Pattern.quote(format.substring(at, holder.start())));
      expression.append(
          holder.group("named") == null ? any(holder.group()) : named(holder.group("named")));
      at = holder.end();
    }
    return expression.append(Pattern.quote(format.substring(at))).toString();
  }

  private static String any(String placeholder) {
    return switch (placeholder) {
      case "%d", "%u" -> "-?\\d{1,20}";
      case "%x" -> "[0-9a-fA-F]{1,16}";
      case LINE_END -> "\\s*$";
      default -> "[^\\n]{1,120}?";
    };
  }

  private static String named(String name) {
    return "(?<"
        + name
        + ">"
        + switch (name) {
          case "pci" -> "[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]";
          case "queue", "megabits" -> "\\d{1,6}";
          default -> "\\d{1,15}";
        }
        + ")";
  }

  private static String longestLiteral(String format) {
    String longest = "";
    for (String each : PLACEHOLDER.split(format)) {
      longest = each.length() > longest.length() ? each : longest;
    }
    return longest;
  }
}
