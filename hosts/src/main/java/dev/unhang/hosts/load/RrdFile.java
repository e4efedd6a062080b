package dev.unhang.hosts.load;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A round robin database of rrdtool, as 64-bit machines of little endian order write it. Nothing
/// in it is believed before it is seen to fit the bytes at hand.
///
/// rrdtool: src/rrd_format.h, version 0003
public final class RrdFile {
  private static final String MAGIC = "RRD\0";
  private static final double COOKIE = 8.642135E130;

  private static final int COOKIE_AT = 16;
  private static final int SOURCES_AT = 24;
  private static final int ARCHIVES_AT = 32;
  private static final int STEP_AT = 40;

  /// `stat_head_t`.
  private static final int HEAD_BYTES = 128;

  /// `ds_def_t`: name, type, ten parameters.
  private static final int SOURCE_BYTES = 120;

  /// `rra_def_t`: consolidation, rows, points a row, ten parameters.
  private static final int ARCHIVE_BYTES = 120;

  private static final int ROWS_AT = 24;
  private static final int POINTS_AT = 32;

  /// `live_head_t`: seconds, microseconds.
  private static final int LIVE_BYTES = 16;

  /// `pdp_prep_t`, one a source.
  private static final int POINT_PREPARATION_BYTES = 112;

  /// `cdp_prep_t`, one a source and archive.
  private static final int ROW_PREPARATION_BYTES = 80;

  private static final int NAME_BYTES = 20;
  private static final int MAX_SOURCES = 1000;
  private static final int MAX_ARCHIVES = 1000;
  private static final int MAX_ROWS = 10_000_000;
  private static final long MAX_SECONDS = 10L * 366 * 24 * 3600;

  private final Origin origin;
  private final ByteBuffer bytes;
  private final List<String> sources = new ArrayList<>();
  private final List<Archive> archives = new ArrayList<>();
  private final long step;
  private final long lastUpdate;

  /// @param at where its values begin
  /// @param current the row written last
  private record Archive(String consolidation, int rows, long points, long at, int current) {}

  /// It is no such file, or damaged.
  private static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String why) {
      super(why);
    }
  }

  /// Reads a file.
  public static Reading<RrdFile> read(Origin origin, Content file) {
    try {
      return new Reading.Read<>(new RrdFile(origin, file.bytes()), origin);
    } catch (Damaged damaged) {
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(origin), String.valueOf(damaged.getMessage())), origin);
    }
  }

  private RrdFile(Origin origin, byte[] file) throws Damaged {
    this.origin = origin;
    this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEAD_BYTES || !text(0, MAGIC.length()).equals("RRD")) {
      throw new Damaged("it does not begin as a round robin database does");
    }
    if (bytes.getDouble(COOKIE_AT) != COOKIE) {
      throw new Damaged("it was written by a machine of another word length or byte order");
    }
    int sourceCount = count(SOURCES_AT, 1, MAX_SOURCES, "data sources");
    int archiveCount = count(ARCHIVES_AT, 1, MAX_ARCHIVES, "archives");
    this.step = count(STEP_AT, 1, Integer.MAX_VALUE, "seconds a step");
    int archivesAt = HEAD_BYTES + sourceCount * SOURCE_BYTES;
    int liveAt = archivesAt + archiveCount * ARCHIVE_BYTES;
    int pointersAt =
        liveAt
            + LIVE_BYTES
            + sourceCount * POINT_PREPARATION_BYTES
            + sourceCount * archiveCount * ROW_PREPARATION_BYTES;
    long valuesAt = pointersAt + (long) archiveCount * Long.BYTES;
    if (valuesAt > file.length) {
      throw new Damaged("it ends within its head");
    }
    for (int i = 0; i < sourceCount; i++) {
      sources.add(text(HEAD_BYTES + i * SOURCE_BYTES, NAME_BYTES));
    }
    this.lastUpdate = bytes.getLong(liveAt);
    for (int i = 0; i < archiveCount; i++) {
      valuesAt = archive(archivesAt + i * ARCHIVE_BYTES, pointersAt + i * Long.BYTES, valuesAt);
    }
    if (lastUpdate < 0 || lastUpdate > Integer.toUnsignedLong(-1)) {
      throw new Damaged("it was last written at second " + lastUpdate);
    }
  }

  private long archive(int at, int pointerAt, long valuesAt) throws Damaged {
    int rows = count(at + ROWS_AT, 1, MAX_ROWS, "rows");
    int points = count(at + POINTS_AT, 1, Integer.MAX_VALUE, "points a row");
    int current = count(pointerAt, 0, rows - 1, "as the current row");
    long end = valuesAt + (long) rows * sources.size() * Double.BYTES;
    if (end > bytes.limit()) {
      throw new Damaged("it ends within its values");
    }
    if (step * points > MAX_SECONDS) {
      throw new Damaged("its rows are " + step * points + " seconds long");
    }
    archives.add(new Archive(text(at, NAME_BYTES), rows, points, valuesAt, current));
    return end;
  }

  private int count(int at, int least, int most, String what) throws Damaged {
    if (at + Long.BYTES > bytes.limit()) {
      throw new Damaged("it ends within its head");
    }
    long number = bytes.getLong(at);
    if (number < least || number > most) {
      throw new Damaged("it names " + Long.toUnsignedString(number) + " " + what);
    }
    return (int) number;
  }

  private String text(int at, int length) {
    byte[] name = new byte[Math.min(length, bytes.limit() - at)];
    bytes.get(at, name);
    String text = new String(name, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /// Names of what is measured, `netout`.
  public List<String> sources() {
    return List.copyOf(sources);
  }

  /// When it was last written.
  public Instant lastUpdate() {
    return Instant.ofEpochSecond(lastUpdate);
  }

  /// The averages of one source, an archive a series, the finest first.
  ///
  /// @param what it measures, for a person
  /// @return empty where there is no such source
  public List<Series> averages(String source, String what) {
    int column = sources.indexOf(source);
    return column < 0
        ? List.of()
        : archives.stream()
            .filter(archive -> archive.consolidation().equals("AVERAGE"))
            .map(archive -> series(archive, column, what))
            .sorted(Comparator.comparing(Series::step))
            .toList();
  }

  /// The current row ends at the last whole multiple of its length; the row behind it is the
  /// oldest. Unknown values are no numbers.
  private Series series(Archive archive, int column, String what) {
    long seconds = step * archive.points();
    long end = lastUpdate - lastUpdate % seconds;
    Duration length = Duration.ofSeconds(seconds);
    List<Sample> samples = new ArrayList<>();
    for (int back = archive.rows() - 1; back >= 0; back--) {
      int row = Math.floorMod(archive.current() - back, archive.rows());
      long at = archive.at() + ((long) row * sources.size() + column) * Double.BYTES;
      double value = bytes.getDouble((int) at);
      if (Double.isFinite(value) && value >= 0) {
        samples.add(new Sample(Instant.ofEpochSecond(end - back * seconds), length, value));
      }
    }
    return new Series(origin, what, length, samples);
  }
}
