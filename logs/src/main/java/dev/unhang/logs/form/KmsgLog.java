package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.peel.KmsgRecord;
import dev.unhang.logs.peel.Writer;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// /dev/kmsg as it is read, live or saved, and what netconsole's extended form sends: a line a
/// record, then the lines of its dictionary, which begin with a blank. The kernel escapes newlines:
/// no text of anybody's choosing begins a record.
///
/// A record is complete when the next one begins, since its dictionary comes behind it. Who reads
/// the device itself gets a whole record at a time and says so with [#recordEnds()].
///
/// Doc: Documentation/ABI/testing/dev-kmsg (v6.1)
public final class KmsgLog implements RecordSource {
  /// `systemd-shutdown[1]: `: what a program that writes to the log puts before its words.
  private static final Pattern TAG =
      Pattern.compile("^(?<name>[^\\s:\\[\\]]{1,60})(?:\\[\\d+\\])?: ");

  private static final Pattern DEVICE = Pattern.compile("^ DEVICE=(?<device>\\S{1,200})$");

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final TextLines others = new TextLines();
  private final Troubles troubles = new Troubles();
  private @Nullable Open open;
  private long last = -1;
  private long lost;

  /// A record whose dictionary may go on.
  private static final class Open {
    final long sequence;
    final Place place;
    final Uptime uptime;
    final String stamp;
    final boolean kernels;
    final boolean continues;
    final StringBuilder text;
    Optional<String> device = Optional.empty();

    Open(Matcher header, Place place, String text) {
      this.sequence = Long.valueOf(header.group("sequence"));
      this.place = place;
      this.uptime = KmsgRecord.uptime(header);
      this.stamp = "[" + uptime.seconds() + "]";
      this.kernels = KmsgRecord.isKernels(header);
      this.continues = KmsgRecord.isContinuation(header.group("flags"));
      this.text = new StringBuilder(text);
    }
  }

  public KmsgLog(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  /// Whether a log begins so.
  public static boolean opens(List<String> lines) {
    return !lines.isEmpty() && KmsgRecord.FORM.matcher(lines.getFirst()).find();
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
  }

  @Override
  public void recordEnds() {
    lines.finish();
    endRecord();
  }

  @Override
  public void finish() {
    recordEnds();
  }

  /// How many records the kernel had numbered and this reader never saw, so far.
  public long lost() {
    return lost;
  }

  @Override
  public List<String> dialect() {
    return others.dialect().isEmpty() ? List.of(KmsgRecord.LAYER) : others.dialect();
  }

  @Override
  public List<Trouble> troubles() {
    return troubles.list();
  }

  private void line(String line, long number, boolean cut) {
    Place place = new Place.Line(origin, number);
    if (cut) {
      troubles.add(place, "line is longer than " + Lines.MAX_BYTES + " bytes, cut");
    }
    Matcher header = KmsgRecord.FORM.matcher(line);
    if (header.find()) {
      record(header, place, line.substring(header.end()));
    } else if (line.startsWith(" ") && open != null) {
      dictionary(open, line);
    } else {
      endRecord();
      out.accept(others.record(line, place));
    }
  }

  private void record(Matcher header, Place place, String text) {
    Open next = new Open(header, place, text);
    Open before = open;
    if (before != null && next.continues && next.sequence == before.sequence) {
      if (before.text.length() + text.length() <= Lines.MAX_BYTES) {
        before.text.append(text);
      }
      return;
    }
    endRecord();
    count(next);
    open = next;
  }

  /// Numbers that run backwards are another boot's, or a record told twice.
  private void count(Open next) {
    long missing = next.sequence - last - 1;
    if (last >= 0 && missing > 0) {
      lost += missing;
      troubles.add(
          next.place, missing + (missing == 1 ? " record" : " records") + " lost before this one");
    }
    last = next.sequence;
  }

  private static void dictionary(Open record, String line) {
    Matcher device = DEVICE.matcher(line);
    if (record.device.isEmpty() && device.find()) {
      record.device = Optional.of(KmsgText.plain(device.group("device")));
    }
  }

  private void endRecord() {
    Open record = open;
    open = null;
    if (record == null) {
      return;
    }
    String text = record.text.toString();
    Matcher tag = TAG.matcher(text);
    boolean tagged = !record.kernels && tag.find();
    out.accept(
        new LogRecord(
            Optional.empty(),
            new LogStamp(Optional.empty(), Optional.of(record.uptime), record.stamp),
            record.place,
            KmsgText.lines(tagged ? text.substring(tag.end()) : text),
            record.continues ? Border.CONTINUES : Border.KEPT,
            Optional.of(record.kernels ? "kernel" : tagged ? program(tag) : Writer.A_PROGRAM),
            record.device));
  }

  /// A program may call itself anything.
  private static String program(Matcher tag) {
    String name = tag.group("name");
    return name.equals("kernel") ? "a program named kernel" : name;
  }
}
