package dev.unhang.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.house.SourceTree.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documents point at what is there. A path in them that has moved is a lie that nobody notices.
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  /// In backticks, beginning with a folder of the root; `<…>` and `*` stand for any name.
  private static final Pattern PATH =
      Pattern.compile(
          "`((?:model|config|testing|logs|hosts|findings|fleet|repair|watch|linux|sim|app|lab|packaging|docs|testdata|\\.ci)/"
              + "[\\w./-]*)`");

  /// A class in backticks, alone or with a member behind it.
  private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)(?=[.(`])");

  /// A jar's name in the first cell of a row, not the words around it.
  private static final Pattern JAR =
      Pattern.compile("(?<![\\w(])(?!with\\b)[a-z][a-z-]{1,60}(?![\\w.])");

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} .*$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");

  private static List<SourceFile> documents() {
    return SourceTree.files().stream().filter(file -> file.path().endsWith(".md")).toList();
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> dead = new ArrayList<>();
    for (SourceFile document : documents()) {
      Path folder = Objects.requireNonNull(SourceTree.ROOT.resolve(document.path()).getParent());
      Matcher link = LINK.matcher(document.text());
      while (link.find()) {
        if (!Files.exists(folder.resolve(link.group(1)))) {
          dead.add(document.path() + ": " + link.group(1));
        }
      }
    }
    assertThat(dead).as("links to files that are not there").isEmpty();
  }

  @Test
  void everyPathIsThere() {
    List<String> dead = new ArrayList<>();
    for (SourceFile document : documents()) {
      Matcher path = PATH.matcher(document.text());
      while (path.find()) {
        if (!exists(path.group(1))) {
          dead.add(document.path() + ": " + path.group(1));
        }
      }
    }
    assertThat(dead).as("paths that are not there").isEmpty();
  }

  /// Of the documents on the code; those for users quote other programs' words in backticks.
  @Test
  void everyClassIsThere() {
    Set<String> classes =
        SourceTree.files().stream()
            .map(SourceFile::path)
            .filter(path -> path.endsWith(".java"))
            .map(path -> path.substring(path.lastIndexOf('/') + 1, path.length() - 5))
            .collect(Collectors.toSet());
    List<String> dead = new ArrayList<>();
    for (SourceFile document : documents()) {
      String path = document.path();
      if (path.startsWith("docs/decisions/")
          || Set.of("ARCHITECTURE.md", "CONTRIBUTING.md", "SAFETY.md").contains(path)) {
        CLASS
            .matcher(document.text())
            .results()
            .map(named -> named.group(1))
            .filter(name -> !classes.contains(name) && !isOfJava(name))
            .forEach(name -> dead.add(path + ": " + name));
      }
    }
    assertThat(dead).as("classes that are not there").isEmpty();
  }

  @Test
  void noHeadingStandsTwice() {
    List<String> twice = new ArrayList<>();
    for (SourceFile document : documents()) {
      String prose = FENCED.matcher(document.text()).replaceAll("");
      Set<String> seen = new HashSet<>();
      HEADING
          .matcher(prose)
          .results()
          .map(heading -> heading.group())
          .filter(heading -> !seen.add(heading))
          .forEach(heading -> twice.add(document.path() + ": " + heading));
    }
    assertThat(twice).as("headings that stand twice in a document").isEmpty();
  }

  /// packaging/stage holds the list against the jars that are shipped.
  @Test
  void everyJarThatIsShippedHasItsReason() throws IOException {
    String reasons =
        Files.readString(SourceTree.ROOT.resolve("docs/decisions/0005-dependencies.md"));
    List<String> rows = reasons.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    List<String> named =
        rows.stream()
            .map(row -> row.substring(2, row.indexOf('|', 2)))
            .flatMap(cell -> JAR.matcher(cell).results().map(MatchResult::group))
            .toList();
    List<String> shipped =
        Files.readAllLines(SourceTree.ROOT.resolve("packaging/components.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('\t')))
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(shipped);
  }

  private static boolean isOfJava(String name) {
    return Stream.of("java.lang.", "java.time.", "java.util.")
        .anyMatch(folder -> isClass(folder + name));
  }

  private static boolean isClass(String name) {
    try {
      return Class.forName(name).getName().equals(name);
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /// `repair/step/KeepOffloadOff.java` is short for its full path below src/main/java.
  private static boolean exists(String path) {
    String module = path.substring(0, path.indexOf('/'));
    String rest = path.substring(path.indexOf('/') + 1);
    return Files.exists(SourceTree.ROOT.resolve(path))
        || Files.exists(
            SourceTree.ROOT.resolve(module + "/src/main/java/dev/unhang/" + module + "/" + rest));
  }
}
