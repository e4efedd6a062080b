package dev.unhang.app.screen;

import dev.unhang.app.text.Ink;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.edit.LineDiff;
import java.util.stream.Collectors;

/// An action as the plain command or diff that does the same.
public final class ActionWords {
  private ActionWords() {}

  /// One or more lines, indented.
  public static Lines lines(Action action) {
    Lines lines = new Lines();
    switch (action) {
      case Action.SwitchOffload offload ->
          lines.plain(
              "  ethtool -K "
                  + offload.nic()
                  + " "
                  + offload.group().shortName()
                  + (offload.on() ? " on" : " off"));
      case Action.AcknowledgeHangs hangs ->
          lines.plain(
              "  hangs of "
                  + hangs.nic()
                  + (hangs.dealtWith() ? " so far are dealt with" : " count again"));
      case Action.Tune tune ->
          lines.plain(
              "  "
                  + tune.to().argv(tune.nic().value()).stream()
                      .map(ShellWord::of)
                      .collect(Collectors.joining(" ")));
      case Action.Recover recover ->
          lines.plain("  a reset of " + recover.port().nic() + ", by " + recover.rung());
      case Action.RebootHost reboot -> lines.plain("  a reboot of the host");
      case Action.Refresh refresh -> lines.plain("  " + String.join(" ", refresh.argv()));
      case Action.WriteFile file -> diff(file, lines);
      case Action.MakeEntry made -> diff(made, lines);
    }
    return lines;
  }

  private static void diff(Action action, Lines lines) {
    LineDiff.of(action).forEach(line -> lines.add(Line.plain("  " + line).in(Ink.ofDiff(line))));
  }
}
