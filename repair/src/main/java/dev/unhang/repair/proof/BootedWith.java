package dev.unhang.repair.proof;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.repair.persist.KernelArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the kernel that runs was booted with the arguments that a change wrote.
///
/// Man: proc_cmdline(5)
final class BootedWith {
  private BootedWith() {}

  static List<Check> checks(HostView host, Change change) {
    List<Check> checks = new ArrayList<>();
    for (Action action : change.actions()) {
      if (action instanceof Action.WriteFile file
          && KernelArguments.FILES.contains(file.edit().path())) {
        for (String argument : KernelArguments.KNOWN) {
          if (says(file.edit().after(), argument) && !says(file.edit().before(), argument)) {
            checks.add(check(host, file.edit(), argument, change));
          }
        }
      }
    }
    return checks;
  }

  private static Check check(HostView host, FileEdit edit, String argument, Change change) {
    Optional<List<String>> booted = new KernelArguments(host).booted();
    if (booted.isEmpty()) {
      return check(argument, "?", Result.UNKNOWN, "what booted this host was not read");
    }
    if (booted.get().contains(argument)) {
      return check(argument, "booted with it", Result.PASS, "/proc/cmdline");
    }
    boolean still =
        host.read(edit.path()).known().filter(content -> says(content, argument)).isPresent();
    if (!still) {
      return check(argument, "not booted with it", Result.FAIL, "no longer in " + edit.path());
    }
    boolean sameBoot = change.boot().equals(HostReading.boot(host));
    return sameBoot
        ? check(argument, "not yet", Result.UNKNOWN, "it counts from the next boot on")
        : check(
            argument,
            "not booted with it",
            Result.FAIL,
            edit.path() + " says it, and what booted this host took no note");
  }

  private static Check check(String argument, String have, Result result, String note) {
    return new Check("kernel argument", argument, have, result, note);
  }

  /// As a word of its own, also behind a quote.
  private static boolean says(Content content, String argument) {
    for (String word : content.utf8().split("[\\s\"']")) {
      if (word.equals(argument) || word.endsWith("=" + argument)) {
        return true;
      }
    }
    return false;
  }
}
