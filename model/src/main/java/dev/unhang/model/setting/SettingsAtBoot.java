package dev.unhang.model.setting;

import dev.unhang.model.net.OffloadGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What lines of configuration come to, once all that programs run have been run in their order.
///
/// @param all in the order they act at boot
public record SettingsAtBoot(List<Setting> all) {
  public SettingsAtBoot {
    all = List.copyOf(all);
  }

  /// The lines that switch a group or a feature of it.
  public List<Setting> of(OffloadGroup group) {
    return all.stream().filter(setting -> setting.group() == group).toList();
  }

  /// The line that decides: the last one that is run, else the last one.
  public Optional<Setting> deciding(OffloadGroup group) {
    List<Setting> lines = of(group);
    List<Setting> run = lines.stream().filter(Setting::runsAtBoot).toList();
    return (run.isEmpty() ? lines : run).stream().reduce((earlier, later) -> later);
  }

  /// Whether a group is off once all lines have been run.
  ///
  /// @param matters whether a feature of the group counts: one that can't be on needs no line
  public boolean keepOff(OffloadGroup group, Predicate<String> matters) {
    List<String> apart = group.switchedApart();
    if (apart.isEmpty()) {
      return deciding(group).filter(line -> line.runsAtBoot() && !line.on()).isPresent();
    }
    Map<String, Boolean> states = new HashMap<>();
    for (Setting line : of(group).stream().filter(Setting::runsAtBoot).toList()) {
      line.feature()
          .ifPresentOrElse(
              feature -> states.put(feature, line.on()),
              () -> apart.forEach(feature -> states.put(feature, line.on())));
    }
    return !states.isEmpty()
        && apart.stream().filter(matters).noneMatch(feature -> states.getOrDefault(feature, true));
  }
}
