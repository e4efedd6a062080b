package dev.unhang.logs.journal;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One file of a journal, as it was when it was opened: what is appended later is not seen.
final class JournalFile {
  /// For reading a file from one end to the other: big enough that asking for the next window costs
  /// little.
  private static final int WIDE = 128 << 10;

  /// For looking at single entries, in many files at once.
  private static final int NARROW = 2 * Windows.MAX_RANGE;

  private final Origin origin;
  private final ByteSource source;
  private final JournalHeader header;
  private final long end;
  private final Damage damage;

  private JournalFile(Origin origin, ByteSource source, JournalHeader header, long end) {
    this.origin = origin;
    this.source = source;
    this.header = header;
    this.end = end;
    this.damage = new Damage(origin);
  }

  /// What opening came to: a file, or why it is none.
  record Opened(Optional<JournalFile> file, Optional<Trouble> refused) {}

  static Opened open(Origin origin, ByteSource source) {
    ByteBuffer first = ByteBuffer.allocate(JournalHeader.MIN_BYTES);
    long length;
    try {
      length = source.length();
      while (first.hasRemaining() && source.read(first.position(), first) > 0) {
        // Goes on until the header is there, or the file's end.
      }
    } catch (UncheckedIOException unreadable) {
      return refused(origin, "can't be read: " + unreadable.getMessage());
    }
    byte[] bytes = Arrays.copyOf(first.array(), first.position());
    Optional<String> refusal = JournalHeader.refusal(bytes);
    if (refusal.isPresent()) {
      return refused(origin, refusal.get());
    }
    JournalHeader header = JournalHeader.read(bytes);
    return new Opened(
        Optional.of(new JournalFile(origin, source, header, length)), Optional.empty());
  }

  private static Opened refused(Origin origin, String why) {
    return new Opened(Optional.empty(), Optional.of(new Trouble(new Place.Whole(origin), why)));
  }

  Origin origin() {
    return origin;
  }

  JournalHeader header() {
    return header;
  }

  long length() {
    return end;
  }

  Damage damage() {
    return damage;
  }

  /// A look from one end to the other.
  ObjectReader wide() {
    return new ObjectReader(header, new Windows(source, end, 3, WIDE));
  }

  /// A look at single objects.
  ObjectReader narrow() {
    return new ObjectReader(header, new Windows(source, end, 2, NARROW));
  }
}
