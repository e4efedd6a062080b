package dev.unhang.hosts.survey;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Attributes of sysfs: a value a file, on one line.
///
/// Kernel: Documentation/filesystems/sysfs.rst (v6.1)
public final class SysfsValue {
  private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{1,7})");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}");

  private SysfsValue() {}

  /// The line; empty where there is none, or an empty one.
  public static Optional<String> text(HostView host, HostPath path) {
    return host.read(path)
        .known()
        .map(content -> content.utf8().strip())
        .filter(text -> !text.isEmpty());
  }

  /// `0x8086`; empty where it is not one.
  static Optional<Integer> hex(HostView host, HostPath path) {
    return text(host, path)
        .map(HEX::matcher)
        .filter(Matcher::matches)
        .map(found -> HexFormat.fromHexDigits(found.group(1)));
  }

  /// `4368`; empty where it is not one.
  public static Optional<Long> decimal(HostView host, HostPath path) {
    return text(host, path)
        .filter(text -> DECIMAL.matcher(text).matches())
        .map(text -> Long.parseLong(text));
  }
}
