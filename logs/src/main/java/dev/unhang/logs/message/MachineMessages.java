package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.LoggedMachine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What machine and kernel a log is of: the kernel says so as it boots, and above each trace.
///
/// ```
/// Linux version 6.8.12-10-pve (build@proxmox) (gcc …) #1 SMP
/// Hypervisor detected: KVM
/// DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.3 04/01/2014
/// CPU: 1 PID: 0 Comm: swapper/1 Tainted: P           OE      6.8.12-8-pve #1
/// Hardware name: LENOVO 10T8S1GD00/3136, BIOS M1UKT74A 04/21/2023
/// ```
///
/// Kernel: init/version.c, linux_banner; lib/dump_stack.c, dump_stack_print_info() (v6.1)
public final class MachineMessages {
  private static final String HYPERVISOR = "Hypervisor detected: ";
  private static final String HARDWARE = "Hardware name: ";
  private static final String TAINT = "ainted";

  /// Longer ones are no kernel's.
  private static final int MOST = 200;

  private static final Pattern BANNER = Pattern.compile("^Linux version (?<kernel>\\d\\S{2,80}) ");
  private static final Pattern DMI = Pattern.compile("^DMI: (?<hardware>.+, BIOS .+)$");
  private static final Pattern TRACE =
      Pattern.compile(
          "^CPU: \\d{1,5} (?:UID: \\d{1,10} )?PID: .{1,80}?(?:Not tainted|Tainted: [A-Z ]{1,40}) +"
              + "(?<kernel>\\d+\\.\\d\\S{0,80}) #");

  private LoggedMachine told = LoggedMachine.UNTOLD;

  /// Words of which such a line that stands alone has one, for bulk logs.
  static List<String> words() {
    return List.of(HYPERVISOR, HARDWARE, "Not tainted");
  }

  /// Takes a line of the kernel's; what a later boot says counts more.
  public void accept(LogRecord record) {
    if (record.isKernels()) {
      record.lines().forEach(this::line);
    }
  }

  /// The release that a kernel's first line names; empty where the line is none.
  public static Optional<String> kernel(String line) {
    Matcher banner = BANNER.matcher(line);
    return banner.find() ? Optional.of(banner.group("kernel")) : Optional.empty();
  }

  private void line(String line) {
    if (line.startsWith("Linux version ")) {
      Optional<String> kernel = kernel(line);
      if (kernel.isPresent()) {
        told = new LoggedMachine(kernel, Optional.empty(), Optional.empty());
      }
    } else if (line.startsWith(HYPERVISOR)) {
      take(new LoggedMachine(Optional.empty(), rest(line, HYPERVISOR), Optional.empty()));
    } else if (line.startsWith(HARDWARE)) {
      take(new LoggedMachine(Optional.empty(), Optional.empty(), rest(line, HARDWARE)));
    } else if (line.startsWith("DMI: ")) {
      Matcher dmi = DMI.matcher(line);
      if (dmi.find()) {
        take(new LoggedMachine(Optional.empty(), Optional.empty(), rest(line, "DMI: ")));
      }
    } else if (line.startsWith("CPU: ") && line.contains(TAINT)) {
      Matcher trace = TRACE.matcher(line);
      if (trace.find()) {
        take(
            new LoggedMachine(
                Optional.of(trace.group("kernel")), Optional.empty(), Optional.empty()));
      }
    }
  }

  private static Optional<String> rest(String line, String label) {
    return Optional.of(line.substring(label.length()).strip())
        .filter(text -> !text.isEmpty() && text.length() <= MOST);
  }

  private void take(LoggedMachine said) {
    told = said.or(told);
  }

  /// What was told.
  public LoggedMachine told() {
    return told;
  }
}
