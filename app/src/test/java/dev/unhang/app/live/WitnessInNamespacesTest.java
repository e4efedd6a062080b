package dev.unhang.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Four namespaces stand for a witness, a host with a bridge, its guest, and another host. Links
/// are set down in the middle, and real probes are sent. Nothing of the machine's own network is
/// touched.
@Timeout(120)
class WitnessInNamespacesTest {
  private static final String TAG = "unhang-w" + ProcessHandle.current().pid();
  private static final String WITNESS = TAG + "-witness";
  private static final String HOST = TAG + "-host";
  private static final String GUEST = TAG + "-guest";
  private static final String OTHER = TAG + "-other";
  private static final List<String> ALL = List.of(WITNESS, HOST, GUEST, OTHER);

  private static final String MAP =
      """
      {"schema": "unhang.topology/1",
       "elements": [
        {"name": "eno1", "kind": "nic", "label": null, "basis": "live", "bonding": null},
        {"name": "vmbr0", "kind": "bridge", "label": null, "basis": "live", "bonding": null},
        {"name": "tap100i0", "kind": "tap", "label": null, "basis": "live", "bonding": null},
        {"name": "guest 100", "kind": "guest", "label": "nas", "basis": "live", "bonding": null}],
       "ties": [
        {"lower": "eno1", "upper": "vmbr0", "basis": "live"},
        {"lower": "vmbr0", "upper": "tap100i0", "basis": "live"},
        {"lower": "tap100i0", "upper": "guest 100", "basis": "live"}],
       "uses": [{"element": "vmbr0", "kind": "address", "text": "192.0.2.2/24"}]}
      """;

  private static boolean ip(String words) {
    List<String> argv = new ArrayList<>(List.of("ip"));
    argv.addAll(List.of(words.split(" ", -1)));
    return FollowedKernel.works(argv);
  }

  private static void link(String one, String name, String two, String peer) {
    assumeTrue(
        ip("-n %s link add %s type veth peer name %s netns %s".formatted(one, name, peer, two)),
        "this kernel has no veth");
    ip("-n %s link set %s up".formatted(one, name));
    ip("-n %s link set %s up".formatted(two, peer));
  }

  @BeforeEach
  void wires() {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to make namespaces");
    for (String each : ALL) {
      assumeTrue(ip("netns add " + each), "no network namespaces here (iproute2?)");
    }
    link(WITNESS, "up0", HOST, "eno1");
    link(WITNESS, "up1", OTHER, "eth0");
    link(HOST, "tap100i0", GUEST, "eth0");
    assumeTrue(ip("-n " + HOST + " link add vmbr0 type bridge"), "this kernel has no bridges");
    ip("-n " + HOST + " link set eno1 master vmbr0");
    ip("-n " + HOST + " link set tap100i0 master vmbr0");
    ip("-n " + HOST + " link set vmbr0 up");
    ip("-n " + WITNESS + " addr add 192.0.2.1/24 dev up0");
    ip("-n " + WITNESS + " addr add 198.51.100.1/24 dev up1");
    ip("-n " + HOST + " addr add 192.0.2.2/24 dev vmbr0");
    ip("-n " + GUEST + " addr add 192.0.2.10/24 dev eth0");
    ip("-n " + OTHER + " addr add 198.51.100.2/24 dev eth0");
  }

  @AfterEach
  void takesDown() {
    ALL.forEach(each -> ip("netns del " + each));
  }

  private static Process witness(Path map) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "ip",
            "netns",
            "exec",
            WITNESS,
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.unhang.app.Main",
            "witness",
            "--jsonl",
            "--interval",
            "300ms",
            "--for",
            "100s",
            "--map",
            "pve=" + map,
            "--target",
            "pve=192.0.2.2",
            "--target",
            "nas=192.0.2.10",
            "--target",
            "other=198.51.100.2")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// The next line of an event.
  private static String next(BufferedReader lines, String event) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("\"event\":\"" + event + "\"")) {
        return line;
      }
    }
    throw new AssertionError("the witness ended before it told: " + event);
  }

  @Test
  void theGuestsPortAndThenTheNicAreNamed(@TempDir Path folder) throws IOException {
    Path map = Files.writeString(folder.resolve("map.json"), MAP);
    Process witness = witness(map);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(witness.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(next(lines, "alive")).contains("\"answering\":3");
      ip("-n " + HOST + " link set tap100i0 down");
      assertThat(next(lines, "dark"))
          .contains("\"name\":\"guest 100 (nas) of pve\"")
          .contains("\"alike\":[\"tap tap100i0\"]")
          .contains("bridge vmbr0: pve answers over it");
      ip("-n " + HOST + " link set tap100i0 up");
      assertThat(next(lines, "back")).contains("\"target\":\"nas\"");
      ip("-n " + HOST + " link set eno1 down");
      assertThat(next(lines, "dark"))
          .contains("\"name\":\"NIC eno1 of pve\"")
          .contains("\"target\":\"nas\"")
          .contains("\"answering\":[\"other\"]");
    } finally {
      witness.destroy();
    }
  }
}
