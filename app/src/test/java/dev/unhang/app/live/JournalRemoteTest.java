package dev.unhang.app.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.app.command.Cli;
import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.wiring.LiveWiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `scan --follow FOLDER` beside systemd's own writer.
///
/// Man: systemd-journal-remote.service(8)
class JournalRemoteTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final String BOOT = "eb6a2d01e1f24ff9ab937ca8278e38d1";

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private volatile boolean closed;
  private int number;

  /// What a terminal would show, until it is closed.
  private final class Screen extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      if (closed) {
        throw new IOException("closed");
      }
      if (b == '\n') {
        lines.add(line.toString(UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }

    @Override
    public void flush() throws IOException {
      if (closed) {
        throw new IOException("closed");
      }
    }
  }

  private static Optional<Path> remote() {
    return Stream.of("/lib/systemd", "/usr/lib/systemd")
        .map(folder -> Path.of(folder, "systemd-journal-remote"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// An entry in the export format, as the kernel's are.
  ///
  /// Doc: systemd "Journal Export Formats"
  private byte[] entry(String message) {
    number++;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("__REALTIME_TIMESTAMP="
                + (1_748_186_610_000_000L + number)
                + "\n"
                + "__MONOTONIC_TIMESTAMP="
                + (19_348_376L + number)
                + "\n"
                + "_BOOT_ID="
                + BOOT
                + "\n"
                + "_TRANSPORT=kernel\nSYSLOG_IDENTIFIER=kernel\nSYSLOG_FACILITY=0\nPRIORITY=3\n"
                + "MESSAGE\n")
            .getBytes(UTF_8));
    byte[] text = message.getBytes(UTF_8);
    out.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
    out.writeBytes(text);
    out.writeBytes("\n\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  private static void send(Process writer, byte[] entry) throws IOException {
    writer.getOutputStream().write(entry);
    writer.getOutputStream().flush();
  }

  private String nextLine() throws InterruptedException {
    String line = lines.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    assertThat(line).as(errors.toString(UTF_8)).isNotNull();
    return String.valueOf(line);
  }

  @Test
  void eventsAreToldAsTheyAreWritten(@TempDir Path folder) throws Exception {
    assumeTrue(remote().isPresent(), "systemd-journal-remote is not installed");
    Path file = folder.resolve("remote.journal");
    Process writer =
        new ProcessBuilder(
                remote().orElseThrow().toString(), "--output=" + file, "--compress=yes", "-")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    try {
      send(writer, entry("e1000e 0000:00:19.0 old0: renamed from eth0"));
      long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
      while (!Files.exists(file) && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      TimeUnit.MILLISECONDS.sleep(300);
      Console console =
          new Console(
              new PrintStream(new Screen(), false, UTF_8),
              new PrintStream(errors, true, UTF_8),
              new ByteArrayInputStream(new byte[0]),
              false,
              Map.of());
      CompletableFuture<ExitCode> scan =
          CompletableFuture.supplyAsync(() ->
              new Cli(new LiveWiring(), console)
                  .run(List.of("scan", "--follow", "--jsonl", folder.toString())));
      while (!errors.toString(UTF_8).contains("from now on")) {
        assertThat(scan).as(errors.toString(UTF_8)).isNotDone();
        TimeUnit.MILLISECONDS.sleep(5);
      }
      TimeUnit.MILLISECONDS.sleep(100);
      send(writer, entry("e1000e 0000:00:19.0 eno1: renamed from eth0"));
      assertThat(nextLine()).contains("\"event\":\"renamed\"", "\"eno1\"");
      send(
          writer,
          entry(
              "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
                  + "  TDH                  <61>\n  TDT                  <90>"));
      assertThat(nextLine()).contains("\"event\":\"hang\"", "\"TDH\":\"61\"");
      send(
          writer,
          entry(
              "overlay: Unknown parameter '\n"
                  + "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n  TDH  <61>'"));
      send(writer, entry("e1000e 0000:00:19.0 eno1: renamed from eno2"));
      assertThat(nextLine()).contains("\"event\":\"renamed\"");
      assertThat(errors.toString(UTF_8)).contains("inside another record, not counted");
      closed = true;
      assertThat(scan.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS))
          .as("nobody reads what it prints any more")
          .isEqualTo(ExitCode.UNREADABLE);
    } finally {
      closed = true;
      writer.destroy();
      writer.waitFor(10, TimeUnit.SECONDS);
    }
  }
}
