package dev.unhang.repair.persist;

import dev.unhang.config.lines.RawLines;
import dev.unhang.config.shell.Assignment;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.SetVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Arguments of the kernel, in the file that the boot loader which really booted takes them from.
///
/// Of a NIC's values they keep ASPM off, and that for every device of the host.
///
/// Kernel: Documentation/admin-guide/kernel-parameters.txt, "pcie_aspm.policy" (v6.1). Proxmox VE:
/// proxmox-boot-tool, "refresh"
public final class KernelArguments implements Persistence {
  /// Those that help against hangs, and the only ones that are written: the pages of the steps
  /// `limit-c-states` and `turn-off-aspm` say when.
  public static final List<String> KNOWN =
      List.of("intel_idle.max_cstate=1", "pcie_aspm.policy=performance");

  /// The files that hold arguments for the boot loaders that are known here.
  public static final List<HostPath> FILES =
      List.of(new HostPath("/etc/default/grub"), new HostPath("/etc/kernel/cmdline"));

  /// Who makes them count, in words.
  public static final String RUN_BY = "the boot loader gives it to the kernel";

  private static final HostPath BOOTED = new HostPath("/proc/cmdline");
  private static final HostPath GRUB = FILES.getFirst();
  private static final HostPath GRUB_PARTS = new HostPath("/etc/default/grub.d");
  private static final HostPath KERNEL = FILES.getLast();
  private static final String VARIABLE = "GRUB_CMDLINE_LINUX_DEFAULT";
  private static final String PROXMOX_TOOL = "/usr/sbin/proxmox-boot-tool";
  private static final String PROXMOX_DISKS = "/etc/kernel/proxmox-boot-uuids";
  private static final String UPDATE_GRUB = "/usr/sbin/update-grub";

  private final HostView host;

  public KernelArguments(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "kernel-arguments";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.empty();
  }

  /// Never by itself: an argument is for the whole host.
  @Override
  public Optional<String> governs(NicFacts nic) {
    return Optional.empty();
  }

  @Override
  public Kept keep(Wanted wanted) {
    List<String> arguments = new ArrayList<>();
    for (Tuning value : wanted.values()) {
      if (!(value instanceof Tuning.Aspm aspm) || aspm.on()) {
        throw new EditRefused(
            "keep " + value.subject() + " " + value.value(),
            wanted.nicName(),
            "the kernel has no argument for it",
            "choose another way: --keep-by udev-rule");
      }
      arguments.add("pcie_aspm.policy=performance");
    }
    return keep(arguments.stream().distinct().toList(), wanted.nicName());
  }

  /// What gives the kernel these arguments at every boot; by hand where what booted takes them from
  /// elsewhere.
  ///
  /// @param arguments `intel_idle.max_cstate=1`
  /// @param where for whom, as messages show it
  public Kept keep(List<String> arguments, String where) {
    Optional<List<String>> read = booted();
    if (read.isEmpty()) {
      return byHand(arguments, "what booted this host was not read");
    }
    List<String> booted = read.get();
    if (booted.containsAll(arguments) && booted.stream().noneMatch("--"::equals)) {
      return new Kept.Written(List.of(), List.of("this kernel was booted so already"));
    }
    boolean systemdBoot =
        booted.stream().anyMatch(word -> word.startsWith("initrd=\\EFI\\proxmox\\"));
    Programs programs = new Programs(host);
    if (systemdBoot && programs.exists(PROXMOX_TOOL)) {
      return line(arguments, booted, where);
    }
    boolean grub = booted.stream().anyMatch(word -> word.startsWith("BOOT_IMAGE="));
    boolean byTool = programs.exists(PROXMOX_DISKS) && programs.exists(PROXMOX_TOOL);
    if (grub && !systemdBoot && (byTool || programs.exists(UPDATE_GRUB))) {
      return grub(
          arguments,
          booted,
          byTool ? List.of(PROXMOX_TOOL, "refresh") : List.of(UPDATE_GRUB),
          where);
    }
    return byHand(
        arguments, "what booted this host takes them from a place that is not known here");
  }

  /// What this kernel was booted with; empty where that was not read.
  public Optional<List<String>> booted() {
    return host.read(BOOTED).known().map(content -> words(content.utf8()));
  }

  private static Kept byHand(List<String> arguments, String why) {
    return new Kept.ByHand(
        why
            + ".\ngive the kernel these arguments where your boot loader takes them from:\n"
            + String.join(" ", arguments));
  }

  private Kept grub(
      List<String> arguments, List<String> booted, List<String> refresh, String where) {
    Content before = content(GRUB, where);
    RawLines lines = RawLines.of(before);
    refuseOthers(
        GRUB,
        words(Assignment.last(lines, VARIABLE).map(Assignment::value).orElse("")),
        booted,
        where);
    for (String name : host.list(GRUB_PARTS).known().orElse(List.of())) {
      HostPath part = GRUB_PARTS.resolve(name);
      boolean sets =
          host.read(part)
              .known()
              .filter(content -> Assignment.last(RawLines.of(content), VARIABLE).isPresent())
              .isPresent();
      if (sets) {
        throw refused(where, part + " sets " + VARIABLE + " behind " + GRUB);
      }
    }
    return switch (new SetVariable(VARIABLE, arguments, " ").apply(lines)) {
      case EditResult.Edited<RawLines> edited ->
          written(new FileEdit(GRUB, before, edited.document().content()), refresh);
      case EditResult.Unchanged<RawLines> unchanged -> waits(GRUB);
      case EditResult.Refused<RawLines> refused ->
          throw refused(where, GRUB + ": " + refused.why());
    };
  }

  private Kept line(List<String> arguments, List<String> booted, String where) {
    Content before = content(KERNEL, where);
    RawLines lines = RawLines.of(before);
    List<String> now = words(lines.size() == 0 ? "" : lines.text(0));
    if (now.isEmpty()) {
      throw refused(where, KERNEL + " is empty");
    }
    refuseOthers(KERNEL, now, booted, where);
    List<String> missing = arguments.stream().filter(each -> !now.contains(each)).toList();
    return missing.isEmpty()
        ? waits(KERNEL)
        : written(
            new FileEdit(
                KERNEL,
                before,
                lines
                    .replace(0, lines.text(0).stripTrailing() + " " + String.join(" ", missing))
                    .content()),
            List.of(PROXMOX_TOOL, "refresh"));
  }

  private static Kept written(FileEdit edit, List<String> refresh) {
    return new Kept.Written(
        List.of(new Action.WriteFile(edit), new Action.Refresh(refresh)),
        List.of("kernel arguments count from the next boot on"));
  }

  private static Kept waits(HostPath path) {
    return new Kept.Written(
        List.of(), List.of(path + " says so already, and counts from the next boot on"));
  }

  /// Where what booted lacks words of the file, something else gave the arguments.
  private static void refuseOthers(
      HostPath path, List<String> words, List<String> booted, String where) {
    List<String> unknown = words.stream().filter(word -> !booted.contains(word)).toList();
    if (!unknown.isEmpty()) {
      throw refused(
          where,
          "this kernel was not booted with what "
              + path
              + " says: it lacks "
              + String.join(" ", unknown));
    }
  }

  private Content content(HostPath path, String where) {
    return host.read(path).known().orElseThrow(() -> refused(where, path + " was not read"));
  }

  private static CannotChange refused(String where, String why) {
    return new CannotChange(
        "give the kernel arguments",
        where,
        why,
        "see which boot loader boots this host, and give it the arguments by hand");
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  @Override
  public String runBy(NicFacts nic) {
    return RUN_BY;
  }
}
