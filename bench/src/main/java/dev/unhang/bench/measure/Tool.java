package dev.unhang.bench.measure;

import dev.unhang.bench.BenchBroken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program of others, compared with or needed.
///
/// @param name of the program
/// @param packageName of Debian's package, for who has not got it
public record Tool(String name, String packageName) {
  /// Tells the memory of a process that has ended.
  public static final Tool GNU_TIME = new Tool("time", "time");

  /// ripgrep.
  public static final Tool RIPGREP = new Tool("rg", "ripgrep");

  /// GNU grep.
  public static final Tool GREP = new Tool("grep", "grep");

  /// jc, which turns the output of commands into JSON.
  public static final Tool JC = new Tool("jc", "jc");

  /// systemd's reader of journals.
  public static final Tool JOURNALCTL = new Tool("journalctl", "systemd");

  /// systemd's writer of journals from elsewhere.
  public static final Tool JOURNAL_REMOTE =
      new Tool("systemd-journal-remote", "systemd-journal-remote");

  private static final List<String> BESIDE_PATH = List.of("/lib/systemd", "/usr/lib/systemd");
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

  /// Where it is, if it is installed.
  public Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(":")), BESIDE_PATH.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// What it says its version is.
  public Optional<String> version() {
    return program().flatMap(Tool::askVersion);
  }

  /// What to do where it is missing.
  public String install() {
    return "install " + packageName;
  }

  /// The command with these arguments.
  public Command with(Object... arguments) {
    Path program =
        program().orElseThrow(() -> new BenchBroken(name + " is not installed", install()));
    return Command.of(program, arguments);
  }

  private static Optional<String> askVersion(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return version.find() ? Optional.of(version.group()) : Optional.empty();
    } catch (IOException failed) {
      throw new BenchBroken("cannot run " + program, failed);
    }
  }
}
