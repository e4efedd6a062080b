package dev.unhang.config.interfaces;

import dev.unhang.model.evidence.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of interfaces(5): raw lines, and stanzas as views of them. `parse(b).content()` equals
/// `b` for every `b`: there is no printer that could change anything.
///
/// Man: interfaces(5), "FILE FORMAT"
public final class InterfacesDocument {
  private final List<RawLine> lines;
  private final List<Stanza> stanzas;

  InterfacesDocument(List<RawLine> lines) {
    this.lines = List.copyOf(lines);
    this.stanzas = InterfacesParser.stanzas(this.lines);
  }

  /// Takes any bytes: lines that make no sense are kept and belong to no stanza.
  public static InterfacesDocument parse(Content content) {
    return new InterfacesDocument(RawLines.split(content));
  }

  /// All bytes, as they were.
  public Content content() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (RawLine line : lines) {
      bytes.writeBytes(line.content().bytes());
      bytes.writeBytes(line.ending().getBytes(StandardCharsets.ISO_8859_1));
    }
    return Content.of(bytes.toByteArray());
  }

  /// Every line of the file.
  public List<RawLine> lines() {
    return lines;
  }

  /// Every stanza, in the file's order.
  public List<Stanza> stanzas() {
    return stanzas;
  }

  /// The stanza that defines an interface; the first where address families have one each.
  public Optional<Stanza> definition(String interfaceName) {
    return stanzas.stream().filter(stanza -> stanza.defines(interfaceName)).findFirst();
  }

  /// The document with a line put in behind another.
  ///
  /// @param index of the line it follows
  /// @param text Latin-1, without ending
  public InterfacesDocument insertAfter(int index, String text) {
    List<RawLine> edited = new ArrayList<>(lines);
    RawLine before = lines.get(index);
    String ending = before.ending();
    if (ending.isEmpty()) {
      edited.set(index, before.withEnding(endingBehind(before)));
    }
    RawLine added = new RawLine(Content.of(text.getBytes(StandardCharsets.ISO_8859_1)), ending);
    edited.add(index + 1, added);
    return new InterfacesDocument(edited);
  }

  /// The document without a line. The line before takes over a missing final newline.
  public InterfacesDocument remove(int index) {
    List<RawLine> edited = new ArrayList<>(lines);
    RawLine removed = edited.remove(index);
    if (removed.ending().isEmpty() && index > 0) {
      edited.set(index - 1, edited.get(index - 1).withEnding(""));
    }
    return new InterfacesDocument(edited);
  }

  /// The ending that a last line without one is given. A `\r` of the line's own would be read as
  /// half of a plain newline.
  private String endingBehind(RawLine last) {
    return last.text().endsWith("\r") ? "\r\n" : usualEnding();
  }

  private String usualEnding() {
    return lines.getFirst().ending().isEmpty() ? "\n" : lines.getFirst().ending();
  }
}
