package dev.unhang.linux.kmsg;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.kmsg.KmsgDevice.Opened;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Hands out what the kernel logs from now on, a whole record with its dictionary at a time.
public final class FollowKmsg implements Running {
  /// After this long it is seen that the listener is gone.
  private static final Duration LOOK_UP = Duration.ofSeconds(1);

  private final Path path;
  private final KmsgDevice device;
  private final ByteSink out;
  private final Thread reader;
  private volatile boolean stopped;
  private volatile @Nullable Integer ended;
  private volatile String trouble = "";

  private FollowKmsg(Path path, KmsgDevice device, ByteSink out) {
    this.path = path;
    this.device = device;
    this.out = out;
    this.reader = Thread.ofPlatform().daemon().name("kmsg").start(this::run);
  }

  /// Begins behind the last record there is.
  ///
  /// @return empty where the device may not be read: by others than root where
  ///   kernel.dmesg_restrict is set
  public static Optional<Running> start(Path path, ByteSink out) {
    return switch (KmsgDevice.open(path)) {
      case Opened.Ready ready -> Optional.of(new FollowKmsg(path, ready.device(), out));
      case Opened.Refused refused -> Optional.empty();
    };
  }

  private void run() {
    byte[] record = new byte[KmsgDevice.BUFFER];
    try (device) {
      while (!stopped) {
        int length = device.read(record);
        if (length > 0) {
          out.accept(record, 0, length);
        } else if (length == -Errno.EAGAIN.number()) {
          device.await(LOOK_UP);
        } else if (!goesOnBehind(-length)) {
          fail(path + " can't be read any more: " + Errno.nameOf(-length));
          return;
        }
      }
      ended = 0;
    } catch (RuntimeException | Error sinks) {
      // No other thread sees this one end, and whoever waits for records would wait for ever.
      fail(sinks.toString());
    }
  }

  private void fail(String why) {
    trouble = why;
    ended = 1;
  }

  /// Records that were overwritten leave a gap in the numbers of those that follow. A signal says
  /// nothing about the log.
  private static boolean goesOnBehind(int error) {
    return error == Errno.EPIPE.number() || error == Errno.EINTR.number();
  }

  @Override
  public OptionalInt exit() {
    Integer status = ended;
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  @Override
  public String errorText() {
    return trouble;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      reader.join(LOOK_UP.multipliedBy(2));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
