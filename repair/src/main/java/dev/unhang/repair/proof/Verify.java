package dev.unhang.repair.proof;

import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.model.proof.Proof;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.StraySetting;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.persist.NixosOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Looks again: are the offloads that shall be off really off, and will they be after a reboot?
public final class Verify {
  private Verify() {}

  /// The groups that are wanted off: changes on record and lines of configuration.
  public static Set<OffloadGroup> wanted(NicFacts nic, List<Change> changes) {
    Set<OffloadGroup> wanted = new TreeSet<>();
    for (Change change : changes) {
      boolean stands = change.state() == Change.State.DONE && isOf(change, nic);
      for (Action action : stands ? change.actions() : List.<Action>of()) {
        if (action instanceof Action.SwitchOffload offload && !offload.on()) {
          wanted.add(offload.group());
        }
      }
    }
    for (Setting setting : nic.settings().known().orElse(List.of())) {
      if (!setting.on()) {
        wanted.add(setting.group());
      }
    }
    for (StraySetting stray : nic.strays()) {
      if (isOwnLine(stray, nic) && !stray.setting().on()) {
        wanted.add(stray.setting().group());
      }
    }
    return wanted;
  }

  /// Whether it stands in the NIC's own stanza, under a name that no NIC has any more: what is left
  /// where the NIC was renamed and its stanza, and not its lines.
  private static boolean isOwnLine(StraySetting stray, NicFacts nic) {
    return stray.isGone() && stray.owner().equals(Optional.of(nic.name().value()));
  }

  /// Checks each value besides offloads that a change on record gave the NIC: now, and whether what
  /// the change wrote for it is still there.
  public static List<Check> values(HostView host, NicFacts nic, List<Change> changes) {
    List<Check> checks = new ArrayList<>();
    for (Change change : changes) {
      if (change.state() != Change.State.DONE || !isOf(change, nic)) {
        continue;
      }
      for (Tuning value : given(change)) {
        checks.add(now(host, nic, value));
        if (!NixosOptions.is(host)) {
          checks.add(WrittenStill.check(host, nic.name(), value, change));
        }
      }
      checks.addAll(BootedWith.checks(host, change));
    }
    return checks;
  }

  /// All values that changes on record gave the NIC, offloads and others.
  public static List<Tuning> given(
      NicFacts nic, List<Change> changes, Set<OffloadGroup> wantedOff) {
    List<Tuning> given = new ArrayList<>();
    wantedOff.forEach(group -> given.add(new Tuning.Offload(group, false)));
    for (Change change : changes) {
      if (change.state() == Change.State.DONE && isOf(change, nic)) {
        given.addAll(given(change));
      }
    }
    return given;
  }

  /// What a change gave the kernel; of one that only wrote, what its lines say.
  private static List<Tuning> given(Change change) {
    List<Tuning> tuned =
        change.actions().stream()
            .filter(Action.Tune.class::isInstance)
            .map(action -> ((Action.Tune) action).to())
            .toList();
    return tuned.isEmpty() ? List.copyOf(WrittenValues.of(change)) : tuned;
  }

  private static Check now(HostView host, NicFacts nic, Tuning wanted) {
    Reading<Tuning> now = TuningNow.read(host, nic.name(), wanted);
    return new Check(
        wanted.subject() + " now",
        wanted.value(),
        now.known().map(Tuning::value).orElse("?"),
        now.known()
            .map(value -> value.equals(wanted) ? Result.PASS : Result.FAIL)
            .orElse(Result.UNKNOWN),
        now.whyNot().orElse(""));
  }

  private static boolean isOf(Change change, NicFacts nic) {
    return change.pci().isPresent() && nic.pci().isPresent()
        ? change.pci().equals(nic.pci())
        : change.nic().equals(nic.name());
  }

  /// Checks each group: now, at boot by what is in force, and at boot by what waits for it.
  ///
  /// @param next the NIC as the next boot will find it; empty where nothing waits for it
  public static Proof offloadsAreOff(
      NicFacts nic, Optional<NicFacts> next, Set<OffloadGroup> wanted) {
    List<Check> checks = new ArrayList<>();
    for (OffloadGroup group : wanted) {
      checks.add(now(nic, group));
      checks.add(atBoot(nic, group, ""));
      next.ifPresent(later -> checks.add(atBoot(later, group, NextBoot.PENDING)));
    }
    return new Proof("offloads of " + nic.name() + " are off and stay off", checks);
  }

  private static Check now(NicFacts nic, OffloadGroup group) {
    String subject = group.shortName() + " now";
    Optional<Offloads> offloads = nic.offloads().known();
    if (offloads.isEmpty() || offloads.get().members(group).isEmpty()) {
      return new Check(
          subject, "off", "?", Result.UNKNOWN, nic.offloads().whyNot().orElse("not offered"));
    }
    List<Offload> members = offloads.get().members(group);
    List<Offload> on = members.stream().filter(Offload::active).toList();
    if (on.isEmpty()) {
      boolean fixed = members.stream().noneMatch(Offload::changeable);
      return new Check(
          subject, "off", "off", fixed ? Result.FIXED : Result.PASS, fixed ? "[fixed]" : "");
    }
    String names = String.join(", ", on.stream().map(Offload::name).toList());
    boolean requested = on.stream().allMatch(member -> !member.wanted());
    return new Check(
        subject, "off", "on", requested ? Result.REQUESTED : Result.FAIL, names + " is on");
  }

  private static Check atBoot(NicFacts nic, OffloadGroup group, String suffix) {
    String subject = group.shortName() + " at boot" + suffix;
    if (nic.atBoot().isEmpty()) {
      return new Check(
          subject, "off", "?", Result.UNKNOWN, nic.settings().whyNot().orElse("not read"));
    }
    Optional<Setting> deciding = nic.atBoot().get().deciding(group);
    boolean fixed =
        nic.offloads()
            .known()
            .map(all -> all.members(group).stream().noneMatch(Offload::changeable))
            .orElse(false);
    if (deciding.isEmpty()) {
      return new Check(
          subject,
          "off",
          fixed ? "off" : "on",
          fixed ? Result.FIXED : Result.FAIL,
          fixed ? "[fixed]" : noneKeepsIt(nic, group));
    }
    boolean kept = nic.isKeptOff(group);
    return new Check(
        subject,
        "off",
        kept ? "off" : "on",
        kept ? Result.PASS : Result.FAIL,
        deciding.get().place() + ": " + deciding.get().runBy());
  }

  private static String noneKeepsIt(NicFacts nic, OffloadGroup group) {
    return nic.strays().stream()
        .filter(stray -> isOwnLine(stray, nic) && stray.setting().group() == group)
        .findFirst()
        .map(stray ->
            stray.setting().place() + " names " + stray.named() + ", which is not there any more")
        .orElse("no line keeps it off");
  }
}
