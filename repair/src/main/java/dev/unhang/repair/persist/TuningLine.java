package dev.unhang.repair.persist;

import dev.unhang.model.error.EditRefused;
import dev.unhang.model.setting.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The command that sets a value, as a line of configuration can hold it.
record TuningLine(Programs programs, String nic) {
  /// Names of private flags come from drivers, and whatever is in a line is run by a shell.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:=/+-]{1,64}");

  /// For a shell: `/usr/sbin/ethtool -K $IFACE tso off`.
  ///
  /// @param interfaceWord what stands for the interface where the line is run
  String shell(Tuning value, String interfaceWord) {
    if (value instanceof Tuning.Aspm aspm) {
      return "echo " + aspm.value() + " > " + aspm.file();
    }
    return String.join(" ", argv(value, interfaceWord));
  }

  /// Without a shell, which a value that is written to a file needs one for.
  List<String> argv(Tuning value, String interfaceWord) {
    if (value instanceof Tuning.Aspm) {
      return List.of(programs.path("sh", nic), "-c", shell(value, interfaceWord));
    }
    List<String> argv = new ArrayList<>();
    for (String word : value.argv("")) {
      argv.add(word.isEmpty() ? interfaceWord : plain(word));
    }
    argv.set(0, programs.path(argv.getFirst(), nic));
    return argv;
  }

  private String plain(String word) {
    if (!PLAIN.matcher(word).matches()) {
      throw new EditRefused(
          "keep values at boot",
          nic,
          "'" + word + "' can't be written into a line that a shell runs",
          "set it by a script of your own");
    }
    return word;
  }
}
