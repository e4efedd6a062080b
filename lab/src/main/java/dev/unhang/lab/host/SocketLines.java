package dev.unhang.lab.host;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.Story;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lines over a unix socket, both ways, with every line kept in a log. The other end is QEMU: its
/// monitor, or the virtio-serial port behind which the guest agent sits.
public final class SocketLines implements AutoCloseable {
  private static final int CONNECT_TRIES = 25;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final SocketChannel channel;
  private final Writer writer;
  private final PrintWriter log;

  /// Lines that came and were not yet asked for. A reader of its own fills it, so that a wait can
  /// have a bound.
  private final BlockingQueue<String> came = new LinkedBlockingQueue<>();

  private SocketLines(SocketChannel channel, PrintWriter log) {
    this.channel = channel;
    this.writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    this.log = log;
  }

  /// Connects to a socket that is there already.
  ///
  /// @param log gets every line, with `>` before what was sent and `<` before what came
  public static SocketLines connect(Path socket, Path log) {
    try {
      SocketChannel channel = listenedTo(socket);
      PrintWriter lines =
          new PrintWriter(
              Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              true);
      SocketLines made = new SocketLines(channel, lines);
      Thread.ofVirtual().name("lines of " + socket.getFileName()).start(made::readAll);
      return made;
    } catch (IOException failed) {
      throw new LabBroken("cannot connect to " + socket, failed);
    }
  }

  /// A socket is there as soon as it is bound; on a busy host it takes a while until somebody
  /// listens.
  private static SocketChannel listenedTo(Path socket) throws IOException {
    for (int tries = 1; ; tries++) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
      } catch (ConnectException notYet) {
        channel.close();
        if (tries == CONNECT_TRIES) {
          throw notYet;
        }
        Story.sleep(BETWEEN_TRIES);
      }
    }
  }

  /// Sends one line.
  public void send(String line) {
    log.println("> " + line);
    try {
      writer.write(line);
      writer.write('\n');
      writer.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The next line, or empty if none came within the bound.
  public Optional<String> next(Duration bound) {
    try {
      return Optional.ofNullable(came.poll(bound.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new LabBroken("interrupted while waiting for QEMU", ended);
    }
  }

  private void readAll() {
    Reader stream = Channels.newReader(channel, StandardCharsets.UTF_8);
    try (BufferedReader reader = new BufferedReader(stream)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        log.println("< " + line);
        came.add(line);
      }
    } catch (IOException closed) {
      log.println("- closed: " + closed.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // It is gone either way; QEMU may have ended before us.
    }
    log.close();
  }
}
