package dev.unhang.repair.persist;

import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of a program, as far as keys depend on it.
///
/// @param minor 0 where there is none
record Version(int major, int minor) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?");
  private static final Pattern LIBRARY =
      Pattern.compile("libsystemd-shared-(\\d{2,6})(?:[.-].*)?\\.so");
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// Where distributions keep systemd's own library, which has its version in its name.
  private static final List<HostPath> FOLDERS =
      List.of(
          new HostPath("/usr/lib/systemd"),
          new HostPath("/usr/lib/x86_64-linux-gnu/systemd"),
          new HostPath("/usr/lib/aarch64-linux-gnu/systemd"),
          new HostPath("/usr/lib64/systemd"),
          new HostPath("/lib/systemd"),
          new HostPath("/run/current-system/systemd/lib/systemd"),
          new HostPath("/nix/var/nix/profiles/system/systemd/lib/systemd"));

  /// systemd's; empty where its library was not found.
  static Optional<Version> ofSystemd(HostView host) {
    for (HostPath folder : FOLDERS) {
      for (String name : host.list(folder).known().orElse(List.of())) {
        Matcher library = LIBRARY.matcher(name);
        if (library.matches()) {
          return parse(library.group(1));
        }
      }
    }
    return Optional.empty();
  }

  /// A Debian package's; empty where dpkg doesn't tell.
  static Optional<Version> ofPackage(HostView host, String name) {
    return host.command(new Command(List.of("dpkg-query", "-W", "-f", "${Version}", name), WITHIN))
        .known()
        .filter(output -> output.exit() == 0)
        .flatMap(output -> parse(output.out().utf8().strip()));
  }

  /// The numbers a text begins with, behind an epoch.
  static Optional<Version> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text.substring(text.indexOf(':') + 1));
    return numbers.lookingAt()
        ? Optional.of(
            new Version(
                Integer.parseInt(numbers.group(1)),
                numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2))))
        : Optional.empty();
  }

  boolean isAtLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }
}
