package dev.unhang.linux.ledger;

import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.Root;
import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.BootId;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ledger as files: one append-only file a change, named by its number. The first line is the
/// whole change, each further line a state it reached. A line is on disk before anything goes on.
public final class FileLedger implements ChangeLedger {
  private static final String KEEP_A_COPY =
      "keep a copy of the file and report it; undo by hand what it says";

  private static final Pattern AT = Pattern.compile("\"at\":\"([0-9TZ:.-]{1,40})\"\\}$");

  private final HostPath path;
  private final ChangeFolder folder;
  private final Supplier<Instant> now;
  private final Supplier<Optional<BootId>> boot;

  /// @param folder below that root; made, for root alone, when the first change begins
  /// @param boot which boot this is; empty where that can't be read
  public FileLedger(
      Root root, HostPath folder, Supplier<Instant> now, Supplier<Optional<BootId>> boot) {
    this.path = folder;
    this.folder = new ChangeFolder(root, folder);
    this.now = now;
    this.boot = boot;
  }

  @Override
  public Change begin(Plan plan, String title, Change.State first) {
    try {
      folder.make();
      List<Integer> taken = folder.numbers();
      for (int number = taken.isEmpty() ? 1 : taken.getLast() + 1; ; number++) {
        Change change = change(number, plan, title, first);
        if (folder.take(number, ChangeCodec.line(change))) {
          return change;
        }
      }
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("enter a change", path.toString(), "permission denied", "run as root");
    } catch (IOException failed) {
      throw new CannotChange(
          "enter a change in the ledger",
          path.toString(),
          IoWords.of(failed) + "; nothing was changed",
          hint(failed, "see whether the disk is full or read-only"));
    }
  }

  private Change change(int number, Plan plan, String title, Change.State first) {
    return new Change(
        number,
        now.get(),
        plan.nic(),
        plan.pci(),
        boot.get(),
        title,
        plan.steps().stream().map(PlannedStep::action).toList(),
        first);
  }

  @Override
  public void reached(Change change, Change.State state) {
    String line = "{\"state\":\"" + state.name() + "\",\"at\":\"" + now.get() + "\"}\n";
    try {
      folder.append(change.number(), line);
    } catch (IOException failed) {
      throw new CannotChange(
          "enter in the ledger that change " + change.number() + " is " + state.word(),
          path.toString(),
          IoWords.of(failed),
          "it is shown as half done until it is undone: unhang undo " + change.number());
    }
  }

  @Override
  public List<Change> history() {
    List<Change> changes = new ArrayList<>();
    for (int number : numbers()) {
      changes.add(read(number));
    }
    return changes;
  }

  private List<Integer> numbers() {
    try {
      return folder.numbers();
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("read the ledger", path.toString(), "permission denied", "run as root");
    } catch (IOException failed) {
      throw new CannotRead(
          "read the ledger", path.toString(), IoWords.of(failed), hint(failed, "look there"));
    }
  }

  /// A last line without its end was being written when the machine went down: it is not there yet.
  private Change read(int number) {
    try {
      List<String> lines = folder.lines(number);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("it has no whole first line");
      }
      Change change = ChangeCodec.read(lines.getFirst());
      if (change.number() != number) {
        throw new IllegalArgumentException("it holds the change " + change.number());
      }
      for (String line : lines.subList(1, lines.size())) {
        change = change.with(state(line), at(line));
      }
      return change;
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("read the ledger", path.toString(), "permission denied", "run as root");
    } catch (IOException broken) {
      throw unreadable(number, IoWords.of(broken), hint(broken, KEEP_A_COPY));
    } catch (RuntimeException damaged) {
      throw unreadable(number, String.valueOf(damaged.getMessage()), KEEP_A_COPY);
    }
  }

  private CannotRead unreadable(int number, String why, String hint) {
    return new CannotRead("read the ledger", folder.file(number), why, hint);
  }

  private static String hint(IOException failed, String otherwise) {
    return failed instanceof OwnFolder.NotOurs refused ? refused.hint() : otherwise;
  }

  /// When a state was reached: the line is our own, and what is no time in it tells none.
  private static Optional<Instant> at(String line) {
    Matcher at = AT.matcher(line);
    try {
      return at.find() ? Optional.of(Instant.parse(at.group(1))) : Optional.empty();
    } catch (DateTimeParseException no_time) {
      return Optional.empty();
    }
  }

  private static Change.State state(String line) {
    for (Change.State state : Change.State.values()) {
      if (line.startsWith("{\"state\":\"" + state.name() + "\"") && line.endsWith("}")) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state is in the line " + line);
  }
}
