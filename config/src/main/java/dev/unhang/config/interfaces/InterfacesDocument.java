package dev.unhang.config.interfaces;

import dev.unhang.config.lines.RawLine;
import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.util.List;
import java.util.Optional;

/// A file of interfaces(5): raw lines, and stanzas as views of them. `parse(b).content()` equals
/// `b` for every `b`: there is no printer that could change anything.
///
/// Man: interfaces(5), "FILE FORMAT"
public final class InterfacesDocument {
  private final RawLines lines;
  private final Ifupdown program;
  private final boolean sourced;
  private final List<Stanza> stanzas;
  private final Optional<InterfacesParser.Stop> stop;

  private InterfacesDocument(RawLines lines, Ifupdown program, boolean sourced) {
    InterfacesParser parser = new InterfacesParser(lines.all(), program, sourced);
    this.lines = lines;
    this.program = program;
    this.sourced = sourced;
    this.stanzas = List.copyOf(parser.stanzas());
    this.stop = parser.stop();
  }

  /// Takes any bytes: lines that make no sense are kept and belong to no stanza.
  public static InterfacesDocument parse(Content content) {
    return parse(content, Ifupdown.NONE);
  }

  /// The same as a program reads it.
  public static InterfacesDocument parse(Content content, Ifupdown program) {
    return new InterfacesDocument(RawLines.of(content), program, false);
  }

  /// A file that a program reads in the midst of another.
  public static InterfacesDocument sourced(Content content, Ifupdown program) {
    return new InterfacesDocument(RawLines.of(content), program, true);
  }

  /// The same bytes, read again.
  public InterfacesDocument again() {
    return new InterfacesDocument(RawLines.of(content()), program, sourced);
  }

  /// Where the program gives up; empty where it reads all of it.
  public Optional<Misread> misread(HostPath path) {
    return stop.map(at -> new Misread(path, at.index() + 1L, at.why()));
  }

  private InterfacesDocument with(RawLines other) {
    return new InterfacesDocument(other, program, sourced);
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
    return with(lines.insertAfter(index, text));
  }

  /// The document with another text in a line's place.
  ///
  /// @param text Latin-1, without ending
  public InterfacesDocument replace(int index, String text) {
    return with(lines.replace(index, text));
  }

  /// The document without a line. The line before takes over a missing final newline.
  public InterfacesDocument remove(int index) {
    return with(lines.remove(index));
  }
}
