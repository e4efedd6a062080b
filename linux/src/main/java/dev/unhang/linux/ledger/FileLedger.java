package dev.unhang.linux.ledger;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The ledger as files: one append-only file a change, named by its number. The first line is the
/// whole change, each further line a state it reached. A line is on disk before anything goes on.
public final class FileLedger implements ChangeLedger {
  private static final String NAME = "[0-9]{4,9}";

  private final Path folder;
  private final Supplier<Instant> now;

  /// @param folder made, for root alone, when the first change begins
  public FileLedger(Path folder, Supplier<Instant> now) {
    this.folder = folder;
    this.now = now;
  }

  @Override
  public Change begin(Plan plan, String title) {
    try {
      makeFolder();
      for (int number = highest() + 1; ; number++) {
        Change change =
            new Change(
                number,
                now.get(),
                plan.nic(),
                plan.pci(),
                title,
                plan.steps().stream().map(PlannedStep::action).toList(),
                Change.State.BEGUN);
        if (create(change)) {
          return change;
        }
      }
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("enter a change", folder.toString(), "permission denied", "run as root");
    } catch (IOException failed) {
      throw new CannotChange(
          "enter a change in the ledger",
          folder.toString(),
          failed + "; nothing was changed",
          "see whether the disk is full or read-only");
    }
  }

  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /// False where another process took the number first.
  private boolean create(Change change) throws IOException {
    try {
      write(file(change.number()), ChangeCodec.line(change), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
    try (FileChannel synced = FileChannel.open(folder, StandardOpenOption.READ)) {
      synced.force(true);
    }
    return true;
  }

  private static void write(Path file, String line, OpenOption how) throws IOException {
    try (FileChannel out = FileChannel.open(file, Set.of(how, StandardOpenOption.WRITE))) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private Path file(int number) {
    return folder.resolve(String.format("%04d", number));
  }

  private int highest() throws IOException {
    return numbers().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private List<Integer> numbers() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(NAME))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    }
  }

  @Override
  public void done(Change change) {
    append(change, Change.State.DONE);
  }

  @Override
  public void undone(Change change) {
    append(change, Change.State.UNDONE);
  }

  private void append(Change change, Change.State state) {
    String line = "{\"state\":\"" + state.name() + "\",\"at\":\"" + now.get() + "\"}\n";
    try {
      write(file(change.number()), line, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new CannotChange(
          "enter in the ledger that change " + change.number() + " is " + state.word(),
          folder.toString(),
          failed.toString(),
          "it is shown as half done until it is taken back: unhang undo " + change.number());
    }
  }

  @Override
  public List<Change> history() {
    try {
      List<Change> changes = new ArrayList<>();
      for (int number : numbers()) {
        changes.add(read(file(number)));
      }
      return changes;
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("read the ledger", folder.toString(), "permission denied", "run as root");
    } catch (IOException failed) {
      throw new CannotRead("read the ledger", folder.toString(), failed.toString(), "look there");
    }
  }

  /// A last line without its end was being written when the machine went down: it is not there yet.
  private static Change read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n');
    List<String> lines = end < 0 ? List.of() : text.substring(0, end).lines().toList();
    if (lines.isEmpty()) {
      throw new CannotRead(
          "read the ledger",
          file.toString(),
          "the entry was never finished, so nothing was done for it",
          "remove the file");
    }
    try {
      Change change = ChangeCodec.read(lines.getFirst());
      for (String line : lines.subList(1, lines.size())) {
        change = change.with(state(line));
      }
      return change;
    } catch (RuntimeException damaged) {
      throw new CannotRead(
          "read the ledger",
          file.toString(),
          String.valueOf(damaged.getMessage()),
          "keep a copy of the file and report it; undo by hand what it says");
    }
  }

  private static Change.State state(String line) {
    for (Change.State state : Change.State.values()) {
      if (line.startsWith("{\"state\":\"" + state.name() + "\"")) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state is in the line " + line);
  }
}
