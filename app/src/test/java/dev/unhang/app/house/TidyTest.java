package dev.unhang.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.house.SourceTree.SourceFile;
import dev.unhang.findings.rule.Rule;
import dev.unhang.findings.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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

  /// A call that has no business in main code.
  ///
  /// @param pattern of one line
  /// @param cure what to write instead
  /// @param example a line that must be caught: a ban that catches nothing looks like a clean house
  /// @param except ends of paths of files that may, or `lab/`; each with a reason in a comment
  record Ban(Pattern pattern, String cure, String example, List<String> except) {
    Ban(String pattern, String cure, String example, String... except) {
      this(Pattern.compile(pattern), cure, example, List.of(except));
    }

    boolean allows(SourceFile file) {
      return except.stream().anyMatch(path -> covers(path, file));
    }

    static boolean covers(String exception, SourceFile file) {
      return exception.endsWith("/")
          ? file.path().startsWith(exception)
          : file.path().endsWith(exception);
    }

    @Override
    public String toString() {
      return example;
    }
  }

  static Stream<Ban> bans() {
    return Stream.of(
        new Ban(
            "\\bSystem\\.(out|err|exit)\\b|\\.halt\\(",
            "print on the Console and return an ExitCode: Main alone knows the process",
            "    System.out.println(line);",
            "dev/unhang/app/Main.java",
            // The lab is a program of its own.
            "lab/src/main/java/dev/unhang/lab/Main.java",
            // The benches are one too.
            "bench/src/main/java/dev/unhang/bench/Main.java"),
        new Ban(
            "\\.exec\\(|\\bRuntime\\.getRuntime\\(\\)\\.(?!halt)",
            "HostView.command for an answer, HostControl.start for a program that runs on",
            "    Runtime.getRuntime().exec(\"ethtool\");",
            // It ends its children when it is ended.
            "dev/unhang/lab/host/Children.java",
            // Ctrl-C at a question is an answer, and is told.
            "dev/unhang/app/option/Consent.java",
            // Ctrl-C in a pager is the pager's.
            "dev/unhang/linux/command/PagerProgram.java"),
        new Ban(
            "\\bnew ProcessBuilder\\(",
            "HostView.command for an answer, HostControl.start for a program that runs on",
            "    new ProcessBuilder(argv).start();",
            "dev/unhang/linux/command/StartedProgram.java",
            "dev/unhang/linux/command/DetachedProgram.java",
            // It has the terminal, for as long as a person reads.
            "dev/unhang/linux/command/PagerProgram.java",
            // The lab runs tools of its own, and is no part of what is shipped.
            "lab/",
            "bench/"),
        new Ban(
            "\\b(Instant|Local\\w+|Zoned\\w+)\\.now\\(|\\bSystem\\.(nanoTime|currentTimeMillis)\\(",
            "ask Clocks, so that a simulated host can answer",
            "    Instant begun = Instant.now();",
            "dev/unhang/linux/LiveClocks.java",
            // The lab waits for real machines.
            "lab/",
            "bench/"),
        new Ban(
            "\\bThread\\.sleep\\(",
            "Clocks.waitUntil, so that a simulated host can jump",
            "    Thread.sleep(1000);",
            "dev/unhang/linux/LiveClocks.java",
            // The lab waits for real machines.
            "lab/"),
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
            // One to six digits were matched.
            "dev/unhang/config/interfaces/NameRange.java",
            // One to five digits were matched.
            "dev/unhang/watch/policy/PublishingKeys.java",
            "dev/unhang/fleet/inventory/SshAddress.java",
            // At most seven digits were matched.
            "dev/unhang/fleet/inventory/HostRange.java",
            // At most nine digits were matched.
            "dev/unhang/repair/proof/WrittenValues.java",
            // One to eighteen digits were matched.
            "dev/unhang/logs/form/JournalFields.java",
            // At most fifteen hexadecimal digits were matched.
            "dev/unhang/logs/form/JournalVerbose.java",
            // At most eighteen digits were matched.
            "dev/unhang/logs/form/KmsgLog.java",
            // Sixteen hexadecimal digits were matched, the first a 4, and eight.
            "dev/unhang/logs/peel/TaiStamp.java",
            // One to fifteen digits were matched; of a queue and of a speed at most six.
            "dev/unhang/logs/message/Told.java",
            // At most seven digits were matched.
            "dev/unhang/app/option/SpanWords.java",
            // At most six digits were matched.
            "dev/unhang/hosts/kernellog/LogWindow.java",
            // At most eighteen and five digits were matched.
            "dev/unhang/hosts/survey/SysfsValue.java",
            "dev/unhang/hosts/survey/TxQueues.java",
            // A boot id, whose form is checked.
            "dev/unhang/logs/journal/Selection.java",
            // At most sixteen, three and ten digits were matched.
            "dev/unhang/logs/peel/KmsgRecord.java",
            "dev/unhang/logs/peel/PriorityMark.java",
            "dev/unhang/logs/peel/UnixStamp.java",
            // One to four digits were matched.
            "dev/unhang/logs/episode/OpenEpisode.java",
            // Digits are counted first, and a counter's last ones compared.
            "dev/unhang/hosts/outputs/Numbers.java",
            // One to sixteen digits were matched.
            "dev/unhang/app/option/NumberWords.java",
            "dev/unhang/app/command/LoadCommand.java",
            "dev/unhang/app/command/RevertCommand.java",
            "dev/unhang/app/option/WishedValue.java",
            // At most five digits were matched.
            "dev/unhang/app/option/WitnessOptions.java",
            // Digits were matched: four in hex, or one to three.
            "dev/unhang/model/id/IpAddress.java",
            "dev/unhang/hosts/topology/TcpConnection.java",
            // Digits were matched, four at most.
            "dev/unhang/config/proxmox/GuestConfig.java",
            "dev/unhang/config/corosync/CorosyncConf.java",
            // At most fifteen digits and nine behind the point were matched.
            "dev/unhang/hosts/load/SysstatJson.java",
            // Our own ledger; a file that isn't one is caught as malformed.
            "dev/unhang/linux/ledger/ChangeCodec.java",
            "dev/unhang/linux/ledger/TuningCodec.java",
            // At most fifteen digits and nine behind the point were matched.
            "dev/unhang/repair/bisect/BisectText.java",
            // At most six digits were matched.
            "dev/unhang/repair/persist/Version.java",
            // At most nine digits were matched.
            "dev/unhang/repair/guard/HoldFile.java",
            // At most eleven digits were matched.
            "dev/unhang/fleet/scan/HostClock.java",
            // At most twelve and fifteen digits were matched.
            "dev/unhang/watch/order/Titles.java",
            "dev/unhang/linux/service/ServiceManager.java",
            // Command lines written by unhang itself.
            "dev/unhang/sim/SimJournalctl.java",
            "dev/unhang/sim/SimLinks.java",
            "dev/unhang/sim/SimLoad.java",
            // The counters of a kernel that the lab itself booted.
            "lab/",
            "bench/"));
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
            .filter(path ->
                MAIN_JAVA.stream()
                    .filter(file -> Ban.covers(path, file))
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

  /// "See the kernel" is no reference. In C it is a function, or the commit that changed it;
  /// tables, headers and documents have neither.
  @Test
  void everyKernelReferenceNamesFileAndFunction() {
    Pattern path = Pattern.compile("\\b[\\w-]+/[\\w./-]+");
    Pattern spot =
        Pattern.compile(
            "\\w+\\(\\)|\\.(h|tbl)\\b|/Kconfig|Documentation/|commits? \\p{XDigit}{12}");
    List<String> vague = new ArrayList<>();
    for (SourceFile file : FILES.stream().filter(file -> file.path().endsWith(".java")).toList()) {
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().startsWith("/// Kernel:")) {
          String reference = paragraph(lines, i);
          boolean commit = reference.contains("commit");
          if (!(path.matcher(reference).find() || commit) || !spot.matcher(reference).find()) {
            vague.add(at(file, i) + reference + "\n    instead: path/file.c, function() (v6.1)");
          }
        }
      }
    }
    assertThat(vague).isEmpty();
  }

  /// The comment from this line on, up to the next reference or a blank line.
  private static String paragraph(List<String> lines, int first) {
    StringBuilder text = new StringBuilder(lines.get(first).strip());
    for (String line : lines.subList(first + 1, lines.size())) {
      String more = line.strip();
      if (!more.startsWith("/// ") || more.matches("/// (\\w+:|@param) .*")) {
        break;
      }
      text.append(more.substring("///".length()));
    }
    return text.toString();
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

  /// Where things are one a file, one list names them all; what is not in it does not exist.
  ///
  /// @param folder below the root
  /// @param kind the interface they implement
  /// @param list the class that lists them, in the same folder
  record Listed(String folder, String kind, String list) {
    @Override
    public String toString() {
      return list;
    }
  }

  static Stream<Listed> lists() {
    return Stream.of(
        new Listed("logs/src/main/java/dev/unhang/logs/peel/", "Peeler", "Peelers"),
        new Listed("logs/src/main/java/dev/unhang/logs/unpack/", "Packing", "Packings"),
        new Listed(
            "logs/src/main/java/dev/unhang/logs/message/", "MessageFamily", "MessageFamilies"),
        new Listed("findings/src/main/java/dev/unhang/findings/rule/", "Rule", "Rules"),
        new Listed("repair/src/main/java/dev/unhang/repair/persist/", "Persistence", "Backends"),
        new Listed("repair/src/main/java/dev/unhang/repair/edit/", "Meaning", "Meanings"),
        new Listed("app/src/main/java/dev/unhang/app/command/", "CliCommand", "Commands"),
        new Listed("lab/src/main/java/dev/unhang/lab/scenario/", "Scenario", "Scenarios"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void everyKindIsListed(Listed kind) {
    List<String> written =
        MAIN_JAVA.stream()
            .filter(file -> folder(file).equals(kind.folder()))
            .filter(file -> file.text().contains(" implements " + kind.kind() + " {"))
            .map(SourceFile::className)
            .toList();
    assertThat(written).as("classes that implement %s", kind.kind()).isNotEmpty();
    String list = SourceTree.read(kind.folder() + kind.list() + ".java");
    assertThat(written)
        .as("add them to %s", kind.list())
        .filteredOn(name -> !list.contains(" " + name + "(") && !list.contains(" " + name + "::"))
        .isEmpty();
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
      boolean isPicture = file.path().endsWith(".png");
      if (isPicture
          || file.path().startsWith("testdata/")
          || file.path().contains("/src/test/resources/")) {
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
