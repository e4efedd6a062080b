package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Survey;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.NicSurvey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What lspci, dmidecode, ethtool -i and a log tell together.
class SavedHardwareTest {
  private static final String LSPCI =
      """
      00:1f.6 Ethernet controller [0200]: Intel Corporation Ethernet Connection (2) I219-V [8086:15b8]
      \tKernel driver in use: e1000e
      """;

  private static final String RESET =
      "Oct  5 12:00:04 pve kernel: e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly\n";

  private final EvidenceDraft draft = new EvidenceDraft("saved");

  private SavedHardwareTest paste(String text, String name) {
    draft.paste(text.getBytes(StandardCharsets.UTF_8), name);
    return this;
  }

  private NicSurvey survey() {
    return Survey.read(view(), List.of());
  }

  private HostView view() {
    return SavedHardware.of(draft.hosts().getFirst());
  }

  private static NicDevice.Pci pci(NicSurvey survey) {
    assertThat(survey.nics()).hasSize(1);
    return (NicDevice.Pci) survey.nics().getFirst().device().known().orElseThrow();
  }

  @Test
  void ethtoolTellsWhichInterfaceLspcisFunctionIs() {
    paste(LSPCI, "a").paste("$ ethtool -i eno1\ndriver: e1000e\nbus-info: 0000:00:1f.6\n", "b");
    assertThat(pci(survey()).chip().orElseThrow().family()).startsWith("I219");
  }

  @Test
  void theLogTellsItToo() {
    paste(LSPCI, "a").paste(RESET, "b");
    assertThat(pci(survey()).function().driver()).contains("e1000e");
  }

  @Test
  void aNameThatMovedBetweenCardsIsJoinedToNone() {
    paste(LSPCI, "a").paste(RESET + RESET.replace("00:1f.6", "02:00.0"), "b");
    NicSurvey survey = survey();
    assertThat(survey.nics()).isEmpty();
    assertThat(survey.withoutInterface()).hasSize(1);
  }

  @Test
  void whatToldOfTheMachineIsNamed() {
    paste(
        """
        # dmidecode 3.4
        System Information
        \tManufacturer: Example
        \tProduct Name: Board 100
        """,
        "dmi.txt");
    HostPath product = new HostPath("/sys/class/dmi/id/product_name");
    assertThat(view().read(product).toString()).contains("dmi.txt");
    assertThat(survey().machine().product()).contains("Board 100");
  }
}
