package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.edit.Meanings;
import java.util.List;
import java.util.Optional;

/// The changes after one that still stand. What such a one did too is its own by now: taking the
/// earlier change back, which was perhaps interrupted before it did anything, must leave it.
///
/// @param all in the order of their numbers
record LaterChanges(List<Change> all) {
  LaterChanges {
    all = List.copyOf(all);
  }

  static LaterChanges than(Change change, ChangeLedger ledger) {
    return new LaterChanges(
        ledger.history().stream()
            .filter(each -> each.number() > change.number() && each.stands())
            .toList());
  }

  /// What is said of an action that is left to a later change; empty where none did it too.
  Optional<String> holding(Action action) {
    return all.stream()
        .filter(change -> change.actions().stream().anyMatch(each -> isSame(action, each)))
        .findFirst()
        .map(change ->
            subject(action) + " is left: change " + change.number() + " did the same since");
  }

  private static boolean isSame(Action earlier, Action later) {
    return switch (earlier) {
      case Action.WriteFile file ->
          later instanceof Action.WriteFile other && brings(other.edit(), file.edit());
      case Action.MakeEntry made -> made.equals(later);
      case Action.SwitchOffload offload ->
          later instanceof Action.SwitchOffload other
              && offload.nic().equals(other.nic())
              && offload.group() == other.group()
              && offload.on() == other.on();
      case Action.Tune tune ->
          later instanceof Action.Tune other
              && tune.nic().equals(other.nic())
              && tune.to().equals(other.to());
      case Action.AcknowledgeHangs hangs -> false;
      case Action.Recover recover -> false;
      case Action.RebootHost reboot -> false;
      case Action.Refresh refresh -> false;
    };
  }

  /// Whether what the earlier edit says came with the later one.
  private static boolean brings(FileEdit later, FileEdit earlier) {
    return later.path().equals(earlier.path())
        && Meanings.takeOut(earlier, later.before()).content().equals(later.before())
        && !Meanings.takeOut(earlier, later.after()).content().equals(later.after());
  }

  private static String subject(Action action) {
    return switch (action) {
      case Action.WriteFile file -> file.edit().path().value();
      case Action.MakeEntry made -> made.path().value();
      case Action.SwitchOffload offload -> offload.group().shortName() + " of " + offload.nic();
      case Action.Tune tune -> tune.to().subject() + " of " + tune.nic();
      case Action.AcknowledgeHangs hangs -> "the acknowledgement of " + hangs.nic();
      case Action.Recover recover -> "the reset of " + recover.port().nic();
      case Action.RebootHost reboot -> "the reboot of the host";
      case Action.Refresh refresh -> String.join(" ", refresh.argv());
    };
  }
}
