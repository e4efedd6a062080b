package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who may write to the disk that is repaired, or to the folder that a report goes to,
/// exchanges folders for links while unhang is at it. `-Dunhang.races=1000` tries it that often.
class SwappedLinksTest {
  private static final int TRIES = Integer.getInteger("unhang.races", 12);

  private static final String BOOT =
      """
      [    0.000000] Linux version 6.8.12-4-pve (build@proxmox) (gcc) #1 SMP PREEMPT_DYNAMIC
      [    0.310000] pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
      [    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:2.5GT/s:Width x1) 00:00:5e:00:53:01
      [    1.700000] e1000e 0000:00:1f.6 eno1: renamed from eth0
      """;

  private static final String INTERFACES = "auto eno1\niface eno1 inet manual\n";

  @TempDir private Path folder = Path.of("");

  private final SimWiring live = new SimWiring();
  private Path disk = Path.of("");
  private Path outside = Path.of("");

  @BeforeEach
  void fill() throws IOException {
    disk = folder.resolve("disk");
    outside = folder.resolve("outside");
    write("var/log/kern.log", BOOT);
    write("etc/network/interfaces", INTERFACES);
    write("usr/sbin/ethtool", "#!/bin/sh\n");
    disk.resolve("usr/sbin/ethtool").toFile().setExecutable(true);
    write("usr/share/ifupdown2/__main__.py", "");
    Path wants = disk.resolve("etc/systemd/system/network-online.target.wants");
    Files.createDirectories(wants);
    Files.createSymbolicLink(
        wants.resolve("networking.service"), Path.of("/lib/systemd/system/networking.service"));
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("interfaces"), INTERFACES);
    Files.writeString(outside.resolve("precious"), "precious");
  }

  private void write(String path, String text) throws IOException {
    Path file = disk.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> outsideNow() throws IOException {
    Map<String, String> now = new TreeMap<>();
    try (Stream<Path> all = Files.walk(outside)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        now.put(outside.relativize(each).toString(), Files.readString(each));
      }
    }
    return now;
  }

  @ParameterizedTest
  @ValueSource(strings = {"etc/network", "var/lib/unhang", "var/lib/unhang/changes"})
  void whatIsSwappedDuringUndoLeadsNowhere(String name) throws Exception {
    TestConsole fixed = TestConsole.run(live, "fix", "eno1", "--yes", "--root", disk.toString());
    assertThat(fixed.out()).contains("Done, change 1");
    Path swapped = disk.resolve(name);
    // What is outside could be taken for what was expected inside.
    for (Path each : List.of(disk.resolve("etc/network"), swapped)) {
      copy(each, outside);
    }
    Map<String, String> before = outsideNow();
    AtomicBoolean stop = new AtomicBoolean();
    Thread swapper = Thread.ofPlatform().start(() -> swap(swapped, stop));
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        TestConsole undone = TestConsole.run(live, "undo", "--yes", "--root", disk.toString());
        assertThat(undone.err()).doesNotContain("bug in unhang");
        TestConsole again =
            TestConsole.run(live, "fix", "eno1", "--yes", "--root", disk.toString());
        assertThat(again.err()).doesNotContain("bug in unhang");
      }
    } finally {
      stop.set(true);
      swapper.join();
    }
    assertThat(outsideNow()).isEqualTo(before);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(there);
        } else {
          Files.copy(each, there, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private void swap(Path name, AtomicBoolean stop) {
    Path real = name.resolveSibling("real");
    Path link = name.resolveSibling("link");
    try {
      while (!stop.get()) {
        Files.createSymbolicLink(link, outside);
        Files.move(name, real, StandardCopyOption.ATOMIC_MOVE);
        Files.move(link, name, StandardCopyOption.ATOMIC_MOVE);
        Thread.sleep(0, 200_000);
        Files.delete(name);
        Files.move(real, name, StandardCopyOption.ATOMIC_MOVE);
        Thread.sleep(1);
      }
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void whatIsSwappedDuringAReportIsNotWritten() throws Exception {
    Path name = Files.createDirectories(folder.resolve("theirs")).resolve("r.tar.gz");
    Map<String, String> before = outsideNow();
    AtomicBoolean stop = new AtomicBoolean();
    Thread swapper = Thread.ofPlatform().start(() -> links(name, stop));
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        TestConsole report =
            TestConsole.run(live, "report", "--root", disk.toString(), "-o", name.toString());
        assertThat(report.err()).doesNotContain("bug in unhang");
      }
    } finally {
      stop.set(true);
      swapper.join();
    }
    assertThat(outsideNow()).isEqualTo(before);
  }

  private void links(Path name, AtomicBoolean stop) {
    while (!stop.get()) {
      try {
        for (String target : List.of("precious", "made")) {
          Files.deleteIfExists(name);
          Files.createSymbolicLink(name, outside.resolve(target));
          Thread.onSpinWait();
        }
        Files.deleteIfExists(name);
      } catch (FileAlreadyExistsException meanwhile) {
        Thread.onSpinWait();
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }
}
