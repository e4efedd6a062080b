package dev.unhang.app.source;

import dev.unhang.hosts.kernellog.FollowedJournal;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.Running;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Hands out what a journal gets from now on, a line of JSON an entry.
public final class FollowJournal implements Running {
  /// Half of the 20 ms within which an event is to be told.
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  /// Files are made when the one before is full.
  private static final int LOOKS_PER_FOLDER = 25;

  private static final Duration END_WITHIN = Duration.ofSeconds(2);

  /// What goes wrong is for a person to read.
  private static final int MAX_ERROR = 64 << 10;

  private final FollowedJournal journal;
  private final Clocks clocks;
  private final ByteSink out;
  private final StringBuilder errors = new StringBuilder();
  private final Thread reader;
  private volatile boolean stopped;
  private volatile @Nullable Integer ended;

  private FollowJournal(FollowedJournal journal, Clocks clocks, ByteSink out) {
    this.journal = journal;
    this.clocks = clocks;
    this.out = out;
    this.reader = Thread.ofPlatform().daemon().name("journal").start(this::run);
  }

  /// Follows a journal until it is closed, and closes the journal then.
  public static Running start(FollowedJournal journal, Clocks clocks, ByteSink out) {
    return new FollowJournal(journal, clocks, out);
  }

  private void run() {
    try (journal) {
      for (int looks = 1; !stopped; looks++) {
        if (looks % LOOKS_PER_FOLDER == 0) {
          journal.lookAtFolders();
        }
        boolean goesOn = journal.look(out);
        journal.newTroubles().forEach(trouble -> complain(trouble.toString()));
        if (!goesOn) {
          clocks.pause(LOOK_EVERY);
        }
      }
      ended = 0;
    } catch (Exception | Error broken) {
      // No other thread sees this one end, and whoever waits for entries would wait for ever.
      complain(broken.toString());
      ended = 1;
    }
  }

  private void complain(String trouble) {
    synchronized (errors) {
      if (errors.length() < MAX_ERROR) {
        errors.append(trouble).append('\n');
      }
    }
  }

  @Override
  public OptionalInt exit() {
    Integer status = ended;
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  @Override
  public String errorText() {
    synchronized (errors) {
      return errors.toString();
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      reader.join(END_WITHIN);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
