package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The three machines of the incident's write-up, as far as it shows them.
class CompareCommandTest {
  @TempDir Path folder;

  private String host(String name, String lspci, String uname) throws IOException {
    Path host = Files.createDirectories(folder.resolve(name));
    Files.writeString(host.resolve("a.txt"), lspci + "\n");
    if (!uname.isEmpty()) {
      Files.writeString(host.resolve("b.txt"), uname + "\n");
    }
    return host.toString();
  }

  private String pve02() throws IOException {
    String host =
        host(
            "pve-02",
            "00:19.0 Ethernet controller: Intel Corporation Ethernet Connection I217-LM (rev 04)",
            "Linux pve-02 6.8.12-10-pve #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux");
    Files.copy(
        TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log"),
        folder.resolve("pve-02/c.txt"));
    return host;
  }

  private String m920q() throws IOException {
    return host(
        "m920q",
        "00:1f.6 Ethernet controller: Intel Corporation Ethernet Connection (7) I219-LM (rev 10)",
        "");
  }

  private String pve03() throws IOException {
    return host(
        "pve-03",
        "00:1f.6 Ethernet controller: Intel Corporation Ethernet Connection (2) I219-V",
        "Linux pve-03 6.8.12-10-pve #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux");
  }

  private static TestConsole unhang(String... words) {
    return TestConsole.run(new LiveWiring(), words);
  }

  @Test
  void theChipSeparatesThem() throws IOException {
    TestConsole compared =
        unhang("compare", pve02(), m920q(), pve03(), "--healthy", "m920q,pve-03");
    assertThat(compared.out())
        .startsWith("LIKELIEST DIFFERENCE: chip, Ethernet Connection I217-LM")
        .contains("hangs     1 hang ")
        .contains("only one host hangs")
        .contains("kernel: pve-03 has 6.8.12-10-pve too, and does not hang")
        .contains("Nearest pair: pve-03 differs from pve-02 in chip");
    assertThat(compared.exit()).isEqualTo(1);
  }

  /// Pasted into one file, each behind its prompt, one hang in a log that names its host.
  @Test
  void hostsOfOneFileAreComparedByTheirNames() throws IOException {
    Path all =
        Files.writeString(
            folder.resolve("all.txt"),
            """
            root@pve1:~# ethtool -i eno1
            driver: e1000e
            version: 6.8.12-4-pve
            firmware-version: 0.13-4
            bus-info: 0000:00:1f.6
            root@pve2:~# ethtool -i eno1
            driver: e1000e
            version: 6.8.12-9-pve
            firmware-version: 0.13-4
            bus-info: 0000:00:1f.6

            Nov 21 04:14:03 pve2 kernel: e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:
            Nov 21 04:14:03 pve2 kernel:   TDH                  <61>
            Nov 21 04:14:03 pve2 kernel:   TDT                  <90>
            Nov 21 04:14:03 pve2 kernel:   next_to_use          <90>
            Nov 21 04:14:03 pve2 kernel:   next_to_clean        <60>
            """);
    TestConsole compared = unhang("compare", all.toString(), "--healthy", "pve1");
    assertThat(compared.out()).contains("pve1", "pve2", "hangs", "6.8.12-9-pve");
    assertThat(compared.exit()).isEqualTo(1);
    assertThat(unhang("compare", all + "#pve1", all + "#pve2").out()).contains("all.txt#pve2");
    TestConsole none = unhang("compare", all + "#pve1", all + "#pve9");
    assertThat(none.exit()).isEqualTo(66);
    assertThat(none.err()).contains("there are pve1, pve2");
  }

  @Test
  void withoutALogNobodyIsHealthy() throws IOException {
    assertThat(unhang("compare", pve02(), m920q()).out()).startsWith("NO HEALTHY HOST");
    TestConsole unknown = unhang("compare", m920q(), pve03());
    assertThat(unknown.out()).startsWith("NO HOST HANGS");
    assertThat(unknown.exit()).isEqualTo(3);
  }

  @Test
  void namesThatAreNoHostsAreRefused() throws IOException {
    TestConsole refused = unhang("compare", m920q(), pve03(), "--healthy", "nas");
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.err()).contains("no host is called nas");
    assertThat(unhang("compare", m920q()).exit()).isEqualTo(64);
  }

  @Test
  void thisHostIsComparedToo() throws IOException {
    TestConsole compared = TestConsole.run(new SimWiring(), "compare", "--here", pve03());
    assertThat(compared.out()).contains("here").contains("tso").contains("not read");
  }
}
