package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Any other JSON that holds lines of a log as strings, however deep: an answer of Loki's, what
/// Ansible printed (`stdout`, `stdout_lines`), a list of lines, objects in strings. Each string is
/// text; the names of fields are not.
///
/// Doc: RFC 8259, section 7
public final class JsonStrings implements RecordSource {
  /// A list's or an object's beginning; no log's stamp looks so.
  private static final Pattern OPENING =
      Pattern.compile("^(?:\\{\\s*\"|\\[\\s*[\\[{\"]|\\[\\s*\\{\\s*\")");

  /// Nesting of texts within texts.
  private static final int DEEPEST = 2;

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final TextLines records = new TextLines();
  private final Troubles troubles = new Troubles();
  private final Strings strings;

  public JsonStrings(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
    this.strings = new Strings(0);
  }

  /// Whether a log begins so.
  public static boolean opens(List<String> lines) {
    return OPENING.matcher(String.join(" ", lines).strip()).find();
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      strings.take((char) (chunk[i] & 0xff), chunk[i]);
    }
  }

  @Override
  public void finish() {
    strings.end();
  }

  @Override
  public List<String> dialect() {
    List<String> layers = new ArrayList<>(List.of("json"));
    layers.addAll(records.dialect());
    return layers;
  }

  @Override
  public List<Trouble> troubles() {
    return troubles.list();
  }

  private void line(String text, long number, boolean cut) {
    Place place = new Place.Line(origin, number);
    if (cut) {
      troubles.add(place, "line is longer than " + Lines.MAX_BYTES + " bytes, cut");
    }
    out.accept(records.record(text, place));
  }

  /// The strings of one document, byte for byte.
  private final class Strings {
    private final int depth;
    private final Lines lines;
    private long line = 1;
    private boolean quoted;
    private boolean escaped;
    private int unicode = -1;
    private int code;
    private String waiting = "";
    private boolean waits;

    Strings(int depth) {
      this.depth = depth;
      this.lines = new Lines((text, number, cut) -> complete(text, cut));
    }

    void take(char c, byte raw) {
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        inString(c, raw);
      } else if (c == '"') {
        give();
        quoted = true;
      } else if (c == ':' && waits) {
        waits = false;
      } else if (c > ' ') {
        give();
      }
    }

    void end() {
      if (quoted) {
        lines.finish();
      }
      give();
    }

    private void inString(char c, byte raw) {
      if (unicode >= 0) {
        unicode(c);
      } else if (escaped) {
        escaped = false;
        escape(c);
      } else if (c == '\\') {
        escaped = true;
      } else if (c == '"') {
        quoted = false;
        lines.finish();
      } else {
        lines.accept(new byte[] {raw}, 0, 1);
      }
    }

    private void escape(char c) {
      switch (c) {
        case 'n' -> put("\n");
        case 't' -> put("\t");
        case 'r' -> put("\r");
        case 'u' -> {
          unicode = 0;
          code = 0;
        }
        case 'b', 'f' -> put(" ");
        default -> put(String.valueOf(c));
      }
    }

    private void unicode(char c) {
      code = code * 16 + Math.max(0, Character.digit(c, 16));
      if (++unicode == 4) {
        unicode = -1;
        put(String.valueOf((char) code));
      }
    }

    private void put(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      lines.accept(bytes, 0, bytes.length);
    }

    /// A string's line: the last one waits, since a colon behind it makes it a field's name.
    private void complete(String text, boolean cut) {
      give();
      waiting = text;
      waits = true;
      if (cut) {
        troubles.add(
            new Place.Line(origin, line), "line is longer than " + Lines.MAX_BYTES + " bytes, cut");
      }
    }

    private void give() {
      if (!waits) {
        return;
      }
      waits = false;
      if (depth < DEEPEST && opens(List.of(waiting))) {
        Strings within = new Strings(depth + 1);
        within.line = line;
        for (byte b : waiting.getBytes(StandardCharsets.UTF_8)) {
          within.take((char) (b & 0xff), b);
        }
        within.end();
      } else {
        JsonStrings.this.line(waiting, line, false);
      }
    }
  }
}
