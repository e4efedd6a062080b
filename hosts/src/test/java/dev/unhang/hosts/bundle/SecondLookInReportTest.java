package dev.unhang.hosts.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.NicLook;
import dev.unhang.model.net.TxQueue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A report holds the second look beside the first, and tells the two apart.
class SecondLookInReportTest {
  private static final String DRIVER =
      """
      root@pve-02:~# ethtool -i eno1
      driver: e1000e
      bus-info: 0000:00:19.0
      """;

  private static SavedEvidence seen(long inFlight, String packets) {
    EvidenceDraft draft = new EvidenceDraft("pve-02");
    String queue = "/sys/class/net/eno1/queues/tx-0/byte_queue_limits/inflight";
    draft.file(new HostPath(queue), (inFlight + "\n").getBytes(StandardCharsets.UTF_8), queue);
    String link =
        """
        root@pve-02:~# ip -s link
        2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP mode DEFAULT
            link/ether 6c:0b:84:00:00:01 brd ff:ff:ff:ff:ff:ff
            RX:  bytes packets errors dropped  missed   mcast
               6000000    %s      0       0       0       0
            TX:  bytes packets errors dropped carrier collsns
               6000000    7000      0       0       0       0
        """
            .formatted(packets);
    draft.paste((DRIVER + link).getBytes(StandardCharsets.UTF_8), "pasted.txt");
    return draft.hosts().getFirst();
  }

  private static NicFacts nic(HostView host) {
    return HostReading.read(host, List.of(), List.of()).nics().getFirst();
  }

  private static HostView sent(RecordingHostView recorded) throws IOException {
    ReportDraft draft =
        ReportDraft.of(
            recorded.answers(), List.of(), List.of(), Optional.empty(), "1", Instant.EPOCH);
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    draft.write(tar);
    SavedReport report =
        SavedReport.read(new ByteArrayInputStream(tar.toByteArray()), "report.tar");
    assertThat(report.troubles()).isEmpty();
    return report.host();
  }

  @Test
  void bothLooksAreInIt() throws IOException {
    RecordingHostView live =
        new RecordingHostView(
            new SavedHostView(seen(5768, "9000"), Optional.of(seen(5767, "9002"))));
    NicFacts then = nic(live);
    NicFacts replayed = nic(sent(live));

    assertThat(replayed.seen()).isEqualTo(then.seen());
    assertThat(replayed.again()).isEqualTo(then.again());
    NicLook look = replayed.again().known().orElseThrow();
    assertThat(inFlight(replayed.seen().counts().txQueues().known().orElseThrow())).isEqualTo(5768);
    assertThat(inFlight(look.counts().txQueues().known().orElseThrow())).isEqualTo(5767);
    assertThat(look.link().known().orElseThrow().counters())
        .anyMatch(counter -> counter.name().equals("rx_packets") && counter.value() == 9002);
  }

  @Test
  void whoWasNotLookedAtTwiceIsNotInTheReportEither() throws IOException {
    RecordingHostView idle =
        new RecordingHostView(new SavedHostView(seen(0, "9000"), Optional.of(seen(0, "9002"))));
    assertThat(nic(idle).again().known()).isEmpty();
    assertThat(sent(idle).later()).isEmpty();
  }

  private static long inFlight(List<TxQueue> queues) {
    return queues.getFirst().inFlightBytes().orElseThrow();
  }
}
