package dev.unhang.config.ethtool;

import java.util.ArrayList;
import java.util.List;

/// A private flag of one interface's driver, set by a line of configuration.
///
/// Man: ethtool(8), "--set-priv-flags"
///
/// @param nic the interface, as the line names it
/// @param flag as the line calls it
public record FlagSwitch(String nic, String flag, boolean on) {
  private static final String OPTION = "--set-priv-flags";

  /// What a command line sets, of commands joined as in [EthtoolCommands#of(String)].
  public static List<FlagSwitch> of(String line) {
    List<FlagSwitch> switches = new ArrayList<>();
    for (String command : EthtoolCommands.parts(line)) {
      String[] words = command.split("\\s+");
      if (words.length >= 5 && EthtoolCommands.isEthtool(words[0]) && words[1].equals(OPTION)) {
        String nic = words[2].replace("\"", "");
        for (int i = 3; i + 1 < words.length; i += 2) {
          String flag = words[i];
          EthtoolCommands.value(words[i + 1])
              .ifPresent(on -> switches.add(new FlagSwitch(nic, flag, on)));
        }
      }
    }
    return switches;
  }

  /// The same of another interface.
  public FlagSwitch on(String other) {
    return new FlagSwitch(other, flag, on);
  }
}
