package dev.unhang.repair.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.plan.Action;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A file edit as a unified diff.
public final class LineDiff {
  private static final int CONTEXT = 3;

  private LineDiff() {}

  /// The diff's lines; empty where nothing differs.
  public static List<String> of(FileEdit edit) {
    List<String> before = lines(edit.before());
    List<String> after = lines(edit.after());
    String path = edit.path().value();
    return diff("a" + path, "b" + path, before, after);
  }

  /// What an action does to files, as a unified diff; empty where it does nothing to any.
  public static List<String> of(Action action) {
    return switch (action) {
      case Action.WriteFile file -> of(file.edit());
      case Action.MakeEntry made -> entry(made);
      default -> List.of();
    };
  }

  private static List<String> entry(Action.MakeEntry made) {
    String path = made.path().value();
    String verb = made.present() ? "new " : "without ";
    return switch (made.entry()) {
      case Entry.NewFile file -> {
        List<String> none = List.of();
        List<String> all = lines(file.content());
        yield made.present()
            ? diff("/dev/null", path, none, all)
            : diff(path, "/dev/null", all, none);
      }
      case Entry.Folder folder -> List.of(verb + "folder " + path);
      case Entry.Link link -> List.of(verb + "link " + path + " -> " + link.target());
    };
  }

  private static List<String> diff(
      String from, String to, List<String> before, List<String> after) {
    return UnifiedDiffUtils.generateUnifiedDiff(
        from, to, before, DiffUtils.diff(before, after), CONTEXT);
  }

  private static List<String> lines(Content content) {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1).lines().toList();
  }
}
