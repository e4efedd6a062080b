package dev.unhang.app.text;

import dev.unhang.model.finding.Advice;
import java.util.ArrayList;
import java.util.List;

/// What a person weighs before following an advice: a labelled line each. Not escaped.
public final class AdviceWords {
  private AdviceWords() {}

  /// Its risk; whether it outlasts a reboot, where it changes anything; and how to see that it
  /// helped.
  public static List<String> lines(Advice advice) {
    List<String> lines = new ArrayList<>();
    lines.add("Risk: " + advice.risk());
    boolean onlyLooks = advice.risk().equals("none") && advice.keptBy().isEmpty();
    if (!onlyLooks) {
      lines.add(
          "Persistent: " + advice.keptBy().map(by -> "yes, " + by).orElse("no, lost at boot"));
    }
    lines.add("To check: " + advice.seenBy());
    return lines;
  }
}
