package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `<3>1 2025-05-25T15:23:30.123456+02:00 pve-02 kernel - - - `: the syslog protocol's own form, as
/// rsyslog's RSYSLOG_SyslogProtocol23Format writes it to files.
///
/// RFC 5424, section 6
final class ProtocolStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(?:<(?<priority>\\d{1,3})>)?1 (?<stamp>\\d{4}-\\d\\d-\\d\\dT\\S{8,22}) \\S{1,255}"
              + " (?<name>\\S{1,48}) \\S{1,128} \\S{1,32}"
              + " (?:-|(?:\\[[^\\]]{1,400}\\]){1,4})(?: \ufeff?|$)");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == '<' || rest.startsWith("1 ");
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    String stamp = matcher.group("stamp");
    String priority = matcher.group("priority");
    boolean kernels = priority == null || priority.matches("[0-7]");
    String name = matcher.group("name");
    Peeled peeled = line.withWall("rfc 5424", rest, IsoStamp.instant(stamp), stamp);
    if (name.equals("kernel") && !kernels) {
      return Optional.of(peeled.from(Writer.A_PROGRAM, rest));
    }
    return Optional.of(name.equals("-") ? peeled : peeled.from(name, rest));
  }
}
