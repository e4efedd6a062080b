package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `unhang topology` on the simulated host, and of a disk.
class TopologyCommandTest {
  private final SimWiring pve = new SimWiring();

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  @Test
  void theWayFromTheNicToTheGuestIsDrawn() {
    TestConsole topology = unhang("topology");
    assertThat(topology.out())
        .isEqualTo(
            """
            eno1 - NIC, 0000:00:19.0
              goes dark with it: vmbr0, guest 100 (nas), the default route
              +- vmbr0 - bridge
                 |  192.0.2.2/24
                 |  default route via 192.0.2.1
                 +- fwpr100p0 - fwln100i0 - fwbr100i0 - tap100i0 - guest 100 (nas)
            """);
    assertThat(topology.exit()).isZero();
  }

  @Test
  void aNamedElementIsShownWithWhatSitsOnIt() {
    assertThat(unhang("topology", "fwbr100i0").out())
        .startsWith("fwbr100i0 - bridge")
        .doesNotContain("vmbr0");
    assertThat(unhang("topology", "eno7").exit()).isEqualTo(66);
  }

  @Test
  void theDrawingIsOneDocumentWithTheHostsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("t.svg");
    assertThat(unhang("topology", "--svg", file.toString()).exit()).isZero();
    assertThat(Files.readString(file))
        .startsWith("<svg xmlns=")
        .contains("pve-02")
        .contains("guest 100")
        .contains("prefers-color-scheme: dark")
        .endsWith("</svg>\n");
  }

  @Test
  void namesFromOutsideCannotBecomeMarkupOrMoveTheCursor(@TempDir Path folder) throws IOException {
    Path guests = Files.createDirectories(folder.resolve("disk/etc/pve/qemu-server"));
    Files.writeString(
        guests.resolve("100.conf"), "name: <script>\u001b[2Jx</script>&\nnet0: e1000=A,bridge=v\n");
    Files.createDirectories(folder.resolve("disk/etc/pve/lxc"));
    Path svg = folder.resolve("t.svg");
    TestConsole topology =
        unhang("topology", "--root", folder.resolve("disk").toString(), "--svg", svg.toString());
    assertThat(topology.out()).contains("<script>\\x1b[2Jx</script>&").doesNotContain("\u001b");
    assertThat(Files.readString(svg))
        .contains("&lt;script&gt;\\x1b[2Jx&lt;/script&gt;&amp;")
        .doesNotContain("<script>");
  }

  @Test
  void aGuestOnTwoBridgesIsDrawnOnce(@TempDir Path folder) throws IOException {
    Path guests = Files.createDirectories(folder.resolve("etc/pve/qemu-server"));
    Files.createDirectories(folder.resolve("etc/pve/lxc"));
    Files.writeString(
        guests.resolve("100.conf"), "net0: e1000=A,bridge=vmbr0\nnet1: e1000=A,bridge=vmbr1\n");
    Path svg = folder.resolve("t.svg");
    unhang("topology", "--root", folder.toString(), "--svg", svg.toString());
    assertThat(Files.readString(svg).split("class=\"guest\"", -1)).hasSize(2);
  }
}
