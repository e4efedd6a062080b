package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Cuts flat JSON objects, however they are broken into lines, out of whatever lies around them: a
/// list, another object. None of the logs nests objects in its entries, so that a `{` inside an
/// entry begins the next one: the end of the one before is missing.
final class JsonObjects {
  private final ByteArrayOutputStream object = new ByteArrayOutputStream();
  private final Taker taker;
  private long line = 1;
  private long begun;
  private boolean inside;
  private boolean quoted;
  private boolean escaped;
  private boolean cut;

  /// Takes what was found.
  interface Taker {
    /// @param line where it begins, counted from 1
    void object(String text, long line);

    /// An object without its end, or longer than what is kept.
    void damaged(String what, long line);
  }

  JsonObjects(Taker taker) {
    this.taker = taker;
  }

  void accept(byte[] chunk, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      take(chunk[i]);
    }
  }

  /// The last object may lack its end.
  void finish() {
    if (inside) {
      drop("the log ends inside an entry, left out");
    }
  }

  private void take(byte c) {
    if (c == '\n') {
      newline();
    }
    if (quoted) {
      keep(c);
      quoted = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '{') {
      begin();
    } else if (inside) {
      keep(c);
      quoted = c == '"';
      if (c == '}') {
        end();
      }
    }
  }

  /// Strings have their newlines escaped: one that is open here lost its end.
  private void newline() {
    if (quoted) {
      drop("a line ends inside a string, entry left out");
    }
    line++;
  }

  private void begin() {
    if (inside && !holdsList()) {
      drop("an entry without its end, left out");
    }
    reset();
    inside = true;
    begun = line;
    keep((byte) '{');
  }

  /// `{"dmesg": [` holds the entries and is none.
  private boolean holdsList() {
    return object.toString(StandardCharsets.UTF_8).stripTrailing().endsWith("[");
  }

  private void keep(byte c) {
    if (object.size() < Lines.MAX_BYTES) {
      object.write(c);
    } else {
      cut = true;
    }
  }

  private void end() {
    String text = object.toString(StandardCharsets.UTF_8);
    boolean wasCut = cut;
    reset();
    if (wasCut) {
      taker.damaged("entry is longer than " + Lines.MAX_BYTES + " bytes, left out", begun);
    } else {
      taker.object(text, begun);
    }
  }

  private void drop(String what) {
    reset();
    taker.damaged(what, begun);
  }

  private void reset() {
    object.reset();
    inside = false;
    quoted = false;
    escaped = false;
    cut = false;
  }
}
