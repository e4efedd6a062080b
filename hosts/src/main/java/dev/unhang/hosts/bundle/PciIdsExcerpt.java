package dev.unhang.hosts.bundle;

import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A host's pci.ids has a megabyte, of which some lines are of its own devices: those are kept.
final class PciIdsExcerpt {
  private static final String NUMBER = "0x[0-9a-fA-F]{4}\\s*";

  private PciIdsExcerpt() {}

  static Answers in(Answers answers) {
    Set<String> ids = new TreeSet<>();
    answers
        .files()
        .forEach((path, content) -> {
          String name = path.value();
          if (name.startsWith("/sys/") && (name.endsWith("vendor") || name.endsWith("device"))) {
            String text = content.size() > 16 ? "" : content.utf8();
            if (text.matches(NUMBER)) {
              ids.add(text.strip().substring(2).toLowerCase(java.util.Locale.ROOT));
            }
          }
        });
    return answers.withFiles(
        file -> isPciIds(file) ? excerpt(file.getValue(), ids) : file.getValue());
  }

  private static boolean isPciIds(Map.Entry<HostPath, Content> file) {
    return file.getKey().value().contains("/pci.ids");
  }

  /// Vendors are at the margin, their devices one tab in.
  private static Content excerpt(Content whole, Set<String> ids) {
    StringBuilder kept = new StringBuilder();
    boolean ofVendor = false;
    for (String line : text(whole).split("\n", -1)) {
      boolean isVendor = line.matches("[0-9a-f]{4} .{0,400}");
      if (isVendor) {
        ofVendor = ids.contains(line.substring(0, 4));
      }
      boolean isDevice =
          line.matches("\t[0-9a-f]{4} .{0,400}") && ids.contains(line.substring(1, 5));
      if (ofVendor && (isVendor || isDevice)) {
        kept.append(line).append('\n');
      }
    }
    return Content.of(kept.toString());
  }

  private static String text(Content content) {
    try (Unpacking text = new Unpacking(new ByteArrayInputStream(content.bytes()))) {
      return new String(text.readNBytes(HostView.MAX_SMALL_FILE), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      return "";
    }
  }
}
