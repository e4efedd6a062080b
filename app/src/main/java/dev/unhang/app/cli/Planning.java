package dev.unhang.app.cli;

import dev.unhang.app.Host;
import dev.unhang.diagnose.Workers;
import dev.unhang.diagnose.source.KernelLog;
import dev.unhang.diagnose.source.LogWindow;
import dev.unhang.model.facts.LoggedNic;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.plan.Planner;
import picocli.CommandLine.ParseResult;

/// Makes the plan that `plan` shows and `fix` does.
final class Planning {
  private Planning() {}

  static Plan plan(ParseResult arguments, Host host) {
    NicFacts nic = NicOperand.read(arguments, host);
    if (HostOption.isDisk(arguments)) {
      return new Planner(KeepOptions.keeping(arguments, host.view()))
          .keep(
              nic,
              Wish.groups(arguments),
              Wish.values(arguments, nic),
              "for its next boot: " + Wish.why(arguments, false));
    }
    boolean hasHung = !Spec.has(arguments, "--set") && hasHung(host, nic);
    return new Planner(KeepOptions.keeping(arguments, host.view()))
        .set(
            nic, Wish.groups(arguments), Wish.values(arguments, nic), Wish.why(arguments, hasHung));
  }

  private static boolean hasHung(Host host, NicFacts nic) {
    return new KernelLog(host.view(), Workers.ONE)
        .read(LogWindow.recent(host.clocks().wall())).stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.episodes().stream())
            .anyMatch(episode -> isOf(episode.nic(), nic));
  }

  private static boolean isOf(LoggedNic logged, NicFacts nic) {
    return logged.pci().isPresent() && nic.pci().isPresent()
        ? logged.pci().equals(nic.pci())
        : logged.interfaceName().equals(java.util.Optional.of(nic.name().value()));
  }
}
