package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An interface's new name, mostly udev's doing:
///
/// ```
/// e1000e 0000:00:1f.6 eno1: renamed from eth0
/// ```
///
/// Kernel: net/core/dev.c, dev_change_name() (v6.1)
final class RenameMessages implements MessageFamily {
  private static final String WORDS = ": renamed from ";

  private static final Pattern FORM =
      Pattern.compile("^(?<before>.{1,60}:) renamed from (?<name>[^\\s:/]{1,15})(?: .*)?$");

  @Override
  public List<String> words() {
    return List.of(WORDS);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    Matcher matcher = FORM.matcher(line);
    if (!line.contains(WORDS) || !matcher.matches()) {
      return Optional.empty();
    }
    return NicPrefix.parse(matcher.group("before") + " ")
        .filter(nic -> nic.interfaceName().isPresent())
        .map(nic ->
            new KernelEvent.Renamed(
                record.boot(),
                record.at(),
                record.place(),
                line.strip(),
                nic,
                matcher.group("name")));
  }
}
