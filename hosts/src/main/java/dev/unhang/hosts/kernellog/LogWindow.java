package dev.unhang.hosts.kernellog;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.BootSpan;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.Selection;
import dev.unhang.model.id.BootId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which part of a host's log is read.
///
/// @param since nothing written before; empty for no bound
/// @param until nothing written after; empty for no bound
///
///   Man: journalctl(1), "--boot", "--since", "--until"
public record LogWindow(Boot boot, Optional<Instant> since, Optional<Instant> until) {
  /// Further back a hang is history, and journals are long.
  private static final Duration RECENT = Duration.ofDays(30);

  private static final Pattern INDEX = Pattern.compile("[+-]?\\d{1,6}");

  /// All there is.
  public static final LogWindow ALL =
      new LogWindow(new Boot.All(), Optional.empty(), Optional.empty());

  /// Which boots are wanted.
  public sealed interface Boot {
    record All() implements Boot {}

    /// @param index 0 for the last, -1 for the one before; 1 for the oldest, 2 for the next
    record Index(int index) implements Boot {}

    record Id(BootId id) implements Boot {}

    /// `0`, `-1`, an id, `all`; empty for anything else.
    static Optional<Boot> parse(String text) {
      if (text.equals("all")) {
        return Optional.of(new All());
      }
      return INDEX.matcher(text).matches()
          ? Optional.of(new Index(Integer.valueOf(text)))
          : BootId.parse(text).map(Id::new);
    }
  }

  /// All boots of the last 30 days.
  ///
  /// @param now of the host: of a dead one, when it wrote for the last time
  public static LogWindow recent(Instant now) {
    return new LogWindow(new Boot.All(), Optional.of(now.minus(RECENT)), Optional.empty());
  }

  /// Whether the boot that runs now may be in it.
  boolean takesLastBoot() {
    return switch (boot) {
      case Boot.All all -> until.isEmpty();
      case Boot.Index index -> index.index() == 0 && until.isEmpty();
      case Boot.Id id -> false;
    };
  }

  /// Whether boots before the last one may be in it.
  boolean reachesBack() {
    return !(boot instanceof Boot.Index index) || index.index() != 0;
  }

  /// What journalctl is told.
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    switch (boot) {
      case Boot.All all -> arguments.add("_TRANSPORT=kernel");
      case Boot.Index index -> {
        arguments.add("--dmesg");
        arguments.add("--boot=" + index.index());
      }
      case Boot.Id id -> {
        arguments.add("--dmesg");
        arguments.add("--boot=" + id.id());
      }
    }
    since.ifPresent(from -> arguments.add("--since=@" + from.getEpochSecond()));
    until.ifPresent(to -> arguments.add("--until=@" + to.getEpochSecond()));
    return arguments;
  }

  /// The same for journal files; empty where they have no such boot.
  public Optional<Selection> of(Journal journal, Workers workers) {
    return switch (boot) {
      case Boot.All all -> Optional.of(new Selection(Optional.empty(), since, until));
      case Boot.Index index ->
          journal.boot(index.index(), workers).map(BootSpan::id).map(this::selection);
      case Boot.Id id ->
          journal.boots(workers).stream()
              .map(BootSpan::id)
              .filter(id.id()::equals)
              .findFirst()
              .map(this::selection);
    };
  }

  private Selection selection(BootId id) {
    return new Selection(Optional.of(id), since, until);
  }

  /// `boot -1`, for a message.
  public String words() {
    return switch (boot) {
      case Boot.All all -> "all boots";
      case Boot.Index index -> "boot " + index.index();
      case Boot.Id id -> "boot " + id.id();
    };
  }
}
