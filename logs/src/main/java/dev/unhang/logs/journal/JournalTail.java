package dev.unhang.logs.journal;

import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ends of several journal files, as one journal that grows. Who follows it looks again and
/// again; which files there are, and how often to look, is decided elsewhere.
public final class JournalTail {
  /// A machine has one for the system and one for each user who is logged in; one that gathers
  /// others' has one for each of them.
  private static final int MAX_FILES = 1_000;

  private static final int LINE = 4 << 10;

  private final Map<JournalFileId, FollowedFile> files = new LinkedHashMap<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final JsonBytes line = new JsonBytes(LINE);

  /// From where a file is followed.
  public enum From {
    /// All it has is news: it was made while its journal was followed.
    ITS_BEGINNING,
    /// Only what it gets from now on.
    ITS_END
  }

  /// Follows a file too. It stays open until it is forgotten.
  ///
  /// @return whether it is followed now; not where it is no journal, nor where it is followed
  ///   already
  public boolean add(NamedBytes bytes, From from) {
    JournalFile.Opened opened = JournalFile.open(bytes.origin(), bytes.bytes());
    opened.refused().ifPresent(troubles::add);
    Optional<JournalFile> file = opened.file();
    if (file.isEmpty() || files.size() == MAX_FILES) {
      return false;
    }
    JournalFileId id = JournalFileId.of(file.get());
    if (files.containsKey(id)) {
      return false;
    }
    files.put(
        id,
        switch (from) {
          case ITS_BEGINNING -> FollowedFile.fromItsBeginning(bytes, file.get());
          case ITS_END -> FollowedFile.fromItsEnd(bytes, file.get());
        });
    return true;
  }

  /// Whether a file is followed.
  public boolean follows(JournalFileId id) {
    return files.containsKey(id);
  }

  /// The files that are followed.
  public List<JournalFileId> files() {
    return List.copyOf(files.keySet());
  }

  /// Follows a file no longer. What it had to say until now is what the last look found.
  ///
  /// @return the file, to be closed
  public Optional<NamedBytes> forget(JournalFileId id) {
    Optional<FollowedFile> file = Optional.ofNullable(files.remove(id));
    file.ifPresent(followed -> troubles.addAll(followed.newTroubles()));
    return file.map(FollowedFile::bytes);
  }

  /// Hands out the kernel's entries that were appended since the last look, and those that tell how
  /// a boot ended, in the journal's order: lines as [Journal#json] writes them, one a call.
  ///
  /// @return whether there may be more already
  public boolean look(ByteSink out) {
    List<Appended> appended = new ArrayList<>();
    boolean goesOn = false;
    for (FollowedFile file : files.values()) {
      file.look().ifPresent(appended::add);
      goesOn |= file.goesOn();
    }
    Merge<Appended> merge = new Merge<>(appended);
    for (Optional<Appended> next = merge.next(); next.isPresent(); next = merge.next()) {
      next.get().write(line);
      if (line.length() > 0) {
        out.accept(line.bytes(), 0, line.length());
      }
    }
    return goesOn;
  }

  /// What was met since this was asked for last.
  public List<Trouble> newTroubles() {
    List<Trouble> met = new ArrayList<>(troubles);
    troubles.clear();
    files.values().forEach(file -> met.addAll(file.newTroubles()));
    return met;
  }
}
