package dev.unhang.hosts.outputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose each line of a text is, by what names hosts in it: a prompt and `uname -a` name that of
/// the lines behind them, a syslog line its own. What stands before the first name is no host's.
///
/// @param hosts of each line, the first part of their names
public record LineHosts(List<Optional<String>> hosts) {
  /// More hosts than anybody pastes; a text that names more is something else.
  private static final int MAX_HOSTS = 50;

  private static final int MAX_LINE = 400;

  /// `Nov 21 04:14:03 pve-02 kernel: `, `2025-05-25T15:20:00.000001+02:00 pve-02 kernel: `.
  ///
  /// Man: rsyslog.conf(5), "RSYSLOG_TraditionalFileFormat", "RSYSLOG_FileFormat"; journalctl(1),
  /// "--output="
  private static final Pattern SYSLOG =
      Pattern.compile(
          "(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?"
              + "|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?)"
              + " ([A-Za-z0-9][\\w.-]{0,252}) kernel(?:\\[\\d{1,7}\\])?: .*");

  public LineHosts {
    hosts = List.copyOf(hosts);
  }

  /// Reads the names.
  public static LineHosts of(PastedText text) {
    List<Optional<String>> hosts = new ArrayList<>();
    Optional<String> now = Optional.empty();
    for (String line : text.lines()) {
      Optional<String> told = Prompt.of(line).flatMap(Prompt::host).or(() -> uname(line));
      now = told.isPresent() ? told.map(LineHosts::key) : now;
      Optional<String> own = logged(line);
      hosts.add(own.isPresent() ? own.map(LineHosts::key) : now);
    }
    return new LineHosts(hosts);
  }

  private static Optional<String> uname(String line) {
    return UnameLine.of(line).map(UnameLine::hostname);
  }

  private static Optional<String> logged(String line) {
    Matcher stamped = SYSLOG.matcher(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line);
    return stamped.matches() ? Optional.of(stamped.group(1)) : Optional.empty();
  }

  /// A name as hosts are told apart by: prompts have the first part of it only, in any case.
  public static String key(String name) {
    return name.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
  }

  /// The hosts named, sorted; none where they are more than anybody pastes.
  public Set<String> named() {
    Set<String> named = new TreeSet<>();
    hosts.forEach(host -> host.ifPresent(named::add));
    return named.size() > MAX_HOSTS ? Set.of() : named;
  }
}
