package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PCIe advanced error reporting, where the device that erred is a NIC. What a root port says of
/// others has no NIC in it.
///
/// ```
/// igc 0000:02:00.0: PCIe Bus Error: severity=Correctable, type=Physical Layer, (Receiver ID)
/// igc 0000:02:00.0: PCIe Bus Error: severity=Uncorrectable (Fatal), type=Inaccessible, (Unregistered Agent ID)
/// igc 0000:02:00.0: AER: can't recover (no error_detected callback)
/// ```
///
/// Kernel: drivers/pci/pcie/aer.c, aer_print_error(); drivers/pci/pcie/err.c, pcie_do_recovery()
/// (v6.12; "Corrected" instead of "Correctable" before)
final class AerErrors implements MessageFamily {
  private static final String BUS_ERROR = "PCIe Bus Error: severity=";
  private static final String NO_RECOVERY = "can't recover (no error_detected";
  private static final String FAILED = "device recovery failed";

  private static final Pattern FORM =
      Pattern.compile(
          "^(?<before>.*?: )(?:AER: )?(?:"
              + Pattern.quote(BUS_ERROR)
              + "(?<severity>Corrected|Correctable|Uncorrect)(?<gone>.{0,30}, type=Inaccessible)?"
              + "|(?<failed>"
              + Pattern.quote(NO_RECOVERY)
              + "|"
              + FAILED
              + "))");

  @Override
  public List<String> words() {
    return List.of(BUS_ERROR, NO_RECOVERY, FAILED);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    if (words().stream().noneMatch(line::contains)) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(line);
    return matcher.find()
        ? NicPrefix.parse(matcher.group("before"))
            .filter(nic -> nic.driver().filter(Drivers::isKnown).isPresent())
            .map(nic -> Said.fault(record, line, nic, fault(matcher)))
        : Optional.empty();
  }

  private static Fault fault(Matcher line) {
    if (line.group("failed") != null) {
      return Fault.RECOVERY_FAILED;
    }
    if (line.group("gone") != null) {
      return Fault.DEVICE_LOST;
    }
    return line.group("severity").startsWith("Correct")
        ? Fault.BUS_ERROR_CORRECTED
        : Fault.BUS_ERROR_UNCORRECTED;
  }
}
