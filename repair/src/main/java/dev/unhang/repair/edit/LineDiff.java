package dev.unhang.repair.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
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
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a" + path, "b" + path, before, DiffUtils.diff(before, after), CONTEXT);
  }

  private static List<String> lines(Content content) {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1).lines().toList();
  }
}
