package dev.unhang.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.house.SourceTree.SourceFile;
import dev.unhang.diagnose.rule.Rule;
import dev.unhang.diagnose.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a reviewer would otherwise have to look for in every change. Each complaint says what to do
/// instead.
class TidyTest {
  private static final List<SourceFile> FILES = SourceTree.files();
  private static final List<SourceFile> MAIN_JAVA =
      FILES.stream().filter(SourceFile::isMainJava).toList();

  /// The folders of rules and scenarios, where a list in one file names every class.
  private static final String RULES = "diagnose/src/main/java/dev/unhang/diagnose/rule/";
  private static final String SCENARIOS = "lab/src/main/java/dev/unhang/lab/scenario/";

  /// A call that has no business in main code.
  ///
  /// @param pattern of one line
  /// @param cure what to write instead
  /// @param example a line that must be caught: a ban that catches nothing looks like a clean house
  /// @param except files that may, each with a reason in a comment
  private record Ban(Pattern pattern, String cure, String example, List<String> except) {
    Ban(String pattern, String cure, String example, String... except) {
      this(Pattern.compile(pattern), cure, example, List.of(except));
    }

    boolean allows(SourceFile file) {
      return except.stream().anyMatch(path -> file.path().endsWith(path));
    }

    @Override
    public String toString() {
      return example;
    }
  }

  static Stream<Ban> bans() {
    return Stream.of(
        new Ban(
            "\\bSystem\\.(out|err|exit)\\b",
            "print on the Console and return an ExitCode: Main alone knows the process",
            "    System.out.println(line);",
            "dev/unhang/app/Main.java",
            // The lab is a program of its own.
            "dev/unhang/lab/Main.java"),
        new Ban(
            "\\.exec\\(|\\bRuntime\\.getRuntime\\(\\)",
            "HostView.command for an answer, HostControl.start for a program that runs on",
            "    Runtime.getRuntime().exec(\"ethtool\");"),
        new Ban(
            "\\bnew ProcessBuilder\\(",
            "HostView.command for an answer, HostControl.start for a program that runs on",
            "    new ProcessBuilder(argv).start();",
            "dev/unhang/linux/command/StartedProgram.java",
            // The lab runs its own tools, and is no part of what is shipped.
            "dev/unhang/lab/host/HostCommand.java",
            "dev/unhang/lab/host/Children.java"),
        new Ban(
            "\\b(Instant|Local\\w+|Zoned\\w+)\\.now\\(|\\bSystem\\.(nanoTime|currentTimeMillis)\\(",
            "ask Clocks, so that a simulated host can answer",
            "    Instant begun = Instant.now();",
            "dev/unhang/linux/LiveClocks.java",
            // The lab waits for real machines.
            "dev/unhang/lab/guest/GuestAgent.java",
            "dev/unhang/lab/Story.java"),
        new Ban(
            "\\bThread\\.sleep\\(",
            "Clocks.waitUntil, so that a simulated host can jump",
            "    Thread.sleep(1000);",
            "dev/unhang/linux/LiveClocks.java",
            // The lab waits for real machines.
            "dev/unhang/lab/guest/GuestAgent.java",
            "dev/unhang/lab/qemu/Machine.java"),
        new Ban(
            "\\bnew String\\((?!.*(StandardCharsets\\.|\\bcharset\\b))",
            "name the charset: UTF_8 for text, ISO_8859_1 where every byte has to come back",
            "    return new String(bytes);"),
        new Ban(
            "\\.getBytes\\(\\)",
            "name the charset: UTF_8 for text, ISO_8859_1 where every byte has to come back",
            "    byte[] bytes = text.getBytes();"),
        new Ban(
            "\\b(Integer|Long|Double)\\.(parse\\w+|decode|valueOf)\\(",
            "a reader that can answer 'not a number': match the digits first, with a bound on how"
                + " many, and then name your file here with that reason",
            "    int size = Integer.parseInt(text);",
            // One to eighteen digits were matched.
            "dev/unhang/diagnose/log/JournalJson.java",
            // One to four digits were matched.
            "dev/unhang/diagnose/episode/OpenEpisode.java",
            // One to sixteen digits were matched.
            "dev/unhang/app/cli/LoadCommand.java",
            // Our own ledger; a file that isn't one is caught as malformed.
            "dev/unhang/linux/ledger/ChangeCodec.java",
            // Command lines written by unhang itself.
            "dev/unhang/sim/SimJournalctl.java",
            "dev/unhang/sim/SimLoad.java"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bans")
  void noBannedCalls(Ban ban) {
    List<String> found = new ArrayList<>();
    for (SourceFile file : MAIN_JAVA) {
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        if (ban.pattern().matcher(lines.get(i)).find()
            && !lines.get(i).strip().startsWith("///")
            && !ban.allows(file)) {
          found.add(at(file, i) + lines.get(i).strip() + "\n    instead: " + ban.cure());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bans")
  void everyBanCatchesItsExample(Ban ban) {
    assertThat(ban.example()).containsPattern(ban.pattern());
  }

  /// An exception that nobody needs any more hides the next offence.
  @ParameterizedTest(name = "{0}")
  @MethodSource("bans")
  void everyExceptionIsNeeded(Ban ban) {
    List<String> needless =
        ban.except().stream()
            .filter(
                path ->
                    MAIN_JAVA.stream()
                        .filter(file -> file.path().endsWith(path))
                        .flatMap(file -> file.lines().stream())
                        .noneMatch(line -> ban.pattern().matcher(line).find()))
            .toList();
    assertThat(needless).as("exceptions to remove from TidyTest").isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> packages = new TreeSet<>();
    MAIN_JAVA.forEach(file -> packages.add(folder(file)));
    List<String> silent = new ArrayList<>();
    for (String each : packages) {
      Path info = SourceTree.ROOT.resolve(each + "package-info.java");
      if (!Files.exists(info) || !SourceTree.read(each + "package-info.java").startsWith("///")) {
        silent.add(each + ": add a package-info.java that begins with a /// sentence");
      } else if (!SourceTree.read(each + "package-info.java").contains("@NullMarked")) {
        silent.add(each + "package-info.java: add @NullMarked, or NullAway looks away");
      }
    }
    assertThat(silent).isEmpty();
  }

  /// "See the kernel" is no reference. In C it is a function; tables and headers have none.
  @Test
  void everyKernelReferenceNamesFileAndFunction() {
    Pattern mark = Pattern.compile("^\\s*/// Kernel: (.*)$");
    Pattern function =
        Pattern.compile("[\\w./-]+\\.c, \\w+\\(\\).*|[\\w./-]+(\\.h|\\.tbl|Kconfig[\\w.]*)\\b.*");
    List<String> vague = new ArrayList<>();
    for (SourceFile file : FILES.stream().filter(file -> file.path().endsWith(".java")).toList()) {
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        Matcher reference = mark.matcher(lines.get(i));
        if (!reference.matches()) {
          continue;
        }
        for (String part : reference.group(1).split("; ")) {
          if (!function.matcher(part).matches()) {
            vague.add(at(file, i) + part + "\n    instead: path/file.c, function() (v6.1)");
          }
        }
      }
    }
    assertThat(vague).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    assertThat(linesOfOurs(later, "do it, or say in the document what is not there yet")).isEmpty();
  }

  @Test
  void noLineEndsInWhiteSpace() {
    assertThat(linesOfOurs(Pattern.compile("[ \\t\\r]$"), "strip it")).isEmpty();
  }

  @Test
  void everyRuleIsListed() {
    List<String> listed =
        Rules.all().stream().map(rule -> rule.getClass().getSimpleName()).toList();
    List<String> written =
        MAIN_JAVA.stream()
            .filter(file -> file.path().startsWith(RULES))
            .filter(file -> file.text().contains(" implements Rule {"))
            .map(SourceFile::className)
            .toList();
    assertThat(listed)
        .as("rules in the list Rules, against classes in " + RULES)
        .containsExactlyInAnyOrderElementsOf(written);
  }

  /// The id is in JSON, in pages and in people's notes: it never changes.
  @Test
  void everyRuleIsCalledByItsClassName() {
    for (Rule rule : Rules.all()) {
      assertThat(rule.id().value()).isEqualTo(kebab(rule.getClass().getSimpleName()));
    }
  }

  @Test
  void everyRuleHasItsPageAndEveryPageItsRule() {
    List<String> pages =
        FILES.stream()
            .map(SourceFile::path)
            .filter(path -> path.startsWith("docs/rules/") && path.endsWith(".md"))
            .toList();
    assertThat(pages)
        .containsExactlyInAnyOrderElementsOf(
            Rules.all().stream().map(rule -> "docs/rules/" + rule.id().value() + ".md").toList());
  }

  @Test
  void everyScenarioIsListed() {
    String list = SourceTree.read(SCENARIOS + "Scenarios.java");
    List<String> missing =
        MAIN_JAVA.stream()
            .filter(file -> file.path().startsWith(SCENARIOS))
            .filter(file -> file.text().contains(" implements Scenario {"))
            .map(SourceFile::className)
            .filter(name -> !list.contains("new " + name + "("))
            .map(name -> name + ": add it to Scenarios.ALL, or lab/run can't play it")
            .toList();
    assertThat(missing).isEmpty();
  }

  /// A fixture without papers proves nothing: nobody can say whether it ever happened.
  @Test
  void everyReportHasPapers() throws IOException {
    Path reports = SourceTree.ROOT.resolve("testdata/reports");
    try (Stream<Path> cases = Files.list(reports)) {
      List<String> without =
          cases
              .filter(Files::isDirectory)
              .filter(each -> !Files.exists(each.resolve("case.json")))
              .map(each -> each + ": add a case.json with source, licence and what was seen")
              .toList();
      assertThat(without).isEmpty();
    }
  }

  @Test
  void theLicenceIsThere() {
    assertThat(SourceTree.read("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    assertThat(SourceTree.read("NOTICE")).startsWith("unhang\n");
  }

  /// Files of ours only: what others reported keeps its every byte.
  private static List<String> linesOfOurs(Pattern pattern, String cure) {
    List<String> found = new ArrayList<>();
    for (SourceFile file : FILES) {
      if (file.path().startsWith("testdata/") || file.path().contains("/src/test/resources/")) {
        continue;
      }
      String[] lines = file.text().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (pattern.matcher(lines[i]).find()) {
          found.add(at(file, i) + lines[i].strip() + "\n    instead: " + cure);
        }
      }
    }
    return found;
  }

  /// `file:line: `, as editors jump to it.
  private static String at(SourceFile file, int index) {
    return file.path() + ":" + (index + 1) + ": ";
  }

  private static String folder(SourceFile file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  private static String kebab(String className) {
    return className.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
