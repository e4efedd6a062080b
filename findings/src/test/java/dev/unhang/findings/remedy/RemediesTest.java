package dev.unhang.findings.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.host.HostPath;
import dev.unhang.testing.DumpText;
import dev.unhang.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What can be done about a NIC, by its chip, its kernel and how it is set now.
class RemediesTest {
  private static final Path PAGES = Fixtures.ROOT.resolve("docs/steps");
  private static final String PCI = "/sys/bus/pci/devices/0000:00:1f.6/";

  /// A host whose eno1, with that chip, hung once.
  private static final class Host {
    private final EvidenceDraft draft = new EvidenceDraft("host");

    Host(String device) {
      this(device, "e1000e");
    }

    Host(String device, String driver) {
      String nic = DumpText.NIC.replace("19.0", "1f.6");
      draft.log(
          new ByteArrayInputStream(bytes(DumpText.of(nic).stamped("[  402.000000] "))),
          "kernel.log");
      paste(
          "ip -d addr",
          "2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP group"
              + " default qlen 1000\n    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff"
              + " promiscuity 1 numtxqueues 1 numrxqueues 1 parentbus pci parentdev 0000:00:1f.6 ");
      paste("ethtool -i eno1", "driver: " + driver + "\nversion: 6.1\nbus-info: 0000:00:1f.6");
      file(PCI + "vendor", "0x8086");
      file(PCI + "device", device);
      file(PCI + "class", "0x020000");
    }

    Host paste(String command, String text) {
      draft.paste(bytes("root@pve-02:~# " + command + "\n" + text + "\n"), command);
      return this;
    }

    Host file(String path, String text) {
      draft.file(new HostPath(path), bytes(text + "\n"), path);
      return this;
    }

    NicCase nic() {
      return Diagnosis.cases(facts()).getFirst();
    }

    private HostFacts facts() {
      SavedEvidence host = draft.hosts().getFirst();
      return HostReading.read(new SavedHostView(host), host.logs(), List.of());
    }

    /// What its hang is answered with.
    List<Advice> advised() {
      return Diagnosis.of(facts()).nics().getFirst().diagnosed().getFirst().advice();
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  static List<Remedy> remedies() {
    return Remedies.all();
  }

  @ParameterizedTest
  @MethodSource("remedies")
  void aRemedyIsCalledByItsClassAndHasAPage(Remedy remedy) {
    String id = remedy.id().value();
    assertThat(id)
        .isEqualTo(
            remedy
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT));
    Path page = PAGES.resolve(id + ".md");
    assertThat(page).exists();
    String text = new String(Fixtures.bytes(page), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("`" + id + "`")
        .contains(
            "## What it does",
            "## When it helps",
            "## What it costs",
            "## By hand",
            "## How it is kept",
            "## How to see that it helped");
    assertThat(text.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void aPageHasARemedy() {
    assertThat(Fixtures.below(PAGES))
        .extracting(page -> page.getFileName().toString().replace(".md", ""))
        .containsExactlyInAnyOrderElementsOf(
            Remedies.all().stream().map(remedy -> remedy.id().value()).toList());
  }

  /// What is fitted to nothing known still comes in the order of what helped most often.
  @Test
  void whatHelpedMostOftenComesFirst() {
    assertThat(new Host("0x15bc").advised())
        .extracting(advice -> advice.step().value())
        .containsExactly(
            "turn-off-offload",
            "turn-off-eee",
            "turn-off-all-offloads",
            "limit-c-states",
            "update-kernel",
            "update-firmware",
            "another-card");
  }

  @ParameterizedTest
  @CsvSource({
    "6.8.12-9-pve, true",
    "6.17.2-1-pve, true",
    "6.8.12-8-pve, false",
    "6.12.48+deb13-amd64, false",
  })
  void aKernelIsPinnedWhereProxmoxsOwnNeverResets(String release, boolean offered) {
    NicCase nic = new Host("0x15bc").file("/proc/sys/kernel/osrelease", release).nic();
    assertThat(new PinKernel().fit(nic) instanceof Applicability.Applicable).isEqualTo(offered);
  }

  @Test
  void anUpdateSaysWhatItTakesAway() {
    assertThat(
            new UpdateKernel()
                .fit(new Host("0x15bc").file("/proc/sys/kernel/osrelease", "6.8.12-8-pve").nic())
                .advice())
        .hasValueSatisfying(advice -> assertThat(advice.risk()).contains("resets a hang"));
    assertThat(
            new UpdateKernel()
                .fit(new Host("0x15f3", "igc").file("/proc/sys/kernel/osrelease", "6.1.0").nic())
                .advice())
        .hasValueSatisfying(advice -> assertThat(advice.why()).contains("9b275176270e"));
  }

  @Test
  void aCommandFitsItsColumn() {
    assertThat(new Host("0x10ea").advised())
        .extracting(Advice::command)
        .allMatch(command -> command.length() <= 40);
  }

  @ParameterizedTest
  @CsvSource({
    "0x10ea, true, pchlan: 82577",
    "0x1502, false, 82579",
  })
  void pauseIsForChipsThatHangOnIt(String device, boolean offered, String chip) {
    assertThat(new TurnOffPause().fit(new Host(device).nic()) instanceof Applicability.Applicable)
        .as(chip)
        .isEqualTo(offered);
  }

  @Test
  void aPrivateFlagIsForKernelsThatHaveIt() {
    assertThat(new TurnOffK1().fit(new Host("0x15bc").nic()))
        .isInstanceOf(Applicability.NotApplicable.class);
    NicCase older =
        new Host("0x15bc")
            .paste("ethtool --show-priv-flags eno1", flags("s0ix-enabled      : on"))
            .nic();
    assertThat(new TurnOffK1().fit(older)).isInstanceOf(Applicability.NotApplicable.class);
    assertThat(new TurnOffS0ix().fit(older).advice())
        .hasValueSatisfying(advice -> {
          assertThat(advice.command()).isEqualTo("private flag s0ix-enabled off");
          assertThat(advice.why()).contains("ethtool --set-priv-flags eno1 s0ix-enabled off");
        });
    NicCase newer =
        new Host("0x550a")
            .paste("ethtool --show-priv-flags eno1", flags("disable-k1        : on"))
            .nic();
    assertThat(new TurnOffK1().fit(newer)).isInstanceOf(Applicability.AlreadyApplied.class);
  }

  private static String flags(String line) {
    return "Private flags for eno1:\n" + line;
  }

  @Test
  void aspmIsForCardsWithALink() {
    assertThat(new TurnOffAspm().fit(new Host("0x15bc").nic()))
        .isInstanceOf(Applicability.NoEffect.class);
    assertThat(new TurnOffAspm().fit(card("1").nic()).advice())
        .hasValueSatisfying(advice -> assertThat(advice.why()).contains("L1"));
    assertThat(new TurnOffAspm().fit(card("0").nic()))
        .isInstanceOf(Applicability.AlreadyApplied.class);
    assertThat(new TurnOffAspm().fit(new Host("0x10d3").nic()))
        .isInstanceOf(Applicability.NotApplicable.class);
    assertThat(new LimitCStates().fit(new Host("0x10d3").nic()))
        .isInstanceOf(Applicability.NotApplicable.class);
  }

  private static Host card(String l1) {
    return new Host("0x10d3").file(PCI + "link/l1_aspm", l1);
  }

  @Test
  void anotherDriverHasStepsOfItsOwn() {
    assertThat(new Host("0x125c", "igc").advised())
        .extracting(advice -> advice.step().value())
        .startsWith("update-kernel", "turn-off-eee", "drivers-own-steps")
        .doesNotContain("turn-off-offload", "turn-off-all-offloads");
  }

  @Test
  void theKernelThatRunsIsNamed() {
    NicCase old = new Host("0x15bc").file("/proc/sys/kernel/osrelease", "5.1.21-arch").nic();
    assertThat(new UpdateKernel().fit(old).advice())
        .hasValueSatisfying(advice ->
            assertThat(advice.why()).contains("5.1.21-arch", "no longer reports healthy NICs"));
    NicCase newer = new Host("0x15bc").file("/proc/sys/kernel/osrelease", "6.8.12-9-pve").nic();
    assertThat(new UpdateKernel().fit(newer).advice())
        .hasValueSatisfying(advice -> assertThat(advice.why()).doesNotContain("healthy"));
  }
}
