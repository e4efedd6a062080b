package dev.unhang.app.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Which version this is, from the jar's manifest.
///
/// @param number `0.1.0-SNAPSHOT`; `unpackaged` when run from classes
/// @param build the commit it was released from; empty where it was built in a source tree
public record Version(String number, Optional<Build> build) {
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /// What a release was made from. The commit's time stands for the build's, so that who builds the
  /// same commit again gets the same bytes.
  ///
  /// @param commit hex digits
  public record Build(String commit, Instant time) {}

  /// This program's.
  public static Version own() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? new Version("unpackaged", Optional.empty()) : parsed(version);
  }

  /// From `0.1.0` or `0.1.0+229d637aac0d.20261130T230716Z`, where packaging/release wrote the
  /// build.
  static Version parsed(String text) {
    int plus = text.indexOf('+');
    int dot = text.indexOf('.', Math.max(plus, 0));
    if (plus < 0 || dot < 0) {
      return new Version(text, Optional.empty());
    }
    try {
      Instant time = COMPACT.parse(text.substring(dot + 1), Instant::from);
      return new Version(
          text.substring(0, plus), Optional.of(new Build(text.substring(plus + 1, dot), time)));
    } catch (DateTimeParseException other) {
      return new Version(text, Optional.empty());
    }
  }

  /// What `--version` says.
  public String sentence() {
    return "unhang "
        + number
        + build
            .map(of -> " (commit " + of.commit() + " of " + READABLE.format(of.time()) + ")")
            .orElse("");
  }
}
