package dev.unhang.hosts.kernellog;

import dev.unhang.logs.journal.JournalFileId;
import dev.unhang.logs.journal.JournalTail;
import dev.unhang.logs.journal.JournalTail.From;
import dev.unhang.logs.journal.NamedBytes;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A journal that is being written: its files now, and those that take their place. An archived
/// file, which has an `@` in its name, gets no more entries and is left alone.
///
/// Who follows it looks at its ends often, which costs a header a file, and at its folders now and
/// then. journald tells watchers of a file up to 250 ms late, since it gathers changes; whoever
/// looks is not kept waiting.
///
/// Doc: src/journal/journald-server.c, POST_CHANGE_TIMER_INTERVAL_USEC (v252). Man:
/// systemd-journald.service(8), "FILES"
public final class FollowedJournal implements Closeable {
  private static final String ARCHIVED = "@";
  private static final String SUFFIX = ".journal";

  /// A file that is renamed while its folder is read may be missed once, and one that is made may
  /// have no header yet.
  private static final int TWICE = 2;

  private final HostView host;
  private final List<HostPath> folders;
  private final Optional<HostPath> single;
  private final JournalTail tail = new JournalTail();
  private final Map<JournalFileId, HostPath> paths = new HashMap<>();
  private final Map<JournalFileId, Integer> missed = new HashMap<>();
  private final Map<HostPath, Integer> refused = new HashMap<>();
  private final Set<JournalFileId> gone = new HashSet<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private From from = From.ITS_END;

  private FollowedJournal(HostView host, List<HostPath> folders, Optional<HostPath> single) {
    this.host = host;
    this.folders = folders;
    this.single = single;
    lookAtFolders();
    from = From.ITS_BEGINNING;
  }

  /// The journal of some folders and the folders right below them, from its end now.
  public static FollowedJournal below(HostView host, List<HostPath> folders) {
    return new FollowedJournal(host, List.copyOf(folders), Optional.empty());
  }

  /// One file, from its end now, and what takes its place.
  public static FollowedJournal of(HostView host, HostPath file) {
    return new FollowedJournal(host, List.of(), Optional.of(file));
  }

  /// Whether there is any file that may be read.
  public boolean isEmpty() {
    return paths.isEmpty();
  }

  /// Whether some files may not be read: what they get is not seen.
  public boolean isDenied() {
    return !refused.isEmpty();
  }

  /// Takes note of files that are new, were renamed, or are gone.
  public void lookAtFolders() {
    Set<JournalFileId> present = new HashSet<>();
    for (HostPath path : candidates()) {
      host.open(path)
          .known()
          .ifPresentOrElse(
              bytes -> present.addAll(meet(path, bytes)), () -> refuse(path, "can't be opened"));
    }
    for (JournalFileId id : List.copyOf(paths.keySet())) {
      if (present.contains(id)) {
        missed.remove(id);
      } else if (missed.merge(id, 1, Integer::sum) == TWICE) {
        forget(id);
      }
    }
  }

  private List<HostPath> candidates() {
    if (single.isPresent()) {
      boolean isThere = host.attributes(single.get()).known().isPresent();
      return isThere ? List.of(single.get()) : List.of();
    }
    List<HostPath> found = new ArrayList<>();
    for (HostPath folder : folders) {
      for (String name : names(folder)) {
        HostPath path = folder.resolve(name);
        if (isWritten(name)) {
          found.add(path);
        } else if (!name.contains(SUFFIX) && isFolder(path)) {
          for (String below : names(path)) {
            if (isWritten(below)) {
              found.add(path.resolve(below));
            }
          }
        }
      }
    }
    return found;
  }

  private List<String> names(HostPath folder) {
    return host.list(folder).known().orElse(List.of());
  }

  private boolean isFolder(HostPath path) {
    return host.attributes(path)
        .known()
        .filter(attributes -> attributes.kind() == FileAttributes.Kind.DIRECTORY)
        .isPresent();
  }

  private static boolean isWritten(String name) {
    return name.endsWith(SUFFIX) && !name.contains(ARCHIVED);
  }

  /// Follows a file that is new. One that is known, by this name or another, is closed again.
  private List<JournalFileId> meet(HostPath path, ByteSource bytes) {
    Optional<JournalFileId> id = JournalFileId.of(bytes);
    if (id.isEmpty()) {
      refuse(path, "is no journal file");
      close(bytes);
      return List.of();
    }
    refused.remove(path);
    NamedBytes file = new NamedBytes(new Origin(path.value()), bytes);
    if (tail.follows(id.get()) || !tail.add(file, fromWhere(id.get()))) {
      close(bytes);
    }
    if (tail.follows(id.get())) {
      paths.put(id.get(), path);
    }
    return List.of(id.get());
  }

  /// One that was there before, and is again, was read.
  private From fromWhere(JournalFileId id) {
    return gone.contains(id) ? From.ITS_END : from;
  }

  /// What is there before the writer has written its header is looked at again before it is named.
  private void refuse(HostPath path, String why) {
    int times = refused.merge(path, 1, Integer::sum);
    if (times == (from == From.ITS_END ? 1 : TWICE)) {
      troubles.add(trouble(path, why));
    }
  }

  private static Trouble trouble(HostPath path, String what) {
    return new Trouble(new Place.Whole(new Origin(path.value())), what);
  }

  /// Since it was missed first it has been looked at often enough to have nothing left to say.
  private void forget(JournalFileId id) {
    gone.add(id);
    HostPath path = paths.getOrDefault(id, new HostPath("/"));
    if (!isArchived(id, path)) {
      troubles.add(trouble(path, "is not there any more; what takes its place is followed"));
    }
    tail.forget(id).ifPresent(file -> close(file.bytes()));
    paths.remove(id);
    missed.remove(id);
  }

  /// Whether a file has got the name that the journal's own writer gives to those it has ended.
  private boolean isArchived(JournalFileId id, HostPath path) {
    String name = path.value().substring(path.value().lastIndexOf('/') + 1);
    HostPath folder =
        new HostPath(path.value().substring(0, path.value().length() - name.length()));
    String begins = name.substring(0, Math.max(0, name.length() - SUFFIX.length())) + ARCHIVED;
    for (String other : names(folder)) {
      if (other.startsWith(begins) && isSame(folder.resolve(other), id)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSame(HostPath path, JournalFileId id) {
    Optional<ByteSource> bytes = host.open(path).known();
    boolean same = bytes.flatMap(JournalFileId::of).filter(id::equals).isPresent();
    bytes.ifPresent(this::close);
    return same;
  }

  /// Hands out what was appended since the last look, as [JournalTail#look] does.
  ///
  /// @return whether there may be more already
  public boolean look(ByteSink out) {
    return tail.look(out);
  }

  /// What was met since this was asked for last.
  public List<Trouble> newTroubles() {
    List<Trouble> met = new ArrayList<>(troubles);
    troubles.clear();
    met.addAll(tail.newTroubles());
    return met;
  }

  private void close(ByteSource bytes) {
    try {
      bytes.close();
    } catch (IOException broken) {
      troubles.add(
          new Trouble(new Place.Whole(new Origin("journal")), String.valueOf(broken.getMessage())));
    }
  }

  @Override
  public void close() {
    for (JournalFileId id : tail.files()) {
      tail.forget(id).ifPresent(file -> close(file.bytes()));
    }
  }
}
