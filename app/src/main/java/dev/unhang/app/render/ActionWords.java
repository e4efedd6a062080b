package dev.unhang.app.render;

import dev.unhang.model.plan.Action;
import dev.unhang.repair.edit.LineDiff;
import java.util.ArrayList;
import java.util.List;

/// An action as the plain command or diff that does the same.
public final class ActionWords {
  private ActionWords() {}

  /// One or more lines, indented.
  public static List<String> lines(Action action) {
    List<String> lines = new ArrayList<>();
    switch (action) {
      case Action.SwitchOffload offload ->
          lines.add(
              "  ethtool -K "
                  + offload.nic()
                  + " "
                  + offload.group().shortName()
                  + (offload.on() ? " on" : " off"));
      case Action.AcknowledgeHangs hangs ->
          lines.add(
              "  hangs of "
                  + hangs.nic()
                  + (hangs.dealtWith() ? " so far are dealt with" : " count again"));
      case Action.WriteFile file ->
          LineDiff.of(file.edit()).forEach(line -> lines.add("  " + Escape.terminal(line)));
    }
    return lines;
  }
}
