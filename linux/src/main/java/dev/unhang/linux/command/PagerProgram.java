package dev.unhang.linux.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A pager that runs on this terminal, and reads its text from here.
///
/// Man: less(1)
public final class PagerProgram {
  private final Process process;

  private PagerProgram(Process process) {
    this.process = process;
  }

  /// Starts one; empty where there is no such program. Whoever may run unhang as root need not be
  /// allowed more by it: less then opens no shell and no editor.
  ///
  /// @param command as execve(2) takes it
  public static Optional<PagerProgram> start(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().put("LESSSECURE", "1");
    try {
      PagerProgram pager = new PagerProgram(builder.start());
      // Ctrl-C is the pager's: two programs would read the same keys if this one ended first.
      Runtime.getRuntime().addShutdownHook(new Thread(pager::await));
      return Optional.of(pager);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /// Gives it more. A person who has read enough ends it: then the rest is not wanted.
  public void write(byte[] bytes, int offset, int length) {
    try {
      process.getOutputStream().write(bytes, offset, length);
    } catch (IOException ended) {
      return;
    }
  }

  /// Says that this was all, and waits until it has been read.
  public void end() {
    try {
      process.getOutputStream().close();
    } catch (IOException ended) {
      // It was ended before all was read.
      await();
      return;
    }
    await();
  }

  private void await() {
    try {
      process.waitFor();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
