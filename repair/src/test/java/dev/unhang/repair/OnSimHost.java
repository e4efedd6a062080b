package dev.unhang.repair;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The simulated host of the incident, and what is planned and done there.
abstract class OnSimHost {
  static final HostPath INTERFACES = InterfacesSource.MAIN;

  final SimHost host = new SimHost(true);
  final SimLedger ledger = new SimLedger(host.clocks(), host::bootId);
  final Repair repair = new Repair(host, host, ledger);

  NicFacts nic() {
    return Nics.read(host, SimHost.NIC).orElseThrow();
  }

  Plan plan(OffloadGroup... groups) {
    return new Planner(new Keeping(host, Optional.empty(), Set.of()))
        .turnOff(nic(), List.of(groups), "test");
  }

  Content interfaces() {
    return host.read(INTERFACES).known().orElseThrow();
  }

  Offloads offloads() {
    return host.kernel().ask(new OffloadsOf(SimHost.NIC)).known().orElseThrow();
  }

  Change fix(OffloadGroup... groups) {
    return repair.carryOut(plan(groups), "fix", step -> {}).change();
  }
}
