package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.outputs.LineHosts;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.PauseOf;
import dev.unhang.model.host.KernelQuestion.Routes;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SavedHostViewTest {
  private static final InterfaceName ENO1 = new InterfaceName("eno1");
  private static final Offload OFF = new Offload("rx-all", false, false, true);

  private final EvidenceDraft draft = new EvidenceDraft("saved");

  private SavedHostViewTest paste(String text) {
    draft.paste(text.getBytes(StandardCharsets.UTF_8), "paste");
    return this;
  }

  private HostView view() {
    return new SavedHostView(draft.hosts().getFirst());
  }

  @Test
  void whatWasNotSavedIsAbsentWithTheCommandToAdd() {
    HostView host = paste("Features for eno1:\nrx-all: off\n").view();
    assertThat(host.kernel().ask(new PauseOf(ENO1)).whyNot())
        .contains("not read: add the output of: ethtool -a eno1");
    assertThat(host.kernel().ask(new Links()).whyNot())
        .contains("not read: add the output of: ip -s -d addr");
    assertThat(host.command(new Command(List.of("qm", "list"), Duration.ofSeconds(1))).whyNot())
        .contains("not read: add the output of: qm list");
    assertThat(host.read(new HostPath("/etc/hosts")))
        .isInstanceOfSatisfying(
            Reading.Absent.class,
            absent -> assertThat(absent.why()).isEqualTo(WhyAbsent.NOT_COLLECTED));
  }

  @Test
  void anOutputThatNamesNoInterfaceIsTakenForTheOnlyOneAndThatIsSaid() {
    Reading<Offloads> read =
        paste("rx-all: off\n\nEEE settings for eno1:\n\tEEE status: disabled\n")
            .view()
            .kernel()
            .ask(new OffloadsOf(ENO1));
    assertThat(read.known().orElseThrow().all()).containsExactly(OFF);
    assertThat(((Reading.Partly<Offloads>) read).troubles())
        .singleElement()
        .asString()
        .contains("taken for eno1");
  }

  @Test
  void theKernelIsToldByUname() {
    HostView host =
        paste("Linux pve 6.8.12-4-pve #1 SMP PREEMPT_DYNAMIC PMX 6.8.12-4 x86_64 GNU/Linux\n")
            .view();
    Reading<Content> release = host.read(new HostPath("/proc/sys/kernel/osrelease"));
    assertThat(release.known().map(Content::utf8)).contains("6.8.12-4-pve");
    assertThat(release)
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat(read.origin()).hasToString("paste"));
  }

  /// As a sosreport has them; iproute2 6.1 pads the columns.
  @Test
  void ofTwoOutputsThatListTheSameTheOneThatCountsIsRead() {
    String first =
        "2: eno1: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n";
    String address = "    link/ether 64:00:6a:51:d4:3d brd ff:ff:ff:ff:ff:ff\n";
    HostView host =
        paste(first + address)
            .paste(
                first
                    + address
                    + "    RX:  bytes packets errors dropped  missed   mcast           \n"
                    + "    1369622468   43716      0       0       0       0 \n")
            .view();
    List<Link> links = host.kernel().ask(new Links()).known().orElseThrow();
    assertThat(links.getFirst().counters()).anyMatch(counter -> counter.value() == 43_716);
  }

  @Test
  void ofTwoInterfacesItIsNeither() {
    HostView host =
        paste(
                "rx-all: off\n\nEEE settings for eno1:\n\tEEE status: disabled\n\nEEE settings for"
                    + " eno2:\n\tEEE status: disabled\n")
            .view();
    assertThat(host.kernel().ask(new OffloadsOf(ENO1)).known()).isEmpty();
    assertThat(host.list(new HostPath("/sys/class/net")).known()).contains(List.of("eno1", "eno2"));
  }

  @Test
  void ipIsBelievedBeforeIfconfig() {
    String ifconfig = "eno1: flags=4163<UP,BROADCAST>  mtu 1500\n\nlo: flags=73<UP>  mtu 65536\n\n";
    HostView host = paste(ifconfig + "2: eno1: <BROADCAST,UP> mtu 1400 qdisc mq state UP\n").view();
    assertThat(host.kernel().ask(new Links()).known().orElseThrow())
        .extracting(Link::index)
        .containsExactly(2);
  }

  @Test
  void routesLeaveByInterfacesThatAreListed() {
    String routes =
        "default via 192.0.2.1 dev vmbr0 onlink \n192.0.2.0/24 dev eno9 proto kernel scope link \n";
    assertThat(paste(routes).view().kernel().ask(new Routes()).whyNot().orElseThrow())
        .contains("add the output of: ip -s -d addr");
    paste("\n4: vmbr0: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP\n");
    assertThat(
            view().kernel().ask(new Routes()) instanceof Reading.Partly<?> partly
                ? partly.troubles()
                : List.of())
        .singleElement()
        .asString()
        .contains("routes leave by eno9, which no output lists");
    assertThat(view().kernel().ask(new Routes()).known().orElseThrow())
        .singleElement()
        .satisfies(route -> {
          assertThat(route.index()).isEqualTo(4);
          assertThat(route.isDefault()).isTrue();
        });
  }

  @Test
  void promptsOfSeveralHostsMakeSeveralHosts() {
    paste(
        "root@a:~# ethtool -k eno1\nFeatures for eno1:\nrx-all: off\nroot@b:~# ethtool -k"
            + " eno1\nFeatures for eno1:\nrx-all: on\n");
    List<SavedEvidence> hosts = draft.hosts();
    assertThat(hosts).extracting(host -> host.hostname().orElse("")).containsExactly("a", "b");
    assertThat(
            new SavedHostView(hosts.getFirst())
                .kernel()
                .ask(new OffloadsOf(ENO1))
                .known()
                .orElseThrow()
                .all())
        .containsExactly(OFF);
  }

  private static String hang(String host, String tdh) {
    return "Nov 21 04:14:03 %1$s kernel: e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
        .concat("Nov 21 04:14:03 %1$s kernel:   TDH                  <%2$s>\n")
        .formatted(host, tdh);
  }

  /// Lines keep their numbers, and their stamps tell whose they are.
  @Test
  void aLogOfSeveralHostsIsTheLogOfEach() {
    paste(hang("a", "1") + hang("b.example.org", "2") + hang("a", "3"));
    List<SavedEvidence> hosts = draft.hosts();
    assertThat(hosts).extracting(host -> host.hostname().orElse("")).containsExactly("a", "b");
    assertThat(hosts.get(1).logs())
        .singleElement()
        .extracting(log -> log.known().orElseThrow().episodes().getFirst().firstPlace().toString())
        .asString()
        .contains("paste:3");
    assertThat(hosts.get(1).troubles()).isEmpty();
  }

  @Test
  void whatNamesNoHostAmongSeveralIsATrouble() {
    paste(
        "Features for eno1:\nrx-all: off\n\nroot@a:~# ethtool -k eno1\nFeatures for eno1:\nrx-all:"
            + " off\nroot@b:~# uname -r\n");
    draft.paste(
        "[    1.5] e1000e 0000:00:19.0 eno1: NIC Link is Down\n".getBytes(StandardCharsets.UTF_8),
        "log");
    draft.paste(
        "root@b:~# ethtool -k eno1\nFeatures for eno1:\nrx-all: on\n"
            .getBytes(StandardCharsets.UTF_8),
        "b");
    List<SavedEvidence> hosts = draft.hosts();
    assertThat(hosts).hasSize(2);
    assertThat(hosts.getFirst().troubles())
        .extracting(Object::toString)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("paste:1", "ethtool -k IF left out: names no host", "a, b"),
            second -> assertThat(second).contains("log: log left out"));
    assertThat(hosts.getFirst().outputs()).hasSize(1);
  }

  /// A laptop's prompt before `ssh` names no host of the evidence.
  @Test
  void aHostOfWhichNothingWasPrintedIsNone() {
    paste("me@laptop:~$ ssh root@a\nroot@a:~# ethtool -k eno1\nFeatures for eno1:\nrx-all: off\n");
    assertThat(draft.hosts())
        .singleElement()
        .satisfies(host -> assertThat(host.hostname()).contains("a"));
  }

  /// More names than anybody pastes, and lines that only look like a host's.
  @Test
  void namesWithoutEndAreNone() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append(hang("h" + i, "1"));
    }
    paste(text.toString());
    assertThat(draft.hosts()).hasSize(1);
    assertThat(
            LineHosts.of(PastedText.of("Nov 21 04:14:03 a b kernel: x\n", new Origin("t"))).named())
        .isEmpty();
    assertThat(
            LineHosts.of(PastedText.of("Nov 21 04:14:03 " + "a".repeat(100_000), new Origin("t")))
                .named())
        .isEmpty();
  }

  @Test
  void filesAndFoldersOfAReport() {
    draft.file(new HostPath("/proc/net/dev"), new byte[] {'x'}, "report");
    HostView host = view();
    assertThat(host.read(new HostPath("/proc/net/dev")).known()).isPresent();
    assertThat(host.list(new HostPath("/proc")).known()).contains(List.of("net"));
    assertThat(host.list(new HostPath("/")).known()).contains(List.of("proc"));
    assertThat(host.list(new HostPath("/pro")).known()).isEmpty();
  }

  @Test
  void compressedLogsAreReadAndJournalFilesNamed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          "[    1.5] e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(draft.paste(packed.toByteArray(), "kern.log.1.gz")).isTrue();
    assertThat(draft.paste("LPKSHHRH\0\0".getBytes(StandardCharsets.UTF_8), "system.journal"))
        .isFalse();
    SavedEvidence evidence = draft.hosts().getFirst();
    assertThat(evidence.logs()).hasSize(1);
    assertThat(evidence.troubles()).singleElement().asString().contains("a journal file");
  }

  /// Notes that look like nothing are nothing, and a log is a log.
  @Test
  void whatIsNeitherOutputNorLogIsNothing() {
    assertThat(draft.paste("Dear all,\nit hangs.\n".getBytes(StandardCharsets.UTF_8), "note"))
        .isFalse();
    assertThat(
            draft.paste(
                "[    1.5] e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
                    .getBytes(StandardCharsets.UTF_8),
                "log"))
        .isTrue();
    assertThat(draft.hosts().getFirst().logs()).hasSize(1);
  }
}
