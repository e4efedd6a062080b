package dev.unhang.repair;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.edit.Meanings;
import dev.unhang.repair.edit.Taken;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.execute.Executor;
import dev.unhang.repair.proof.EntryNow;
import dev.unhang.repair.proof.TuningNow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a change back: exactly where its files are as it left them, by meaning where another hand
/// has. Only what the change itself did is rolled back.
public final class Undo {
  private static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");

  private final HostView view;
  private final Executor executor;
  private final ChangeLedger ledger;

  public Undo(HostView view, HostControl control, ChangeLedger ledger) {
    this.view = view;
    this.executor = new Executor(view, control, ledger);
    this.ledger = ledger;
  }

  /// What taking a change back would do.
  ///
  /// @param actions in the order they would be done
  /// @param notes what is not to be rolled back any more, and why
  public record UndoPlan(Change change, List<Action> actions, List<String> notes) {
    public UndoPlan {
      actions = List.copyOf(actions);
      notes = List.copyOf(notes);
    }
  }

  /// Looks at the host as it is now and says what would be done.
  public UndoPlan plan(Change change) {
    List<Action> actions = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Action> refreshes = new ArrayList<>();
    LaterChanges later = LaterChanges.than(change, ledger);
    for (Action then : change.actions().reversed()) {
      Optional<String> held = later.holding(then);
      if (held.isPresent()) {
        notes.add(held.get());
        continue;
      }
      Action action = underPresentName(then, change);
      switch (action) {
        case Action.WriteFile file -> file(file.edit(), actions, notes);
        case Action.AcknowledgeHangs hangs -> actions.add(hangs.inverse());
        case Action.SwitchOffload offload -> offload(offload, actions, notes);
        case Action.Tune tune -> tune(tune, actions, notes);
        case Action.MakeEntry made -> entry(made, change, actions, notes);
        case Action.Recover recover -> recovered(change, recover, notes);
        case Action.RebootHost reboot -> notes.add("a reboot leaves nothing to undo");
        case Action.Refresh refresh -> refreshes.add(refresh.inverse());
      }
    }
    if (actions.stream().anyMatch(Undo::isOfFiles)) {
      actions.addAll(refreshes);
    }
    if (change.isPending()) {
      // First, since a file that is written takes what is beside it along.
      actions.addAll(0, leftBeside(change));
    }
    return new UndoPlan(change, actions, notes);
  }

  /// A run that was killed while it wrote a file beside the old one has left it there.
  private List<Action> leftBeside(Change change) {
    List<Action> removals = new ArrayList<>();
    for (Action action : change.actions()) {
      Optional<HostPath> written =
          switch (action) {
            case Action.WriteFile file -> Optional.of(file.edit().path());
            case Action.MakeEntry made -> Optional.of(made.path());
            default -> Optional.empty();
          };
      written
          .map(HostPath::beside)
          .ifPresent(beside ->
              view.read(beside)
                  .known()
                  .map(Entry.NewFile::new)
                  .ifPresent(left -> removals.add(new Action.MakeEntry(beside, left, false))));
    }
    return removals;
  }

  /// Names change, a PCI function does not: a NIC that was renamed since is still the one meant.
  private Action underPresentName(Action action, Change change) {
    Optional<InterfaceName> now =
        change
            .pci()
            .map(function -> DEVICES.resolve(function.value()).resolve("net"))
            .flatMap(folder -> view.list(folder).known())
            .filter(names -> names.size() == 1)
            .flatMap(names -> InterfaceName.parse(names.getFirst()));
    return switch (action) {
      case Action.SwitchOffload offload when offload.nic().equals(change.nic()) ->
          new Action.SwitchOffload(
              now.orElse(offload.nic()), offload.group(), offload.members(), offload.on());
      case Action.Tune tune when tune.nic().equals(change.nic()) ->
          new Action.Tune(now.orElse(tune.nic()), tune.from(), tune.to());
      default -> action;
    };
  }

  /// Does it, reads back that it took, and only then says so in the ledger.
  ///
  /// @return the change, undone
  public Change carryOut(UndoPlan plan) {
    Entered entered = executor.entered(plan.change());
    if (!plan.actions().isEmpty()) {
      entered.reached(Change.State.UNDOING);
    }
    entered.carryOutAll(plan.actions());
    return entered.reached(Change.State.UNDONE);
  }

  private void file(FileEdit edit, List<Action> actions, List<String> notes) {
    Reading<Content> reading = view.read(edit.path());
    boolean gone =
        reading instanceof Reading.Absent<Content> absent && absent.why() == WhyAbsent.NOT_OFFERED;
    if (gone && edit.path().equals(InterfacesSource.PENDING)) {
      notes.add(edit.path() + " waits no longer: it took the other one's place, or was discarded");
      return;
    }
    Content now =
        reading
            .known()
            .orElseThrow(() ->
                new CannotChange(
                    "undo the edit of",
                    edit.path().value(),
                    "it is " + reading.whyNot().orElse("not read"),
                    "put the file back, then try again"));
    if (now.equals(edit.before())) {
      notes.add(edit.path() + " is already as it was before");
    } else if (now.equals(edit.after())) {
      actions.add(new Action.WriteFile(edit.inverse()));
    } else {
      byMeaning(edit, now, actions, notes);
    }
  }

  private static boolean isOfFiles(Action action) {
    return action instanceof Action.WriteFile || action instanceof Action.MakeEntry;
  }

  private void tune(Action.Tune tune, List<Action> actions, List<String> notes) {
    Optional<Tuning> now = answered(tune.nic(), TuningNow.read(view, tune.nic(), tune.to()));
    String subject = tune.to().subject();
    if (now.isEmpty()) {
      notes.add(tune.nic() + " is not there: its " + subject + " comes back by itself with it");
    } else if (now.get().equals(tune.to())) {
      actions.add(tune.inverse());
    } else {
      notes.add(subject + " is " + now.get().value() + " by now, and is left so");
    }
  }

  /// The answer; empty where the NIC is not there. A kernel that doesn't answer may still have it,
  /// switched as the change left it.
  private static <T> Optional<T> answered(InterfaceName nic, Reading<T> reading) {
    if (reading instanceof Reading.Unreadable<T>) {
      throw new CannotChange(
          "undo a switch",
          nic.value(),
          "its state is " + reading.whyNot().orElse("not read"),
          "try again once 'ip link show " + nic + "' answers");
    }
    return reading.known();
  }

  /// A reset that was carried out leaves nothing to undo; one that was interrupted has to be
  /// finished.
  private static void recovered(Change change, Action.Recover recover, List<String> notes) {
    String nic = recover.port().nic().value();
    if (change.state() == Change.State.BEGUN) {
      throw new CannotChange(
          "undo",
          nic,
          "a reset of it was interrupted",
          "unhang recover " + ShellWord.operand(String.valueOf(nic)) + " restores what is missing");
    }
    notes.add("a reset of " + nic + " leaves nothing to undo");
  }

  private void entry(
      Action.MakeEntry made, Change change, List<Action> actions, List<String> notes) {
    if (made.entry() instanceof Entry.Folder && made.present() && holdsOthers(made, change)) {
      notes.add(made.path() + " holds what others put there, and stays");
      return;
    }
    boolean isThere = EntryNow.is(view, made.path(), made.entry());
    boolean isNothing = EntryNow.isNothing(view, made.path());
    if (made.present() ? isThere : isNothing) {
      actions.add(made.inverse());
    } else if (isThere || isNothing) {
      notes.add(made.path() + (isThere ? " is there again" : " is not there any more"));
    } else {
      throw new CannotChange(
          "take away",
          made.path().value(),
          "it was changed since, not by unhang",
          "look at it, and take it away by hand");
    }
  }

  /// Whether something is in a folder that the change did not put there.
  private boolean holdsOthers(Action.MakeEntry folder, Change change) {
    List<HostPath> ours =
        change.actions().stream()
            .filter(Action.MakeEntry.class::isInstance)
            .map(action -> ((Action.MakeEntry) action).path())
            .toList();
    return view.list(folder.path()).known().orElse(List.of()).stream()
        .anyMatch(name -> !ours.contains(folder.path().resolve(name)));
  }

  /// Another hand has written the file since: what the edit did is found by what it says.
  private static void byMeaning(
      FileEdit edit, Content now, List<Action> actions, List<String> notes) {
    Taken taken = Meanings.takeOut(edit, now);
    notes.addAll(taken.notes());
    if (!taken.content().equals(now)) {
      notes.add(edit.path() + " was changed since, not by unhang; only our line is taken out");
      actions.add(new Action.WriteFile(new FileEdit(edit.path(), now, taken.content())));
    }
  }

  private void offload(Action.SwitchOffload offload, List<Action> actions, List<String> notes) {
    Optional<Offloads> now =
        answered(offload.nic(), view.kernel().ask(new OffloadsOf(offload.nic())));
    if (now.isEmpty()) {
      notes.add(offload.nic() + " is not there: its offloads come back by themselves with it");
      return;
    }
    List<String> ours =
        offload.members().stream()
            .filter(member ->
                now.get()
                    .named(member)
                    .map(Offload::active)
                    .map(on -> on == offload.on())
                    .orElse(false))
            .toList();
    if (ours.isEmpty()) {
      notes.add(offload.group().shortName() + " is " + (offload.on() ? "off" : "on") + " already");
      return;
    }
    actions.add(new Action.SwitchOffload(offload.nic(), offload.group(), ours, !offload.on()));
  }
}
