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

/// An access to memory that the IOMMU refused. Intel's line names only the address: whether it is a
/// NIC's is told by the rest of the boot's log.
///
/// ```
/// DMAR: [DMA Read NO_PASID] Request device [00:1f.6] fault addr 0xfff8d000 [fault reason 0x06] PTE Read access is not set
/// AMD-Vi: Event logged [IO_PAGE_FAULT device=02:00.0 domain=0x000e address=0xfe000000 flags=0x0020]
/// igc 0000:02:00.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x000e address=0xfe000000 flags=0x0020]
/// ```
///
/// Kernel: drivers/iommu/intel/dmar.c, dmar_fault_do_one(); drivers/iommu/amd/iommu.c,
/// amd_iommu_report_page_fault() (v6.12)
final class IommuFaults implements MessageFamily {
  private static final String INTEL = "] Request device [";
  private static final String AMD = "Event logged [IO_PAGE_FAULT";

  private static final Pattern BY_ADDRESS =
      Pattern.compile(
          "^(?:DMAR: ?\\[DMA (?:Read|Write)[^\\]]{0,20}\\] Request device \\["
              + "|AMD-Vi: Event logged \\[IO_PAGE_FAULT device=)"
              + "(?<domain>[0-9a-fA-F]{4}:)?(?<address>[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7])\\b");

  private static final Pattern BY_DEVICE =
      Pattern.compile("^(?<before>.*: )AMD-Vi: Event logged \\[IO_PAGE_FAULT ");

  @Override
  public List<String> words() {
    return List.of(INTEL, AMD);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    if (!line.contains(INTEL) && !line.contains(AMD)) {
      return Optional.empty();
    }
    return nic(line).map(nic -> Said.fault(record, line, nic, Fault.DMA_FAULT));
  }

  private static Optional<LoggedNic> nic(String line) {
    Matcher address = BY_ADDRESS.matcher(line);
    if (address.find()) {
      String domain = Optional.ofNullable(address.group("domain")).orElse("0000:");
      return PciAddress.parse((domain + address.group("address")).toLowerCase(Locale.ROOT))
          .map(pci -> new LoggedNic(Optional.empty(), Optional.of(pci), Optional.empty()));
    }
    Matcher device = BY_DEVICE.matcher(line);
    return device.find()
        ? NicPrefix.parse(device.group("before"))
            .filter(each -> each.driver().filter(Drivers::isKnown).isPresent())
        : Optional.empty();
  }
}
