package dev.unhang.logs.journal;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Several files as one journal: journalctl's order, and what stands in two files once.
final class Merge<T extends OrderedEntries> {
  private final PriorityQueue<T> waiting =
      new PriorityQueue<>((one, other) -> one.key().compareTo(other.key()));
  private @Nullable T current;
  private @Nullable EntryKey before;

  Merge(List<T> files) {
    for (T file : files) {
      if (file.advance()) {
        waiting.add(file);
      }
    }
  }

  /// The file that has the next entry; empty after the last. Only the entry that is looked at
  /// counts, until the next call.
  Optional<T> next() {
    while (true) {
      T past = current;
      current = null;
      if (past != null && past.advance()) {
        T rival = waiting.peek();
        if (rival != null && rival.key().compareTo(past.key()) < 0) {
          waiting.add(past);
          past = waiting.poll();
        }
      } else {
        past = waiting.poll();
      }
      if (past == null) {
        return Optional.empty();
      }
      current = past;
      if (isNew(past.key())) {
        return Optional.of(past);
      }
    }
  }

  private boolean isNew(EntryKey key) {
    if (before != null && before.compareTo(key) == 0) {
      return false;
    }
    passed(key);
    return true;
  }

  /// Takes note of the entry that was handed out last.
  void passed(EntryKey key) {
    if (before == null) {
      before = key.copy();
    } else {
      before.become(key);
    }
  }

  /// The entry that comes next in any other file; empty where there is none.
  Optional<EntryKey> rival() {
    return Optional.ofNullable(waiting.peek()).map(OrderedEntries::key);
  }
}
