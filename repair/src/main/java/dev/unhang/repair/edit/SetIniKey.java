package dev.unhang.repair.edit;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import dev.unhang.config.lines.RawLines;
import dev.unhang.model.host.HostPath;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Sets a key in a file of sections: in its line where it has one, else behind the section's last
/// key, else in a new section at the end.
///
/// Man: nm-settings-keyfile(5); systemd.syntax(7)
///
/// @param section without brackets
public record SetIniKey(String section, String key, String value) {
  /// A path only tells files apart when they are put together, which none is here.
  private static final HostPath NOWHERE = new HostPath("/");

  /// The edited lines; the given ones are not touched.
  public EditResult<RawLines> apply(RawLines lines) {
    if (lines.all().stream().anyMatch(line -> line.text().indexOf('\r') >= 0)) {
      return new Refused<>("a carriage return stands inside a line", "write the file again");
    }
    Optional<Entry> now = read(lines).last(section, key);
    if (now.filter(entry -> entry.value().equals(value)).isPresent()) {
      return new Unchanged<>("it is set so already");
    }
    int at = now.map(entry -> (int) entry.line() - 1).orElse(-1);
    if (at >= 0 && lines.all().get(at).isContinued()) {
      return new Refused<>("line " + (at + 1) + " goes on in the next one", "join the two first");
    }
    RawLines edited = at >= 0 ? lines.replace(at, line()) : added(lines);
    boolean took = read(edited).last(section, key).filter(e -> e.value().equals(value)).isPresent();
    return took
        ? new Edited<>(edited)
        : new Refused<>("the new line would not be read", "look at the section [" + section + "]");
  }

  private String line() {
    return key + "=" + value;
  }

  private RawLines added(RawLines lines) {
    int behind = lastLine(lines);
    if (behind >= 0) {
      return lines.insertAfter(behind, line());
    }
    RawLines edited = lines;
    boolean needsBlank = lines.size() > 0 && !lines.text(lines.size() - 1).isBlank();
    for (String each : needsBlank ? List.of("", header(), line()) : List.of(header(), line())) {
      edited = edited.insertAfter(edited.size() - 1, each);
    }
    return edited;
  }

  private String header() {
    return "[" + section + "]";
  }

  /// Index of the last line of the section's last part that is no comment and not blank; -1 where
  /// there is no such section.
  private int lastLine(RawLines lines) {
    int last = -1;
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.text(i).strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        inside = text.equals(header());
        last = inside ? i : last;
      } else if (inside && !text.isEmpty() && !text.startsWith("#") && !text.startsWith(";")) {
        last = i;
      }
    }
    return last;
  }

  private static IniFile read(RawLines lines) {
    return IniFile.parse(NOWHERE, new String(lines.content().bytes(), StandardCharsets.ISO_8859_1));
  }
}
