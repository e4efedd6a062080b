package dev.unhang.config.interfaces;

import dev.unhang.config.lines.RawLine;
import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import java.util.List;
import java.util.Optional;

/// A file of interfaces(5): raw lines, and stanzas as views of them. `parse(b).content()` equals
/// `b` for every `b`: there is no printer that could change anything.
///
/// Man: interfaces(5), "FILE FORMAT"
public final class InterfacesDocument {
  private final RawLines lines;
  private final List<Stanza> stanzas;

  private InterfacesDocument(RawLines lines) {
    this.lines = lines;
    this.stanzas = InterfacesParser.stanzas(lines.all());
  }

  /// Takes any bytes: lines that make no sense are kept and belong to no stanza.
  public static InterfacesDocument parse(Content content) {
    return new InterfacesDocument(RawLines.of(content));
  }

  /// All bytes, as they were.
  public Content content() {
    return lines.content();
  }

  /// Every line of the file.
  public List<RawLine> lines() {
    return lines.all();
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
    return new InterfacesDocument(lines.insertAfter(index, text));
  }

  /// The document with another text in a line's place.
  ///
  /// @param text Latin-1, without ending
  public InterfacesDocument replace(int index, String text) {
    return new InterfacesDocument(lines.replace(index, text));
  }

  /// The document without a line. The line before takes over a missing final newline.
  public InterfacesDocument remove(int index) {
    return new InterfacesDocument(lines.remove(index));
  }
}
