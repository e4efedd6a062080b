package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `kern :err : `: facility and level in words, as `dmesg -x` prints them, Talos in its own
/// columns, and socklog with a dot: `kern.err: `.
///
/// Man: dmesg(1), "--decode"
final class DecodedLevel implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|ftp|local\\d) *[:.] *"
              + "(?:emerg|alert|crit|err|warn|warning|notice|info|debug) *: ");

  /// Of the facilities.
  private static final String INITIALS = "acdfklmnsu";

  @Override
  public boolean mayApply(String rest) {
    return INITIALS.indexOf(FirstBytes.at(rest, 0)) >= 0 && rest.indexOf(':') > 0;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    Peeled peeled = line.without("level", line.rest().substring(matcher.end()));
    return Optional.of(
        matcher.group(1).equals("kern") ? peeled : peeled.from(Writer.A_PROGRAM, peeled.rest()));
  }
}
