package dev.unhang.repair.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Undo;
import dev.unhang.repair.plan.Planner;
import dev.unhang.repair.proof.Verify;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Arguments of the kernel: written where what booted takes them from, proved by the next boot.
class BootedArgumentsTest {
  private static final String WISH = "intel_idle.max_cstate=1";
  private static final String GRUB = "/etc/default/grub";
  private static final String BOOT_ID = "/proc/sys/kernel/random/boot_id";

  private final TreeHost host = TreeHost.named("grub");
  private final SimHost clocks = new SimHost(false);
  private final SimLedger ledger = new SimLedger(clocks.clocks(), clocks::bootId);

  private NicFacts nic() {
    return Nics.read(host, new InterfaceName("eno1")).orElseThrow();
  }

  private Change fix() {
    host.with(BOOT_ID, clocks.bootId().value() + "\n");
    Planner planner = new Planner(new Keeping(host, Optional.empty(), Set.of()));
    Plan plan = planner.with(planner.set(nic(), List.of(), List.of(), "test"), List.of(WISH));
    return new Repair(host, host, ledger).carryOut(plan, "fix", step -> {}).change();
  }

  private Check check() {
    return Verify.values(host, nic(), ledger.history()).getFirst();
  }

  @Test
  void itIsWrittenForTheLoaderThatBootedAndTakenBack() {
    Change change = fix();
    assertThat(host.text(GRUB)).contains("GRUB_CMDLINE_LINUX_DEFAULT=\"quiet " + WISH + "\"\n");
    assertThat(host.ran()).containsExactly("/usr/sbin/update-grub");
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(host.text(GRUB)).contains("GRUB_CMDLINE_LINUX_DEFAULT=\"quiet\"\n");
    assertThat(host.ran()).containsExactly("/usr/sbin/update-grub", "/usr/sbin/update-grub");
  }

  @Test
  void beforeTheNextBootItIsNotProved() {
    fix();
    assertThat(check().result()).isEqualTo(Result.UNKNOWN);
    assertThat(check().note()).contains("next boot");
  }

  @Test
  void aBootWithItProvesIt() {
    fix();
    host.with("/proc/cmdline", "BOOT_IMAGE=/x root=/dev/sda1 quiet " + WISH + "\n");
    assertThat(check().result()).isEqualTo(Result.PASS);
  }

  @Test
  void aBootWithoutItDisprovesThatTheFileCounts() {
    fix();
    host.with(BOOT_ID, "00000000000000000000000000000001\n");
    assertThat(check().result()).isEqualTo(Result.FAIL);
    assertThat(check().note()).contains("took no note");
  }

  @Test
  void aFileThatLostItIsNamed() {
    fix();
    host.with(GRUB, "GRUB_CMDLINE_LINUX_DEFAULT=\"quiet\"\n");
    assertThat(check().note()).contains("no longer in " + GRUB);
  }
}
