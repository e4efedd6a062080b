package dev.unhang.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.house.SourceTree.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Documents point at what is there. A path in them that has moved is a lie that nobody notices.
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  /// In backticks, beginning with a folder of the root; `<…>` and `*` stand for any name.
  private static final Pattern PATH =
      Pattern.compile(
          "`((?:model|config|testing|logs|hosts|findings|repair|watch|linux|sim|app|lab|packaging|docs|testdata|\\.ci)/"
              + "[\\w./-]*)`");

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

  /// `repair/step/KeepOffloadOff.java` is short for its full path below src/main/java.
  private static boolean exists(String path) {
    String module = path.substring(0, path.indexOf('/'));
    String rest = path.substring(path.indexOf('/') + 1);
    return Files.exists(SourceTree.ROOT.resolve(path))
        || Files.exists(
            SourceTree.ROOT.resolve(module + "/src/main/java/dev/unhang/" + module + "/" + rest));
  }
}
