package dev.unhang.app.option;

import dev.unhang.app.wiring.Host;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.plan.Planner;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Makes the plan that `plan` shows and `fix` does.
public final class Planning {
  private Planning() {}

  public static Plan plan(ParseResult arguments, Host host) {
    List<String> kernel = Wish.kernelArguments(arguments);
    Plan plan = ofNic(arguments, host);
    return kernel.isEmpty()
        ? plan
        : new Planner(KeepOptions.keeping(arguments, host.view())).with(plan, kernel);
  }

  private static Plan ofNic(ParseResult arguments, Host host) {
    CardItself.require(host.view(), Spec.operands(arguments), arguments.commandSpec().name());
    NicFacts nic = NicOperand.read(arguments, host);
    boolean isAsked = Spec.has(arguments, "--set");
    if (HostOption.isDisk(arguments)) {
      boolean hung = !isAsked && HangsOnRecord.anyOnDisk(host.view(), nic);
      return new Planner(KeepOptions.keeping(arguments, host.view()))
          .keep(
              nic,
              Wish.groups(arguments),
              Wish.values(arguments, nic),
              "for its next boot: " + Wish.why(arguments, hung));
    }
    boolean hasHung = !isAsked && HangsOnRecord.any(host, nic);
    return new Planner(KeepOptions.keeping(arguments, host.view()))
        .set(
            nic, Wish.groups(arguments), Wish.values(arguments, nic), Wish.why(arguments, hasHung));
  }
}
