package dev.unhang.lab.qemu;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.Story;
import dev.unhang.lab.host.HostCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How the guest's instructions are carried out.
public enum Acceleration {
  /// By the processor: a boot takes seconds.
  KVM("kvm", "host"),
  /// By QEMU, translated: slow, and always possible.
  TCG("tcg,thread=multi", "max");

  /// A kernel without a root panics within a second or two where KVM works.
  private static final Duration PROBE_BOUND = Duration.ofSeconds(8);

  private final String accel;
  private final String cpu;

  Acceleration(String accel, String cpu) {
    this.accel = accel;
    this.cpu = cpu;
  }

  List<String> arguments() {
    return List.of("-accel", accel, "-cpu", cpu);
  }

  /// KVM if it really runs a kernel here, else TCG. That /dev/kvm is there says little: in a
  /// virtual machine it may refuse, or take the guest and never run it.
  public static Acceleration probe(Path kernel, Story story) {
    Path device = Path.of("/dev/kvm");
    if (!Files.isWritable(device)) {
      story.tell("software emulation (TCG): /dev/kvm is not there for us");
      return TCG;
    }
    List<String> argv = new ArrayList<>(List.of("qemu-system-x86_64", "-M", "q35", "-m", "256"));
    argv.addAll(KVM.arguments());
    argv.addAll(List.of("-display", "none", "-nodefaults", "-no-reboot"));
    // No root: the kernel panics, restarts, and -no-reboot makes that an exit with status 0.
    argv.addAll(List.of("-kernel", kernel.toString(), "-append", "panic=-1"));
    try {
      HostCommand.of(PROBE_BOUND, argv.toArray(String[]::new)).run();
      story.tell("KVM: a kernel was booted with it");
      return KVM;
    } catch (LabBroken doesNotWork) {
      story.tell(
          "software emulation (TCG): /dev/kvm is there, but a kernel did not get through a boot");
      return TCG;
    }
  }
}
