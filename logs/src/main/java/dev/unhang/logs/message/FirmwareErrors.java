package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An error of PCIe that the firmware found first and handed to the kernel (APEI). It names the
/// device by its address alone: whether that is a NIC's is told by the rest of the boot's log.
///
/// ```
/// {1}[Hardware Error]:   section_type: PCIe error
/// {1}[Hardware Error]:   device_id: 0000:00:1f.6
/// ```
///
/// Kernel: drivers/firmware/efi/cper.c, cper_print_pcie() (v6.1)
final class FirmwareErrors implements MessageFamily {
  private static final String WORDS = "[Hardware Error]:   device_id: ";

  private static final Pattern FORM =
      Pattern.compile(
          "\\[Hardware Error\\]: {2,4}device_id: "
              + "(?<address>[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7])\\b");

  @Override
  public List<String> words() {
    return List.of(WORDS);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    if (!line.contains("device_id: ")) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(line);
    return matcher.find()
        ? PciAddress.parse(matcher.group("address").toLowerCase(Locale.ROOT))
            .map(pci -> new LoggedNic(Optional.empty(), Optional.of(pci), Optional.empty()))
            .map(nic -> Said.fault(record, line, nic, Fault.BUS_ERROR_BY_FIRMWARE))
        : Optional.empty();
  }
}
