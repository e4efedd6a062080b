package dev.unhang.repair.edit;

import dev.unhang.config.lines.RawLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which lines of a file of interfaces(5) stand inside a template's blocks: ifupdown2 puts the file
/// through mako before it reads it, and what stands there may be repeated, or left out. Lines
/// outside of blocks come back as they are.
///
/// Man: interfaces(5) of ifupdown2, "TEMPLATES". mako: Syntax, "Control Structures", "Tags"
final class TemplateBlocks {
  private static final Pattern CONTROL = Pattern.compile("%(?!%)\\s*(\\w*).*");
  private static final Set<String> OPENS = Set.of("for", "if", "while", "try", "with");
  private static final Pattern TAG = Pattern.compile("<%|%>|</%[\\w:]*>");

  /// For each line whether it is a template's.
  private final List<Boolean> ours;

  private TemplateBlocks(List<Boolean> ours) {
    this.ours = ours;
  }

  static TemplateBlocks of(List<RawLine> lines) {
    List<Boolean> ours = new ArrayList<>();
    int depth = 0;
    int tags = 0;
    for (RawLine line : lines) {
      String text = line.text().strip();
      Matcher control = CONTROL.matcher(text);
      boolean isControl = control.matches();
      if (isControl && control.group(1).startsWith("end")) {
        depth = Math.max(0, depth - 1);
      }
      boolean hasTag = TAG.matcher(text).find();
      ours.add(depth > 0 || tags > 0 || isControl || hasTag || isMade(text));
      if (isControl && OPENS.contains(control.group(1))) {
        depth++;
      }
      // What a tag closes is not told from here: behind the first one all lines may be its own.
      tags = hasTag ? 1 : tags;
    }
    return new TemplateBlocks(ours);
  }

  private static boolean isMade(String text) {
    return text.startsWith("iface") && text.contains("${");
  }

  /// The first of these lines that is a template's; empty where none is.
  ///
  /// @param first index of the stanza's keyword
  /// @param last index of its last line
  Optional<Integer> within(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (ours.get(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
