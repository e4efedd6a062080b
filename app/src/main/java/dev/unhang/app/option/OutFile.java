package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.text.Lines;
import dev.unhang.hosts.bundle.ReportDraft;
import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.ParseResult;

/// A file of the person's own choosing, not a part of the host's configuration; `-` is standard
/// output, and then everything else that is said goes to standard error.
public final class OutFile {
  private static final String STANDARD_OUTPUT = "-";

  private OutFile() {}

  /// Where the screen goes beside what such an option writes. Throws Usage where two documents
  /// would share standard output.
  public static Console beside(ParseResult arguments, String option, Console console) {
    if (!isStandardOutput(arguments.matchedOptionValue(option, ""))) {
      return console;
    }
    if (Spec.has(arguments, "--json")) {
      throw new Usage(option + " - and --json both go to standard output: name a file");
    }
    return console.aside();
  }

  /// Writes what an option asks for; nothing where it was not given.
  public static void write(ParseResult arguments, String option, Console console, String text) {
    if (!Spec.has(arguments, option)) {
      return;
    }
    String name = name(arguments, option);
    if (isStandardOutput(name)) {
      console.say(Lines.ofText(text));
    } else {
      ResultFile.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// The file that an option names. Throws Usage where it names none.
  private static String name(ParseResult arguments, String option) {
    String name = arguments.matchedOptionValue(option, "");
    if (name.isEmpty()) {
      throw new Usage(option + " takes the name of a file, or - for standard output; not nothing");
    }
    return name;
  }

  public static boolean isStandardOutput(String name) {
    return name.equals(STANDARD_OUTPUT);
  }

  /// A report, packed by gzip.
  ///
  /// @return how many bytes were written to the file; of standard output it isn't known
  public static long packed(String name, ReportDraft report, Console console) {
    if (!isStandardOutput(name)) {
      return ResultFile.write(name, out -> pack(out, report));
    }
    if (console.terminal()) {
      throw new Usage("a report is packed, no text for a terminal: > FILE, or a program behind |");
    }
    try {
      pack(console.out(), report);
    } catch (IOException failed) {
      throw new CannotWrite("standard output", IoWords.of(failed), "see whether its disk is full");
    }
    return 0;
  }

  private static void pack(OutputStream out, ReportDraft report) throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out);
    report.write(packed);
    packed.finish();
  }

  /// The same in a folder of unhang's own, which is made for root alone.
  ///
  /// @return where it is
  public static String kept(String folder, String name, ReportDraft report) {
    try (OwnFolder own = OwnFolder.make(Root.here(), new HostPath(folder))) {
      ResultFile.writeOwn(own, name, out -> pack(out, report));
      return own.shown(name);
    } catch (IOException failed) {
      throw new CannotWrite(folder, IoWords.of(failed), "see whether the disk is full");
    }
  }
}
