package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.model.host.HostPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Arguments of the kernel, asked for by a command.
class KernelArgumentsTest {
  private static final HostPath GRUB = new HostPath("/etc/default/grub");
  private static final HostPath BOOTED = new HostPath("/proc/cmdline");
  private static final String WISH = "intel_idle.max_cstate=1";

  private final SimWiring pve = new SimWiring();

  @BeforeEach
  void bootedByGrub() {
    pve.write(BOOTED, "BOOT_IMAGE=/vmlinuz root=/dev/sda1 quiet\n");
    pve.write(GRUB, "GRUB_CMDLINE_LINUX_DEFAULT=\"quiet\"\n");
    pve.write(new HostPath("/usr/sbin/update-grub"), "#!/bin/sh\n");
  }

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  private String grub() {
    return pve.live().view().read(GRUB).known().orElseThrow().utf8();
  }

  @Test
  void thePlanShowsTheLineAndWhatMakesItCount() {
    assertThat(unhang("plan", "eno1", "--set", WISH).out())
        .contains("+GRUB_CMDLINE_LINUX_DEFAULT=\"quiet " + WISH + "\"")
        .contains("does      /usr/sbin/update-grub")
        .contains("kernel arguments count from the next boot on")
        .doesNotContain("ethtool -K");
  }

  @Test
  void whereWhatBootedIsNotKnownItIsPrinted() {
    pve.write(BOOTED, "root=/dev/sda1 ro\n");
    TestConsole plan = unhang("plan", "eno1", "--set", WISH);
    assertThat(plan.out())
        .contains("Not done: ", "where your boot loader takes them from", WISH)
        .doesNotContain("Nothing to do", "already");
    assertThat(plan.exit()).isEqualTo(4);
    assertThat(unhang("plan", "eno1", "--set", WISH, "--json").out()).contains("\"notDone\"", WISH);
    assertThat(unhang("fix", "eno1", "--set", WISH, "--yes").exit()).isEqualTo(4);
    assertThat(grub()).doesNotContain(WISH);
  }

  @Test
  void anArgumentThatNoStepNamesIsRefused() {
    assertThat(unhang("plan", "eno1", "--set", "init=/bin/sh").exit()).isEqualTo(64);
  }
}
