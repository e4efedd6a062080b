package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mounted disk of a dead Proxmox VE node, whose database SQLite itself has made.
class ClusterOfDiskTest {
  /// Rows as pmxcfs makes them, in many pages; a long file; the last changes only in the log, where
  /// a process that dies leaves them.
  private static final String MAKE =
      """
      import os, sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("PRAGMA page_size=4096")
      db.execute("CREATE TABLE tree (inode INTEGER PRIMARY KEY NOT NULL, parent INTEGER NOT NULL,"
                 " version INTEGER NOT NULL, writer INTEGER NOT NULL, mtime INTEGER NOT NULL,"
                 " type INTEGER NOT NULL, name TEXT NOT NULL, data BLOB)")
      def row(inode, parent, kind, name, data=None):
          db.execute("INSERT INTO tree VALUES (?,?,1,0,1700000000,?,?,?)",
                     (inode, parent, kind, name, data))
      row(0, 0, 8, "__version__")
      row(1, 0, 4, "nodes")
      row(2, 1, 4, "pve-02")
      row(3, 2, 4, "qemu-server")
      row(4, 1, 4, "pve-03")
      row(5, 4, 4, "qemu-server")
      row(6, 5, 8, "900.conf", b"name: elsewhere\\nnet0: virtio=BC:24:11:00:00:09,bridge=vmbr0\\n")
      for i in range(300):
          row(1000 + i, 0, 8, "filler%d" % i, b"x" * 200)
      row(7, 0, 8, "long.cfg", bytes(range(256)) * 100)
      db.execute("PRAGMA journal_mode=WAL")
      db.execute("PRAGMA wal_autocheckpoint=0")
      row(8, 3, 8, "100.conf", b"name: nas\\nnet0: virtio=BC:24:11:00:00:01,bridge=vmbr0\\n")
      db.execute("UPDATE tree SET name='101.conf' WHERE inode=8")
      os._exit(0)
      """;

  @TempDir Path root;
  private final SimWiring wiring = new SimWiring();

  @BeforeEach
  void disk() throws IOException {
    Path database =
        Files.createDirectories(root.resolve("var/lib/pve-cluster")).resolve("config.db");
    Files.createDirectories(root.resolve("etc/pve"));
    Files.createDirectories(root.resolve("etc/network"));
    Files.writeString(root.resolve("etc/hostname"), "pve-02\n");
    Files.writeString(
        root.resolve("etc/network/interfaces"),
        "auto vmbr0\niface vmbr0 inet static\n\taddress 192.0.2.2/24\n\tbridge-ports eno1\n");
    Command make =
        new Command(List.of("python3", "-c", MAKE, database.toString()), Duration.ofSeconds(60));
    assumeTrue(
        RunCommand.collect(make).known().filter(ended -> ended.exit() == 0).isPresent(),
        "no python3 with sqlite3 here to make a database");
  }

  private HostView view() {
    return wiring.mounted(new HostPath(root.toString()));
  }

  @Test
  void theGuestsOfADeadNodeAreNamed() {
    TestConsole topology = TestConsole.run(wiring, "topology", "--root", root.toString());
    assertThat(topology.out()).contains("guest 101 (nas)").doesNotContain("elsewhere", "guest 100");
  }

  @Test
  void filesOfAnyLengthAreReadWhole() {
    byte[] bytes =
        view().read(new HostPath("/etc/pve/long.cfg")).known().map(Content::bytes).orElseThrow();
    assertThat(bytes).hasSize(25_600);
    assertThat(bytes[25_599]).isEqualTo((byte) 255);
    assertThat(view().list(new HostPath("/etc/pve")).known().orElseThrow())
        .hasSize(303)
        .contains("qemu-server", "nodes", "filler299");
  }

  /// What was not finished when the host died never happened.
  @Test
  void aLogThatBreaksOffCountsUpToItsLastWholeChange() throws IOException {
    Path log = root.resolve("var/lib/pve-cluster/config.db-wal");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 10));
    assertThat(view().list(new HostPath("/etc/pve/qemu-server")).known().orElseThrow())
        .containsExactly("100.conf");
  }

  @Test
  void anEmptyFolderWithoutADatabaseIsNotMounted() throws IOException {
    Files.delete(root.resolve("var/lib/pve-cluster/config.db"));
    TestConsole topology = TestConsole.run(wiring, "topology", "--root", root.toString());
    assertThat(topology.out() + topology.err()).contains("is not mounted");
  }

  @Test
  void anyByteOfTheDatabaseMayBeAnother() throws IOException {
    Path database = root.resolve("var/lib/pve-cluster/config.db");
    byte[] whole = Files.readAllBytes(database);
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      byte[] bytes =
          Arrays.copyOf(whole, round % 10 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int i = 0; i < 200 && bytes.length > 16; i++) {
        bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt(256);
      }
      Files.write(database, bytes);
      Reading<List<String>> listed = view().list(new HostPath("/etc/pve"));
      assertThat(listed.known().isPresent() || listed.whyNot().isPresent()).isTrue();
    }
  }
}
