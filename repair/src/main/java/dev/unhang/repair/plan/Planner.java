package dev.unhang.repair.plan;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Entry;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.persist.Kept;
import dev.unhang.repair.persist.KernelArguments;
import dev.unhang.repair.proof.TuningNow;
import dev.unhang.repair.step.KeepValues;
import dev.unhang.repair.step.SetValue;
import dev.unhang.repair.step.TurnOffOffload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// From a NIC as it is and offloads that shall be off, the least that has to be done: live first,
/// one group at a time, then what keeps it.
public final class Planner {
  private static final int DIGEST_LENGTH = 6;

  private final Keeping keeping;

  public Planner(Keeping keeping) {
    this.keeping = keeping;
  }

  /// The plan; empty where the host is already set that way.
  ///
  /// Throws CannotChange or EditRefused where it can't be done safely: nothing was changed then.
  ///
  /// @param why the finding or wish behind it
  public Plan turnOff(NicFacts nic, List<OffloadGroup> wish, String why) {
    return set(nic, wish, List.of(), why);
  }

  /// The plan for the running kernel alone: a reboot restores what was before. Nothing that sets it
  /// at boot is looked for.
  ///
  /// Throws CannotChange where its driver has no switch for any of them.
  public static Plan live(NicFacts nic, List<OffloadGroup> off, String why) {
    List<String> notes = new ArrayList<>();
    List<PlannedStep> steps = new ArrayList<>();
    List<String> notDone = new ArrayList<>();
    Offloads offloads = offloads(nic);
    String driver = nic.driverName().orElse("");
    for (OffloadGroup group : possible(nic, off, offloads, notes, notDone)) {
      TurnOffOffload.plan(nic.name(), group, offloads, driver, why)
          .ifPresentOrElse(steps::add, () -> notes.add(group.shortName() + " is off already"));
    }
    return new Plan(nic.name(), nic.pci(), steps, notes, notDone, digest(steps));
  }

  /// The plan for offloads that shall be off, and other values.
  ///
  /// @param values no offloads
  public Plan set(NicFacts nic, List<OffloadGroup> off, List<Tuning> values, String why) {
    List<String> notes = new ArrayList<>();
    List<PlannedStep> steps = new ArrayList<>();
    List<String> notDone = new ArrayList<>();
    List<Tuning> unkept = new ArrayList<>();
    String driver = nic.driver().known().map(info -> info.driver()).orElse("");
    if (!off.isEmpty()) {
      Offloads offloads = offloads(nic);
      for (OffloadGroup group : possible(nic, off, offloads, notes, notDone)) {
        TurnOffOffload.plan(nic.name(), group, offloads, driver, why)
            .ifPresentOrElse(steps::add, () -> notes.add(group.shortName() + " is off already"));
        if (!isKeptOff(nic, group, notes)) {
          unkept.add(new Tuning.Offload(group, false));
        }
      }
    }
    for (Tuning value : values) {
      Tuning now = now(nic, value);
      if (now.equals(value)) {
        notes.add(value.subject() + " is " + value.value() + " already");
      } else {
        steps.add(SetValue.plan(nic.name(), now, value, driver, why));
      }
      unkept.add(value);
    }
    if (!unkept.isEmpty()) {
      keep(nic, unkept, steps, notes, notDone);
    }
    return new Plan(nic.name(), nic.pci(), steps, notes, notDone, digest(steps));
  }

  /// The plan for a host that doesn't run: only what it will be given at its next boot. Which
  /// offloads its driver has a switch for is not known, and a line that asks for more does no harm.
  public Plan keep(NicFacts nic, List<OffloadGroup> off, List<Tuning> values, String why) {
    List<String> notes = new ArrayList<>(List.of("the host doesn't run: " + why));
    List<Tuning> unkept = new ArrayList<>();
    for (OffloadGroup group : OffloadGroup.SETTABLE) {
      if (off.contains(group) && !isKeptOff(nic, group, notes)) {
        unkept.add(new Tuning.Offload(group, false));
      }
    }
    unkept.addAll(values);
    List<PlannedStep> steps = new ArrayList<>();
    List<String> notDone = new ArrayList<>();
    if (!unkept.isEmpty()) {
      keep(nic, unkept, steps, notes, notDone);
    }
    return new Plan(nic.name(), nic.pci(), steps, notes, notDone, digest(steps));
  }

  /// A plan with arguments of the kernel besides, which are for the whole host.
  ///
  /// @param arguments of [KernelArguments#KNOWN]
  public Plan with(Plan plan, List<String> arguments) {
    KernelArguments backend = new KernelArguments(keeping.host());
    String words = String.join(" ", arguments);
    List<PlannedStep> steps = new ArrayList<>(plan.steps());
    List<String> notes = new ArrayList<>(plan.notes());
    List<String> notDone = new ArrayList<>(plan.notDone());
    switch (backend.keep(arguments, plan.nic().value())) {
      case Kept.Written written -> {
        notes.addAll(written.notes());
        written
            .actions()
            .forEach(action -> steps.add(KeepValues.plan(action, words, KernelArguments.RUN_BY)));
      }
      case Kept.ByHand hand -> notDone.add(hand.text());
    }
    return new Plan(plan.nic(), plan.pci(), steps, notes, notDone, digest(steps));
  }

  private Tuning now(NicFacts nic, Tuning value) {
    Reading<Tuning> now = TuningNow.read(keeping.host(), nic.name(), value);
    return now.known()
        .orElseThrow(() ->
            new CannotChange(
                "set " + value.subject(),
                nic.name().value(),
                now.whyNot().orElse("it was not read"),
                "'unhang nics " + nic.name() + "' shows what it has"));
  }

  private void keep(
      NicFacts nic,
      List<Tuning> values,
      List<PlannedStep> steps,
      List<String> notes,
      List<String> notDone) {
    Keeping.Result result = keeping.keep(nic, values);
    switch (result.kept()) {
      case Kept.Written written -> {
        notes.addAll(written.notes());
        for (Action action : written.actions()) {
          steps.add(KeepValues.plan(action, values, result.by().runBy(nic)));
        }
      }
      case Kept.ByHand hand -> notDone.add(hand.text());
    }
  }

  private static Offloads offloads(NicFacts nic) {
    return nic.offloads()
        .known()
        .orElseThrow(() ->
            new CannotChange(
                "plan",
                nic.name().value(),
                "its offloads were " + nic.offloads().whyNot().orElse("not read"),
                "look with: unhang features " + ShellWord.operand(nic.name().value())));
  }

  /// The groups that have a switch, in the order they are switched.
  private static List<OffloadGroup> possible(
      NicFacts nic,
      List<OffloadGroup> wish,
      Offloads offloads,
      List<String> notes,
      List<String> notDone) {
    List<OffloadGroup> possible = new ArrayList<>();
    for (OffloadGroup group : OffloadGroup.SETTABLE) {
      if (!wish.contains(group)) {
        continue;
      }
      if (offloads.members(group).stream().anyMatch(member -> member.changeable())) {
        possible.add(group);
      } else {
        boolean on = offloads.isOn(group).orElse(false);
        String state = on ? "on" : "off";
        (on ? notDone : notes)
            .add(group.shortName() + " is " + state + " [fixed]: this driver has no switch for it");
      }
    }
    if (possible.isEmpty()) {
      throw new CannotChange(
          "turn off " + String.join(", ", wish.stream().map(OffloadGroup::shortName).toList()),
          nic.name().value(),
          String.join("; ", Stream.concat(notDone.stream(), notes.stream()).toList()),
          "'unhang features "
              + ShellWord.operand(nic.name().value())
              + "' shows what can be switched");
    }
    return possible;
  }

  /// Where another user's fix keeps it off and is to be taken over, it counts as not kept.
  private boolean isKeptOff(NicFacts nic, OffloadGroup group, List<String> notes) {
    Optional<Setting> deciding = nic.atBoot().flatMap(lines -> lines.deciding(group));
    deciding.ifPresent(
        line -> notes.add(line.place() + ": " + line.text() + " (" + line.runBy() + ")"));
    boolean isOfOthers = deciding.filter(Keeping::isOfOthers).isPresent();
    return nic.isKeptOff(group) && !(keeping.takesOver() && isOfOthers);
  }

  private static String digest(List<PlannedStep> steps) {
    StringBuilder all = new StringBuilder();
    for (PlannedStep step : steps) {
      all.append(step.id()).append('\n');
      switch (step.action()) {
        case Action.SwitchOffload offload -> all.append(offload).append('\n');
        case Action.AcknowledgeHangs hangs -> all.append(hangs).append('\n');
        case Action.Tune tune -> all.append(tune).append('\n');
        case Action.Recover recover -> all.append(recover).append('\n');
        case Action.RebootHost reboot -> all.append(reboot).append('\n');
        case Action.Refresh refresh -> all.append(refresh).append('\n');
        case Action.MakeEntry made ->
            all.append(made.path()).append(made.present()).append(content(made.entry()));
        case Action.WriteFile file ->
            all.append(file.edit().path())
                .append(file.edit().before().sha256())
                .append(file.edit().after().sha256())
                .append('\n');
      }
    }
    return Content.of(all.toString()).sha256().substring(0, DIGEST_LENGTH);
  }

  private static String content(Entry entry) {
    return entry instanceof Entry.NewFile file ? file.content().sha256() : entry.toString();
  }
}
