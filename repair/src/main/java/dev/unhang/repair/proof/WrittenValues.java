package dev.unhang.repair.proof;

import dev.unhang.model.change.Change;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Tuning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values besides offloads that the lines of a change set, by the commands that unhang writes:
/// on a disk whose host doesn't run nothing else of a change tells.
///
/// Man: ethtool(8)
final class WrittenValues {
  private static final Pattern COMMAND =
      Pattern.compile(
          "ethtool (?<option>-G|-C|-A|--set-eee|--set-priv-flags) (?<nic>\\S{1,64})"
              + "(?<words>(?: [\\w.-]{1,64}){2,6})");
  private static final Pattern PAUSE = Pattern.compile(" autoneg (on|off) rx (on|off) tx (on|off)");
  private static final Pattern ASPM =
      Pattern.compile("echo ([01]) > /sys/bus/pci/devices/([0-9a-f:.]{7,16})/link/(\\w{1,32})");

  /// Longer lines are none that unhang wrote.
  private static final int MAX_LINE = 4_096;

  private WrittenValues() {}

  /// Each value once, in the order they were written.
  static Set<Tuning> of(Change change) {
    Set<Tuning> values = new LinkedHashSet<>();
    for (Action action : change.actions()) {
      for (String line : added(action)) {
        if (line.length() <= MAX_LINE) {
          read(line, values);
        }
      }
    }
    return values;
  }

  private static List<String> added(Action action) {
    return switch (action) {
      case Action.WriteFile file -> added(file.edit());
      case Action.MakeEntry made
          when made.present() && made.entry() instanceof Entry.NewFile file ->
          lines(file.content().bytes());
      default -> List.of();
    };
  }

  private static List<String> added(FileEdit edit) {
    List<String> added = new ArrayList<>(lines(edit.after().bytes()));
    lines(edit.before().bytes()).forEach(added::remove);
    return added;
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lines().map(String::strip).toList();
  }

  private static void read(String line, Set<Tuning> values) {
    Matcher command = COMMAND.matcher(line);
    while (command.find()) {
      value(command.group("option"), command.group("words")).ifPresent(values::add);
    }
    Matcher aspm = ASPM.matcher(line);
    while (aspm.find()) {
      String state = aspm.group(3);
      boolean on = aspm.group(1).equals("1");
      PciAddress.parse(aspm.group(2))
          .ifPresent(device -> values.add(new Tuning.Aspm(device, state, on)));
    }
  }

  private static Optional<Tuning> value(String option, String words) {
    String[] parts = words.strip().split(" ", -1);
    String name = parts[0];
    String value = parts[1];
    return switch (option) {
      case "-G" -> number(value).map(each -> new Tuning.RingLength(name, each.intValue()));
      case "-C" ->
          number(value)
              .or(() -> truth(value).map(on -> on ? 1L : 0L))
              .map(each -> new Tuning.Coalescing(new Parameter(name, each)));
      case "-A" -> pause(words);
      case "--set-eee" -> truth(value).map(Tuning.EnergyEfficiency::new);
      default -> truth(value).map(on -> new Tuning.DriverFlag(new PrivateFlag(name, on)));
    };
  }

  private static Optional<Tuning> pause(String words) {
    Matcher pause = PAUSE.matcher(words);
    return pause.lookingAt()
        ? Optional.of(
            new Tuning.FlowControl(
                new Pause(
                    pause.group(1).equals("on"),
                    pause.group(2).equals("on"),
                    pause.group(3).equals("on"))))
        : Optional.empty();
  }

  private static Optional<Long> number(String word) {
    return !word.isEmpty() && word.length() <= 9 && word.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(Long.valueOf(word))
        : Optional.empty();
  }

  private static Optional<Boolean> truth(String word) {
    return switch (word) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
