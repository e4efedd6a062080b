package dev.unhang.model.setting;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.net.OffloadGroup;
import java.util.Optional;

/// A line of configuration that switches one group of offloads, or one feature of a group.
///
/// @param feature the only feature of the group that it switches, by its kernel name; empty where
///   it switches the whole group
/// @param on the value it sets
/// @param keeper what kind of configuration it stands in
/// @param place where it stands
/// @param text the line, stripped
/// @param atBoot whether a program runs it at boot
/// @param runBy which program does, or why none will
public record Setting(
    OffloadGroup group,
    Optional<String> feature,
    boolean on,
    Keeper keeper,
    Place place,
    String text,
    AtBoot atBoot,
    String runBy) {
  /// Whether a program runs a line at boot.
  public enum AtBoot {
    RUN,
    NOT_RUN,
    /// What would tell was not read.
    NOT_KNOWN;

    /// Of what is known.
    public static AtBoot of(boolean runs) {
      return runs ? RUN : NOT_RUN;
    }
  }

  /// A line of interfaces(5) that switches a whole group.
  public Setting(
      OffloadGroup group, boolean on, Place place, String text, boolean runsAtBoot, String runBy) {
    this(group, Optional.empty(), on, Keeper.INTERFACES, place, text, AtBoot.of(runsAtBoot), runBy);
  }

  /// Whether it is known that a program runs it at boot.
  public boolean runsAtBoot() {
    return atBoot == AtBoot.RUN;
  }
}
