package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The IOMMU names devices by their addresses alone.
class FaultsByAddressTest {
  private static final String REFUSED =
      "[ 2391.959183] AMD-Vi: Event logged [IO_PAGE_FAULT device=03:00.0 domain=0x001b"
          + " address=0x0000000000003000 flags=0x0050]\n";

  private static List<FaultLines> faults(String lspci) {
    EvidenceDraft draft = new EvidenceDraft("saved");
    draft.paste(REFUSED.getBytes(StandardCharsets.UTF_8), "dmesg.txt");
    draft.paste(lspci.getBytes(StandardCharsets.UTF_8), "lspci.txt");
    SavedEvidence host = draft.hosts().getFirst();
    return HostReading.read(SavedHardware.of(host), host.logs(), List.of()).logs().stream()
        .map(Reading<LogFacts>::known)
        .flatMap(log -> log.map(LogFacts::faults).stream().flatMap(List::stream))
        .toList();
  }

  @Test
  void lspciTellsThatANicSitsThere() {
    assertThat(
            faults(
                "03:00.0 Ethernet controller: Realtek Semiconductor Co., Ltd. RTL8111/8168/8411"
                    + " PCI Express Gigabit Ethernet Controller (rev 0c)\n"
                    + "\tKernel driver in use: r8169\n"))
        .singleElement()
        .satisfies(lines -> {
          assertThat(lines.fault()).isEqualTo(Fault.DMA_FAULT);
          assertThat(lines.nic().driver()).contains("r8169");
          assertThat(lines.nic().pci().orElseThrow().value()).isEqualTo("0000:03:00.0");
        });
  }

  @Test
  void aDiskControllersFaultIsNoNics() {
    Stream.of(
            "03:00.0 SATA controller: ASMedia Technology Inc. ASM1062 (rev 02)\n",
            "04:00.0 Ethernet controller: Realtek Semiconductor Co., Ltd. RTL8125 2.5GbE\n")
        .forEach(lspci -> assertThat(faults(lspci)).as(lspci).isEmpty());
  }
}
