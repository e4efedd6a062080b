package dev.unhang.app.screen;

import dev.unhang.app.text.Escape;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.edit.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
      case Action.Tune tune ->
          lines.add(
              "  "
                  + tune.to().argv(tune.nic().value()).stream()
                      .map(ShellWord::of)
                      .collect(Collectors.joining(" ")));
      case Action.Recover recover ->
          lines.add("  a reset of " + recover.port().nic() + ", by " + recover.rung());
      case Action.Refresh refresh ->
          lines.add("  " + Escape.terminal(String.join(" ", refresh.argv())));
      case Action.WriteFile file -> diff(file, lines);
      case Action.MakeEntry made -> diff(made, lines);
    }
    return lines;
  }

  private static void diff(Action action, List<String> lines) {
    LineDiff.of(action).forEach(line -> lines.add("  " + Escape.terminal(line)));
  }
}
